/* neighbour.c: articles that share an article's rare words.
 *
 * To compare two articles is to read the other one, so it is done where it
 * is likely to find something: of 40,126 articles of the press each is
 * compared with two on the mean, where forty share two rare words with it. Of
 * 302 that had others of the same event among the forty, 269 have one still.
 */
#include "library/neighbour.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	HITS     = 800,         /* articles that rare words bring in */
	COMPARED = 30           /* of them that are compared */
};

static const double least = 0.20;       /* what they must share: see below */

/* An article that has some of the words. */
struct sharer {
	int64_t article;
	size_t  words;
	double  weight;         /* of the words it has */
};

struct found ARRAY_OF(struct sharer);

struct sharers {
	struct library *library;
	uint16_t       *at;             /* [room] by article: its place from 1
	                                 * among the found; 0: none */
	size_t          room;
	struct found     found;
};

struct sharers *
sharers_new(struct library *library)
{
	struct sharers *sharers = memory_new(1, sizeof *sharers);

	sharers->library = library;
	return sharers;
}

static void
make_room(struct sharers *sharers, size_t room)
{
	if (room <= sharers->room)
		return;
	sharers->at = memory_resize(sharers->at, room, sizeof *sharers->at);
	memset(sharers->at + sharers->room, 0,
	    (room - sharers->room) * sizeof *sharers->at);
	sharers->room = room;
}

static void
add_sharer(struct sharers *sharers, int64_t article, double weight)
{
	struct sharer *sharer;

	if (sharers->at[article] == 0) {
		array_add(&sharers->found, (struct sharer){ article, 0, 0 });
		sharers->at[article] = (uint16_t)sharers->found.count;
	}
	sharer = &sharers->found.at[sharers->at[article] - 1];
	sharer->words++;
	sharer->weight += weight;
}

/* The articles that have the word; how many. */
static size_t
add_sharers(struct sharers *sharers, const struct topic_rare *rare,
    const int64_t *story, size_t room)
{
	struct buffer match = { 0 };
	struct rows  *rows;
	size_t        hits  = 0;

	array_add(&match, '"');
	buffer_add_string(&match, rare->term);
	array_add(&match, '"');
	array_add(&match, '\0');
	rows = store_ask(sharers->library->store,
	    "SELECT rowid FROM word WHERE word MATCH ?", "t", match.at);
	while (rows_next(rows)) {
		int64_t article = rows_integer(rows, 0);

		if ((size_t)article >= room || story[article] == 0)
			continue;
		add_sharer(sharers, article, (double)rare->weight);
		hits++;
	}
	array_free(&match);
	return hits;
}

/* Those that share most first, the later added of two. */
static int
compare_weights(const void *a, const void *b)
{
	const struct sharer *x = a;
	const struct sharer *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return (x->article < y->article) - (x->article > y->article);
}

/* Forgets all, and those that share but one word first of all. */
static void
sort_found(struct sharers *sharers)
{
	size_t kept = 0;

	for (size_t i = 0; i < sharers->found.count; i++) {
		sharers->at[sharers->found.at[i].article] = 0;
		if (sharers->found.at[i].words > 1)
			sharers->found.at[kept++] = sharers->found.at[i];
	}
	sharers->found.count = kept;
	if (kept > 0)
		qsort(sharers->found.at, kept, sizeof *sharers->found.at,
		    compare_weights);
}

struct ids
sharers_of(struct sharers *sharers, const struct topic *topic,
    const int64_t *story, size_t room)
{
	struct ids chosen = { 0 };
	double     all    = 0;
	size_t     hits   = 0;

	make_room(sharers, room);
	for (size_t i = 0; i < topic->rarest && hits < HITS; i++) {
		hits += add_sharers(sharers, &topic->rare[i], story, room);
		all += (double)topic->rare[i].weight;
	}
	sort_found(sharers);
	/* A part of the words' weight is the less by chance the more words
	 * it is, and the fewer articles share more. */
	for (size_t i = 0; i < sharers->found.count && i < COMPARED; i++) {
		const struct sharer *sharer = &sharers->found.at[i];

		if (sharer->weight * sqrt((double)sharer->words /
		    (double)(i + 1)) >= least * all)
			array_add(&chosen, sharer->article);
	}
	sharers->found.count = 0;
	return chosen;
}

void
sharers_free(struct sharers *sharers)
{
	array_free(&sharers->found);
	free(sharers->at);
	free(sharers);
}
