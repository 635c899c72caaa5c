/* keymap.c: what is typed on which keyboard is which command. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "bytes/utf8.h"
#include "views/keymap.h"

static struct keymap *keymap;
static struct keymap *card_keymap;
static struct keymap *select_keymap;

static int
make(void **state)
{
	(void)state;
	keymap = keymap_new(KEYS_EVERYWHERE);
	card_keymap = keymap_new(KEYS_OF_CARD);
	select_keymap = keymap_new(KEYS_OF_SELECTION);
	return 0;
}

static int
drop(void **state)
{
	(void)state;
	keymap_free(keymap);
	keymap_free(card_keymap);
	keymap_free(select_keymap);
	return 0;
}

/* Feeds the letters of `typed`; the last one's answer counts, those before
 * it must leave more to come. */
static enum keymap_answer
type(const char *typed, enum command *command, size_t *count)
{
	struct pending     pending = { 0 };
	enum keymap_answer answer  = KEYMAP_PARTIAL;
	size_t             size    = strlen(typed);

	for (size_t at = 0; at < size;) {
		char32_t letter;

		assert_int_equal(answer, KEYMAP_PARTIAL);
		at += utf8_read(typed + at, size - at, &letter);
		answer = keymap_feed(keymap, &pending, letter, command, count);
	}
	if (answer != KEYMAP_PARTIAL) {
		assert_int_equal(pending.keys, 0);
		assert_int_equal(pending.count, 0);
	}
	return answer;
}

static void
assert_types(const char *typed, enum command expected, size_t times)
{
	enum command command = COMMAND_NONE;
	size_t       count   = SIZE_MAX;

	assert_int_equal(type(typed, &command, &count), KEYMAP_COMMAND);
	assert_int_equal(command, expected);
	assert_int_equal(count, times);
}

/* The rows of the table of keys, keyboard by keyboard: ASCII, Arabic 101 as
 * X11 and as Windows send it, Mac, AZERTY, Persian. */
