/* command.c: the table of commands holds together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "bytes/utf8.h"
#include "views/command.h"

static void
finds_every_command_by_name(void **state)
{
	(void)state;
	for (enum command c = 0; c < COMMANDS; c++) {
		const char *name = command_row(c)->name;

		assert_int_equal(command_named(name, strlen(name)), c);
		assert_int_equal(command_named(name, strlen(name) - 1),
		    COMMAND_NONE);
	}
	assert_int_equal(command_named("", 0), COMMAND_NONE);
	assert_int_equal(command_named("page-forwards", 13), COMMAND_NONE);
	assert_int_equal(command_named("page-forwards", 12),
	    COMMAND_PAGE_FORWARD);
}

static void
lists_every_command_once_under_a_heading(void **state)
{
	bool   seen[COMMANDS] = { false };
	size_t count;
	const struct command_line *line = command_lines(&count);

	(void)state;
	assert_int_equal(line[0].command, COMMAND_NONE);
	for (size_t i = 0; i < count; i++) {
		if (line[i].command == COMMAND_NONE) {
			assert_non_null(line[i].heading[LANGUAGE_ENGLISH]);
			assert_non_null(line[i].heading[LANGUAGE_ARABIC]);
			continue;
		}
		assert_false(seen[line[i].command]);
		seen[line[i].command] = true;
	}
	for (enum command c = 0; c < COMMANDS; c++)
		assert_true(seen[c]);
}

/* 80 columns of help: one at each side, 32 for the keys, the text. */
static void
fits_the_help_screen(void **state)
{
	(void)state;
	for (enum command c = 0; c < COMMANDS; c++) {
		const struct command_row *row = command_row(c);

		assert_in_range(strlen(row->keys), 1, 31);
		for (int l = 0; l < LANGUAGES; l++)
			assert_in_range(utf8_count(row->help[l],
			    strlen(row->help[l])), 1, 46);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_every_command_by_name),
		cmocka_unit_test(lists_every_command_once_under_a_heading),
		cmocka_unit_test(fits_the_help_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
