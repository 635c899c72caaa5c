/* paint.c: a grid to the bytes that make a terminal show it: what differs
 * from the last one, rows that only moved by scrolling, the rest by the
 * cheapest mix of letters, moves and erasing.
 *
 * curses' own refresh is not used: it writes once a row, takes some 26 bytes
 * to switch a coloured attribute on and off where 11 do, and costs more than
 * bidi and shaping together (measured, ncurses 6.4). */
#include <stdlib.h>
#include <string.h>

#include "screen/override.h"
#include "screen/paint_inside.h"

enum {
	ERASE_WORTH  = 4,       /* blanks: more are erased, not written */
	SKIP_WORTH   = 4        /* bytes of unchanged cells to move over */
};

static const struct cell blank = { .letter = ' ', .columns = 1,
	.role = ROLE_TEXT, .byte = CELL_NO_BYTE };

struct painter *
painter_new(const struct caps *caps)
{
	struct painter *painter = memory_new(1, sizeof *painter);

	painter->caps = caps;
	return painter;
}

void
painter_set_theme(struct painter *painter, const struct theme *theme)
{
	for (size_t i = 0; i < ROLES; i++) {
		struct look look = caps_look(painter->caps, theme->look[i]);

		painter->look[i] = look;
		painter->erasable[i] = look.ground == LOOK_DEFAULT &&
		    (look.attributes & (LOOK_REVERSE | LOOK_UNDERLINE)) == 0;
	}
}

void
painter_forget(struct painter *painter)
{
	grid_free(painter->shown);
	painter->shown = NULL;
}

void
painter_free(struct painter *painter)
{
	if (painter == NULL)
		return;
	painter_forget(painter);
	free(painter->sums);
	free(painter);
}

/* Whether the two cannot be told apart on the screen. */
static inline bool
looks_same(const struct painter *painter, const struct cell *a,
    const struct cell *b)
{
	if (a->letter != b->letter || a->mark[0] != b->mark[0] ||
	    a->columns != b->columns)
		return false;
	if (a->role != b->role &&
	    !(is_blank(painter, a) && is_blank(painter, b)))
		return false;
	return a->mark[0] == 0 ||
	    memcmp(a->mark, b->mark, sizeof a->mark) == 0;
}

size_t
paint_first_change(const struct painter *painter, const struct cell *old,
    const struct cell *new, size_t columns)
{
	size_t at = 0;

	while (at < columns && looks_same(painter, &old[at], &new[at]))
		at++;
	return at;
}

/* One row that is being brought from the cells shown to the new ones. */
struct job {
	struct painter    *painter;
	size_t             row;
	struct cell       *old;         /* [columns] */
	const struct cell *new;         /* [columns] */
	size_t             columns;
	size_t             start;       /* first cell that is not blank */
	size_t             end;         /* behind the last one */
	size_t             first;       /* what differs: from here … */
	size_t             last;        /* … up to, not with, here */
};

/* Finds the cells that differ, whole wide ones; false when none does. */
static bool
find_changes(struct job *job)
{
	const struct painter *painter = job->painter;

	job->first = paint_first_change(painter, job->old, job->new, job->columns);
	if (job->first == job->columns)
		return false;
	job->last = job->columns;
	while (looks_same(painter, &job->old[job->last - 1],
	    &job->new[job->last - 1]))
		job->last--;
	while (job->first > 0 && job->new[job->first].columns == 0)
		job->first--;
	while (job->last < job->columns && job->new[job->last].columns == 0)
		job->last++;
	return true;
}

/* An override in the first column is none of it. */
static void
find_text(struct job *job)
{
	job->start = override_is(&job->new[0]) ? 1 : 0;
	job->end = job->columns;
	while (job->end > job->start &&
	    is_blank(job->painter, &job->new[job->end - 1]))
		job->end--;
	while (job->start < job->end &&
	    is_blank(job->painter, &job->new[job->start]))
		job->start++;
}

/* Whether nothing of the row is worth keeping: what differs begins before the
 * text and goes on to its end. */
static bool
is_all_new(const struct job *job)
{
	const struct pen *pen  = &job->painter->pen;
	bool              held = override_is(&job->new[0]);

	return job->last >= job->end &&
	    job->first + ERASE_WORTH < job->start &&
	    (held || pen->row + 1 == job->row);
}

/* Erases what is behind an override, or the whole row, which costs less than
 * to move to the start of the text and to erase before it, and what is behind
 * it. CSI 1 K would take the override along. */
static void
erase_row(struct job *job)
{
	struct pen *pen  = &job->painter->pen;
	size_t      from = override_is(&job->new[0]) ? job->first : 0;

	pen_move(pen, job->row, from);
	pen_erasing_look(pen);
	pen_sequence(pen, 0, 0, 'K');
	for (size_t i = from; i < job->columns; i++)
		job->old[i] = blank;
	job->last = job->end;
}

