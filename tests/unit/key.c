/* key.c: names of keys, and keys from the bytes of many terminals. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "screen/input.h"
#include "screen/keyboard.h"

static const struct {
	const char *name;
	key_code    key;
} names[] = {
	{ "j",           'j' },
	{ "J",           'J' },
	{ "/",           '/' },
	{ "-",           '-' },
	{ "ش",           U'ش' },
	{ "Space",       ' ' },
	{ "Tab",         9 },
	{ "Enter",       13 },
	{ "Esc",         27 },
	{ "Backspace",   127 },
	{ "Shift-Tab",   PRESSED_BACK_TAB },
	{ "Ctrl-D",      4 },
	{ "Ctrl-\\",     28 },
	{ "Ctrl-Space",  0 },
	{ "PgDn",        PRESSED_PAGE_DOWN },
	{ "PgUp",        PRESSED_PAGE_UP },
	{ "Left",        PRESSED_LEFT },
	{ "Del",         PRESSED_DELETE },
	{ "F1",          PRESSED_F1 },
	{ "F10",         PRESSED_F1 + 9 },
	{ "F12",         PRESSED_F12 },
	{ "Shift-F3",    PRESSED_SHIFT_F1 + 2 },
	{ "Shift-F12",   PRESSED_SHIFT_F12 },
	{ "Alt-x",       'x' | PRESSED_ALT },
	{ "Alt-ش",       U'ش' | PRESSED_ALT },
	{ "Alt-Enter",   13 | PRESSED_ALT },
	{ "Alt-Left",    PRESSED_LEFT | PRESSED_ALT },
	{ "Alt-Ctrl-A",  1 | PRESSED_ALT },
	{ "Alt-F4",      (PRESSED_F1 + 3) | PRESSED_ALT },
};

static void
test_names_both_ways(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char     written[32];
		key_code key = PRESSED_NOTHING;

		assert_true(key_parse(names[i].name, strlen(names[i].name),
		    &key));
		assert_int_equal(key, names[i].key);
		key_write(key, written, sizeof written);
		assert_string_equal(written, names[i].name);
	}
}

static void
test_other_spellings(void **state)
{
	key_code key;

	(void)state;
	assert_true(key_parse("Ctrl-d", 6, &key));
	assert_int_equal(key, 4);
	assert_true(key_parse("Ctrl-I", 6, &key));
	assert_int_equal(key, 9);
	assert_true(key_parse("PageDown", 8, &key));
	assert_int_equal(key, PRESSED_PAGE_DOWN);
}

static void
test_no_names(void **state)
{
	static const char *const wrong[] = {
		"", "jj", "F0", "F13", "F012", "F1x", "Shift-", "Shift-a",
		"Ctrl-", "Ctrl-1", "Ctrl-F1", "Alt-", "Alt-Alt-x", "\033",
		"\x7F", "\xC2\x9B", "\xD8", "\xED\xA0\x80", "شش", " ",
	};
	key_code key;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(key_parse(wrong[i], strlen(wrong[i]), &key));
}

static void
test_no_room(void **state)
{
	char name[4];

	(void)state;
	key_write(PRESSED_SHIFT_F12, name, sizeof name);
	assert_string_equal(name, "Shi");
	key_write(PRESSED_RESIZE, name, sizeof name);
	assert_string_equal(name, "");
}

#define NOTHING PRESSED_NOTHING
#define F(n)    (PRESSED_F1 + (n) - 1)
#define SF(n)   (PRESSED_SHIFT_F1 + (n) - 1)

/* What is typed, with nothing to follow, and the keys it is. */
static const struct {
	const char *bytes;
	key_code    keys[4];            /* NOTHING ends them */
} typed[] = {
	{ "j",            { 'j', NOTHING } },
	{ "\r",           { 13, NOTHING } },
	{ "\t",           { 9, NOTHING } },
	{ "\x7F",         { 127, NOTHING } },
	{ "\x03\x1A",     { 3, 26, NOTHING } },
	{ "شj",           { U'ش', 'j', NOTHING } },
	{ "\033",         { 27, NOTHING } },
	{ "\033\033",     { 27, 27, NOTHING } },
	{ "\033x",        { 'x' | PRESSED_ALT, NOTHING } },
	{ "\033ش",        { U'ش' | PRESSED_ALT, NOTHING } },
	{ "\033\r",       { 13 | PRESSED_ALT, NOTHING } },
	{ "\033[",        { '[' | PRESSED_ALT, NOTHING } },
	{ "\033O",        { 'O' | PRESSED_ALT, NOTHING } },
	{ "\033P",        { 'P' | PRESSED_ALT, NOTHING } },
	/* xterm, VTE, tmux, in both modes of its cursor keys */
	{ "\033[A\033OB", { PRESSED_UP, PRESSED_DOWN, NOTHING } },
	{ "\033[C\033OD", { PRESSED_RIGHT, PRESSED_LEFT, NOTHING } },
	{ "\033[H\033OF", { PRESSED_HOME, PRESSED_END, NOTHING } },
	{ "\033[5~",      { PRESSED_PAGE_UP, NOTHING } },
	{ "\033[6~",      { PRESSED_PAGE_DOWN, NOTHING } },
	{ "\033[Z",       { PRESSED_BACK_TAB, NOTHING } },
	{ "\033OP\033OS", { F(1), F(4), NOTHING } },
	{ "\033[15~",     { F(5), NOTHING } },
	{ "\033[24~",     { F(12), NOTHING } },
	{ "\033[1;2R",    { SF(3), NOTHING } },
	{ "\033[15;2~",   { SF(5), NOTHING } },
	{ "\033[1;3D",    { PRESSED_LEFT | PRESSED_ALT, NOTHING } },
	{ "\033[1;5H",    { PRESSED_HOME, NOTHING } },
	{ "\033[3;3~",    { PRESSED_DELETE | PRESSED_ALT, NOTHING } },
	{ "\033O2P",      { SF(1), NOTHING } },
	/* linux, screen, vt220 */
	{ "\033[1~",      { PRESSED_HOME, NOTHING } },
	{ "\033[4~",      { PRESSED_END, NOTHING } },
	{ "\033[2~",      { PRESSED_INSERT, NOTHING } },
	{ "\033[[A",      { F(1), NOTHING } },
	{ "\033[[E",      { F(5), NOTHING } },
	{ "\033[28~",     { SF(3), NOTHING } },
	/* rxvt */
	{ "\033[7~",      { PRESSED_HOME, NOTHING } },
	{ "\033[8~",      { PRESSED_END, NOTHING } },
	{ "\033[11~",     { F(1), NOTHING } },
	{ "\033[7$",      { PRESSED_HOME, NOTHING } },
	{ "\033[15$j",    { SF(5), 'j', NOTHING } },
	{ "\033[6^",      { PRESSED_PAGE_DOWN, NOTHING } },
	{ "\033Oa",       { PRESSED_UP, NOTHING } },
	{ "\033\033[A",   { PRESSED_UP | PRESSED_ALT, NOTHING } },
	/* the keypad, left in application mode by another program */
	{ "\033OM\033Oq", { 13, '1', NOTHING } },
	/* replies: DA1, DA2, DA3, XTVERSION, DECRPM, CPR, OSC, DECRQSS */
	{ "\033[?64;1;9cj",          { 'j', NOTHING } },
	{ "\033[>65;7006;1cj",       { 'j', NOTHING } },
	{ "\033P!|7E565445\033\\j",  { 'j', NOTHING } },
	{ "\033P>|XTerm(379)\033\\j", { 'j', NOTHING } },
	{ "\033[8;1$yj",             { 'j', NOTHING } },
	{ "\033[?2501;2$yj",         { 'j', NOTHING } },
	{ "\033[12;40Rj",            { 'j', NOTHING } },
	{ "\033[0nj",                { 'j', NOTHING } },
	{ "\033]11;rgb:0/0/0\007j",  { 'j', NOTHING } },
	{ "\033]11;rgb:0/0/0\033\\j", { 'j', NOTHING } },
	{ "\033P1$r0m\033\\j",       { 'j', NOTHING } },
	{ "\033_Gi=1;OK\033\\j",     { 'j', NOTHING } },
	/* what other programs may have left on: focus, paste, mouse */
	{ "\033[I\033[Oj",           { 'j', NOTHING } },
	{ "\033[200~j\033[201~",     { 'j', NOTHING } },
	{ "\033[<0;10;10Mj",         { 'j', NOTHING } },
	{ "\033[M !!j",              { 'j', NOTHING } },
	/* cut short, broken off, ill-formed */
	{ "\033[1;2",     { NOTHING } },
	{ "\033]11;rgb",  { NOTHING } },
	{ "\033[12\033[A", { PRESSED_UP, NOTHING } },
	{ "\033P>|x\033[A", { PRESSED_UP, NOTHING } },
	{ "\033O\033",    { 27, NOTHING } },
	{ "\xD8",         { NOTHING } },
	{ "\xD8j",        { 'j', NOTHING } },
	{ "\xFFj",        { 'j', NOTHING } },
	{ "\xED\xA0\x80j", { 'j', NOTHING } },
	{ "\xF4\x90\x80\x80j", { 'j', NOTHING } },
	{ "\xC2\x9Bj",    { 'j', NOTHING } },
};

