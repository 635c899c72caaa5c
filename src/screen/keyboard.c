/* keyboard.c: keys from the bytes that have come, and the time they take. */
#include "screen/keyboard.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "screen/input.h"

/* Esc alone and the start of a sequence look alike until nothing follows. A
 * reply that has begun comes whole, but over a slow line in pieces, which may
 * be cut behind its Esc. */
enum {
	ESCAPE_DELAY = 50,      /* milliseconds */
	REPLY_DELAY  = 500
};

int64_t
keyboard_gives_up(const struct keyboard *keyboard)
{
	if (keyboard->size == 0)
		return INT64_MAX;
	return keyboard->typed_at +
	    (keyboard->size > 2 || keyboard->reply_is_due
	    ? REPLY_DELAY : ESCAPE_DELAY);
}

static key_code
adapted(const struct keyboard *keyboard, key_code key)
{
	if (key == '\b' && keyboard->backspace_is_8)
		return 127;
	/* F13 is Shift-F3 on a keyboard of rxvt's, with F12 as Shift-F2. */
	if (keyboard->shift_keys_late && key >= PRESSED_SHIFT_F1 &&
	    key <= PRESSED_SHIFT_F12 - 2)
		return key + 2;
	return key;
}

key_code
keyboard_key(struct keyboard *keyboard, int64_t now)
{
	key_code key = PRESSED_NOTHING;

	while (keyboard->size > 0 && key == PRESSED_NOTHING) {
		bool more = keyboard->size < KEYBOARD_ROOM &&
		    now < keyboard_gives_up(keyboard);
		size_t used = key_read(keyboard->typed, keyboard->size, more,
		    &key);

		if (used == 0)
			break;
		keyboard->size -= used;
		memmove(keyboard->typed, keyboard->typed + used,
		    keyboard->size);
	}
	return adapted(keyboard, key);
}

/* Takes out what is whole and no key, wherever it stands: keys may have been
 * typed before a reply came. */
static void
sift(struct keyboard *keyboard, struct evidence *evidence)
{
	char  *typed = keyboard->typed;
	size_t at    = 0;

	while (at < keyboard->size) {
		key_code key;
		size_t   used = key_read(typed + at, keyboard->size - at,
		    true, &key);

		if (used == 0)
			return;
		if (key != PRESSED_NOTHING) {
			at += used;
			continue;
		}
		reply_read(typed + at, used, evidence);
		keyboard->size -= used;
		memmove(typed + at, typed + at + used, keyboard->size - at);
	}
}

bool
keyboard_read(struct keyboard *keyboard, int64_t now,
    struct evidence *evidence)
{
	ssize_t got = read(keyboard->fd, keyboard->typed + keyboard->size,
	    KEYBOARD_ROOM - keyboard->size);

	if (got < 0)
		return errno == EINTR || errno == EAGAIN;
	keyboard->size += (size_t)got;
	keyboard->typed_at = now;
	sift(keyboard, evidence);
	return got > 0;
}
