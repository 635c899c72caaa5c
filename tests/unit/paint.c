/* paint.c: what a terminal shows after it was sent what the painter wrote,
 * and how many bytes that took. The terminal is a small one of our own, made
 * from ECMA-48 and the VT100's manual, not from the painter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "bytes/utf8.h"
#include "screen/paint.h"

enum { ROWS_MOST = 30, COLUMNS_MOST = 100 };

#define EMOJI U'😀'             /* two columns to us, one to this terminal */

struct shown {
	char32_t    letter;
	char32_t    mark[CELL_MARKS];
	struct look look;
};

struct screen {
	size_t       rows;
	size_t       columns;
	struct shown at[ROWS_MOST][COLUMNS_MOST];
	size_t       row;
	size_t       column;
	bool         behind;            /* the last column, or in it */
	bool         stays;             /* in the last column, not behind it */
	bool         cooked;            /* LF comes as CR LF */
	size_t       top;
	size_t       bottom;            /* margins, the last row in them */
	struct look  look;
	struct shown *last;             /* the cell that marks go to */
};

static const struct look plain = { LOOK_DEFAULT, LOOK_DEFAULT, 0 };

static void
erase(struct screen *screen, size_t row, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		screen->at[row][i] = (struct shown){ .letter = ' ',
			.look = { LOOK_DEFAULT, screen->look.ground, 0 } };
}

static struct screen
screen_of(size_t rows, size_t columns)
{
	struct screen screen = { .rows = rows, .columns = columns,
		.bottom = rows - 1, .look = plain };

	for (size_t row = 0; row < rows; row++)
		for (size_t i = 0; i < columns; i++)
			screen.at[row][i].letter = '#';
	return screen;
}

static void
line_feed(struct screen *screen)
{
	if (screen->row == screen->bottom) {
		memmove(screen->at[screen->top], screen->at[screen->top + 1],
		    (screen->bottom - screen->top) * sizeof screen->at[0]);
		erase(screen, screen->bottom, 0, screen->columns);
	} else if (screen->row + 1 < screen->rows)
		screen->row++;
	screen->behind = false;
}

static void
reverse_index(struct screen *screen)
{
	if (screen->row == screen->top) {
		memmove(screen->at[screen->top + 1], screen->at[screen->top],
		    (screen->bottom - screen->top) * sizeof screen->at[0]);
		erase(screen, screen->top, 0, screen->columns);
	} else if (screen->row > 0)
		screen->row--;
}

static void
put(struct screen *screen, char32_t letter)
{
	size_t        width = letter == U'中' ? 2 : 1;
	struct shown *cell;

	if ((letter >= 0x64B && letter <= 0x65F) || letter == 0x202D) {
		size_t mark = 0;

		while (screen->last->mark[mark] != 0)
			mark++;
		screen->last->mark[mark] = letter;
		return;
	}
	assert_false(screen->behind);
	assert_true(screen->column + width <= screen->columns);
	cell = &screen->at[screen->row][screen->column];
	*cell = (struct shown){ .letter = letter, .look = screen->look };
	screen->last = cell;
	if (width == 2)
		cell[1] = (struct shown){ .look = screen->look };
	screen->column += width;
	if (screen->column < screen->columns)
		return;
	screen->column = screen->columns - 1;
	screen->behind = !screen->stays;
}

static void
select_graphics(struct screen *screen, const unsigned *number, size_t count)
{
	static const uint8_t attributes[8] = { 0, LOOK_BOLD, LOOK_DIM,
		LOOK_ITALIC, LOOK_UNDERLINE, 0, 0, LOOK_REVERSE };
	struct look *look = &screen->look;

	for (size_t i = 0; i < count; i++) {
		unsigned n = number[i];

		if (n == 0)
			*look = plain;
		else if (n < 8)
			look->attributes |= attributes[n];
		else if (n == 39 || n == 49)
			*(n == 39 ? &look->text : &look->ground) =
			    LOOK_DEFAULT;
		else if (n >= 90)
			*(n < 100 ? &look->text : &look->ground) =
			    (int8_t)(n % 10 + 8);
		else
			*(n < 40 ? &look->text : &look->ground) =
			    (int8_t)(n % 10);
	}
}

