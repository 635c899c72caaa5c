/* read.h: the task of reading: on a screen, from a script, or printed. */
#ifndef QARI_VIEWS_READ_H
#define QARI_VIEWS_READ_H

#include "views/option.h"

/* Reads what the options name and returns the program's status: 0, 2 on an
 * error, which was said on standard error, or 128 plus a signal. */
int read_run(const struct options *options);

/* Says the failure on standard error; returns 2. */
int complain(const struct options *options, const struct failure *failure);

#endif
