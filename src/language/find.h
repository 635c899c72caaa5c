/* find.h: search that ignores how Arabic happens to be spelt (see fold.h). */
#ifndef QARI_LANGUAGE_FIND_H
#define QARI_LANGUAGE_FIND_H

#include <stdbool.h>

#include "bytes/span.h"

struct needle;

/* A query ready for searching; NULL when it folds to nothing. */
struct needle *needle_new(const char *query, size_t size);

/* Hits that were found in another way, sorted, without overlaps: needle_find()
 * on the text they are of gives them again. NULL when there are none. */
struct needle *needle_of_places(const struct span *place, size_t places);

/* The first hit that starts in `within` of `text[size]`; it may end behind
 * `within`. The hit's span is of the text as it stands: whole letters (of a
 * ligature too), marks behind its last letter included. Runs of white space
 * in query and text match one another. `text` is well-formed UTF-8 and
 * `within` begins at a letter. */
bool needle_find(const struct needle *needle, const char *text, size_t size,
    struct span within, struct span *hit);

void needle_free(struct needle *needle);

#endif
