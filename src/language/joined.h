/* joined.h: names that the reader says are one, and their entities. */
#ifndef QARI_LANGUAGE_JOINED_H
#define QARI_LANGUAGE_JOINED_H

#include "language/name.h"

struct joined;

struct joined *joined_new(void);

/* The two names are one from now on, and so are those that either was one
 * with before. */
void joined_add(struct joined *joined, const char *a, const char *b);

/* Where the entity of that kind is kept whose names are one with `name`: NONE
 * until it is known. NULL when nothing was said of the name. */
uint32_t *joined_entity(struct joined *joined, enum kind kind,
    const struct name *name);

void joined_free(struct joined *joined);

#endif
