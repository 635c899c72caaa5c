/* shift.h: rows of the screen that only moved. */
#ifndef QARI_SCREEN_SHIFT_H
#define QARI_SCREEN_SHIFT_H

#include "layout/grid.h"

/* Rows [top, bottom) of the screen moved up by `by`, or down by -by. */
struct shift {
	size_t top;
	size_t bottom;
	long   by;
	size_t spared;          /* cells that need not be sent then */
};

/* What stands for a row when rows are compared. */
struct row_sum {
	uint64_t hash;
	size_t   text;          /* cells that are not blank */
};

/* The shift from `old` to `new`, of one size, that spares most. A blank of a
 * role in `erasable` is like any other such blank. `sums` is room for two
 * grids' rows. */
struct shift shift_find(const struct grid *old, const struct grid *new,
    const bool erasable[ROLES], struct row_sum *sums);

/* Moves the rows of the grid as a terminal does; those that come in are
 * blank. */
void shift_apply(struct grid *grid, struct shift shift);

#endif
