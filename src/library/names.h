/* names.h: names as the articles give them, and whom they mean together. */
#ifndef QARI_LIBRARY_NAMES_H
#define QARI_LIBRARY_NAMES_H

#include "language/analysis.h"
#include "library/handle.h"

/* What rows of `name` are found by. */
int64_t name_hash(const char *folded, size_t size);

/* Writes the article's mentions and dates, over none. */
bool names_put(struct library *library, int64_t article,
    const struct analysis *analysis);

/* Takes them out again. */
bool names_take(struct library *library, int64_t article);

/* Finds for each new name of the batch the figure it is a name of, and
 * counts the figures that were touched. */
bool names_settle(struct library *library);

#endif
