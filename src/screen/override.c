/* override.c: the overrides that hold rows from left to right. */
#include "screen/override.h"

enum { OVERRIDE = 0x202D };             /* LEFT-TO-RIGHT OVERRIDE */

static bool
is_blank(const struct cell *cell)
{
	return cell->letter == ' ' && cell->mark[0] == 0;
}

bool
override_is(const struct cell *cell)
{
	return cell->mark[0] == OVERRIDE && cell->letter == ' ';
}

void
override_gather(struct grid *grid)
{
	for (size_t row = 0; row < grid->rows; row++) {
		struct cell *cell = grid_cell(grid, row, 0);
		bool         held = false;

		if (!is_blank(&cell[0]) && !override_is(&cell[0]))
			continue;
		for (size_t i = 0; i < grid->columns; i++) {
			if (!override_is(&cell[i]))
				continue;
			cell[i].mark[0] = 0;
			held = true;
		}
		if (held)
			cell[0].mark[0] = OVERRIDE;
	}
}
