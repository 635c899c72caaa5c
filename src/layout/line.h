/* line.h: one line of cells in visual order. */
#ifndef QARI_LAYOUT_LINE_H
#define QARI_LAYOUT_LINE_H

#include <stdbool.h>

#include "bytes/array.h"
#include "layout/cell.h"

enum direction {
	DIRECTION_AUTO,         /* right to left if the text holds any R or AL
	                         * letter, else left to right */
	DIRECTION_ARABIC,       /* the same, but without any strong letter
	                         * right to left: "* * *", "1." */
	DIRECTION_LTR,
	DIRECTION_RTL,
	DIRECTION_FIRST_STRONG  /* UAX #9 P2, P3 */
};

struct line {
	struct span    span;            /* bytes it was made from, with the white
	                                 * space that hangs at its end */
	struct cell   *cell;            /* [cells] left to right; lent by lines */
	size_t         cells;
	size_t         columns;         /* their width together */
	enum direction direction;       /* LTR or RTL */
};

struct lines {
	struct line *at;                /* [count] */
	size_t       count;
	size_t       room;
	struct cells ARRAY_OF(struct cell) store;
};

void lines_free(struct lines *lines);

#endif
