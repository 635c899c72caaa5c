/* stories.h: the articles of a library that report one event. */
#ifndef QARI_LIBRARY_STORIES_H
#define QARI_LIBRARY_STORIES_H

#include "library/library.h"

/* Reports of one event. */
struct story {
	int64_t  id;            /* its first article's */
	int64_t *article;       /* [articles] by day of publication */
	int64_t *copy_of;       /* [articles] the article it nearly copies; 0:
	                         * an independent report */
	size_t   articles;
};

struct stories ARRAY_OF(struct story);

void stories_free(struct stories *stories);

struct placement;

/* Asked between articles in a long task: false ends it. */
typedef bool library_going(size_t done, size_t all, void *context);

/* Gives each article that came since the last time its story: a thousandth
 * of a second each, so it is done after adding. `going` may be NULL. */
bool library_place_stories(struct library *library, library_going *going,
    void *context);

/* The same, one article at a time: library_placement_next() places the next one
 * and is false when `*left`, those before it, was 0, or on a failure. To be
 * ended before the library is closed; false when the last ones could not be
 * made lasting. NULL has none. */
struct placement *library_placement_new(struct library *library);
bool library_placement_next(struct placement *placement, size_t *left);
bool library_placement_end(struct placement *placement);

/* How many articles have no place yet. */
size_t library_unplaced(struct library *library);

/* Stories of at least two articles, the latest first, after placing what is
 * not placed. */
struct stories library_stories(struct library *library, size_t most);

/* The story the article belongs to, alone or not; free with
 * stories_free() after putting it in one, or story_free(). */
struct story library_story_of(struct library *library, int64_t article);
void story_free(struct story *story);

#endif
