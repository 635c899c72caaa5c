/* evidence.c: replies of terminals, as they were recorded, and what is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen/evidence.h"

static const struct {
	const char *bytes;
	enum source source;
	const char *text;
} replies[] = {
	{ "\033[?62;22c",          FROM_ATTRIBUTES, "62;22" },
	{ "\033[?6c",              FROM_ATTRIBUTES, "6" },
	{ "\033[>65;7006;1c",      FROM_KIND,       "65;7006;1" },
	{ "\033P!|7E565445\033\\", FROM_UNIT,       "7E565445" },
	{ "\033P>|XTerm(379)\033\\", FROM_VERSION,  "XTerm(379)" },
	{ "\033P>|kitty(0.26.5)\007", FROM_VERSION, "kitty(0.26.5)" },
	{ "\033[8;1$y",            FROM_MODE,       "1" },
	{ "\033P>|a\033b\001c\xD9\x84\033\\", FROM_VERSION, "a?b?c??" },
};

static void
notes_every_reply(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof replies / sizeof *replies; i++) {
		struct evidence evidence = { 0 };

		assert_true(reply_read(replies[i].bytes,
		    strlen(replies[i].bytes), &evidence));
		for (enum source j = 0; j < SOURCES; j++)
			assert_string_equal(evidence.text[j],
			    j == replies[i].source ? replies[i].text : "");
	}
}

static void
passes_over_what_is_none(void **state)
{
	static const char *const others[] = {
		"\033[?c", "\033[>c", "\033[c", "\033P!|\033\\", "\033[8;$y",
		"\033[4;1$y", "\033[?2026;2$y", "\033[1;5R", "\033[2~",
		"\033]11;rgb:0/0/0\007", "\033P1$r0m\033\\", "", "c", "\033",
	};
	struct evidence none     = { 0 };
	struct evidence evidence = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_false(reply_read(others[i], strlen(others[i]),
		    &evidence));
	assert_memory_equal(&evidence, &none, sizeof none);
}

static void
cuts_what_is_too_long(void **state)
{
	char            bytes[200] = "\033P>|";
	struct evidence evidence = { 0 };

	(void)state;
	memset(bytes + 4, 'x', sizeof bytes - 4);
	assert_true(reply_read(bytes, sizeof bytes, &evidence));
	assert_int_equal(strlen(evidence.text[FROM_VERSION]),
	    EVIDENCE_SIZE - 1);
}

static void
gathers_three_widths(void **state)
{
	static const char *const reports[] = {
		"\033[2;2R", "\033[2;3R", "\033[2;2R"
	};
	struct evidence evidence = { 0 };

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		assert_false(widths_known(&evidence));
		assert_true(reply_read(reports[i], strlen(reports[i]),
		    &evidence));
	}
	assert_true(widths_known(&evidence));
	assert_string_equal(evidence.text[FROM_WIDTHS], "1,2,1");
}

/* DA1 comes last because it is asked last. */
static void
asks_the_last_question_last(void **state)
{
	size_t size = strlen(query_all);

	(void)state;
	assert_string_equal(query_all + size - 3, "\033[c");
	assert_null(strstr(query_all, "\033[c\033"));
	assert_non_null(strstr(query_all, "\033[8$p"));
}

static void
reads_the_environment(void **state)
{
	struct evidence evidence = { 0 };

	(void)state;
	setenv("TERM", "xterm-256color", 1);
	setenv("TERM_PROGRAM", "a\nb", 1);
	unsetenv("VTE_VERSION");
	evidence_of_environment(&evidence);
	assert_string_equal(evidence.text[FROM_TERM], "xterm-256color");
	assert_string_equal(evidence.text[FROM_PROGRAM], "a?b");
	assert_string_equal(evidence.text[FROM_VTE], "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(notes_every_reply),
		cmocka_unit_test(passes_over_what_is_none),
		cmocka_unit_test(cuts_what_is_too_long),
		cmocka_unit_test(gathers_three_widths),
		cmocka_unit_test(asks_the_last_question_last),
		cmocka_unit_test(reads_the_environment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
