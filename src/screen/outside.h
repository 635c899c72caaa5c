/* outside.h: what tmux knows of the terminal it is shown in. */
#ifndef QARI_SCREEN_OUTSIDE_H
#define QARI_SCREEN_OUTSIDE_H

#include <stdbool.h>

#include "screen/evidence.h"

/* Asks tmux, a program of its own. A descriptor that is readable when it has
 * answered; -1 when it cannot be asked. */
int outside_ask(void);

/* Notes what it answered; false while it has not. Closes `*fd` and sets it
 * to -1 when it has, or never will. */
bool outside_read(int *fd, struct evidence *evidence);

/* Gives up asking. */
void outside_forget(int *fd);

#endif
