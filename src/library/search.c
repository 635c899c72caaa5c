/* search.c: the articles a query finds, best first. */
#include <stdlib.h>
#include <string.h>

#include "library/handle.h"
#include "library/ids.h"
#include "library/library.h"
#include "library/condition.h"
#include "library/match.h"
#include "library/sound.h"
#include "library/exact.h"

enum {
	FEW    = 10,            /* articles: a Latin word of so few may be meant
	                         * for an Arabic one */
	PAGE   = 200            /* hits that are put in turns */
};

/* The best hits so far: a heap with the worst on top, until best_sort(). */
struct best {
	struct place {
		int64_t id;
		int64_t rank;
		int64_t day;
	}      *at;                     /* [count], room for [room] */
	size_t  count;
	size_t  room;
	size_t  most;
	size_t  all;
};

static bool
is_better(const struct place *a, const struct place *b)
{
	if (a->rank != b->rank)
		return a->rank > b->rank;
	return a->day != b->day ? a->day > b->day : a->id > b->id;
}

/* Takes the worst away; the place sinks below all that are worse than it. */
static void
replace_worst(struct best *best, struct place place)
{
	size_t at = 0, below;

	while ((below = 2 * at + 1) < best->count) {
		if (below + 1 < best->count && is_better(&best->at[below],
		    &best->at[below + 1]))
			below++;
		if (!is_better(&place, &best->at[below]))
			break;
		best->at[at] = best->at[below];
		at = below;
	}
	best->at[at] = place;
}

static void
insert(struct best *best, struct place place)
{
	size_t at = best->count;

	if (best->count < best->most) {
		array_add(best, place);
		for (; at > 0 && is_better(&best->at[(at - 1) / 2], &place);
		    at = (at - 1) / 2)
			best->at[at] = best->at[(at - 1) / 2];
		best->at[at] = place;
	} else if (best->count > 0 && is_better(&place, &best->at[0]))
		replace_worst(best, place);
}

static int
compare_places(const void *a, const void *b)
{
	return is_better(a, b) ? -1 : 1;
}

/* Best first. */
static void
best_sort(struct best *best)
{
	if (best->count > 0)
		qsort(best->at, best->count, sizeof *best->at,
		    compare_places);
}

static void
offer(struct library *library, struct best *best, int64_t id, int64_t rank)
{
	struct place place = { id, rank, 0 };

	best->all++;
	if (best->most == 0 || (best->count == best->most &&
	    rank < best->at[0].rank))
		return;
	place.day = store_number(library->store, 0,
	    "SELECT day FROM article WHERE id = ?", "i", id);
	insert(best, place);
}

/* Offers all articles that have the query's words. */
static void
search_words(struct library *library, const struct query *query,
    const struct limits *limits, struct best *best)
{
	bool         spelling = query_asks_spelling(query);
	struct match matched;
	struct rows *rows;
	const struct match *match = &matched;

	if (!match_of(query, &matched))
		return;
	store_set_ranking(library->store, &match->ranking);
	rows = store_ask(library->store, "SELECT rowid, search_rank(word)"
	    " FROM word WHERE word MATCH ? ORDER BY rowid DESC", "t",
	    match->text.at);
	while (rows_next(rows)) {
		int64_t id   = rows_integer(rows, 0);
		int64_t rank = rows_integer(rows, 1);

		if (limits_allow(limits, id) &&
		    (!spelling || query_spelt_in(library, query, id)))
			offer(library, best, id, rank);
	}
	store_set_ranking(library->store, NULL);
	match_free(&matched);
}

/* The one condition of the query that was searched by sound; NULL when there
 * is none, or several. */
static struct condition *
sounding(const struct query *query)
{
	struct condition *found = NULL;

	for (size_t i = 0; i < query->count; i++) {
		if (query->at[i].kind != CONDITION_TEXT ||
		    query->at[i].sounds.count == 0)
			continue;
		if (found != NULL)
			return NULL;
		found = &query->at[i];
	}
	return found;
}

static bool
holds_place(const struct best *best, int64_t id)
{
	for (size_t i = 0; i < best->count; i++)
		if (best->at[i].id == id)
			return true;
	return false;
}

/* What a sound could stand for is offered by turns, the likelier oftener: a
 * commoner word must not hide the one that was meant. The n-th hit of the
 * i-th word comes at about n * i. */
static void
search_sounds(struct library *library, const struct query *query,
    struct condition *condition, const struct limits *limits,
    struct best *best)
{
	struct condition kept = *condition;
	struct best      all  = { .most = 0 };