static void
obeys_every_keyboard(void **state)
{
	static const struct {
		enum command command;
		const char  *typed[10];
	} rows[] = {
		{ COMMAND_LINE_DOWN, { "j", "ت" } },
		{ COMMAND_LINE_UP, { "k", "ن" } },
		{ COMMAND_LEFT, { "h", "ا" } },
		{ COMMAND_RIGHT, { "l", "م" } },
		{ COMMAND_HALF_PAGE_DOWN, { "d", "ي", "ی" } },
		{ COMMAND_HALF_PAGE_UP, { "u", "ع" } },
		{ COMMAND_PAGE_FORWARD, { "f", " ", "ب" } },
		{ COMMAND_PAGE_BACK, { "b", "gh", "ﻻ", "لا", "ز", "ذ" } },
		{ COMMAND_TOP, { "gg", "لل" } },
		{ COMMAND_END, { "G", "gH", "ﻷ", "لأ", "أ" } },
		{ COMMAND_SEARCH, { "/", "ظ" } },
		{ COMMAND_SEARCH_NEXT, { "n", "ى", "ر", "د" } },
		{ COMMAND_SEARCH_PREVIOUS, { "N", "آ", "إ", "ٔ" } },
		{ COMMAND_HELP, { "?", "؟" } },
		{ COMMAND_ENTITY_INDEX, { "e", "ث" } },
		{ COMMAND_ENTITY_INFO, { "i", "ه" } },
		{ COMMAND_ENTITY_SAME, { "*" } },
		{ COMMAND_ARTICLE_NEXT, { "gn", "لى", "لر", "لد" } },
		{ COMMAND_ARTICLE_PREVIOUS, { "gp", "لح" } },
		{ COMMAND_MARK_SET, { "m", "ة", "و", "ك", "پ" } },
		{ COMMAND_MARK_GO, { "'", "ط", "؛", "گ" } },
		{ COMMAND_SELECT, { "v", "gs", "لس" } },
		{ COMMAND_REVEAL, { "gd", "لي" } },
		{ COMMAND_BOILERPLATE, { "gf", "لب" } },
		{ COMMAND_WIDER, { "+" } },
		{ COMMAND_NARROWER, { "-" } },
		{ COMMAND_WIDTH, { "=" } },
		{ COMMAND_QUIT, { "q", "ض", "ش", "\x1B", "\x03" } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (const char *const *t = rows[i].typed; *t != NULL; t++)
			assert_types(*t, rows[i].command, 0);
}

static void
counts_in_three_sets_of_digits(void **state)
{
	(void)state;
	assert_types("12j", COMMAND_LINE_DOWN, 12);
	assert_types("١٢ت", COMMAND_LINE_DOWN, 12);
	assert_types("۱۲ت", COMMAND_LINE_DOWN, 12);
	assert_types("1٢۳j", COMMAND_LINE_DOWN, 123);
	assert_types("50%", COMMAND_GO_PERCENT, 50);
	assert_types("٥٠٪", COMMAND_GO_PERCENT, 50);
	assert_types("۵۰%", COMMAND_GO_PERCENT, 50);
	assert_types("10gg", COMMAND_TOP, 10);
	assert_types("99999999999999999999j", COMMAND_LINE_DOWN,
	    KEYMAP_COUNT);
}

static void
drops_what_leads_nowhere(void **state)
{
	static const char *const nowhere[] = { "x", "gx", "0", "5x", "لآ", "g1" };
	enum command command = COMMAND_NONE;
	size_t       count   = 0;

	(void)state;
	for (size_t i = 0; i < sizeof nowhere / sizeof *nowhere; i++) {
		assert_int_equal(type(nowhere[i], &command, &count),
		    KEYMAP_NOTHING);
		assert_int_equal(command, COMMAND_NONE);
	}
	/* Esc leaves when nothing was typed before it, else only drops it. */
	assert_int_equal(type("g\x1B", &command, &count), KEYMAP_NOTHING);
	assert_int_equal(type("5\x1B", &command, &count), KEYMAP_NOTHING);
	assert_int_equal(type("5", &command, &count), KEYMAP_PARTIAL);
	assert_int_equal(type("g", &command, &count), KEYMAP_PARTIAL);
}

/* Splits "g g" or "PgDn" at `*names` into keys, and goes past the comma. */
static size_t
read_keys(const char **names, key_code key[KEYMAP_SEQUENCE])
{
	size_t keys = 0;

	for (;;) {
		size_t size = strcspn(*names, " ,");

		assert_true(keys < KEYMAP_SEQUENCE);
		assert_true(key_parse(*names, size, &key[keys++]));
		*names += size;
		if (**names != ' ')
			break;
		*names += 1;
	}
	*names += strspn(*names, ", ");
	return keys;
}

/* No keys of one command hide another's; every row is obeyed as written. */
static void
obeys_every_row_of_the_table(void **state)
{
	(void)state;
	for (enum command c = 0; c < COMMANDS; c++) {
		const char *names = command_row(c)->keys;

		while (*names != '\0') {
			struct pending pending = { 0 };
			enum command   command = COMMAND_NONE;
			size_t         count   = 0;
			key_code       key[KEYMAP_SEQUENCE];
			size_t         keys = read_keys(&names, key);
			struct keymap *const held[] = {
				[KEYS_EVERYWHERE]   = keymap,
				[KEYS_OF_SELECTION] = select_keymap,
				[KEYS_OF_CARD]      = card_keymap,
			};

			for (size_t i = 0; i < keys; i++)
				assert_int_equal(keymap_feed(
				    held[command_keys(c)], &pending, key[i],
				    &command, &count), i + 1 < keys
				    ? KEYMAP_PARTIAL : KEYMAP_COMMAND);
			assert_int_equal(command, c);
		}
	}
}

/* In the box of a name a digit of any set is its key, and no count. */
static void
digits_are_keys_of_the_box(void **state)
{
	static const key_code digits[] = { '3', U'٣', U'۳' };

	(void)state;
	for (size_t i = 0; i < sizeof digits / sizeof *digits; i++) {
		struct pending pending = { 0 };
		enum command   command = COMMAND_NONE;
		size_t         count   = 0;

		assert_int_equal(keymap_feed(card_keymap, &pending,
		    digits[i], &command, &count), KEYMAP_COMMAND);
		assert_int_equal(command, COMMAND_CORRECT_PLACE);
		assert_int_equal(keymap_feed(keymap, &pending, digits[i],
		    &command, &count), KEYMAP_PARTIAL);
	}
}

/* A letter whose key is not the same on all Arabic keyboards is no command,
 * and ASCII is never translated. */
static void
keeps_ascii_and_free_keys(void **state)
{
	static const char free_keys[] = "awzx,.;`[]";

	(void)state;
	for (key_code key = 0; key < 0x80; key++)
		assert_int_equal(key_latin(key), key);
	for (const char *k = free_keys; *k != '\0'; k++) {
		struct pending pending = { 0 };
		enum command   command;
		size_t         count;

		assert_int_equal(keymap_feed(keymap, &pending, (key_code)*k,
		    &command, &count), KEYMAP_NOTHING);
	}
}

static void
shows_what_is_pending(void **state)
{
	struct pending pending = { .count = 12, .key = { 'g' }, .keys = 1 };
	struct buffer  out     = { 0 };

	(void)state;
	pending_write(&pending, &out);
	assert_int_equal(out.count, 3);
	assert_memory_equal(out.at, "12g", 3);
	array_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(obeys_every_keyboard),
		cmocka_unit_test(counts_in_three_sets_of_digits),
		cmocka_unit_test(drops_what_leads_nowhere),
		cmocka_unit_test(obeys_every_row_of_the_table),
		cmocka_unit_test(digits_are_keys_of_the_box),
		cmocka_unit_test(keeps_ascii_and_free_keys),
		cmocka_unit_test(shows_what_is_pending),
	};

	return cmocka_run_group_tests(tests, make, drop);
}
