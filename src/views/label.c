/* label.c: short texts on the grid, each laid out alone. */
#include "views/label.h"

#include "bytes/utf8.h"

enum {
	LETTER_MOST = 4 * UTF8_MOST,    /* bytes of a letter with marks */
	WIDEST      = 1000              /* columns a label may need */
};

struct strip
strip_of_row(const struct grid *grid, size_t row)
{
	return (struct strip){ row, 0, grid->columns };
}

struct strip
strip_cut(struct strip *strip, size_t columns, enum direction base)
{
	struct strip cut = *strip;

	cut.columns = columns < strip->columns ? columns : strip->columns;
	strip->columns -= cut.columns;
	if (base == DIRECTION_RTL)
		cut.left = strip->left + strip->columns;
	else
		strip->left += cut.columns;
	return cut;
}

static enum direction
opposite(enum direction direction)
{
	return direction == DIRECTION_RTL ? DIRECTION_LTR : DIRECTION_RTL;
}

struct strip
strip_cut_end(struct strip *strip, size_t columns, enum direction base)
{
	return strip_cut(strip, columns, opposite(base));
}

/* A paragraph may be the title of its article: more of it than could be
 * shown, letters of four bytes with three marks each, is not set. */
static size_t
enough(const char *text, size_t size, size_t columns)
{
	size_t most = (columns + 1) * LETTER_MOST;

	return size <= most ? size : utf8_start(text, most);
}

size_t
label_width(const char *text, size_t size,
    const struct layout_options *options)
{
	struct layout_options label = *options;
	struct lines          lines;
	size_t                columns;

	label.width = WIDEST;
	lines = layout_label(text, enough(text, size, WIDEST), ROLE_TEXT,
	    &label);
	columns = lines.count > 0 ? lines.at[0].columns : 0;
	lines_free(&lines);
	return columns;
}

/* Arabic, Syriac and Hebrew letters have the lead bytes D6 to DF. */
bool
label_is_latin(const char *text, size_t size)
{
	size_t latin = 0;
	size_t right = 0;

	for (size_t i = 0; i < size; i++) {
		unsigned char byte = (unsigned char)text[i];
		int           low  = byte | 0x20;

		latin += low >= 'a' && low <= 'z';
		right += byte >= 0xD6 && byte <= 0xDF;
	}
	return latin > right;
}

/* Puts the text, of direction `own`, at the side where lines of direction
 * `from` start. */
static void
put_from(struct grid *grid, struct strip *strip, const char *text,
    size_t size, enum role role, const struct layout_options *options,
    enum direction own, enum direction from)
{
	struct layout_options label = *options;
	struct lines          lines;
	struct strip          place;

	if (strip->columns == 0 || size == 0)
		return;
	label.width = strip->columns;
	label.base = own;
	lines = layout_label(text, enough(text, size, strip->columns), role,
	    &label);
	if (lines.count > 0) {
		place = strip_cut(strip, lines.at[0].columns, from);
		grid_put_line(grid, place.row, place.left, place.columns,
		    &lines.at[0]);
	}
	lines_free(&lines);
}

void
label_put(struct grid *grid, struct strip *strip, const char *text,
    size_t size, enum role role, const struct layout_options *options)
{
	put_from(grid, strip, text, size, role, options, options->base,
	    options->base);
}

void
label_put_text(struct grid *grid, struct strip *strip, const char *text,
    size_t size, enum role role, const struct layout_options *options)
{
	put_from(grid, strip, text, size, role, options,
	    label_is_latin(text, enough(text, size, strip->columns))
	    ? DIRECTION_FIRST_STRONG : DIRECTION_AUTO, options->base);
}

void
label_put_at_end(struct grid *grid, struct strip *strip, const char *text,
    size_t size, enum role role, const struct layout_options *options)
{
	put_from(grid, strip, text, size, role, options, options->base,
	    opposite(options->base));
}
