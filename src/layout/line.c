/* line.c: letters to the cells of a line, in visual order. */
#include "layout/cells.h"

#include "bytes/icu.h"
#include "layout/bidi.h"
#include "layout/mark.h"
#include "layout/width.h"

enum { CARRIER = 0x25CC };      /* DOTTED CIRCLE: under a mark without
                                 * letter */

void
lines_free(struct lines *lines)
{
	array_free(&lines->store);
	array_free(lines);
}

void
roles_assign(struct paragraph *paragraph, const struct styles *styles,
    enum role role)
{
	size_t at;

	memset(paragraph->role, (int)role, paragraph->letters);
	if (styles == NULL)
		return;
	at = span_find(styles->at, styles->count, sizeof *styles->at,
	    paragraph->start);
	for (size_t i = 0; i < paragraph->letters && at < styles->count;) {
		size_t byte = paragraph->start + paragraph->byte[i];

		if (styles->at[at].span.end <= byte) {
			at++;
			continue;
		}
		if (styles->at[at].span.start <= byte)
			paragraph->role[i] = (uint8_t)styles->at[at].role;
		i++;
	}
}

void
roles_of_controls(struct paragraph *paragraph)
{
	if (!paragraph->stand_ins)
		return;
	for (size_t i = 0; i < paragraph->letters; i++)
		if (paragraph->property[i].kind == KIND_CONTROL)
			paragraph->role[i] = ROLE_CONTROL;
}

/* The mirror image of what is mirrored; news has few of these. */
static char32_t
mirror_of(char32_t letter)
{
	static const char32_t pairs[] = U"()[]{}<>«»‹›";

	for (size_t i = 0; pairs[i] != 0; i++)
		if (pairs[i] == letter)
			return pairs[i ^ 1];
	return (char32_t)icu_uc()->u_charMirror((UChar32)letter);
}

static struct cell
cell_of(const struct paragraph *paragraph, size_t i, bool mirror)
{
	const struct property *property = &paragraph->property[i];
	char32_t               letter   = paragraph->letter[i];

	if (property->kind == KIND_MARK)
		letter = CARRIER;
	else if (mirror && (property->flags & PROPERTY_MIRRORED) != 0)
		letter = mirror_of(letter);
	return (struct cell){
		.letter  = letter,
		.columns = paragraph->columns[i],
		.role    = paragraph->role[i],
		.byte    = paragraph->start + paragraph->byte[i]
	};
}

/* Gives the marks gathered to the cell before `cell`. */
static void
put_marks(struct marks *marks, struct cell *cell)
{
	if (marks->count == 0)
		return;
	marks_choose(marks, cell - 1);
	marks->count = 0;
}

/* The one cell that was put becomes the spaces of a tab; the cell after. */
static struct cell *
spread_tab(struct cell *cell)
{
	size_t columns = cell->columns;

	cell->letter = ' ';
	cell->columns = 1;
	for (size_t i = 1; i < columns; i++)
		cell[i] = *cell;
	return cell + columns;
}

/* Appends the cells of a run in logical order. */
static void
add_run(struct cells *cells, const struct paragraph *paragraph,
    struct run run, bool mirror)
{
	const struct property *property = paragraph->property;
	bool                   tabs     = SET_HOLDS(paragraph->classes,
	    BIDI_S);
	struct cell           *cell;
	struct marks           marks;

	array_reserve(cells, (run.end - run.start) * (tabs ? TAB_STOP : 1));
	cell = cells->at + cells->count;
	marks.count = 0;
	for (size_t i = run.start; i < run.end; i++) {
		if (paragraph->columns[i] > 0) {
			put_marks(&marks, cell);
			*cell = cell_of(paragraph, i, mirror);
			cell = property[i].kind == KIND_TAB
			    ? spread_tab(cell) : cell + 1;
		}
		if (property[i].kind == KIND_MARK &&
		    marks.count < MARKS_GATHERED)
			marks.at[marks.count++] = paragraph->letter[i];
	}
	put_marks(&marks, cell);
	cells->count = (size_t)(cell - cells->at);
}

static void
swap_cells(struct cell *a, struct cell *b)
{
	struct cell other = *a;

	*a = *b;
	*b = other;
}

static void
reverse(struct cell *cell, size_t count)
{
	for (size_t i = 0; i < count / 2; i++)
		swap_cells(&cell[i], &cell[count - 1 - i]);
}

/* The letters change places; the looks, which the terminal gives to places,
 * do not. */
static void
reverse_letters(struct cell *cell, size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		struct cell *a = &cell[i];
		struct cell *b = &cell[count - 1 - i];
		uint8_t      role = a->role;
		size_t       byte = a->byte;

		swap_cells(a, b);
		b->role = a->role;
		b->byte = a->byte;
		a->role = role;
		a->byte = byte;
	}
}

/* Scripts, after Unicode's Scripts.txt, as far as their direction goes; what
 * lies in none of these ranges is written from left to right. */
enum script { SCRIPT_NONE, SCRIPT_LEFT, SCRIPT_RIGHT };

