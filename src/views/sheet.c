/* sheet.c: lines for a reader, set on a terminal. */
#include "views/sheet.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "views/app.h"
#include "views/print.h"

enum {
	TAB        = 4,         /* columns */
	GAP        = 2,         /* columns between fields that go on below */
	FIELD_MOST = 10000      /* columns that are counted of one */
};

/* A part of a line that is ordered for itself. */
struct field {
	struct span span;
	bool        tabbed;     /* stands at a tab stop … */
	size_t      blanks;     /* … or so many columns behind the last */
};

struct fields ARRAY_OF(struct field);

/* A terminal to be written to, and the line being set. */
struct sheet {
	FILE                 *out;
	struct grid          *grid;             /* one row */
	struct layout_options layout;
};

size_t
sheet_columns(FILE *out)
{
	struct winsize size = { 0 };

	ioctl(fileno(out), TIOCGWINSZ, &size);
	return size.ws_col > 0 ? size.ws_col : COLUMN_USUAL;
}

/* Where the field that begins at `at` ends. */
static size_t
field_end(const char *text, size_t at, size_t end)
{
	while (at < end && text[at] != '\t' &&
	    !(text[at] == ' ' && at + 1 < end && text[at + 1] == ' '))
		at++;
	return at;
}

static struct fields
fields_of(const char *text, struct span line)
{
	struct fields fields = { 0 };

	for (size_t at = line.start; at < line.end;) {
		struct field field  = { .tabbed = false };
		bool         tabbed = text[at] == '\t';

		if (tabbed) {
			field.tabbed = true;
			at++;
		}
		while (!tabbed && at < line.end && text[at] == ' ') {
			field.blanks++;
			at++;
		}
		field.span = span_of(at, field_end(text, at, line.end));
		at = field.span.end;
		array_add(&fields, field);
	}
	return fields;
}

static size_t
longest_of(const struct fields *fields)
{
	size_t longest = 0;

	for (size_t i = 1; i < fields->count; i++)
		if (span_size(fields->at[i].span) >
		    span_size(fields->at[longest].span))
			longest = i;
	return longest;
}

/* Appends the field as an isolate. What has no space in it is the name of a
 * file or an option: it goes as its first letter does. */
static void
add_field(struct buffer *out, const char *text, struct span span)
{
	bool           word = memchr(text + span.start, ' ', span_size(span))
	    == NULL;
	struct buffer  copy = { 0 };
	enum direction direction;

	buffer_add(&copy, text + span.start, span_size(span));
	direction = layout_direction(copy.at, span_of(0, copy.count));
	buffer_add_string(out, word ? "\u2068" : direction == DIRECTION_RTL
	    ? "\u2067" : "\u2066");
	buffer_add(out, copy.at, copy.count);
	buffer_add_string(out, "\u2069");
	array_free(&copy);
}

static void
add_blanks(struct buffer *out, size_t count)
{
	while (count-- > 0)
		buffer_add_string(out, " ");
}

/* The columns that the text takes on one line. */
static size_t
width_of(const struct sheet *sheet, const struct buffer *text)
{
	struct layout_options options = sheet->layout;
	struct lines          lines;
	size_t                columns;

	options.width = FIELD_MOST;
	lines = layout_label(text->at, text->count, ROLE_TEXT, &options);
	columns = lines.count > 0 ? lines.at[0].columns : 0;
	lines_free(&lines);
	return columns;
}

/* Appends the fields before `end`, each at its place, and the blanks before
 * the next. How many columns that are. */
static size_t
add_lead(const struct sheet *sheet, struct buffer *out, const char *text,
    const struct fields *fields, size_t end)
{
	size_t column = 0;

	for (size_t i = 0; i <= end; i++) {
		const struct field *field = &fields->at[i];
		size_t blanks = field->tabbed ? TAB - column % TAB
		    : field->blanks;

		add_blanks(out, blanks);
		column += blanks;
		if (i == end || span_is_empty(field->span))
			continue;
		add_field(out, text, field->span);
		column = width_of(sheet, out);
	}
	return column;
}

