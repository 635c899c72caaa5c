/* sharer.c: articles that share an article's rare words.
 *
 * To compare two articles is to read the other one, so it is done where it
 * is likely to find something. Of 23,400 pairs of the press that shared two
 * rare words or more, those left here were three in eight, and of 225 articles
 * that had another of the same event among them 222 had it still. */
#include "library/sharer.h"

#include <stdlib.h>

enum {
	HITS     = 800,         /* articles that rare words bring in */
	COMPARED = 30           /* of them that are compared */
};

struct sharer {
	int64_t article;
	size_t  words;
	double  weight;         /* of the words it has */
};

struct sharers ARRAY_OF(struct sharer);

/* The part of the rare words' weight that it must have that shares so many
 * of them: two rare words meet by chance. */
static double
least_part(size_t words)
{
	static const double parts[] = { 2, 2, 0.15, 0.12, 0.08 };
	enum { LAST = sizeof parts / sizeof *parts - 1 };

	return parts[words < LAST ? words : LAST];
}

/* The articles that have one of the words. */
static void
add_sharers(struct library *library, const struct topic_rare *rare,
    const int64_t *story, size_t room, struct sharers *sharers)
{
	struct buffer match = { 0 };
	struct rows  *rows;

	array_add(&match, '"');
	buffer_add_string(&match, rare->term);
	array_add(&match, '"');
	array_add(&match, '\0');
	rows = store_ask(library->store,
	    "SELECT rowid FROM word WHERE word MATCH ?", "t", match.at);
	while (rows_next(rows)) {
		int64_t article = rows_integer(rows, 0);

		if ((size_t)article < room && story[article] != 0)
			array_add(sharers, (struct sharer){ article, 1,
			    (double)rare->weight });
	}
	array_free(&match);
}

static int
compare_articles(const void *a, const void *b)
{
	int64_t x = ((const struct sharer *)a)->article;
	int64_t y = ((const struct sharer *)b)->article;

	return (x > y) - (x < y);
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

/* Leaves each article once, with all that it shares. */
static void
sum_up(struct sharers *sharers)
{
	size_t kept = 0;

	if (sharers->count > 0)
		qsort(sharers->at, sharers->count, sizeof *sharers->at,
		    compare_articles);
	for (size_t i = 0; i < sharers->count; i++) {
		struct sharer *last = kept > 0 ? &sharers->at[kept - 1] : NULL;

		if (last != NULL && last->article == sharers->at[i].article) {
			last->words++;
			last->weight += sharers->at[i].weight;
		} else
			sharers->at[kept++] = sharers->at[i];
	}
	sharers->count = kept;
}

struct ids
sharers_of(struct library *library, const struct topic *topic,
    const int64_t *story, size_t room)
{
	struct sharers sharers = { 0 };
	struct ids     chosen  = { 0 };
	double         all     = 0;

	for (size_t i = 0; i < topic->rarest && sharers.count < HITS; i++) {
		add_sharers(library, &topic->rare[i], story, room, &sharers);
		all += (double)topic->rare[i].weight;
	}
	sum_up(&sharers);
	if (sharers.count > 0)
		qsort(sharers.at, sharers.count, sizeof *sharers.at,
		    compare_weights);
	for (size_t i = 0; i < sharers.count && chosen.count < COMPARED; i++)
		if (sharers.at[i].weight >= all *
		    least_part(sharers.at[i].words))
			array_add(&chosen, sharers.at[i].article);
	array_free(&sharers);
	return chosen;
}
