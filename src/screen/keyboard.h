/* keyboard.h: keys from the bytes that have come, and the time they take. */
#ifndef QARI_SCREEN_KEYBOARD_H
#define QARI_SCREEN_KEYBOARD_H

#include <stdint.h>

#include "screen/key.h"
#include "screen/evidence.h"

enum { KEYBOARD_ROOM = 1024 };          /* bytes: longer than any reply */

struct keyboard {
	int     fd;
	bool    backspace_is_8;         /* the key sends Ctrl-H */
	bool    shift_keys_late;        /* see caps.h */
	bool    reply_is_due;           /* the terminal was asked */
	char    typed[KEYBOARD_ROOM];
	size_t  size;
	int64_t typed_at;               /* milliseconds: the last byte came */
};

/* The next whole key of what was typed by `now` (milliseconds, of any clock
 * that only goes forward); PRESSED_NOTHING when there is none. */
key_code keyboard_key(struct keyboard *keyboard, int64_t now);

/* When the bytes that are no whole key are given up: Esc becomes a key, the
 * rest of a sequence is lost. INT64_MAX when there are none. */
int64_t keyboard_gives_up(const struct keyboard *keyboard);

/* Takes the bytes that have come; keys stay, what is none is taken out, and
 * replies among it are noted in `evidence`. False when none will come any
 * more: the terminal is closed. */
bool keyboard_read(struct keyboard *keyboard, int64_t now,
    struct evidence *evidence);

#endif
