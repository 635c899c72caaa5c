/* case.c: runs a file of layout cases. A case is
 *
 *	== what it shows
 *	width=12 base=rtl as=codes
 *	the text
 *	---
 *	the rows expected, one a line
 *
 * and ends at the next or at the end of the file; lines that begin with #
 * before the first case are comments. Options, all with a default:
 *
 *	width=N             columns (80)
 *	base=…              auto ltr rtl first (rtl)
 *	display=…           visual guard words logical embed (visual)
 *	shape=no            letters stay as they are
 *	harakat=no          vowel signs are left out
 *	label=yes           layout_label(), of role T
 *	style=FROM-TO:ROLE  bytes and a letter as in grid_dump(); repeatable
 *	roles=yes           after each row, its roles
 *	as=codes            text and rows are code points in hexadecimal, the
 *	                    marks of a cell added with +
 *	as=caps             capitals stand for Hebrew letters, in the text and
 *	                    in the rows, which stand between bars
 *	as=text             text and rows as they are (the default), the rows
 *	                    between bars; \xHH is a byte
 *
 * A wide cell is one code point. Layout and bytes are all it links. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/utf8.h"
#include "layout/grid.h"
#include "layout/layout.h"
#include "tests/case.h"

enum notation { AS_TEXT, AS_CODES, AS_CAPS };

enum { ALEF_HEBREW = 0x5D0 };

struct layout_case {
	struct layout_options options;
	enum notation         notation;
	bool                  label;
	bool                  roles;
	struct styles         styles;
	struct buffer         text;
	struct buffer         wanted;
};

struct choice {
	const char *name;
	int         value;
};

static const struct choice bases[] = {
	{ "auto",  DIRECTION_AUTO }, { "ltr", DIRECTION_LTR },
	{ "arabic", DIRECTION_ARABIC },
	{ "rtl",   DIRECTION_RTL },  { "first", DIRECTION_FIRST_STRONG },
	{ NULL, 0 }
};

static const struct choice displays[] = {
	{ "visual", DISPLAY_VISUAL }, { "guard",   DISPLAY_GUARD },
	{ "words",  DISPLAY_WORDS },  { "logical", DISPLAY_LOGICAL },
	{ "embed",  DISPLAY_EMBED },
	{ NULL, 0 }
};

static const struct choice notations[] = {
	{ "text", AS_TEXT }, { "codes", AS_CODES }, { "caps", AS_CAPS },
	{ NULL, 0 }
};

static const struct choice answers[] = {
	{ "no", false }, { "yes", true }, { NULL, 0 }
};

static struct layout_case one;          /* the one being read */

static void
begin(const char *title)
{
	(void)title;
	one = (struct layout_case){
		.options = { 80, DIRECTION_RTL, DISPLAY_VISUAL, true, true, false }
	};
}

static int
chosen(const struct choice *choices, const char *name)
{
	for (; choices->name != NULL; choices++)
		if (strcmp(choices->name, name) == 0)
			return choices->value;
	malformed(name);
}

static enum role
role_named(char letter)
{
	enum role role = ROLE_TEXT;

	while (role < ROLES && role_letter(role) != letter)
		role++;
	if (role == ROLES)
		malformed("role");
	return role;
}

static void
read_style(const char *value)
{
	size_t from, to;
	char   role;

	if (sscanf(value, "%zu-%zu:%c", &from, &to, &role) != 3)
		malformed(value);
	array_add(&one.styles,
	    (struct style){ span_of(from, to), role_named(role) });
}

static void
read_option(char *word)
{
	char *value = strchr(word, '=');

	if (value == NULL)
		malformed(word);
	*value++ = '\0';
	if (strcmp(word, "width") == 0)
		one.options.width = strtoul(value, NULL, 10);
	else if (strcmp(word, "base") == 0)
		one.options.base = (enum direction)chosen(bases, value);
	else if (strcmp(word, "display") == 0)
		one.options.display = (enum display)chosen(displays, value);
	else if (strcmp(word, "shape") == 0)
		one.options.shape = chosen(answers, value);
	else if (strcmp(word, "harakat") == 0)
		one.options.harakat = chosen(answers, value);
	else if (strcmp(word, "label") == 0)
		one.label = chosen(answers, value);
	else if (strcmp(word, "roles") == 0)
		one.roles = chosen(answers, value);
	else if (strcmp(word, "as") == 0)
		one.notation = (enum notation)chosen(notations, value);
	else if (strcmp(word, "style") == 0)
		read_style(value);
	else
		malformed(word);
}

static void
add_letter(struct buffer *text, char32_t letter)
{
	char bytes[UTF8_MOST];

	buffer_add(text, bytes, utf8_write(letter, bytes));
}