	search_words(library, query, limits, &all);
	condition->sounds.count = 0;
	for (size_t i = 0; i <= kept.sounds.count; i++) {
		struct best some = { .most = best->most };

		if (i > 0)
			condition->words = kept.sounds.at[i - 1];
		search_words(library, query, limits, &some);
		best_sort(&some);
		for (size_t n = 0; n < some.count; n++) {
			struct place place = some.at[n];

			place.rank = -(int64_t)((n + 1) * (i + 2));
			if (!holds_place(best, place.id))
				insert(best, place);
		}
		array_free(&some);
	}
	*condition = kept;
	best->all = all.all;
}

/* Offers all articles that the limits leave. */
static void
search_all(struct library *library, const struct limits *limits,
    struct best *best)
{
	struct rows *rows;

	if (limits->limited) {
		for (size_t i = limits->among.count; i-- > 0;)
			if (limits_allow(limits, limits->among.at[i]))
				offer(library, best, limits->among.at[i], 0);
		return;
	}
	rows = store_ask(library->store,
	    "SELECT id FROM article ORDER BY id DESC", "");
	while (rows_next(rows))
		if (limits_allow(limits, rows_integer(rows, 0)))
			offer(library, best, rows_integer(rows, 0), 0);
}

static bool
is_plain_latin(const struct condition *condition)
{
	return condition->latin && !condition->exactly &&
	    !condition->without && condition->kind == CONDITION_TEXT &&
	    strchr(condition->words, ' ') == NULL;
}

/* The words of the whole query as one condition. */
static struct condition
joined(const struct query *query)
{
	struct condition one   = query->at[0];
	struct buffer    words = { 0 };
	struct buffer    typed = { 0 };

	for (size_t i = 0; i < query->count; i++) {
		buffer_add_string(&words, i > 0 ? " " : "");
		buffer_add_string(&words, query->at[i].words);
		buffer_add_string(&typed, i > 0 ? " " : "");
		buffer_add_string(&typed, query->at[i].typed);
	}
	array_add(&words, '\0');
	array_add(&typed, '\0');
	one.words = words.at;
	one.typed = typed.at;
	return one;
}

/* Latin words that hardly an article holds are taken for Arabic ones by
 * sound as well. */
static void
find_sounds(struct library *library, struct query *query)
{
	for (size_t i = 0; i < query->count; i++) {
		struct condition *condition = &query->at[i];
		struct ids        ids;

		if (!condition->latin || condition->exactly ||
		    condition->kind == CONDITION_WHEN ||
		    condition->sounds.count > 0)
			continue;
		ids = ids_of_condition(library, condition);
		if (ids.count < FEW)
			sounds_find(library, condition);
		array_free(&ids);
	}
}

/* How many articles have all the words, or what they sound like. */
static size_t
articles_with(struct library *library, const struct query *query)
{
	struct best   some = { .most = 0 };
	struct limits none = { .limited = false };

	search_words(library, query, &none, &some);
	return some.all;
}

/* Several Latin words, typed without quotation marks, are one name, if they
 * could be, and hardly an article has them as they are; or, when no article
 * has what they could be one by one, a name of which one was misheard. */
static void
find_name(struct library *library, struct query *query)
{
	struct query     kept;
	struct condition one;

	for (size_t i = 0; i < query->count; i++)
		if (!is_plain_latin(&query->at[i]) ||
		    query->at[i].sounds.count > 0)
			return;
	if (query->count < 2 || articles_with(library, query) >= FEW)
		return;
	one = joined(query);
	if (!sounds_find_name(library, &one, false)) {
		find_sounds(library, query);
		if (articles_with(library, query) > 0 ||
		    !sounds_find_name(library, &one, true)) {
			free(one.words);
			free(one.typed);
			return;
		}
	}
	kept = *query;
	*query = (struct query){ 0 };
	array_add(query, one);
	query_clear(&kept);
}

struct hits
library_search(struct library *library, struct query *query, size_t first,
    size_t most)
{
	struct best   best = { .most = first + most };
	struct hits   hits = { 0 };
	struct limits limits;

	if (query->count == 0)
		return hits;
	store_hold(library->store);
	find_name(library, query);
	find_sounds(library, query);
	limits = limits_of(library, query);
	if (sounding(query) != NULL && best.most <= PAGE)
		search_sounds(library, query, sounding(query), &limits,
		    &best);
	else if (query_has_words(query))
		search_words(library, query, &limits, &best);
	else
		search_all(library, &limits, &best);
	limits_free(&limits);
	best_sort(&best);
	for (size_t i = first; i < best.count; i++) {
		struct hit hit = { .rank = best.at[i].rank };

		if (library_summary(library, best.at[i].id, &hit.article))
			array_add(&hits, hit);
	}
	hits.all = best.all;
	store_release(library->store);
	array_free(&best);
	return hits;
}

void
hits_free(struct hits *hits)
{
	for (size_t i = 0; i < hits->count; i++)
		summary_free(&hits->at[i].article);
	array_free(hits);
}
