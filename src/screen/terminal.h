/* terminal.h: the terminal: start it, show a grid on it, read a key from it,
 * give it back. The only place that draws (ncursesw). */
#ifndef QARI_SCREEN_TERMINAL_H
#define QARI_SCREEN_TERMINAL_H

#include "bytes/failure.h"
#include "layout/grid.h"
#include "layout/layout.h"
#include "screen/key.h"
#include "screen/theme.h"

struct terminal;

enum color_choice { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct terminal_options {
	enum color_choice   color;
	const struct theme *theme;
};

/* Takes the terminal: standard output, with keys read from it or from
 * /dev/tty when standard input is not a terminal. From here on every way out
 * of the program gives it back: return, signal, exhausted memory, crash.
 * NULL and `failure` when it cannot show a screen (TERM=dumb, unknown TERM,
 * no terminal at all). One per program. */
struct terminal *terminal_start(const struct terminal_options *options,
    struct failure *failure);

void terminal_size(const struct terminal *terminal, size_t *rows,
    size_t *columns);

/* Shows the grid, sending only what differs, in one write. The grid has the
 * terminal's size. */
void terminal_present(struct terminal *terminal, const struct grid *grid);

/* Forgets what the screen shows, so that the next present sends all. */
void terminal_redraw(struct terminal *terminal);

/* The next key, waiting at most `milliseconds` (-1: for ever), else
 * PRESSED_NOTHING. Bytes that are no key and no reply are dropped. */
key_code terminal_key(struct terminal *terminal, int milliseconds);

/* Whether a key is waiting. */
bool terminal_key_waits(struct terminal *terminal);

/* Gives the terminal back, stops the program as Ctrl-Z does, and takes the
 * terminal again when it is continued. */
void terminal_suspend(struct terminal *terminal);

/* The signal that PRESSED_SIGNAL told of; 0 when none. */
int terminal_signal(const struct terminal *terminal);

/* Gives the terminal back and frees it. */
void terminal_stop(struct terminal *terminal);

#endif
