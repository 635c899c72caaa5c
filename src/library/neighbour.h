/* neighbour.h: articles that share an article's rare words. */
#ifndef QARI_LIBRARY_NEIGHBOUR_H
#define QARI_LIBRARY_NEIGHBOUR_H

#include "library/ids.h"
#include "library/profile.h"

struct sharers;

/* The library is lent for their life. */
struct sharers *sharers_new(struct library *library);

/* The articles that share enough of the topic's rare words to be compared
 * with it, likeliest first: of those that have a `story[room]`, by article.
 * The caller frees the array. */
struct ids sharers_of(struct sharers *sharers, const struct topic *topic,
    const int64_t *story, size_t room);

void sharers_free(struct sharers *sharers);

#endif
