/* check_terminal.h: qari --check-terminal. */
#ifndef QARI_VIEWS_CHECK_TERMINAL_H
#define QARI_VIEWS_CHECK_TERMINAL_H

#include "views/option.h"

/* Shows what was learnt of the terminal and what it is sent, the same lines
 * set in every way, and stores which one reads right. Where there is no
 * terminal, prints a report. Returns the exit status. */
int check_terminal(const struct options *options);

#endif
