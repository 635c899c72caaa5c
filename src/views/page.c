/* page.c: what part of an article is on the screen, and moving it. */
#include "views/page.h"

/* One row of the article as it is set: first a block's blank rows, then its
 * lines. */
struct row {
	const struct block *block;      /* NULL: the article is empty */
	size_t              index;
};

/* Blocks that stay kept beside the ones on the screen. */
enum { BLOCKS_KEPT = 32 };

static size_t
rows_of(const struct block *block)
{
	return block->above + block->lines.count;
}

static bool
row_down(struct blocks *blocks, struct row *row)
{
	const struct block *next;

	if (row->index + 1 < rows_of(row->block)) {
		row->index++;
		return true;
	}
	next = blocks_next(blocks, row->block);
	if (next == NULL)
		return false;
	*row = (struct row){ next, 0 };
	return true;
}

static bool
row_up(struct blocks *blocks, struct row *row)
{
	const struct block *previous;

	if (row->index > 0) {
		row->index--;
		return true;
	}
	previous = blocks_previous(blocks, row->block);
	if (previous == NULL)
		return false;
	*row = (struct row){ previous, rows_of(previous) - 1 };
	return true;
}

/* NULL for a blank row. */
static const struct line *
line_of(const struct row *row)
{
	if (row->index < row->block->above)
		return NULL;
	return &row->block->lines.at[row->index - row->block->above];
}

/* The row that shows `byte`. */
static struct row
row_at(struct blocks *blocks, size_t byte)
{
	const struct block *block = blocks_at(blocks, byte);
	struct row          row   = { block, 0 };

	if (block == NULL)
		return row;
	row.index = block->above;
	while (row.index + 1 < rows_of(block) && block->folded == 0 &&
	    block->lines.at[row.index + 1 - block->above].span.start <= byte)
		row.index++;
	return row;
}

static struct row
row_of_place(struct blocks *blocks, struct place place)
{
	struct row row = row_at(blocks, place.byte);

	if (row.block != NULL && row.index == row.block->above)
		row.index -= place.above < row.index ? place.above : row.index;
	return row;
}

static struct place
place_of_row(const struct row *row)
{
	const struct block *block = row->block;
	const struct line  *line  = line_of(row);

	if (line == NULL)
		return (struct place){ block->span.start,
		    block->above - row->index };
	if (block->folded > 0)
		return (struct place){ block->span.start, 0 };
	return (struct place){ line->span.start, 0 };
}

/* The row at the bottom of the screen; true when it is full. */
static bool
find_bottom(const struct page *page, struct row *row)
{
	*row = row_of_place(page->blocks, page->top);
	if (row->block == NULL)
		return false;
	for (size_t i = 1; i < page->rows; i++)
		if (!row_down(page->blocks, row))
			return false;
	return true;
}

static bool
scroll_down(struct page *page, size_t rows)
{
	struct row top = row_of_place(page->blocks, page->top);
	struct row bottom;
	bool       moved = false;

	if (!find_bottom(page, &bottom))
		return false;
	while (rows-- > 0 && row_down(page->blocks, &bottom)) {
		moved = row_down(page->blocks, &top);
		if (rows % BLOCKS_KEPT == 0)
			blocks_trim(page->blocks, page->rows + BLOCKS_KEPT);
	}
	if (moved)
		page->top = place_of_row(&top);
	return moved;
}

static bool
scroll_up(struct page *page, size_t rows)
{
	struct row top   = row_of_place(page->blocks, page->top);
	bool       moved = false;

	if (top.block == NULL)
		return false;
	while (rows-- > 0 && row_up(page->blocks, &top)) {
		moved = true;
		if (rows % BLOCKS_KEPT == 0)
			blocks_trim(page->blocks, page->rows + BLOCKS_KEPT);
	}
	if (moved)
		page->top = place_of_row(&top);
	return moved;
}