static void
set_margins(struct screen *screen, const unsigned *number)
{
	screen->top = number[0] > 0 ? number[0] - 1 : 0;
	screen->bottom = number[1] > 0 ? number[1] - 1 : screen->rows - 1;
	assert_true(screen->top < screen->bottom);
	assert_true(screen->bottom < screen->rows);
	screen->row = screen->column = 0;
}

static void
obey(struct screen *screen, char final, const unsigned *number, size_t count)
{
	size_t steps = number[0] > 0 ? number[0] : 1;

	switch (final) {
	case 'H':
		screen->row = steps - 1;
		screen->column = number[1] > 0 ? number[1] - 1 : 0;
		break;
	case 'C':
		screen->column += steps;
		break;
	case 'D':
		assert_true(screen->column >= steps);
		screen->column -= steps;
		break;
	case 'K':
		erase(screen, screen->row, number[0] == 1 ? 0 : screen->column,
		    number[0] == 1 ? screen->column + 1 : screen->columns);
		break;
	case 'J':
		for (size_t row = 0; row < screen->rows; row++)
			erase(screen, row, 0, screen->columns);
		break;
	case 'r':
		set_margins(screen, number);
		break;
	case 'm':
		select_graphics(screen, number, count > 0 ? count : 1);
		break;
	default:
		fail_msg("CSI … %c", final);
	}
	assert_true(screen->row < screen->rows);
	assert_true(screen->column < screen->columns);
	if (final != 'm' && final != 'K' && final != 'J')
		screen->behind = false;
}

static size_t
take_sequence(struct screen *screen, const char *bytes)
{
	unsigned number[8] = { 0 };
	size_t   count = 0;
	size_t   at    = 2;

	if (bytes[1] == 'M') {
		reverse_index(screen);
		return 2;
	}
	assert_int_equal(bytes[1], '[');
	for (; bytes[at] < '@'; at++) {
		if (count == 0)
			count = 1;
		if (bytes[at] == ';')
			count++;
		else
			number[count - 1] = number[count - 1] * 10 +
			    (unsigned)(bytes[at] - '0');
	}
	obey(screen, bytes[at], number, count);
	return at + 1;
}

static void
feed(struct screen *screen, const struct buffer *out)
{
	for (size_t at = 0; at < out->count;) {
		char32_t letter;
		char     byte = out->at[at];

		if (byte == '\033')
			at += take_sequence(screen, out->at + at);
		else if (byte == '\r' || byte == '\n' || byte == '\b') {
			if (byte == '\n') {
				line_feed(screen);
				screen->column = screen->cooked ? 0
				    : screen->column;
			} else if (byte == '\r')
				screen->column = 0;
			else
				screen->column--;
			screen->behind = false;
			at++;
		} else {
			at += utf8_read(out->at + at, out->count - at,
			    &letter);
			assert_true(letter >= ' ' && letter != 0x7F);
			put(screen, letter);
		}
	}
}

/* Whether a blank shows nothing of its look but the ground. */
static bool
same_look(struct look a, struct look b, bool blank)
{
	uint8_t seen = LOOK_REVERSE | LOOK_UNDERLINE;

	if (blank && ((a.attributes | b.attributes) & seen) == 0)
		return a.ground == b.ground;
	return look_same(a, b);
}

static void
check_cell(const struct screen *screen, const struct grid *grid, size_t row,
    size_t column, const struct caps *caps, const struct theme *theme)
{
	const struct cell  *cell  = grid_cell(grid, row, column);
	const struct shown *shown = &screen->at[row][column];
	bool                blank = cell->letter == ' ' && cell->mark[0] == 0;

	if (cell->letter == EMOJI || cell->columns == 0)
		return;
	assert_int_equal(shown->letter, cell->letter);
	assert_memory_equal(shown->mark, cell->mark, sizeof cell->mark);
	assert_true(same_look(shown->look,
	    caps_look(caps, theme->look[cell->role]), blank));
}

static void
check_screen(const struct screen *screen, const struct grid *grid,
    const struct caps *caps, const struct theme *theme)
{
	for (size_t row = 0; row < grid->rows; row++)
		for (size_t i = 0; i < grid->columns; i++)
			check_cell(screen, grid, row, i, caps, theme);
	assert_int_equal(screen->row, grid->cursor_row);
	assert_int_equal(screen->column, grid->cursor_column);
	assert_false(screen->behind);
	assert_true(look_same(screen->look, plain));
	assert_int_equal(screen->top, 0);
	assert_int_equal(screen->bottom, screen->rows - 1);
}

