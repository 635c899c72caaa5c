/* terminal_inside.h: what terminal.c and terminal_keys.c share. */
#ifndef QARI_SCREEN_TERMINAL_INSIDE_H
#define QARI_SCREEN_TERMINAL_INSIDE_H

#include "screen/keyboard.h"
#include "screen/output.h"
#include "screen/paint.h"
#include "screen/probe.h"
#include "screen/terminal.h"
#include "screen/tty.h"

struct terminal {
	struct caps     caps;
	struct tty      tty;
	struct keyboard keyboard;
	struct probe    probe;
	bool            suits;          /* was asked, and suits the answers */
	bool            adapted;        /* to be told */
	struct painter *painter;
	const struct theme *theme;
	struct grid    *wanted;         /* what was presented last, or NULL */
	bool            behind;         /* … and is not painted yet */
	struct output   output;
	size_t          rows;
	size_t          columns;
	bool            resized;        /* to be told */
	int             watched;        /* a descriptor besides, or -1 */
	int             signal;
};

/* Notes a size that is not the one told last. */
void terminal_measure(struct terminal *terminal);

/* Paints what is wanted, unless the last frame is still on its way. */
void terminal_show(struct terminal *terminal);

/* Takes the terminal again, which another program may have used. */
void terminal_take_again(struct terminal *terminal);

/* Goes on asking; with all that can be known, or whatever comes later,
 * decides what the terminal is sent. */
void terminal_hear(struct terminal *terminal);

/* Waits for the answers that are still to come, but not for long: a shell
 * would take them for typed. */
void terminal_settle(struct terminal *terminal);

/* Gives the terminal back and stops; `group`: the whole job, as Ctrl-Z stops
 * it. Takes it again when continued. */
void terminal_stop_job(struct terminal *terminal, bool group);

#endif
