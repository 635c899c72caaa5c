/* grid.c: the screen as a value. */
#include "layout/grid.h"

#include <stdlib.h>

#include "bytes/memory.h"
#include "bytes/utf8.h"

/* The letter that names a role in a dump. */
static const char role_letters[ROLES] = {
	[ROLE_TEXT]        = '.',
	[ROLE_SECTION]     = 'S',
	[ROLE_HEADLINE]    = 'H',
	[ROLE_BYLINE]      = 'B',
	[ROLE_DIMMED]      = 'd',
	[ROLE_CONTROL]     = 'c',
	[ROLE_PERSON]      = 'P',
	[ROLE_AGENCY]      = 'A',
	[ROLE_PLACE]       = 'L',
	[ROLE_EVENT]       = 'E',
	[ROLE_DATE]        = 'D',
	[ROLE_HIT]         = 'h',
	[ROLE_HIT_CURRENT] = '!',
	[ROLE_SAME]        = '=',
	[ROLE_FOCUS]       = 'F',
	[ROLE_STATUS]      = 's',
	[ROLE_PROMPT]      = 'p',
	[ROLE_TITLE]       = 'T',
	[ROLE_KEY]         = 'K',
};

char
role_letter(enum role role)
{
	return role_letters[role];
}

static struct cell
blank(enum role role)
{
	return (struct cell){
		.letter  = ' ',
		.columns = 1,
		.role    = (uint8_t)role,
		.byte    = CELL_NO_BYTE
	};
}

struct grid *
grid_new(size_t rows, size_t columns)
{
	struct grid *grid = memory_new(1, sizeof *grid);

	grid->rows = rows;
	grid->columns = columns;
	grid->cell = memory_new(rows * columns, sizeof *grid->cell);
	grid_clear(grid);
	return grid;
}

void
grid_free(struct grid *grid)
{
	if (grid == NULL)
		return;
	free(grid->cell);
	free(grid);
}

struct cell *
grid_cell(const struct grid *grid, size_t row, size_t column)
{
	return &grid->cell[row * grid->columns + column];
}

void
grid_fill_row(struct grid *grid, size_t row, enum role role)
{
	const struct cell empty = blank(role);
	struct cell      *cell  = grid_cell(grid, row, 0);

	for (size_t column = 0; column < grid->columns; column++)
		cell[column] = empty;
}

void
grid_clear(struct grid *grid)
{
	for (size_t row = 0; row < grid->rows; row++)
		grid_fill_row(grid, row, ROLE_TEXT);
	grid->cursor_row = 0;
	grid->cursor_column = 0;
}

/* Blanks the other half of a wide cell of which one is overwritten. */
static void
free_halves(struct grid *grid, size_t row, size_t column)
{
	struct cell *cell = grid_cell(grid, row, column);

	if (cell->columns == 0 && column > 0)
		cell[-1] = blank(cell->role);
	if (cell->columns == 2 && column + 1 < grid->columns)
		cell[1] = blank(cell->role);
}

static void
put_cell(struct grid *grid, size_t row, size_t column,
    const struct cell *cell)
{
	struct cell *place = grid_cell(grid, row, column);

	if (place->columns != 1)
		free_halves(grid, row, column);
	if (cell->columns == 2) {
		free_halves(grid, row, column + 1);
		place[1] = blank(cell->role);
		place[1].columns = 0;
		place[1].byte = cell->byte;
	}
	*place = *cell;
}

void
grid_put_line(struct grid *grid, size_t row, size_t left, size_t width,
    const struct line *line)
{
	bool   right  = line->direction == DIRECTION_RTL;
	size_t column = 0;              /* counted from the flush edge */

	if (row >= grid->rows || left >= grid->columns)
		return;
	if (width > grid->columns - left)
		width = grid->columns - left;
	for (size_t i = 0; i < line->cells; i++) {
		const struct cell *cell =
		    &line->cell[right ? line->cells - 1 - i : i];

		if (column + cell->columns > width)
			break;
		put_cell(grid, row, right
		    ? left + width - column - cell->columns : left + column,
		    cell);
		column += cell->columns;
	}
}

static void
write_letter(char32_t letter, FILE *out)
{
	char bytes[UTF8_MOST];

	fwrite(bytes, 1, utf8_write(letter, bytes), out);
}

static void
write_cell(const struct cell *cell, FILE *out)
{
	if (cell->columns == 0)
		return;
	write_letter(cell->letter, out);
	for (size_t i = 0; i < CELL_MARKS && cell->mark[i] != 0; i++)
		write_letter(cell->mark[i], out);
}

static bool
is_blank(const struct cell *cell)
{
	return cell->letter == ' ' && cell->mark[0] == 0 &&
	    cell->columns == 1;
}

static void
dump_text(const struct grid *grid, size_t row, FILE *out)
{
	size_t end = grid->columns;

	while (end > 0 && is_blank(grid_cell(grid, row, end - 1)))
		end--;
	for (size_t column = 0; column < end; column++)
		write_cell(grid_cell(grid, row, column), out);
	fputc('\n', out);
}

static void
dump_roles(const struct grid *grid, size_t row, FILE *out)
{
	size_t end = grid->columns;

	while (end > 0 && grid_cell(grid, row, end - 1)->role == ROLE_TEXT)
		end--;
	for (size_t column = 0; column < end; column++)
		fputc(role_letter(
		    (enum role)grid_cell(grid, row, column)->role), out);
	fputc('\n', out);
}

void
grid_dump(const struct grid *grid, bool roles, FILE *out)
{
	for (size_t row = 0; row < grid->rows; row++)
		dump_text(grid, row, out);
	if (!roles)
		return;
	fputs("roles\n", out);
	for (size_t row = 0; row < grid->rows; row++)
		dump_roles(grid, row, out);
	fprintf(out, "cursor %zu %zu\n", grid->cursor_row,
	    grid->cursor_column);
}
