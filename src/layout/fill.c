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

/* Tab stops count from the line's start, which in a right-to-left paragraph
 * is its right edge: a tab has the paragraph's level (L1), so what is before
 * it in the text is before it in that direction. */
static uint8_t
tab_at(size_t column)
{
	return (uint8_t)(TAB_STOP - column % TAB_STOP);
}

/* The line that is full at letter `i` and may end nowhere before it; `fits`
 * is the end of what fits. The letters of a stand-in share their byte and
 * stay together; one that is wider than the line loses its end. */
static struct range
cut(const struct paragraph *paragraph, size_t start, size_t i, size_t fits)
{
	const uint32_t *byte = paragraph->byte;
	size_t          at   = i;

	while (at > start && byte[at] == byte[at - 1])
		at--;
	if (at > start)
		return (struct range){ start, at < fits ? at : fits, at };
	for (at = i; at < paragraph->letters && byte[at] == byte[i];)
		at++;
	return (struct range){ start, fits, at };
}

struct range
line_fill(struct paragraph *paragraph, size_t start, size_t width)
{
	const struct property *property = paragraph->property;
	uint8_t               *columns  = paragraph->columns;
	size_t                 letters  = paragraph->letters;
	size_t                 column   = 0;
	size_t                 text     = start; /* end of what is no blank */
	size_t                 fits     = start; /* end of what fits */
	struct range           line     = { start, start, start };

	for (size_t i = start; i < letters; i++) {
		uint8_t kind  = property[i].kind;
		bool    blank = kind == KIND_SPACE || kind == KIND_TAB;

		if (kind == KIND_TAB)
			columns[i] = tab_at(column);
		if (i > start && may_end(paragraph, i))
			line = (struct range){ start, text, i };
		if (columns[i] == 0 ? fits == i : column + columns[i] <= width
		    || (column == 0 && !blank))
			fits = i + 1;
		else if (!blank && columns[i] > 0)
			return line.next > start
			    ? line : cut(paragraph, start, i, fits);
		column += columns[i];
		if (!blank && kind != KIND_FORMAT)
			text = i + 1;
	}
	return (struct range){ start, fits, letters };
}
