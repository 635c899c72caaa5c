/* annotation.h: what is computed of an article, put into the library and taken
 * out. */
#ifndef QARI_LIBRARY_ANNOTATION_H
#define QARI_LIBRARY_ANNOTATION_H

#include "library/handle.h"

/* Writes the article's names, dates, day and words, over none. */
bool meaning_put(struct library *library, int64_t id,
    const struct article *article, const struct models *models);

/* Takes them out again. */
bool meaning_take(struct library *library, int64_t id);

/* Writes its names and dates anew. */
bool meaning_name(struct library *library, int64_t id,
    const struct article *article, const struct models *models);

#endif