static enum script
script_of(char32_t letter)
{
	static const struct {
		char32_t    first;
		char32_t    last;
		enum script script;
	} rows[] = {
		{ 0x0000, 0x0040, SCRIPT_NONE }, { 0x005B, 0x0060, SCRIPT_NONE },
		{ 0x007B, 0x00BF, SCRIPT_NONE }, { 0x060C, 0x060C, SCRIPT_NONE },
		{ 0x061B, 0x061B, SCRIPT_NONE }, { 0x061F, 0x061F, SCRIPT_NONE },
		{ 0x0640, 0x0640, SCRIPT_NONE }, { 0x0660, 0x0669, SCRIPT_NONE },
		{ 0x06DD, 0x06DD, SCRIPT_NONE }, { 0x0590, 0x08FF, SCRIPT_RIGHT },
		{ 0x2000, 0x2BFF, SCRIPT_NONE }, { 0x3000, 0x303F, SCRIPT_NONE },
		{ 0xFD3E, 0xFD3F, SCRIPT_NONE }, { 0xFB1D, 0xFDFF, SCRIPT_RIGHT },
		{ 0xFE00, 0xFE6F, SCRIPT_NONE }, { 0xFE70, 0xFEFC, SCRIPT_RIGHT },
		{ 0xFEFF, 0xFF20, SCRIPT_NONE }, { 0x1F000, 0x1FFFF, SCRIPT_NONE },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (letter >= rows[i].first && letter <= rows[i].last)
			return rows[i].script;
	return SCRIPT_LEFT;
}

/* Turns the letters, not the looks, and mirrors what is mirrored with them. */
static void
turn(struct cell *cell, size_t count)
{
	reverse_letters(cell, count);
	for (size_t i = 0; i < count; i++)
		if (script_of(cell[i].letter) == SCRIPT_NONE)
			cell[i].letter = mirror_of(cell[i].letter);
}

static size_t
word_end(const struct cell *cell, size_t at, size_t count)
{
	while (at < count && cell[at].letter != ' ')
		at++;
	return at;
}

static bool
holds(const struct cell *cell, size_t count, enum script script)
{
	for (size_t i = 0; i < count; i++)
		if (script_of(cell[i].letter) == script)
			return true;
	return false;
}

/* For terminals that give every stretch without blanks one direction, that of
 * the first letter they are sent which has a script (kitty, by HarfBuzz's
 * guess): they turn the whole stretch and mirror what is in it. So one that
 * would be taken for right to left is sent turned: numbers in it as well. */
static void
turn_words(struct cell *cell, size_t count)
{
	for (size_t i = 0, end; i < count; i = end + 1) {
		enum script script = SCRIPT_NONE;

		end = word_end(cell, i, count);
		for (size_t j = i; j < end; j++)
			if (script_of(cell[j].letter) != SCRIPT_NONE)
				script = script_of(cell[j].letter);
		if (script == SCRIPT_RIGHT)
			turn(cell + i, end - i);
	}
}

/* Turns a word back, and each part of it that is of one face. */
static void
split_word(struct cell *cell, size_t count, const uint8_t face[ROLES])
{
	turn(cell, count);
	for (size_t i = 0, end; i < count; i = end) {
		for (end = i; end < count &&
		    face[cell[end].role] == face[cell[i].role]; end++)
			continue;
		if (holds(cell + i, end - i, SCRIPT_RIGHT))
			turn(cell + i, end - i);
	}
}

void
words_split(struct cell *cell, size_t count, const uint8_t face[ROLES])
{
	for (size_t i = 0, end; i < count; i = end + 1) {
		bool same = true;

		end = word_end(cell, i, count);
		for (size_t j = i; j < end; j++)
			same = same &&
			    face[cell[j].role] == face[cell[i].role];
		if (!same && holds(cell + i, end - i, SCRIPT_RIGHT) &&
		    !holds(cell + i, end - i, SCRIPT_LEFT))
			split_word(cell + i, end - i, face);
	}
}

static void
add_visual_run(struct cells *cells, const struct paragraph *paragraph,
    struct run run)
{
	bool   right = run.level % 2 != 0;
	size_t first = cells->count;

	add_run(cells, paragraph, run, right);
	if (right)
		reverse(cells->at + first, cells->count - first);
}

/* In logical order, what is mirrored turned: Konsole, which is sent such
 * lines, reorders and does not mirror (seen with 22.12). */
static void
add_embedded(struct cells *cells, const struct paragraph *paragraph,
    struct range range)
{
	const int8_t *level = paragraph->level;

	for (size_t i = range.start, end; i < range.end; i = end) {
		for (end = i + 1; end < range.end &&
		    level[end] % 2 == level[i] % 2; end++)
			continue;
		add_run(cells, paragraph, (struct run){ i, end, 0 },
		    level[i] % 2 != 0);
	}
}

void
line_cells(struct lines *lines, struct paragraph *paragraph,
    struct range range, enum display display)
{
	struct runs  *runs  = &paragraph->runs;
	struct line  *line  = &lines->at[lines->count - 1];
	struct cells *cells = &lines->store;
	size_t        first = cells->count;

	if (display == DISPLAY_EMBED)
		add_embedded(cells, paragraph, range);
	else if (display == DISPLAY_LOGICAL)
		add_run(cells, paragraph,
		    (struct run){ range.start, range.end, 0 }, false);
	else {
		line_reorder(paragraph, range.start, range.end, runs);
		for (size_t i = 0; i < runs->count; i++)
			add_visual_run(cells, paragraph, runs->at[i]);
	}
	if (display == DISPLAY_WORDS)
		turn_words(cells->at + first, cells->count - first);
	for (size_t i = first; i < cells->count; i++)
		line->columns += cells->at[i].columns;
	line->cells += cells->count - first;
}
