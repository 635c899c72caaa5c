/* key.h: what the reader pressed, free of any terminal's codes. */
#ifndef QARI_SCREEN_KEY_H
#define QARI_SCREEN_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A key is a code point (control characters stand for Ctrl with a letter:
 * 1 is Ctrl-A, 9 Tab, 13 Enter, 27 Esc, 127 Backspace) or one of these. */
typedef uint32_t key_code;

enum {
	PRESSED_NOTHING = 0x110000,     /* time was out */
	PRESSED_UP,
	PRESSED_DOWN,
	PRESSED_LEFT,
	PRESSED_RIGHT,
	PRESSED_HOME,
	PRESSED_END,
	PRESSED_PAGE_UP,
	PRESSED_PAGE_DOWN,
	PRESSED_INSERT,
	PRESSED_DELETE,
	PRESSED_BACK_TAB,               /* Shift-Tab */
	PRESSED_F1,
	PRESSED_F12 = PRESSED_F1 + 11,
	PRESSED_SHIFT_F1,
	PRESSED_SHIFT_F12 = PRESSED_SHIFT_F1 + 11,
	PRESSED_RESIZE,                 /* the screen has another size */
	PRESSED_SIGNAL,                 /* told to end: SIGTERM, SIGHUP … */
	PRESSED_TERMINAL,               /* the terminal has told what it is */
	PRESSED_ALT = 0x200000          /* added to a key pressed with Alt */
};

/* Reads a key's name as help and tables write it: "j", "Space", "Tab",
 * "Shift-Tab", "Ctrl-D", "F5", "Shift-F3", "PgDn", "Left", "Backspace",
 * "Enter", "Esc", "Alt-x", or any one character. False when it is none. */
bool key_parse(const char *name, size_t size, key_code *key);

/* Writes that name of `key`, NUL-terminated, into `name[size]`. */
void key_write(key_code key, char *name, size_t size);

#endif