static uint32_t seed = 7;

static size_t
chance(size_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % below;
}

static void
put_random(struct grid *grid, size_t row, size_t column)
{
	static const char32_t letters[] = { ' ', ' ', ' ', 'a', '1',
		U'م', U'ﻢ', U'ﻻ', U'。', EMOJI, U'中' };
	struct cell *cell = grid_cell(grid, row, column);
	char32_t     letter = letters[chance(sizeof letters /
	    sizeof *letters)];
	bool         wide = letter == EMOJI || letter == U'中' ||
	    letter == U'。';

	/* Our terminal has this one narrow; it is only a letter here. */
	if (letter == U'。') {
		letter = 'x';
		wide = false;
	}
	if (wide && (column + 1 == grid->columns || cell[1].columns != 1))
		return;
	if (cell->columns != 1)
		return;
	*cell = (struct cell){ .letter = letter, .columns = wide ? 2 : 1,
		.role = (uint8_t)chance(ROLES), .byte = chance(1000) };
	for (size_t i = 0; letter != EMOJI && i < chance(3); i++)
		cell->mark[i] = U'\u064E' + (char32_t)chance(3);
	if (wide)
		cell[1] = (struct cell){ .columns = 0, .role = cell->role };
}

/* Lines flush right, as an article's are, some behind an override. */
static void
fill_with_lines(struct grid *grid)
{
	for (size_t row = 0; row < grid->rows; row++) {
		size_t left = chance(grid->columns);

		grid_fill_row(grid, row, chance(9) == 0 ? ROLE_FOCUS
		    : ROLE_TEXT);
		for (size_t i = left; i < grid->columns; i++)
			put_random(grid, row, i);
		if (chance(3) > 0)
			grid_cell(grid, row, 0)->mark[0] = U'\u202D';
	}
}

static void
mutate(struct grid *grid)
{
	size_t by    = 1 + chance(grid->rows - 1);
	size_t cells = (grid->rows - by) * grid->columns;

	switch (chance(6)) {
	case 0:
		memmove(grid->cell, grid->cell + by * grid->columns,
		    cells * sizeof *grid->cell);
		for (size_t i = grid->rows - by; i < grid->rows; i++)
			grid_fill_row(grid, i, ROLE_TEXT);
		break;
	case 1:
		memmove(grid->cell + by * grid->columns, grid->cell,
		    cells * sizeof *grid->cell);
		for (size_t i = 0; i < by; i++)
			grid_fill_row(grid, i, ROLE_TEXT);
		break;
	case 2:
		grid_fill_row(grid, chance(grid->rows),
		    (enum role)chance(ROLES));
		break;
	case 3:
		fill_with_lines(grid);
		break;
	default:
		break;
	}
	for (size_t i = chance(3) * chance(200); i > 0; i--)
		put_random(grid, chance(grid->rows), chance(grid->columns));
	grid->cursor_row = chance(grid->rows);
	grid->cursor_column = chance(grid->columns);
}

static void
run_random(const struct caps *caps, size_t rows, size_t columns, size_t frames)
{
	const struct theme *theme   = theme_named("dark");
	struct painter     *painter = painter_new(caps);
	struct grid        *grid    = grid_new(rows, columns);
	struct screen       screen  = screen_of(rows, columns);
	struct buffer       out     = { 0 };

	screen.stays = !caps->scrolls;
	screen.cooked = !caps->line_feed_is_bare;
	painter_set_theme(painter, theme);
	for (size_t i = 0; i < frames; i++) {
		if (i > 0)
			mutate(grid);
		out.count = 0;
		painter_paint(painter, grid, &out);
		feed(&screen, &out);
		check_screen(&screen, grid, caps, theme);
		out.count = 0;
		painter_paint(painter, grid, &out);
		assert_int_equal(out.count, 0);
	}
	array_free(&out);
	grid_free(grid);
	painter_free(painter);
}

static const struct caps modern = { .colors = 16, .attributes = 0xFF,
	.scrolls = true, .erases_start = true, .line_feed_is_bare = true };
