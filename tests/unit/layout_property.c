/* layout_property.c: the table of common letters says what ICU says.
 *
 * With the argument --write it prints the table: after an update of ICU,
 * layout_property --write > src/layout/property_common.def */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "layout/property.h"

static const struct range {
	const char *row;
	char32_t    first;
	char32_t    last;
} ranges[] = {
	{ "LATIN", 0x0000, 0x00FF },
	{ "ARABIC", 0x0600, 0x06FF },
	{ "SIGN", 0x2000, 0x206F },
};

enum { RANGES = sizeof ranges / sizeof *ranges };

static void
write_row(const char *row, char32_t letter)
{
	struct property p = property_of_icu(letter);

	printf("%s(%d, %d, %d, %d, %d, %d) /* %04X */\n", row, p.kind,
	    p.class, p.joining, p.breaking, p.columns, p.flags,
	    (unsigned)letter);
}

static int
write_table(void)
{
	printf("/* property_common.def: struct property of the letters news "
	    "is made of.\n *\n * LATIN, ARABIC, SIGN(kind, class, joining, "
	    "breaking, columns, flags): the\n * letters from U+0000, U+0600 "
	    "and U+2000 on, in order. Written by\n * tests/unit/"
	    "layout_property --write, which also compares it with ICU. */\n");
	for (size_t i = 0; i < RANGES; i++)
		for (char32_t letter = ranges[i].first;
		    letter <= ranges[i].last; letter++)
			write_row(ranges[i].row, letter);
	return 0;
}

static void
common_letters_as_icu_says(void **state)
{
	(void)state;
	for (size_t i = 0; i < RANGES; i++)
		for (char32_t letter = ranges[i].first;
		    letter <= ranges[i].last; letter++) {
			struct property says  = property_of_icu(letter);
			struct property found = *property_ask(letter);

			assert_int_equal(found.kind, says.kind);
			assert_int_equal(found.class, says.class);
			assert_int_equal(found.joining, says.joining);
			assert_int_equal(found.breaking, says.breaking);
			assert_int_equal(found.columns, says.columns);
			assert_int_equal(found.flags, says.flags);
		}
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(common_letters_as_icu_says),
	};

	if (argc == 2 && strcmp(argv[1], "--write") == 0)
		return write_table();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