/* Makes the cells from `first` to the start of the text blank; returns the
 * cell to go on with. */
static size_t
clear_start(const struct job *job)
{
	struct pen *pen    = &job->painter->pen;
	size_t      blanks = job->start - job->first;

	if (override_is(&job->new[0]))
		return job->first;
	if (blanks <= ERASE_WORTH || !job->painter->caps->erases_start) {
		pen_move(pen, job->row, job->first);
		pen_blanks(pen, blanks);
		return job->start;
	}
	/* CSI 1 K erases with the cell under the cursor; writing that one
	 * again is the cheapest step. */
	pen_move(pen, job->row, job->start - 1);
	pen_erasing_look(pen);
	pen_sequence(pen, 1, 0, 'K');
	pen_blanks(pen, 1);
	return job->start;
}

static void
clear_end(const struct job *job)
{
	struct pen *pen   = &job->painter->pen;
	size_t      from  = job->end > job->first ? job->end : job->first;
	size_t      count = job->last - from;

	pen_move(pen, job->row, from);
	if (count < ERASE_WORTH) {
		pen_blanks(pen, count);
		return;
	}
	pen_erasing_look(pen);
	pen_sequence(pen, 0, 0, 'K');
}

static size_t
bytes_of(const struct cell *cell)
{
	return cell->letter < 0x80 ? 1 : cell->letter < 0x800 ? 2 : 3;
}

/* How many of the cells from `at` are better moved over than sent again. */
static size_t
unchanged(const struct job *job, size_t at, size_t end)
{
	size_t bytes = 0;
	size_t cells = 0;

	while (at + cells < end && looks_same(job->painter,
	    &job->old[at + cells], &job->new[at + cells])) {
		bytes += bytes_of(&job->new[at + cells]);
		cells++;
	}
	if (bytes <= SKIP_WORTH)
		return 0;
	while (at + cells < job->columns && job->new[at + cells].columns == 0)
		cells++;
	return cells;
}

static void
put_cells(const struct job *job, size_t at, size_t end)
{
	struct painter *painter = job->painter;

	while (at < end) {
		const struct cell *cell = &job->new[at];
		size_t             same = unchanged(job, at, end);

		if (same == 0 && cell->columns > 0) {
			pen_move(&painter->pen, job->row, at);
			pen_put(&painter->pen, cell, painter->look[cell->role]);
		}
		at += same > 0 ? same : cell->columns > 0 ? cell->columns : 1;
	}
}

static void
paint_row(struct painter *painter, const struct grid *grid, size_t row)
{
	struct job job = {
		.painter = painter,
		.row     = row,
		.old     = row_of(painter->shown, row),
		.new     = row_of(grid, row),
		.columns = grid->columns,
	};
	size_t at;

	if (!find_changes(&job))
		return;
	find_text(&job);
	at = job.first;
	if (is_all_new(&job))
		erase_row(&job);
	else if (at < job.start && job.start < job.last)
		at = clear_start(&job);
	put_cells(&job, at, job.last < job.end ? job.last : job.end);
	if (job.last > job.end)
		clear_end(&job);
	memcpy(row_of(painter->shown, row), job.new,
	    job.columns * sizeof *job.new);
}

/* Clears the screen, whatever state it is in. */
static void
start_blank(struct painter *painter, const struct grid *grid)
{
	struct pen *pen = &painter->pen;

	painter_forget(painter);
	painter->shown = grid_new(grid->rows, grid->columns);
	grid_clear(painter->shown);
	painter->sums = memory_resize(painter->sums, 2 * grid->rows,
	    sizeof *painter->sums);
	buffer_add_string(pen->out, "\033[m\033[r\033[H\033[2J");
	pen->row = pen->column = 0;
	pen->rows = grid->rows;
	pen->columns = grid->columns;
	pen->look = plain;
	pen->margins = false;
}

static void
finish(struct painter *painter, const struct grid *grid)
{
	struct pen *pen = &painter->pen;

	pen_look(pen, plain);
	if (pen->margins) {
		pen_sequence(pen, 0, 0, 'r');
		pen->row = pen->column = PEN_NOWHERE;
		pen->margins = false;
	}
	pen_move(pen, grid->cursor_row, grid->cursor_column);
}

void
painter_paint(struct painter *painter, const struct grid *grid,
    struct buffer *out)
{
	const struct grid *shown = painter->shown;

	painter->pen.out = out;
	if (shown == NULL || shown->rows != grid->rows ||
	    shown->columns != grid->columns)
		start_blank(painter, grid);
	else
		paint_scroll(painter, grid);
	for (size_t row = 0; row < grid->rows; row++)
		paint_row(painter, grid, row);
	finish(painter, grid);
}