static const struct caps cooked = { .colors = 8, .attributes = 0xFF,
	.scrolls = true };
static const struct caps mono = { .attributes = 0xFF };
static const struct caps poor = { .colors = 8, .attributes = LOOK_BOLD };

static void
test_random_frames(void **state)
{
	static const struct {
		size_t rows;
		size_t columns;
	} sizes[] = { { 24, 80 }, { 3, 5 }, { 7, 30 }, { 2, 1 }, { 12, 40 } };

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		run_random(&modern, sizes[i].rows, sizes[i].columns, 800);
		run_random(&cooked, sizes[i].rows, sizes[i].columns, 400);
		run_random(&mono, sizes[i].rows, sizes[i].columns, 400);
		run_random(&poor, sizes[i].rows, sizes[i].columns, 400);
	}
}

static void
test_one_cell(void **state)
{
	struct painter *painter = painter_new(&modern);
	struct grid    *grid    = grid_new(1, 1);
	struct buffer   out     = { 0 };
	char            wanted[] = "ﻡ\r";

	(void)state;
	painter_set_theme(painter, theme_named("mono"));
	grid_cell(grid, 0, 0)->letter = U'ﻡ';
	painter_paint(painter, grid, &out);
	assert_true(out.count > sizeof wanted);
	assert_memory_equal(out.at + out.count - (sizeof wanted - 1), wanted,
	    sizeof wanted - 1);
	array_free(&out);
	grid_free(grid);
	painter_free(painter);
}

/* An Arabic page: a column of 72 cells in the middle, flush right, ragged
 * left, paragraphs that end early, a status line. */
static void
fill_row(struct grid *grid, size_t row)
{
	size_t right = grid->columns - (grid->columns - 72) / 2;
	size_t left  = right - (chance(6) == 0 ? 30 : 64 + chance(9));

	grid_fill_row(grid, row, ROLE_TEXT);
	for (size_t i = left; i < right; i++)
		grid_cell(grid, row, i)->letter = chance(6) == 0 ? ' '
		    : (char32_t)(0xFE8D + chance(100));
	grid_cell(grid, row, left)->letter = U'ﻢ';
}

static void
fill_page(struct grid *grid)
{
	for (size_t row = 0; row + 1 < grid->rows; row++)
		fill_row(grid, row);
	grid_fill_row(grid, grid->rows - 1, ROLE_STATUS);
	grid->cursor_row = grid->rows - 1;
}

static size_t
text_bytes(const struct grid *grid, size_t rows)
{
	size_t bytes = 0;

	for (size_t row = 0; row < rows; row++) {
		bool begun = false;

		for (size_t i = 0; i < grid->columns; i++) {
			char     letter[UTF8_MOST];
			char32_t code = grid_cell(grid, row, i)->letter;

			begun = begun || code != ' ';
			if (begun && i < grid->columns -
			    (grid->columns - 72) / 2)
				bytes += utf8_write(code, letter);
		}
	}
	return bytes;
}

struct pages {
	struct painter *painter;
	struct grid    *grid;
	struct buffer   out;
};

static struct pages
pages_of(size_t rows, size_t columns)
{
	struct pages pages = { painter_new(&modern), grid_new(rows, columns),
		{ 0 } };

	painter_set_theme(pages.painter, theme_named("dark"));
	fill_page(pages.grid);
	painter_paint(pages.painter, pages.grid, &pages.out);
	return pages;
}

static size_t
bytes_to_show(struct pages *pages)
{
	pages->out.count = 0;
	painter_paint(pages->painter, pages->grid, &pages->out);
	return pages->out.count;
}

static void
pages_free(struct pages *pages)
{
	array_free(&pages->out);
	grid_free(pages->grid);
	painter_free(pages->painter);
}

/* `held`: behind overrides. */
static void
check_bytes_of_pages(bool held, size_t most)
{
	struct pages pages = pages_of(24, 80);
	size_t       sent  = 0;
	size_t       text  = 0;

	for (int i = 0; i < 20; i++) {
		fill_page(pages.grid);
		for (size_t row = 0; held && row < pages.grid->rows; row++)
			grid_cell(pages.grid, row, 0)->mark[0] = U'\u202D';
		sent += bytes_to_show(&pages);
		text += text_bytes(pages.grid, 23);
	}
	print_message("page: %zu bytes, %zu of text, %.3f\n", sent / 20,
	    text / 20, (double)sent / (double)text);
	assert_in_range(sent * 100, 0, text * most);
	pages_free(&pages);
}