static void
read_codes(struct buffer *text, const char *line)
{
	for (char *end; ; line = end) {
		unsigned long letter = strtoul(line, &end, 16);

		if (end == line)
			break;
		add_letter(text, (char32_t)letter);
	}
}

static void
read_text(const char *line)
{
	if (one.notation == AS_CODES) {
		read_codes(&one.text, line);
		return;
	}
	for (; *line != '\0'; line++) {
		unsigned byte;

		if (one.notation == AS_CAPS && 'A' <= *line && *line <= 'Z') {
			add_letter(&one.text,
			    ALEF_HEBREW + (char32_t)(*line - 'A'));
		} else if (sscanf(line, "\\x%2x", &byte) == 1) {
			buffer_add(&one.text, (char[]){ (char)byte }, 1);
			line += 3;
		} else {
			buffer_add(&one.text, line, 1);
		}
	}
}

static void
write_codes(struct buffer *row, const struct cell *cell)
{
	char code[16];

	if (row->count > 0 && row->at[row->count - 1] != '\n')
		buffer_add_string(row, " ");
	snprintf(code, sizeof code, "%04X", (unsigned)cell->letter);
	buffer_add_string(row, code);
	for (size_t i = 0; i < CELL_MARKS && cell->mark[i] != 0; i++) {
		snprintf(code, sizeof code, "+%04X",
		    (unsigned)cell->mark[i]);
		buffer_add_string(row, code);
	}
}

static void
write_text(struct buffer *row, const struct cell *cell, bool caps)
{
	char32_t letter = cell->letter;

	if (caps && ALEF_HEBREW <= letter && letter < ALEF_HEBREW + 26)
		letter = letter - ALEF_HEBREW + 'A';
	add_letter(row, letter);
	for (size_t i = 0; i < CELL_MARKS && cell->mark[i] != 0; i++)
		add_letter(row, cell->mark[i]);
}

static void
write_row(const struct line *line, struct buffer *rows)
{
	const char *bar = one.notation == AS_CODES ? "" : "|";

	buffer_add_string(rows, bar);
	for (size_t i = 0; i < line->cells; i++)
		if (one.notation == AS_CODES)
			write_codes(rows, &line->cell[i]);
		else
			write_text(rows, &line->cell[i],
			    one.notation == AS_CAPS);
	buffer_add_string(rows, bar);
	buffer_add_string(rows, "\n");
	if (!one.roles)
		return;
	buffer_add_string(rows, bar);
	for (size_t i = 0; i < line->cells; i++)
		array_add(rows, role_letter((enum role)line->cell[i].role));
	buffer_add_string(rows, bar);
	buffer_add_string(rows, "\n");
}

/* What no case should have to say. */
static bool
is_sound(const struct lines *lines)
{
	size_t byte = 0;

	for (size_t i = 0; i < lines->count; i++) {
		const struct line *line    = &lines->at[i];
		size_t             columns = 0;
		bool               wide    = line->cells == 1 &&
		    line->cell[0].columns == 2;

		for (size_t j = 0; j < line->cells; j++)
			columns += line->cell[j].columns;
		if (columns != line->columns || line->span.start != byte ||
		    (columns > one.options.width && !wide))
			return false;
		byte = line->span.end;
	}
	return byte == one.text.count;
}

static void
read_wanted(const char *line)
{
	buffer_add_string(&one.wanted, strcmp(line, "(empty)") == 0 ? ""
	    : line);
	buffer_add_string(&one.wanted, "\n");
}

static bool
play(void)
{
	struct buffer rows  = { 0 };
	struct lines  lines = one.label
	    ? layout_label(one.text.at, one.text.count, ROLE_TITLE,
	    &one.options)
	    : layout_paragraph(one.text.at, span_of(0, one.text.count),
	    &one.styles, &one.options);
	bool sound = is_sound(&lines);
	bool same;

	for (size_t i = 0; i < lines.count; i++)
		write_row(&lines.at[i], &rows);
	same = rows.count == one.wanted.count &&
	    memcmp(rows.at, one.wanted.at, rows.count) == 0;
	if (!same || !sound)
		printf("%swanted:\n%.*sgot:\n%.*s",
		    sound ? "" : "(spans or columns)\n",
		    (int)one.wanted.count, one.wanted.at, (int)rows.count,
		    rows.at);
	lines_free(&lines);
	array_free(&rows);
	array_free(&one.styles);
	array_free(&one.text);
	array_free(&one.wanted);
	return same && sound;
}

int
main(int arguments, char **argument)
{
	static const struct case_kind kind = {
		begin, read_option, read_text, read_wanted, play
	};

	return cases_play(arguments, argument, &kind);
}
