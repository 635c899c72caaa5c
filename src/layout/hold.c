/* hold.c: lines begun and settled, with what holds the order of their letters
 * in a terminal that turns them. */
#include "layout/cells.h"

enum {
	LEFT_TO_RIGHT = 0x200E, /* LEFT-TO-RIGHT MARK */
	EMBEDDING     = 0x202B, /* RIGHT-TO-LEFT EMBEDDING */
	EMBEDDING_END = 0x202C, /* POP DIRECTIONAL FORMATTING */
	OVERRIDE      = 0x202D  /* LEFT-TO-RIGHT OVERRIDE */
};

void
line_add(struct lines *lines, struct cell cell)
{
	struct line *line = &lines->at[lines->count - 1];

	line->cells++;
	line->columns += cell.columns;
	array_add(&lines->store, cell);
}

/* Whether a terminal that reorders would move any of these letters. */
static bool
needs_guard(const struct paragraph *paragraph, struct range range)
{
	uint64_t moved = SET_OF(BIDI_R) | SET_OF(BIDI_AL) | SET_OF(BIDI_AN);

	if ((paragraph->classes & moved) == 0)
		return false;
	for (size_t i = range.start; i < range.end; i++)
		if (SET_HOLDS(moved, paragraph->property[i].class))
			return true;
	return false;
}

/* What holds the line's order rides on a space: alone in the first column,
 * ncurses 6.4 and tmux 3.3 drop it. */
static struct cell
guard_of(char32_t mark)
{
	return (struct cell){
		.letter  = ' ',
		.mark    = { mark },
		.columns = 1,
		.role    = ROLE_TEXT,
		.byte    = CELL_NO_BYTE
	};
}

void
line_begin(struct lines *lines, const struct paragraph *paragraph,
    struct range range, const struct layout_options *options)
{
	size_t start = range.start > 0 ? paragraph->byte[range.start] : 0;
	size_t end   = paragraph->byte[range.next];

	array_add(lines, (struct line){
		.span = span_of(paragraph->start + start,
		    paragraph->start + end),
		.direction = paragraph->direction
	});
	/* Even no cells have to be somewhere. */
	array_reserve(&lines->store, 1);
	if (width_for(options) == options->width)
		return;
	if (options->display == DISPLAY_EMBED &&
	    paragraph->direction == DIRECTION_RTL)
		line_add(lines, guard_of(EMBEDDING));
	else if (options->display == DISPLAY_GUARD &&
	    needs_guard(paragraph, range))
		line_add(lines, guard_of(OVERRIDE));
}

/* Ends the embedding, that it turns nothing else in its row; the blanks
 * behind it are no part of what is embedded next. */
static void
end_embedding(struct cell *cell, size_t count)
{
	size_t mark = 0;

	if (count < 2 || cell[0].mark[0] != EMBEDDING)
		return;
	while (mark < CELL_MARKS - 2 && cell[count - 1].mark[mark] != 0)
		mark++;
	cell[count - 1].mark[mark] = EMBEDDING_END;
	cell[count - 1].mark[mark + 1] = LEFT_TO_RIGHT;
}

void
lines_settle(struct lines *lines)
{
	struct cell *cell = lines->store.at;

	for (size_t i = 0; i < lines->count; i++) {
		lines->at[i].cell = cell;
		end_embedding(cell, lines->at[i].cells);
		cell += lines->at[i].cells;
	}
}
