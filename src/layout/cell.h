/* cell.h: one place on the screen, and the byte it stands for. */
#ifndef QARI_LAYOUT_CELL_H
#define QARI_LAYOUT_CELL_H

#include <stdint.h>
#include <uchar.h>

#include "layout/style.h"

#define CELL_MARKS 4            /* what a curses cell holds beside its base */
#define CELL_NO_BYTE SIZE_MAX   /* padding and kashida stand for none */

struct cell {
	char32_t letter;                /* after shaping; never a control */
	char32_t mark[CELL_MARKS];      /* combining; 0: no more */
	uint8_t  columns;               /* 1 or 2; 0 for the right half of a
	                                 * wide one (in a grid only) */
	uint8_t  role;                  /* enum role */
	size_t   byte;                  /* first byte in the text */
};

#endif