/* Feeds the keyboard `step` bytes a time, one millisecond between, and then
 * lets every wait run out. */
static void
check_typed(const char *bytes, const key_code *keys, size_t step)
{
	struct keyboard keyboard = { 0 };
	struct evidence evidence = { 0 };
	size_t  size  = strlen(bytes);
	size_t  found = 0;
	int64_t now   = 1000;
	int     ends[2];

	assert_int_equal(pipe(ends), 0);
	keyboard.fd = ends[0];
	for (size_t at = 0; at <= size; at += step) {
		size_t   left = size - at < step ? size - at : step;
		key_code key;

		if (left > 0) {
			assert_int_equal(write(ends[1], bytes + at, left),
			    left);
			assert_true(keyboard_read(&keyboard, ++now,
			    &evidence));
		} else
			now += 10000;
		while ((key = keyboard_key(&keyboard, now)) != NOTHING) {
			assert_int_equal(key, keys[found]);
			found++;
		}
		if (left > 0 && left < step)
			at = size - step;
	}
	assert_int_equal(keys[found], NOTHING);
	assert_int_equal(keyboard.size, 0);
	close(ends[0]);
	close(ends[1]);
}

static void
test_typed_at_once(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
		check_typed(typed[i].bytes, typed[i].keys, 64);
}

