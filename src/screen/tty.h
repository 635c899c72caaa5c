/* tty.h: the device: its two ends, its modes, its size. */
#ifndef QARI_SCREEN_TTY_H
#define QARI_SCREEN_TTY_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

#include "screen/caps.h"

struct tty {
	int            output;          /* does not block */
	int            keyboard;
	struct termios before;          /* the keyboard's, as it was found */
	struct termios ours;
};

/* Opens standard output's terminal, and as keyboard standard input or, when
 * that is no terminal, /dev/tty. False when there is no terminal. */
bool tty_open(struct tty *tty);

/* Whether output goes out as it is, now that `ours` was set: not when it is
 * another terminal than the keyboard's. */
bool tty_output_is_bare(const struct tty *tty);

/* Puts the size into `*rows` and `*columns`, which hold the size known so far
 * or 0; true when it is another. */
bool tty_measure(const struct tty *tty, const struct caps *caps,
    size_t *rows, size_t *columns);

void tty_close(struct tty *tty);

#endif
