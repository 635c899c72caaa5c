/* sharer.h: articles that share an article's rare words. */
#ifndef QARI_LIBRARY_SHARER_H
#define QARI_LIBRARY_SHARER_H

#include "library/ids.h"
#include "library/topic.h"

/* The articles that could report what the topic's does: those with a story
 * (story[room], by article; 0: none) that have enough of its rare words,
 * those that have most first. Free with array_free(). */
struct ids sharers_of(struct library *library, const struct topic *topic,
    const int64_t *story, size_t room);

#endif
