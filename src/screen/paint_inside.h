/* paint_inside.h: what paint.c and paint_scroll.c share. */
#ifndef QARI_SCREEN_PAINT_INSIDE_H
#define QARI_SCREEN_PAINT_INSIDE_H

#include "screen/paint.h"
#include "screen/pen.h"
#include "screen/shift.h"

struct painter {
	const struct caps *caps;
	struct look        look[ROLES];
	bool               erasable[ROLES]; /* a blank of it can be erased */
	struct grid       *shown;       /* what the terminal shows, or NULL */
	struct row_sum    *sums;        /* [2 * rows] for shift_find() */
	struct pen         pen;
};

static const struct look plain = { LOOK_DEFAULT, LOOK_DEFAULT, 0 };

/* Whether erasing leaves this cell. */
static inline bool
is_blank(const struct painter *painter, const struct cell *cell)
{
	return cell->letter == ' ' && cell->mark[0] == 0 &&
	    painter->erasable[cell->role];
}

static inline struct cell *
row_of(const struct grid *grid, size_t row)
{
	return grid->cell + row * grid->columns;
}

/* The first of a row's cells [columns] that differs; `columns` when none
 * does. */
size_t paint_first_change(const struct painter *painter,
    const struct cell *old, const struct cell *new, size_t columns);

/* Scrolls rows that only moved, where that spares enough. */
void paint_scroll(struct painter *painter, const struct grid *grid);

#endif