static void
test_typed_byte_by_byte(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
		check_typed(typed[i].bytes, typed[i].keys, 1);
}

/* Whatever comes, each call takes bytes once none will follow, never more
 * than there are, and asks for more only while more may come. */
static void
test_any_bytes(void **state)
{
	static const char alphabet[] =
	    "\033\033\033[[OP]_^X?>$;0129~^@AMRZmc\\\007\030\xD8\xB4\xC2\x9B j";
	unsigned seed = 1;

	(void)state;
	for (int round = 0; round < 200000; round++) {
		char     bytes[24];
		size_t   size = (size_t)(round % 24) + 1;
		key_code key;

		for (size_t i = 0; i < size; i++) {
			seed = seed * 1103515245u + 12345u;
			bytes[i] = alphabet[(seed >> 16) %
			    (sizeof alphabet - 1)];
		}
		for (size_t at = 0; at < size;) {
			size_t used = key_read(bytes + at, size - at, true,
			    &key);
			size_t last = key_read(bytes + at, size - at, false,
			    &key);

			assert_in_range(last, 1, size - at);
			if (used != 0)
				assert_int_equal(used, last);
			at += last;
		}
	}
}

static void
test_backspace_and_rxvt(void **state)
{
	struct keyboard keyboard = { .typed = "\b\033[25~", .size = 6 };

	(void)state;
	keyboard.backspace_is_8 = true;
	keyboard.shift_keys_late = true;
	assert_int_equal(keyboard_key(&keyboard, 0), 127);
	assert_int_equal(keyboard_key(&keyboard, 0), SF(3));
}

static void
test_escape_waits(void **state)
{
	struct keyboard keyboard = { .typed = "\033", .size = 1,
		.typed_at = 100 };
	int64_t until = keyboard_gives_up(&keyboard);

	(void)state;
	assert_in_range(until, 120, 160);
	assert_int_equal(keyboard_key(&keyboard, until - 1), NOTHING);
	assert_int_equal(keyboard_key(&keyboard, until), 27);
	assert_true(keyboard_gives_up(&keyboard) == INT64_MAX);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_both_ways),
		cmocka_unit_test(test_other_spellings),
		cmocka_unit_test(test_no_names),
		cmocka_unit_test(test_no_room),
		cmocka_unit_test(test_typed_at_once),
		cmocka_unit_test(test_typed_byte_by_byte),
		cmocka_unit_test(test_any_bytes),
		cmocka_unit_test(test_backspace_and_rxvt),
		cmocka_unit_test(test_escape_waits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
