/* layout_grid.c: lines put on a grid, and the grid as text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "layout/grid.h"
#include "layout/layout.h"

static void
put(struct grid *grid, size_t row, size_t left, size_t width,
    const char *text, enum role role)
{
	struct layout_options options = {
		.width = 100, .base = DIRECTION_AUTO, .shape = true,
		.harakat = true
	};
	struct lines lines = layout_label(text, strlen(text), role, &options);

	grid_put_line(grid, row, left, width, &lines.at[0]);
	lines_free(&lines);
}

static void
assert_dump(const struct grid *grid, bool roles, const char *wanted)
{
	char  *dumped = NULL;
	size_t size   = 0;
	FILE  *out    = open_memstream(&dumped, &size);

	grid_dump(grid, roles, out);
	fclose(out);
	assert_string_equal(dumped, wanted);
	free(dumped);
}

static void
left_to_right_is_flush_left(void **state)
{
	struct grid *grid = grid_new(2, 8);

	(void)state;
	put(grid, 0, 0, 8, "abc", ROLE_TEXT);
	put(grid, 1, 2, 6, "de", ROLE_TEXT);
	assert_dump(grid, false, "abc\n  de\n");
	grid_free(grid);
}

static void
right_to_left_is_flush_right(void **state)
{
	struct grid *grid = grid_new(2, 8);

	(void)state;
	put(grid, 0, 0, 8, "אבג", ROLE_TEXT);
	put(grid, 1, 1, 4, "אב", ROLE_TEXT);
	assert_dump(grid, false, "     גבא\n   בא\n");
	assert_int_equal(grid_cell(grid, 0, 7)->letter, 0x5D0);
	assert_int_equal(grid_cell(grid, 0, 7)->byte, 0);
	assert_int_equal(grid_cell(grid, 0, 6)->byte, 2);
	assert_true(grid_cell(grid, 0, 0)->byte == CELL_NO_BYTE);
	grid_free(grid);
}

/* What does not fit is the end of the text, whichever side that is. */
static void
what_does_not_fit_is_not_put(void **state)
{
	struct grid *grid = grid_new(2, 6);

	(void)state;
	put(grid, 0, 1, 3, "abcdef", ROLE_TEXT);
	put(grid, 1, 1, 3, "אבגדה", ROLE_TEXT);
	assert_dump(grid, false, " abc\n גבא\n");
	grid_free(grid);
}

static void
a_box_beyond_the_grid_is_cut(void **state)
{
	struct grid *grid = grid_new(1, 4);

	(void)state;
	put(grid, 0, 2, 100, "abc", ROLE_TEXT);
	put(grid, 0, 4, 1, "x", ROLE_TEXT);
	put(grid, 1, 0, 4, "x", ROLE_TEXT);
	assert_dump(grid, false, "  ab\n");
	grid_free(grid);
}

static void
a_wide_cell_is_two_places(void **state)
{
	struct grid *grid = grid_new(1, 5);

	(void)state;
	put(grid, 0, 0, 5, "漢字x", ROLE_HIT);
	assert_int_equal(grid_cell(grid, 0, 0)->columns, 2);
	assert_int_equal(grid_cell(grid, 0, 1)->columns, 0);
	assert_int_equal(grid_cell(grid, 0, 1)->byte, 0);
	assert_int_equal(grid_cell(grid, 0, 1)->role, ROLE_HIT);
	assert_int_equal(grid_cell(grid, 0, 4)->letter, 'x');
	assert_dump(grid, false, "漢字x\n");
	grid_free(grid);
}

static void
a_wide_cell_is_never_cut(void **state)
{
	struct grid *grid = grid_new(3, 4);

	(void)state;
	put(grid, 0, 0, 3, "漢字", ROLE_TEXT);
	assert_dump(grid, false, "漢\n\n\n");
	/* A cell put over one half blanks the other. */
	put(grid, 1, 0, 4, "漢字", ROLE_TEXT);
	put(grid, 1, 1, 2, "ab", ROLE_TEXT);
	assert_dump(grid, false, "漢\n ab\n\n");
	put(grid, 2, 0, 4, "a漢b", ROLE_TEXT);
	put(grid, 2, 0, 4, "漢", ROLE_TEXT);
	assert_dump(grid, false, "漢\n ab\n漢 b\n");
	grid_free(grid);
}

static void
marks_are_part_of_the_dump(void **state)
{
	struct grid *grid = grid_new(1, 3);

	(void)state;
	put(grid, 0, 0, 3, "בָא", ROLE_TEXT);
	assert_dump(grid, false, " אבָ\n");
	grid_free(grid);
}

static void
roles_and_cursor_are_dumped(void **state)
{
	struct grid *grid = grid_new(3, 6);

	(void)state;
	grid_fill_row(grid, 0, ROLE_STATUS);
	put(grid, 1, 0, 6, "ab", ROLE_PERSON);
	put(grid, 2, 3, 3, "漢", ROLE_HIT_CURRENT);
	grid->cursor_row = 1;
	grid->cursor_column = 2;
	assert_dump(grid, true,
	    "\nab\n   漢\nroles\nssssss\nPP\n...!!\ncursor 1 2\n");
	grid_free(grid);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(left_to_right_is_flush_left),
		cmocka_unit_test(right_to_left_is_flush_right),
		cmocka_unit_test(what_does_not_fit_is_not_put),
		cmocka_unit_test(a_box_beyond_the_grid_is_cut),
		cmocka_unit_test(a_wide_cell_is_two_places),
		cmocka_unit_test(a_wide_cell_is_never_cut),
		cmocka_unit_test(marks_are_part_of_the_dump),
		cmocka_unit_test(roles_and_cursor_are_dumped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
