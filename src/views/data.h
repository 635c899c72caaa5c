/* data.h: where our lists and models are. */
#ifndef QARI_VIEWS_DATA_H
#define QARI_VIEWS_DATA_H

#include "language/models.h"

/* Loads the models from `folder` (may be NULL), else $QARI_DATA, else the
 * folders a built or an installed program has, and with them what the reader
 * corrected. NULL and `failure` when they cannot be loaded; a `failure` beside
 * them tells of corrections that were not. */
struct models *data_models(const char *folder, struct failure *failure);

#endif
