/* mark.h: which marks a cell shows, in which order. Internal to layout. */
#ifndef QARI_LAYOUT_MARK_H
#define QARI_LAYOUT_MARK_H

#include <stddef.h>

#include "layout/cell.h"

#define MARKS_GATHERED 64       /* twice what the gate lets through: the
                                 * letters of a lam-alef each have theirs */

struct marks {
	size_t   count;
	char32_t at[MARKS_GATHERED];    /* in the order of the text */
};

/* Writes the most telling of `marks` to the cell, in the order in which a
 * terminal stacks them. */
void marks_choose(struct marks *marks, struct cell *cell);

#endif