bool
page_scroll(struct page *page, long rows)
{
	return rows >= 0 ? scroll_down(page, (size_t)rows)
	    : scroll_up(page, (size_t)-rows);
}

bool
page_turn(struct page *page, long pages)
{
	long rows  = page->rows > 0 ? (long)page->rows : 1;
	bool moved = page_scroll(page, pages * rows);

	page->top.above = 0;
	return moved;
}

void
page_to_start(struct page *page)
{
	page->top = (struct place){ 0, 0 };
}

/* Puts `row` at the top, or higher than that if the end is near. */
static void
put_at_top(struct page *page, struct row row)
{
	struct row bottom;
	size_t     missing = page->rows;

	page->top = place_of_row(&row);
	for (bottom = row; missing > 1 && row_down(page->blocks, &bottom);)
		missing--;
	while (missing-- > 1 && row_up(page->blocks, &row))
		page->top = place_of_row(&row);
}

void
page_to_end(struct page *page)
{
	const struct block *last = blocks_last(page->blocks);

	if (last != NULL)
		put_at_top(page, (struct row){ last, rows_of(last) - 1 });
}

void
page_to(struct page *page, size_t byte)
{
	struct row row = row_at(page->blocks, byte);

	if (row.block != NULL)
		page->top = place_of_row(&row);
}

/* Whether `byte` is on the screen. */
static bool
is_shown(const struct page *page, size_t byte)
{
	struct row row = row_of_place(page->blocks, page->top);
	struct row want = row_at(page->blocks, byte);

	if (row.block == NULL || want.block == NULL)
		return true;
	for (size_t i = 0; i < page->rows; i++) {
		if (row.block == want.block && row.index == want.index)
			return true;
		if (!row_down(page->blocks, &row))
			break;
	}
	return false;
}

void
page_reveal(struct page *page, size_t byte)
{
	const struct block *block = blocks_at(page->blocks, byte);
	struct row          row;

	if (block != NULL && block->folded > 0)
		blocks_set_folding(page->blocks, false);
	if (is_shown(page, byte))
		return;
	row = row_at(page->blocks, byte);
	for (size_t i = 0; i < page->rows / 3; i++)
		row_up(page->blocks, &row);
	put_at_top(page, row);
	page->top.above = 0;
}

struct span
page_span(const struct page *page)
{
	struct row  row  = row_of_place(page->blocks, page->top);
	struct span span = { 0, 0 };

	if (row.block == NULL)
		return span;
	span = span_of(page->top.byte, page->top.byte);
	for (size_t i = 0; i < page->rows; i++) {
		const struct line *line = line_of(&row);

		if (row.block->folded > 0)
			span.end = row.block->span.end;
		else if (line != NULL)
			span.end = line->span.end;
		if (!row_down(page->blocks, &row))
			break;
	}
	return span;
}

bool
page_at_end(const struct page *page)
{
	struct row bottom;

	return !find_bottom(page, &bottom) ||
	    !row_down(page->blocks, &bottom);
}

/* A folded block's line is no part of the article's text. */
static void
forget_bytes(struct grid *grid, size_t row, struct box box)
{
	for (size_t i = 0; i < box.columns; i++)
		grid_cell(grid, row, box.column + i)->byte = CELL_NO_BYTE;
}

void
page_draw(struct page *page, struct grid *grid, struct box box, size_t width)
{
	size_t     left = box.column + (box.columns - width) / 2;
	struct row row;

	page->rows = box.rows;
	blocks_trim(page->blocks, page->rows + BLOCKS_KEPT);
	row = row_of_place(page->blocks, page->top);
	if (row.block == NULL)
		return;
	for (size_t i = 0; i < box.rows; i++) {
		const struct line *line = line_of(&row);

		if (line != NULL)
			grid_put_line(grid, box.row + i, left, width, line);
		if (row.block->folded > 0)
			forget_bytes(grid, box.row + i, box);
		if (!row_down(page->blocks, &row))
			break;
	}
}
