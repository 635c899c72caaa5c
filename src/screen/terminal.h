/* terminal.h: the terminal: start it, show a grid on it, read a key from it,
 * give it back. The only place that draws; what terminals can do it takes
 * from ncurses' terminfo. */
#ifndef QARI_SCREEN_TERMINAL_H
#define QARI_SCREEN_TERMINAL_H

#include "bytes/failure.h"
#include "layout/grid.h"
#include "layout/layout.h"
#include "screen/caps.h"
#include "screen/key.h"
#include "screen/theme.h"

struct terminal;

struct terminal_options {
	enum color_choice     color;
	const struct theme   *theme;
	bool                  asks;     /* the terminal what it is … */
	const struct setting *setting;  /* … and suits it, unless this is given */
};

/* Takes the terminal: standard output, with keys read from standard input or,
 * when that is not a terminal, from /dev/tty. It is sent UTF-8 whatever the
 * locale. From here on every way out of the program gives it back: return,
 * signal, exhausted memory, crash. NULL and `failure` when it cannot show a
 * screen: FAILURE_TERMINAL with the value of TERM (dumb, unknown) in `where`,
 * empty when TERM is not set or there is no terminal at all. One per
 * program. */
struct terminal *terminal_start(const struct terminal_options *options,
    struct failure *failure);

/* What it can do; lent. Its setting may be another after terminal_learn() and
 * PRESSED_TERMINAL. */
const struct caps *terminal_caps(const struct terminal *terminal);

/* Waits until the terminal has answered what it was asked at the start, a
 * second at most: before the first present, so that nothing wrong is shown.
 * Later answers are heard as well. */
void terminal_learn(struct terminal *terminal);

/* What is known of the terminal; lent. */
const struct evidence *terminal_evidence(const struct terminal *terminal);

/* The size that was told last: at the start, by PRESSED_RESIZE, or on coming
 * back from terminal_suspend(). */
void terminal_size(const struct terminal *terminal, size_t *rows,
    size_t *columns);

/* Shows the grid, sending only what differs, in one write. The grid has the
 * terminal's size; one of another size is passed over. While the terminal is
 * too slow to take the last frame, the grid is kept, the next one takes its
 * place, and terminal_key() shows it as soon as that can be. */
void terminal_present(struct terminal *terminal, const struct grid *grid);

/* Other looks, with the next present. */
void terminal_set_theme(struct terminal *terminal, const struct theme *theme);

/* Forgets what the screen shows, so that the next present sends all. */
void terminal_redraw(struct terminal *terminal);

/* Hands the text to the terminal's clipboard; false when terminfo knows of
 * none. Whether the terminal takes it cannot be known. */
bool terminal_copy(struct terminal *terminal, const char *text, size_t size);

/* The next key, waiting at most `milliseconds` (-1: for ever), else
 * PRESSED_NOTHING, as when bytes came that are no key. Ctrl-C and Ctrl-Z are
 * keys; a SIGTSTP from elsewhere suspends in here. */
key_code terminal_key(struct terminal *terminal, int milliseconds);

/* Has terminal_key() come back, with PRESSED_NOTHING, when there is something
 * to read from `descriptor` too; -1: from none. */
void terminal_watch(struct terminal *terminal, int descriptor);

/* Whether a key, a resize or a signal is waiting. */
bool terminal_key_waits(struct terminal *terminal);

/* Gives the terminal back, stops the program as Ctrl-Z does, and takes the
 * terminal again when it is continued, showing what it showed unless its
 * size is another. */
void terminal_suspend(struct terminal *terminal);

/* The signal that PRESSED_SIGNAL told of; 0 when none. A closed terminal is
 * SIGHUP. */
int terminal_signal(const struct terminal *terminal);

/* Gives the terminal back and frees it. Signals act as before the start: to
 * end as terminal_signal() would have ended the program, raise() it. */
void terminal_stop(struct terminal *terminal);

#endif
