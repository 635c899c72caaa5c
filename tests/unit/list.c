/* list.c: the current row and the rows around it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "views/list.h"

static void
moves_within_its_rows(void **state)
{
	struct list list = { .count = 10 };

	(void)state;
	list_fit(&list, 4);
	assert_true(list_run(&list, COMMAND_LINE_UP, 0));
	assert_int_equal(list.current, 0);
	list_run(&list, COMMAND_LINE_DOWN, 3);
	assert_int_equal(list.current, 3);
	list_run(&list, COMMAND_PAGE_FORWARD, 0);
	assert_int_equal(list.current, 7);
	list_run(&list, COMMAND_PAGE_FORWARD, 999999);
	assert_int_equal(list.current, 9);
	list_run(&list, COMMAND_HALF_PAGE_UP, 0);
	assert_int_equal(list.current, 7);
	list_run(&list, COMMAND_GO_PERCENT, 50);
	assert_int_equal(list.current, 5);
	list_run(&list, COMMAND_END, 0);
	assert_int_equal(list.current, 9);
	list_run(&list, COMMAND_TOP, 0);
	assert_int_equal(list.current, 0);
	assert_false(list_run(&list, COMMAND_QUIT, 0));
}

static void
shows_the_current_row(void **state)
{
	struct list list = { .count = 10 };

	(void)state;
	for (size_t rows = 1; rows < 13; rows++)
		for (list.current = 0; list.current < 10; list.current++) {
			list_fit(&list, rows);
			assert_true(list.top <= list.current);
			assert_true(list.current < list.top + rows);
			assert_true(list_shown(&list) ==
			    (rows < 10 ? rows : 10));
		}
}

static void
bears_having_no_rows(void **state)
{
	struct list list = { 0 };

	(void)state;
	list_fit(&list, 5);
	list_run(&list, COMMAND_LINE_DOWN, 2);
	list_run(&list, COMMAND_END, 0);
	list_run(&list, COMMAND_GO_PERCENT, 100);
	assert_int_equal(list.current, 0);
	assert_int_equal(list_shown(&list), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(moves_within_its_rows),
		cmocka_unit_test(shows_the_current_row),
		cmocka_unit_test(bears_having_no_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
