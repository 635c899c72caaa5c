/* width.h: how many columns letters take. Internal to layout. */
#ifndef QARI_LAYOUT_WIDTH_H
#define QARI_LAYOUT_WIDTH_H

#include "layout/paragraph.h"

#define TAB_STOP 8              /* columns */

/* Fills paragraph->columns: 0 for what goes onto the cell before it, which
 * then has that cell's level; a mark that has none gets a cell of its own.
 * Tabs stay 0: what they take depends on the line (fill.c). Breaks are found
 * and letters shaped before. */
void clusters_measure(struct paragraph *paragraph);

#endif
