/* paint_scroll.c: rows of a grid that only moved are moved by the terminal. */
#include <stdlib.h>

#include "screen/paint_inside.h"

enum { SCROLL_WORTH = 24 };     /* cells that scrolling must spare */

/* Where the text of a row starts; 0 for a blank one. */
static size_t
text_start(const struct painter *painter, const struct grid *grid, size_t row)
{
	size_t column = 0;

	while (column < grid->columns &&
	    is_blank(painter, grid_cell(grid, row, column)))
		column++;
	return column < grid->columns ? column : 0;
}

/* Margins around the rows; then LF in the last of them scrolls up, RI in the
 * first scrolls down (every terminal since the VT100). Both keep the column,
 * so that the cursor can stand where the new row's text will start. */
static void
scroll(struct painter *painter, const struct grid *grid, struct shift shift)
{
	struct pen *pen   = &painter->pen;
	bool        whole = shift.top == 0 && shift.bottom == grid->rows;
	size_t      row   = shift.by > 0 ? shift.bottom - 1 : shift.top;
	bool        kept  = shift.by < 0 || painter->caps->line_feed_is_bare;

	pen_look(pen, plain);
	if (!whole) {
		pen_sequence(pen, shift.top > 0 ? shift.top + 1 : 0,
		    shift.bottom, 'r');
		pen->row = pen->column = PEN_NOWHERE;
		pen->margins = true;
	}
	pen_move(pen, row, kept ? text_start(painter, grid, row) : 0);
	for (long i = 0; i < labs(shift.by); i++)
		buffer_add_string(pen->out, shift.by > 0 ? "\n" : "\033M");
	shift_apply(painter->shown, shift);
}

static size_t
changed_rows(const struct painter *painter, const struct grid *grid)
{
	size_t rows = 0;

	for (size_t row = 0; row < grid->rows; row++)
		rows += paint_first_change(painter,
		    row_of(painter->shown, row), row_of(grid, row),
		    grid->columns) < grid->columns;
	return rows;
}

void
paint_scroll(struct painter *painter, const struct grid *grid)
{
	struct shift shift;

	if (!painter->caps->scrolls || changed_rows(painter, grid) < 2)
		return;
	shift = shift_find(painter->shown, grid, painter->erasable,
	    painter->sums);
	if (shift.spared > SCROLL_WORTH + (size_t)labs(shift.by))
		scroll(painter, grid, shift);
}
