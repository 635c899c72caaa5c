/* grid.h: the screen as a value: rows of cells and a cursor. */
#ifndef QARI_LAYOUT_GRID_H
#define QARI_LAYOUT_GRID_H

#include <stdio.h>

#include "layout/line.h"

struct grid {
	size_t       rows;
	size_t       columns;
	struct cell *cell;              /* [rows * columns], row by row */
	size_t       cursor_row;
	size_t       cursor_column;
};

struct grid *grid_new(size_t rows, size_t columns);

/* Every cell blank, of ROLE_TEXT, standing for no byte. */
void grid_clear(struct grid *grid);

/* Every cell of `row` blank, of `role`. */
void grid_fill_row(struct grid *grid, size_t row, enum role role);

/* Puts the line into columns [left, left + width) of `row`: flush right when
 * its direction is right to left, else flush left. What does not fit is not
 * put; a wide cell is never cut in half. */
void grid_put_line(struct grid *grid, size_t row, size_t left, size_t width,
    const struct line *line);

/* The cell of `row`, `column`. */
struct cell *grid_cell(const struct grid *grid, size_t row, size_t column);

/* Writes the grid as text, a row a line, trailing blanks cut; with `roles`,
 * a second block of rows in which each cell is a letter that names its role
 * (see grid.c), and the cursor's place. For tests. */
void grid_dump(const struct grid *grid, bool roles, FILE *out);

/* The letter that names a role in a dump. */
char role_letter(enum role role);

void grid_free(struct grid *grid);

#endif