static void
test_bytes_of_a_page(void **state)
{
	(void)state;
	check_bytes_of_pages(false, 105);
	check_bytes_of_pages(true, 107);
}

static void
scroll_page(struct grid *grid, bool down)
{
	size_t cells = (grid->rows - 2) * grid->columns;

	if (down)
		memmove(grid->cell, grid->cell + grid->columns,
		    cells * sizeof *grid->cell);
	else
		memmove(grid->cell + grid->columns, grid->cell,
		    cells * sizeof *grid->cell);
	fill_row(grid, down ? grid->rows - 2 : 0);
}

static void
test_bytes_of_a_line(void **state)
{
	struct pages pages = pages_of(24, 80);

	(void)state;
	for (int i = 0; i < 20; i++) {
		size_t row = i < 10 ? 22 : 0;
		size_t sent;
		size_t text;

		scroll_page(pages.grid, i < 10);
		sent = bytes_to_show(&pages);
		text = text_bytes(pages.grid, row + 1) -
		    text_bytes(pages.grid, row);
		assert_in_range(sent, text, text + 24);
	}
	pages_free(&pages);
}

static void
test_bytes_of_a_run(void **state)
{
	struct pages pages = pages_of(24, 80);
	size_t       before;

	(void)state;
	grid_cell(pages.grid, 5, 40)->letter = U'ﺐ';
	for (size_t i = 41; i < 50; i++)
		grid_cell(pages.grid, 5, i)->letter = U'ﺎ';
	before = bytes_to_show(&pages);
	for (enum role role = ROLE_PERSON; role <= ROLE_HIT_CURRENT; role++) {
		for (size_t i = 40; i < 50; i++)
			grid_cell(pages.grid, 5, i)->role = (uint8_t)role;
		assert_in_range(bytes_to_show(&pages), before - 12,
		    before + 17);
		for (size_t i = 40; i < 50; i++)
			grid_cell(pages.grid, 5, i)->role = ROLE_TEXT;
		bytes_to_show(&pages);
	}
	pages_free(&pages);
}

static void
test_bytes_of_nothing(void **state)
{
	struct pages pages = pages_of(24, 80);

	(void)state;
	assert_int_equal(bytes_to_show(&pages), 0);
	grid_cell(pages.grid, 3, 3)->byte = 17;
	grid_cell(pages.grid, 3, 3)->role = ROLE_PERSON;  /* a blank */
	assert_int_equal(bytes_to_show(&pages), 0);
	pages.grid->cursor_column = 9;
	assert_in_range(bytes_to_show(&pages), 1, 8);
	painter_forget(pages.painter);
	assert_true(bytes_to_show(&pages) > 2000);
	pages_free(&pages);
}

/* Controls that some layer let through are not sent. */
static void
test_controls(void **state)
{
	static const char32_t controls[] = { 0, 7, 27, 0x7F, 0x85, 0x9B };
	struct pages pages = pages_of(24, 80);

	(void)state;
	for (size_t i = 0; i < sizeof controls / sizeof *controls; i++) {
		struct cell *cell = grid_cell(pages.grid, 4, 20 + i);

		cell->letter = controls[i];
		cell->mark[0] = 0x9B;
	}
	bytes_to_show(&pages);
	for (size_t i = 0; i < pages.out.count;) {
		char32_t letter;

		i += utf8_read(pages.out.at + i, pages.out.count - i,
		    &letter);
		if (letter == 27)
			assert_int_equal(pages.out.at[i], '[');
		else
			assert_true(letter == '\r' || letter == '\n' ||
			    letter == '\b' || (letter >= ' ' &&
			    (letter < 0x7F || letter >= 0xA0)));
	}
	pages_free(&pages);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random_frames),
		cmocka_unit_test(test_one_cell),
		cmocka_unit_test(test_bytes_of_a_page),
		cmocka_unit_test(test_bytes_of_a_line),
		cmocka_unit_test(test_bytes_of_a_run),
		cmocka_unit_test(test_bytes_of_nothing),
		cmocka_unit_test(test_controls),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
