/* fill.c: letters to lines, greedily and in logical order, counting columns
 * after shaping. */
#include "layout/fill.h"

#include "layout/width.h"

enum { SOFT_HYPHEN = 0xAD };

/* A line that ended at a soft hyphen would have to show one. */
static bool
may_end(const struct paragraph *paragraph, size_t i)
{
	return paragraph->breaks[i] &&
	    paragraph->letter[i - 1] != SOFT_HYPHEN;
}

static bool
is_blank(const struct property *property)
{
	return property->kind == KIND_SPACE || property->kind == KIND_TAB;
}

/* Tab stops count from the line's start, which in a right-to-left paragraph
 * is its right edge: a tab has the paragraph's level (L1), so what is before
 * it in the text is before it in that direction. */
static size_t
columns_at(struct paragraph *paragraph, size_t i, size_t column)
{
	if (paragraph->property[i].kind == KIND_TAB)
		paragraph->columns[i] =
		    (uint8_t)(TAB_STOP - column % TAB_STOP);
	return paragraph->columns[i];
}

struct range
line_fill(struct paragraph *paragraph, size_t start, size_t width)
{
	size_t       column = 0;
	size_t       text   = start;    /* end of what does not hang */
	size_t       fits   = start;    /* end of what fits */
	struct range line   = { start, start, start };

	for (size_t i = start; i < paragraph->letters; i++) {
		size_t columns = columns_at(paragraph, i, column);
		bool   blank   = is_blank(&paragraph->property[i]);

		if (i > start && may_end(paragraph, i))
			line = (struct range){ start, text, i };
		if (column + columns <= width) {
			fits = i + 1;
		} else if (!blank && columns > 0 && column > 0) {
			if (line.next == start)
				line = (struct range){ start, text, i };
			return line;
		}
		column += columns;
		if (!blank)
			text = i + 1;
	}
	return (struct range){ start, fits, paragraph->letters };
}
