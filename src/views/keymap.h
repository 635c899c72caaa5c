/* keymap.h: keys to commands, the same on every keyboard layout.
 *
 * ASCII always means itself. A character of an Arabic layout means the Latin
 * key that has it on one of the Arabic, Persian or Maghreb layouts; so no
 * layout has to be set or guessed. Only for commands and one-key questions:
 * where text is typed, characters are taken as they are. */
#ifndef QARI_VIEWS_KEYMAP_H
#define QARI_VIEWS_KEYMAP_H

#include "screen/key.h"
#include "views/command.h"

#define KEYMAP_SEQUENCE 2       /* keys of the longest sequence */
#define KEYMAP_COUNT 999999     /* the largest count that can be typed */

struct keymap;

/* The keys of commands.def that hold there. The caller frees it. */
struct keymap *keymap_new(enum key_set keys);

void keymap_free(struct keymap *keymap);

/* What was typed of a command so far; { 0 } is nothing. */
struct pending {
	size_t   count;                 /* the number before it; 0: none */
	key_code key[KEYMAP_SEQUENCE];  /* [keys] as Latin keys */
	size_t   keys;
};

enum keymap_answer {
	KEYMAP_NOTHING,         /* no command begins so; pending is empty */
	KEYMAP_PARTIAL,         /* more keys are awaited */
	KEYMAP_COMMAND          /* `*command`, `*count`; pending is empty */
};

/* Takes the next key. Digits of three sets (0-9 ٠-٩ ۰-۹) before the keys are
 * a count, unless a command has the digit for its key. A key that breaks a
 * sequence off is lost with it; Esc then only drops what was typed, and
 * answers KEYMAP_NOTHING. */
enum keymap_answer keymap_feed(const struct keymap *keymap,
    struct pending *pending, key_code key, enum command *command,
    size_t *count);

/* What was typed so far, as a status line shows it: "12", "g". */
void pending_write(const struct pending *pending, struct buffer *out);

/* The Latin key that `key` stands for, or `key` itself. For marks: m with ت
 * and m with j are one mark. */
key_code key_latin(key_code key);

/* The value of a digit of any of the three sets, or -1. */
int key_digit(key_code key);

#endif
