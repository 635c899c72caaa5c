/* layout.c: text of any letters becomes lines that hold all of it, fit the
 * width, and have nothing in a cell that acts on a terminal. */
#include "layout/grid.h"
#include "layout/layout.h"
#include "target.h"

static const enum direction directions[] = {
	DIRECTION_AUTO, DIRECTION_LTR, DIRECTION_RTL, DIRECTION_FIRST_STRONG
};

static const enum display displays[] = {
	DISPLAY_VISUAL, DISPLAY_GUARD, DISPLAY_WORDS, DISPLAY_LOGICAL
};

static struct layout_options
read_options(struct input *input)
{
	uint8_t width = input_byte(input);
	uint8_t modes = input_byte(input);

	return (struct layout_options){
		.width   = 1 + width % 200,
		.base    = directions[modes & 3],
		.display = (modes & 64) != 0 ? DISPLAY_EMBED
		    : displays[modes >> 2 & 3],
		.shape   = (modes & 16) != 0,
		.harakat = (modes & 32) != 0,
	};
}

/* Stretches of up to 255 bytes with gaps between them. */
static void
read_styles(struct input *input, struct styles *styles)
{
	size_t at = 0;

	for (size_t n = input_byte(input) % 8; n > 0; n--) {
		size_t start = at + input_byte(input);
		size_t end   = start + 1 + input_byte(input);

		array_add(styles, (struct style){ span_of(start, end),
		    (enum role)(n % ROLES) });
		at = end;
	}
}

/* Whether a terminal takes it for more than a letter. */
static bool
acts(char32_t letter)
{
	return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) ||
	    letter == 0x61C || letter == 0x200E || letter == 0x200F ||
	    (letter >= 0x2028 && letter <= 0x202E) ||
	    (letter >= 0x2066 && letter <= 0x206F) ||
	    (letter >= 0xD800 && letter < 0xE000) ||
	    (letter >= 0xFFF9 && letter <= 0xFFFB) ||
	    (letter >= 0xE0000 && letter <= 0xE0FFF) || letter > 0x10FFFF;
}

static void
check_cell(const struct cell *cell, struct span span, bool guarded)
{
	bool guards = guarded && (cell->letter == 0x202D ||
	    cell->letter == 0x202C);

	CHECK(guards || !acts(cell->letter));
	CHECK(cell->columns <= 2);
	CHECK(cell->role < ROLES);
	CHECK(cell->byte == CELL_NO_BYTE || span_holds(span, cell->byte));
	for (size_t i = 0; i < CELL_MARKS; i++)
		CHECK(cell->mark[i] == 0 || guarded || !acts(cell->mark[i]));
}

static void
check_lines(const struct lines *lines, struct span piece,
    const struct layout_options *options)
{
	size_t at = piece.start;

	CHECK(lines->count > 0);
	for (size_t i = 0; i < lines->count; i++) {
		const struct line *line    = &lines->at[i];
		size_t             columns = 0;

		CHECK(line->span.start == at && line->span.end >= at);
		CHECK(line->span.end > at || span_is_empty(piece));
		at = line->span.end;
		for (size_t j = 0; j < line->cells; j++) {
			check_cell(&line->cell[j], line->span,
			    options->display == DISPLAY_GUARD ||
			    options->display == DISPLAY_EMBED);
			columns += line->cell[j].columns;
		}
		CHECK(columns == line->columns);
		CHECK(columns <= options->width || columns <= 2);
	}
	CHECK(at == piece.end);
}

static void
check_grid(const struct lines *lines, const struct layout_options *options)
{
	struct grid *grid = grid_new(2, options->width);

	for (size_t i = 0; i < lines->count && i < 4; i++)
		grid_put_line(grid, i % 2, 0, options->width,
		    &lines->at[i]);
	grid_free(grid);
}

/* A paragraph has no line end inside. */
static void
join(struct buffer *text)
{
	for (size_t i = 0; i < text->count; i++)
		if (text->at[i] == '\n' || text->at[i] == '\r')
			text->at[i] = ' ';
}

static void
try_paragraph(const struct buffer *text, const struct styles *styles,
    const struct layout_options *options)
{
	struct span all = span_of(0, text->count);

	for (size_t from = 0; from < all.end;) {
		size_t       end   = layout_piece_end(text->at, all, from);
		struct span  piece = span_of(from, end);
		struct lines lines;

		CHECK(end > from && end <= all.end);
		CHECK(layout_piece_start(text->at, all, from) == from);
		lines = layout_paragraph(text->at, piece, styles, options);
		check_lines(&lines, piece, options);
		check_grid(&lines, options);
		lines_free(&lines);
		from = end;
	}
}

static void
try_label(struct input input, const struct layout_options *options)
{
	struct lines lines = layout_label(input.at, input.size, ROLE_TITLE,
	    options);

	CHECK(lines.count == 1);
	CHECK(lines.at[0].columns <= options->width);
	for (size_t j = 0; j < lines.at[0].cells; j++)
		check_cell(&lines.at[0].cell[j], span_of(0, input.size),
		    options->display == DISPLAY_GUARD ||
		    options->display == DISPLAY_EMBED);
	lines_free(&lines);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input          input   = input_of(bytes, size);
	struct layout_options options = read_options(&input);
	struct styles         styles  = { 0 };
	struct buffer         text    = { 0 };

	read_styles(&input, &styles);
	try_label(input, &options);
	input_text(input, &text);
	join(&text);
	try_paragraph(&text, &styles, &options);
	array_free(&styles);
	array_free(&text);
	return 0;
}
