/* screen_demo.c: a screen to try terminals with, one letter a deed; the last
 * row tells the key that was pressed and the size. screen.py drives it.
 *
 * usage: screen_demo [DUMP]      d writes the grid to the file DUMP */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/memory.h"
#include "screen/terminal.h"

struct demo {
	struct terminal    *terminal;
	struct grid        *grid;
	const struct theme *theme;
	const char         *dump;
	uint32_t            seed;
	size_t              keys;
	bool                ended;
};

static size_t
chance(struct demo *demo, size_t below)
{
	demo->seed = demo->seed * 1664525u + 1013904223u;
	return (demo->seed >> 8) % below;
}

static void
put(struct demo *demo, size_t row, size_t column)
{
	static const char32_t letters[] = { U' ', U'ﻢ', U'ﺮ', U'ﺣ', U'ﺒ',
		U'ﻻ', U'ﺎ', U'ﻟ', U'x', U'7' };
	struct cell *cell = grid_cell(demo->grid, row, column);

	cell->letter = letters[chance(demo, sizeof letters / sizeof *letters)];
	if (cell->letter >= 0xFE70 && chance(demo, 12) == 0)
		cell->mark[0] = U'\u064E';
	if (cell->letter == 'x' && column + 1 < demo->grid->columns) {
		cell->letter = U'中';
		cell->columns = 2;
		cell[1].columns = 0;
		cell[1].letter = 0;
	}
}

/* A row of text, ragged on the left, with a coloured run in it. */
static void
fill_row(struct demo *demo, size_t row)
{
	size_t    columns = demo->grid->columns;
	size_t    right   = columns - columns / 20;
	size_t    left    = chance(demo, columns / 4 + 1);
	size_t    hot     = chance(demo, columns);
	enum role role    = (enum role)(ROLE_PERSON + chance(demo, 7));

	grid_fill_row(demo->grid, row, ROLE_TEXT);
	for (size_t i = left; i < right; i++) {
		struct cell *cell = grid_cell(demo->grid, row, i);

		if (i >= hot && i < hot + 10)
			cell->role = (uint8_t)role;
		if (cell->columns == 1)
			put(demo, row, i);
	}
}

static void
fill_page(struct demo *demo)
{
	for (size_t row = 0; row + 1 < demo->grid->rows; row++)
		fill_row(demo, row);
}

static void
scroll(struct demo *demo, bool down)
{
	struct grid *grid  = demo->grid;
	size_t       cells = grid->rows < 2 ? 0
	    : (grid->rows - 2) * grid->columns;
	struct cell *from  = grid->cell + (down ? grid->columns : 0);
	struct cell *to    = grid->cell + (down ? 0 : grid->columns);

	if (grid->rows < 2)
		return;
	memmove(to, from, cells * sizeof *from);
	fill_row(demo, down ? grid->rows - 2 : 0);
}

/* In two looks by turns, so that all of it is sent each time. */
static void
tell(struct demo *demo, key_code key)
{
	struct grid *grid = demo->grid;
	char         name[32];
	char         status[80];

	key_write(key, name, sizeof name);
	snprintf(status, sizeof status, "%zu %s %zux%zu ", demo->keys, name,
	    grid->rows, grid->columns);
	grid_fill_row(grid, grid->rows - 1,
	    demo->keys % 2 == 0 ? ROLE_STATUS : ROLE_PROMPT);
	for (size_t i = 0; status[i] != '\0' && i < grid->columns; i++)
		grid_cell(grid, grid->rows - 1, i)->letter =
		    (unsigned char)status[i] < 0x80 ? (char32_t)status[i]
		    : '?';
	grid->cursor_row = grid->rows - 1;
}

static void
fit(struct demo *demo)
{
	size_t rows;
	size_t columns;

	terminal_size(demo->terminal, &rows, &columns);
	grid_free(demo->grid);
	demo->grid = grid_new(rows, columns);
	fill_page(demo);
}

static void
dump(const struct demo *demo)
{
	FILE *out = demo->dump != NULL ? fopen(demo->dump, "w") : NULL;

	if (out == NULL)
		return;
	grid_dump(demo->grid, false, out);
	fclose(out);
}

static void
crash(void)
{
	volatile int *volatile nowhere = (volatile int *)16;

	*nowhere = 1;
}

static void
obey(struct demo *demo, key_code key)
{
	switch (key) {
	case PRESSED_RESIZE:
		fit(demo);
		break;
	case PRESSED_SIGNAL:
	case 'q':
		demo->ended = true;
		break;
	case ' ':
		fill_page(demo);
		break;
	case 'j':
		scroll(demo, true);
		break;
	case 'k':
		scroll(demo, false);
		break;
	case 't':
		demo->theme = theme_next(demo->theme);
		terminal_set_theme(demo->terminal, demo->theme);
		break;
	case 'l':
		terminal_redraw(demo->terminal);
		break;
	case 'd':
		dump(demo);
		break;
	case 'z':
	case 26:
		terminal_suspend(demo->terminal);
		fit(demo);
		break;
	case 'c':
		crash();
		break;
	case 'm':
		memory_new(SIZE_MAX / 2, 1);
		break;
	case 'x':
		exit(3);
	default:
		break;
	}
}

int
main(int argc, char **argv)
{
	struct demo    demo    = { .seed = 1, .theme = theme_named("dark"),
		.dump = argc > 1 ? argv[1] : NULL };
	struct failure failure = { 0 };
	int            signal;

	demo.terminal = terminal_start(&(struct terminal_options){
	    COLOR_AUTO, demo.theme, false, NULL }, &failure);
	if (demo.terminal == NULL) {
		fprintf(stderr, "no screen on '%s'\n", failure.where);
		return 2;
	}
	fit(&demo);
	tell(&demo, PRESSED_NOTHING);
	while (!demo.ended) {
		key_code key;

		terminal_present(demo.terminal, demo.grid);
		key = terminal_key(demo.terminal, -1);
		demo.keys++;
		obey(&demo, key);
		/* u changes nothing, and d shows what is dumped. */
		if (key != 'u' && key != 'd')
			tell(&demo, key);
	}
	signal = terminal_signal(demo.terminal);
	terminal_stop(demo.terminal);
	grid_free(demo.grid);
	if (signal != 0)
		raise(signal);
	return 0;
}
