/* corrections.h: the file in which the reader's decisions on names are
 * remembered, and qari corrections. */
#ifndef QARI_VIEWS_CORRECTIONS_H
#define QARI_VIEWS_CORRECTIONS_H

#include "language/correction.h"
#include "views/option.h"

/* $XDG_DATA_HOME/qari/corrections, or the same in ~/.local/share; NULL when
 * neither variable is set. The caller frees it. */
char *corrections_place(void);

/* The decisions of the file; none when there is no file. `failure` tells of
 * a file that cannot be read, or of a line that is not sound and means
 * nothing. The caller frees them. */
struct corrections *corrections_load(struct failure *failure);

/* Adds `more` to the file and to `held`, which then holds what other qaris
 * added too. False and `failure` when it cannot be written: both stay. */
bool corrections_store(struct corrections *held,
    const struct corrections *more, struct failure *failure);

/* Takes the file's last decision off, and into `*taken`, whose names the
 * caller frees. False when it cannot be written, or, with a `failure` of
 * kind FAILURE_NONE, when there is none. */
bool corrections_undo(struct corrections *held, struct correction *taken,
    struct failure *failure);

/* qari corrections: prints them; with --import=FILE adds those of a file.
 * Returns the status. */
int corrections_run(const struct options *options);

#endif
