/* prompt.c: typing a line from either side. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "views/prompt.h"

enum { ENTER = '\r', ESCAPE = 27, BACKSPACE = 127, CTRL_U = 21, CTRL_W = 23 };

static void
assert_text(const struct prompt *prompt, const char *expected, size_t cursor)
{
	assert_int_equal(prompt->text.count, strlen(expected));
	if (prompt->text.count > 0)
		assert_memory_equal(prompt->text.at, expected,
		    prompt->text.count);
	assert_int_equal(prompt->cursor, cursor);
}

static void
types_and_erases(void **state)
{
	struct prompt prompt = { 0 };

	(void)state;
	prompt_open(&prompt, PROMPT_LINE, "");
	assert_int_equal(prompt_feed(&prompt, U'ب'), PROMPT_CHANGED);
	assert_int_equal(prompt_feed(&prompt, U'ت'), PROMPT_CHANGED);
	assert_text(&prompt, "بت", 4);
	assert_int_equal(prompt_feed(&prompt, BACKSPACE), PROMPT_CHANGED);
	assert_text(&prompt, "ب", 2);
	assert_int_equal(prompt_feed(&prompt, 2), PROMPT_UNCHANGED);
	assert_int_equal(prompt_feed(&prompt, PRESSED_F1), PROMPT_UNCHANGED);
	assert_int_equal(prompt_feed(&prompt, 0x85), PROMPT_UNCHANGED);
	assert_text(&prompt, "ب", 2);
	prompt_free(&prompt);
}

static void
moves_where_the_arrows_point(void **state)
{
	struct prompt prompt = { 0 };

	(void)state;
	prompt_open(&prompt, PROMPT_LINE, "");
	prompt_feed(&prompt, U'ب');
	prompt_feed(&prompt, U'ت');
	prompt_feed(&prompt, PRESSED_RIGHT);
	assert_text(&prompt, "بت", 2);
	prompt_feed(&prompt, U'ث');
	assert_text(&prompt, "بثت", 4);
	prompt_feed(&prompt, PRESSED_LEFT);
	prompt_feed(&prompt, PRESSED_LEFT);
	assert_text(&prompt, "بثت", 6);
	prompt_feed(&prompt, CTRL_U);
	prompt_feed(&prompt, 'a');
	prompt_feed(&prompt, 'b');
	prompt_feed(&prompt, PRESSED_LEFT);
	prompt_feed(&prompt, PRESSED_DELETE);
	assert_text(&prompt, "a", 1);
	prompt_free(&prompt);
}

static void
erases_words(void **state)
{
	struct prompt prompt = { 0 };

	(void)state;
	prompt_open(&prompt, PROMPT_LINE, "");
	for (const char *letter = "one two "; *letter != '\0'; letter++)
		prompt_feed(&prompt, (key_code)*letter);
	prompt_feed(&prompt, CTRL_W);
	assert_text(&prompt, "one ", 4);
	prompt_feed(&prompt, PRESSED_HOME);
	assert_int_equal(prompt_feed(&prompt, CTRL_W), PROMPT_UNCHANGED);
	prompt_feed(&prompt, PRESSED_END);
	prompt_feed(&prompt, CTRL_W);
	assert_text(&prompt, "", 0);
	prompt_free(&prompt);
}

static void
closes(void **state)
{
	struct prompt prompt = { 0 };

	(void)state;
	prompt_open(&prompt, PROMPT_LINE, "");
	assert_int_equal(prompt_feed(&prompt, BACKSPACE), PROMPT_CANCELLED);
	assert_int_equal(prompt.kind, PROMPT_NONE);
	prompt_open(&prompt, PROMPT_LINE, "");
	prompt_feed(&prompt, 'q');
	assert_int_equal(prompt_feed(&prompt, ESCAPE), PROMPT_CANCELLED);
	prompt_open(&prompt, PROMPT_LINE, "");
	assert_text(&prompt, "", 0);
	prompt_feed(&prompt, 'q');
	assert_int_equal(prompt_feed(&prompt, ENTER), PROMPT_ACCEPTED);
	assert_text(&prompt, "q", 1);
	prompt_open(&prompt, PROMPT_KEY, "");
	assert_int_equal(prompt_feed(&prompt, ENTER), PROMPT_ACCEPTED);
	assert_int_equal(prompt.key, ENTER);
	prompt_free(&prompt);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(types_and_erases),
		cmocka_unit_test(moves_where_the_arrows_point),
		cmocka_unit_test(erases_words),
		cmocka_unit_test(closes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