static void
add_rest(struct buffer *out, const char *text, const struct fields *fields,
    size_t from)
{
	for (size_t i = from; i < fields->count; i++) {
		if (span_is_empty(fields->at[i].span))
			continue;
		add_blanks(out, out->count > 0 ? GAP : 0);
		add_field(out, text, fields->at[i].span);
	}
}

/* Puts what leads the line into the `hang` columns where it begins. */
static void
put_lead(const struct sheet *sheet, const struct buffer *lead, size_t hang)
{
	struct layout_options options = sheet->layout;
	struct lines          lines;

	if (hang == 0)
		return;
	options.width = hang;
	lines = layout_label(lead->at, lead->count, ROLE_TEXT, &options);
	grid_put_line(sheet->grid, 0, options.base == DIRECTION_RTL
	    ? sheet->grid->columns - hang : 0, hang, &lines.at[0]);
	lines_free(&lines);
}

static void
print_piece(const struct sheet *sheet, const struct buffer *rest,
    struct span piece, const struct buffer *lead, size_t hang)
{
	struct layout_options options = sheet->layout;
	struct lines          lines;

	options.width = sheet->grid->columns - hang;
	lines = layout_paragraph(rest->at, piece, NULL, &options);
	for (size_t i = 0; i < lines.count; i++) {
		grid_clear(sheet->grid);
		if (piece.start == 0 && i == 0)
			put_lead(sheet, lead, hang);
		grid_put_line(sheet->grid, 0, options.base == DIRECTION_RTL
		    ? 0 : hang, options.width, &lines.at[i]);
		print_row(sheet->grid, NULL, sheet->out);
	}
	lines_free(&lines);
}

static void
print_line(const struct sheet *sheet, const char *text, struct span line)
{
	struct fields fields  = fields_of(text, line);
	size_t        longest = longest_of(&fields);
	struct buffer lead    = { 0 }, rest = { 0 };
	size_t        hang    = fields.count == 0 ? 0
	    : add_lead(sheet, &lead, text, &fields, longest);

	/* What the terminal turns itself is one text. */
	if (hang > sheet->grid->columns / 2 ||
	    display_is_logical(sheet->layout.display)) {
		longest = hang = 0;
		lead.count = 0;
	}
	add_rest(&rest, text, &fields, longest);
	for (size_t at = 0; at < rest.count;) {
		size_t end = layout_piece_end(rest.at, span_of(0,
		    rest.count), at);

		print_piece(sheet, &rest, span_of(at, end), &lead, hang);
		at = end;
	}
	if (rest.count == 0)
		fputc('\n', sheet->out);
	array_free(&rest);
	array_free(&lead);
	array_free(&fields);
}

void
sheet_print(const struct options *options, const char *text, size_t size,
    FILE *out)
{
	struct sheet sheet = { .out = out,
	    .layout = options_layout(options) };

	sheet.layout.base = options->language == LANGUAGE_ARABIC
	    ? DIRECTION_RTL : layout_direction(text, span_of(0, size));
	/* Where nothing is turned, what is copied from the terminal should
	 * hold no line ends of ours. */
	if (isatty(fileno(out)) != 1 || sheet.layout.base == DIRECTION_LTR) {
		if (size > 0)
			fwrite(text, 1, size, out);
		return;
	}
	sheet.grid = grid_new(1, sheet.layout.width > 0 ? sheet.layout.width
	    : sheet_columns(out));
	for (size_t at = 0; at < size;) {
		const char *end = memchr(text + at, '\n', size - at);
		size_t      to  = end != NULL ? (size_t)(end - text) : size;

		print_line(&sheet, text, span_of(at, to));
		at = to + 1;
	}
	grid_free(sheet.grid);
}
