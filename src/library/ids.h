/* ids.h: sets of articles, as sorted row numbers. */
#ifndef QARI_LIBRARY_IDS_H
#define QARI_LIBRARY_IDS_H

#include <stdbool.h>
#include <stdint.h>

#include "bytes/array.h"

struct ids ARRAY_OF(int64_t);

/* Sorts the set and drops what is twice in it. */
void ids_sort(struct ids *ids);

/* Whether a sorted set holds `id`. */
bool ids_hold(const struct ids *ids, int64_t id);

/* Leaves in the sorted `ids` what is in the sorted `others`, or, with
 * `without`, what is not. */
void ids_keep(struct ids *ids, const struct ids *others, bool without);

#endif
