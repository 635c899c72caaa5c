/* terminals.h: what suited a terminal, remembered. */
#ifndef QARI_VIEWS_TERMINALS_H
#define QARI_VIEWS_TERMINALS_H

#include <stdbool.h>

#include "bytes/failure.h"
#include "screen/detect.h"

/* The setting stored for this terminal, as the environment tells it from
 * others. False when there is none; `*setting` is unchanged then. */
bool terminals_find(struct setting *setting);

/* Stores it, or with NULL forgets what was stored. False and `failure` when
 * it cannot be written; without `failure` where there is no place for it. */
bool terminals_store(const struct setting *setting, struct failure *failure);

/* $XDG_CONFIG_HOME/qari/terminals, or the same in ~/.config; NULL when
 * neither variable is set. The caller frees it. */
char *terminals_place(void);

#endif
