/* label.c: one clipped line: conducts the stages for titles, prompts, the
 * status and columns of lists. */
#include "bytes/utf8.h"
#include "layout/bidi.h"
#include "layout/cells.h"
#include "layout/fill.h"
#include "layout/letters.h"
#include "layout/shape.h"
#include "layout/width.h"

enum {
	ELLIPSIS     = 0x2026,
	LABEL_COLUMN = 4,               /* bytes that a column hardly takes … */
	LABEL_BYTES  = 128,             /* … and so many for a short label */
	LABEL_TIMES  = 4                /* read when its columns took more */
};

static size_t
columns_of(const struct paragraph *paragraph, struct range range)
{
	size_t columns = 0;

	for (size_t i = range.start; i < range.end; i++)
		columns += paragraph->columns[i];
	return columns;
}

/* The letters that fit: all of them, or as many as leave room for an
 * ellipsis. `*clipped` says whether some do not, or had not been read. */
static struct range
clip(struct paragraph *paragraph, size_t width, bool *clipped)
{
	struct range range = line_fill(paragraph, 0, width);

	*clipped = *clipped || range.next < paragraph->letters ||
	    columns_of(paragraph, range) > width;
	if (!*clipped)
		return range;
	range = line_fill(paragraph, 0, width - 1);
	return columns_of(paragraph, range) < width
	    ? range : (struct range){ 0, 0, 0 };
}

/* Stands for the first byte that is not shown. */
static void
add_ellipsis(struct lines *lines, const struct paragraph *paragraph,
    struct range range, enum role role)
{
	line_add(lines, (struct cell){
		.letter  = ELLIPSIS,
		.columns = 1,
		.role    = (uint8_t)role,
		.byte    = paragraph->start + paragraph->byte[range.end]
	});
}

static void
read_label(struct paragraph *paragraph, const char *text, size_t size,
    const struct layout_options *options)
{
	letters_decode(paragraph, text, span_of(0, size), options->harakat,
	    options->reveal);
	levels_resolve(paragraph, options->base);
	if (options->shape)
		letters_shape(paragraph);
	memset(paragraph->breaks, false, paragraph->letters);
	clusters_measure(paragraph);
}

/* Reads as much of a label as fills `width`, however long it is. How many
 * bytes that were. */
static size_t
fill_label(struct paragraph *paragraph, const char *text, size_t size,
    size_t width, const struct layout_options *options)
{
	size_t most = LAYOUT_WHOLE;
	size_t read;

	if (width < LAYOUT_WHOLE / LABEL_COLUMN)
		most = LABEL_BYTES + LABEL_COLUMN * width;
	for (;; most *= LABEL_TIMES) {
		read = size <= most ? size : utf8_start(text, most);
		read_label(paragraph, text, read, options);
		if (read == size || most >= LAYOUT_WHOLE ||
		    columns_of(paragraph, (struct range){ 0,
		    paragraph->letters, 0 }) > width)
			return read;
		letters_free(paragraph);
	}
}

struct lines
layout_label(const char *text, size_t size, enum role role,
    const struct layout_options *options)
{
	size_t           width   = width_for(options);
	struct lines     lines   = { 0 };
	struct paragraph paragraph;
	struct range     range;
	bool             clipped;
	bool             left;

	clipped = fill_label(&paragraph, text, size, width, options) < size;
	roles_assign(&paragraph, NULL, role);
	range = clip(&paragraph, width, &clipped);
	left = paragraph.direction == DIRECTION_RTL &&
	    !display_is_logical(options->display);
	line_begin(&lines, &paragraph, range, options);
	if (lines.at[0].cells > 0)              /* a guard */
		lines.store.at[0].role = (uint8_t)role;
	lines.at[0].span = span_of(0, size);
	if (clipped && left)
		add_ellipsis(&lines, &paragraph, range, role);
	line_cells(&lines, &paragraph, range, options->display);
	if (clipped && !left)
		add_ellipsis(&lines, &paragraph, range, role);
	lines_settle(&lines);
	letters_free(&paragraph);
	return lines;
}
