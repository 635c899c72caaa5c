/* override.h: the overrides that hold rows from left to right, for terminals
 * that reorder. */
#ifndef QARI_SCREEN_OVERRIDE_H
#define QARI_SCREEN_OVERRIDE_H

#include "layout/grid.h"

/* Whether the cell is a blank that carries an override: alone in the first
 * column ncurses 6.4 and tmux 3.3 drop it. */
bool override_is(const struct cell *cell);

/* Where layout has put overrides into a row, makes one of them, in its first
 * column, unless a letter stands there: what is left of an override is still
 * reordered, and a terminal that finds out by itself where a row begins would
 * put that to the right. */
void override_gather(struct grid *grid);

#endif
