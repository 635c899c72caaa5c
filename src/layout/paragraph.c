/* paragraph.c: a paragraph to lines of cells: conducts the stages. */
#include "layout/paragraph.h"

#include "layout/bidi.h"
#include "layout/breaks.h"
#include "layout/cells.h"
#include "layout/fill.h"
#include "layout/letters.h"
#include "layout/shape.h"
#include "layout/width.h"

/* What is the same at every width. */
static void
begin(struct paragraph *paragraph, const char *text, struct span piece,
    const struct styles *styles, const struct layout_options *options)
{
	letters_decode(paragraph, text, piece, options->harakat,
	    options->reveal);
	levels_resolve(paragraph, options->base);
	breaks_find(paragraph);
	if (options->shape)
		letters_shape(paragraph);
	clusters_measure(paragraph);
	roles_assign(paragraph, styles, ROLE_TEXT);
	roles_of_controls(paragraph);
}

struct paragraph *
layout_begin(const char *text, struct span piece, const struct styles *styles,
    const struct layout_options *options)
{
	struct paragraph *paragraph = memory_new(1, sizeof *paragraph);

	begin(paragraph, text, piece, styles, options);
	return paragraph;
}

struct lines
layout_lines(struct paragraph *paragraph,
    const struct layout_options *options)
{
	struct lines lines = { 0 };
	struct range line  = { 0 };

	array_reserve(&lines.store, paragraph->letters);
	do {
		line = line_fill(paragraph, line.next, width_for(options));
		line_begin(&lines, paragraph, line, options);
		line_cells(&lines, paragraph, line, options->display);
	} while (line.next < paragraph->letters);
	lines_settle(&lines);
	return lines;
}

void
layout_end(struct paragraph *paragraph)
{
	if (paragraph == NULL)
		return;
	letters_free(paragraph);
	free(paragraph);
}

struct lines
layout_paragraph(const char *text, struct span piece,
    const struct styles *styles, const struct layout_options *options)
{
	struct paragraph paragraph;
	struct lines     lines;

	begin(&paragraph, text, piece, styles, options);
	lines = layout_lines(&paragraph, options);
	letters_free(&paragraph);
	return lines;
}
