/* pen.h: the terminal's cursor and look while a frame is written. */
#ifndef QARI_SCREEN_PEN_H
#define QARI_SCREEN_PEN_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#include "bytes/array.h"
#include "layout/cell.h"
#include "screen/theme.h"

#define PEN_NOWHERE SIZE_MAX            /* only an absolute move helps */

struct pen {
	struct buffer *out;
	size_t         row;             /* of the cursor, or PEN_NOWHERE */
	size_t         column;          /* the width: behind the last one */
	size_t         rows;            /* of the screen */
	size_t         columns;
	struct look    look;
	bool           margins;         /* set: a line feed may scroll */
};

void pen_move(struct pen *pen, size_t row, size_t column);

void pen_look(struct pen *pen, struct look look);

/* The look in which erasing leaves default blanks: terminals erase with the
 * ground they write with. */
void pen_erasing_look(struct pen *pen);

/* Writes the cell where the pen stands, in `look`. */
void pen_put(struct pen *pen, const struct cell *cell, struct look look);

/* Writes `count` blanks in the default look. */
void pen_blanks(struct pen *pen, size_t count);

/* Appends "ESC [ first ; second final"; a number that is 0 is left out. */
void pen_sequence(struct pen *pen, size_t first, size_t second, char final);

#endif
