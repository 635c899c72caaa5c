/* search.c: the articles a query finds, best first. */
#include <stdlib.h>
#include <string.h>

#include "library/handle.h"
#include "library/ids.h"
#include "library/library.h"
#include "library/match.h"
#include "library/sound.h"

static struct ids
ids_of(struct rows *rows)
{
	struct ids ids = { 0 };

	while (rows_next(rows))
		array_add(&ids, rows_integer(rows, 0));
	ids_sort(&ids);
	return ids;
}

/* Articles that name one so called, in any form of the name. */
static struct ids
ids_naming(struct library *library, const struct condition *condition)
{
	struct match match;
	struct ids   ids;

	match_of_name(condition, &match);
	ids = ids_of(store_ask(library->store, "SELECT naming.article"
	    " FROM name JOIN naming ON naming.name = name.id"
	    " WHERE name.leader IN (SELECT one.leader FROM name_word"
	    " JOIN name AS one ON one.id = name_word.rowid"
	    " WHERE name_word MATCH ? AND one.kind = ?)", "ti",
	    match.text.at, (int64_t)condition->name));
	match_free(&match);
	return ids;
}

/* Articles that speak of those days, or are from one of them. One that speaks
 * of a year does not speak of each of its days. */
static struct ids
ids_when(struct library *library, const struct condition *condition)
{
	return ids_of(store_ask(library->store, "SELECT article FROM dated"
	    " WHERE first <= ?2 AND last >= ?1"
	    " AND last - first <= max(?2 - ?1, 7) UNION ALL"
	    " SELECT id FROM article WHERE published BETWEEN ?1 AND ?2",
	    "ii", condition->first, condition->last));
}

static struct ids
ids_with_words(struct library *library, const struct condition *condition)
{
	struct match match;
	struct ids   ids;

	match_of_condition(condition, &match);
	ids = ids_of(store_ask(library->store,
	    "SELECT rowid FROM word WHERE word MATCH ?", "t", match.text.at));
	match_free(&match);
	return ids;
}

static struct ids
ids_of_condition(struct library *library, const struct condition *condition)
{
	switch (condition->kind) {
	case CONDITION_NAME:
		return ids_naming(library, condition);
	case CONDITION_WHEN:
		return ids_when(library, condition);
	default:
		return ids_with_words(library, condition);
	}
}

/* What restricts a search besides the words that must be found. */
struct limits {
	struct ids among;               /* when `limited` */
	struct ids except;
	bool       limited;
};

static struct limits
limits_of(struct library *library, const struct query *query)
{
	struct limits limits = { .limited = false };
	bool          words  = query_has_words(query);

	for (size_t i = 0; i < query->count; i++) {
		const struct condition *condition = &query->at[i];
		struct ids ids;

		/* The index itself minds words, and those without, when it
		 * is asked at all. */
		if (condition->kind == CONDITION_TEXT && words)
			continue;
		ids = ids_of_condition(library, condition);
		if (condition->without) {
			for (size_t j = 0; j < ids.count; j++)
				array_add(&limits.except, ids.at[j]);
			array_free(&ids);
		} else if (limits.limited) {
			ids_keep(&limits.among, &ids, false);
			array_free(&ids);
		} else {
			limits.among = ids;
			limits.limited = true;
		}
	}
	ids_sort(&limits.except);
	return limits;
}

static bool
within(const struct limits *limits, int64_t id)
{
	return !(limits->limited && !ids_hold(&limits->among, id)) &&
	    !ids_hold(&limits->except, id);
}

static void
limits_free(struct limits *limits)
{
	array_free(&limits->among);
	array_free(&limits->except);
}

/* Whether the article says what must be spelt exactly so. */
static bool
is_spelt_so(struct library *library, const struct query *query, int64_t id)
{
	struct article *article = NULL;
	bool            good    = true;

	for (size_t i = 0; good && i < query->count; i++) {
		struct condition  one   = query->at[i];
		struct query      alone = { &one, 1, 1 };
		struct spans      spans;
		bool              without = one.without;

		if (!one.exactly || one.kind != CONDITION_TEXT)
			continue;
		if (article == NULL)
			article = library_article(library, id);
		if (article == NULL)
			return false;
		one.without = false;
		spans = query_spans(&alone, article);
		good = (spans.count > 0) != without;
		array_free(&spans);
	}
	library_article_free(article);
	return good;
}

static bool
asks_spelling(const struct query *query)
{
	for (size_t i = 0; i < query->count; i++)
		if (query->at[i].exactly)
			return true;
	return false;
}

/* The best hits so far, best first. */
struct best {
	struct place {
		int64_t id;
		int64_t rank;
		int64_t day;
	}      *at;                     /* [count], room for [most] */
	size_t  count;
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

static void
offer(struct library *library, struct best *best, int64_t id, int64_t rank)
{
	struct place place = { id, rank, 0 };
	size_t       at    = best->count;

	best->all++;
	if (best->most == 0 || (at == best->most &&
	    rank < best->at[at - 1].rank))
		return;
	place.day = store_number(library->store, 0,
	    "SELECT day FROM article WHERE id = ?", "i", id);
	while (at > 0 && is_better(&place, &best->at[at - 1])) {
		if (at < best->most)
			best->at[at] = best->at[at - 1];
		at--;
	}
	if (at < best->most)
		best->at[at] = place;
	best->count += best->count < best->most;
}

/* Offers all articles that have the query's words. */
static void
search_words(struct library *library, const struct query *query,
    const struct match *match, const struct limits *limits,
    struct best *best)
{
	bool         spelling = asks_spelling(query);
	struct rows *rows;

	store_set_ranking(library->store, &match->ranking);
	rows = store_ask(library->store, "SELECT rowid, search_rank(word)"
	    " FROM word WHERE word MATCH ? ORDER BY rowid DESC", "t",
	    match->text.at);
	while (rows_next(rows)) {
		int64_t id   = rows_integer(rows, 0);
		int64_t rank = rows_integer(rows, 1);

		if (within(limits, id) &&
		    (!spelling || is_spelt_so(library, query, id)))
			offer(library, best, id, rank);
	}
	store_set_ranking(library->store, NULL);
}

/* Offers all articles that the limits leave. */
static void
search_all(struct library *library, const struct limits *limits,
    struct best *best)
{
	struct rows *rows;

	if (limits->limited) {
		for (size_t i = limits->among.count; i-- > 0;)
			if (within(limits, limits->among.at[i]))
				offer(library, best, limits->among.at[i], 0);
		return;
	}
	rows = store_ask(library->store,
	    "SELECT id FROM article ORDER BY id DESC", "");
	while (rows_next(rows))
		if (within(limits, rows_integer(rows, 0)))
			offer(library, best, rows_integer(rows, 0), 0);
}

/* Latin words that no article holds are taken for Arabic ones by sound. */
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
		if (ids.count == 0)
			sounds_find(library, condition);
		array_free(&ids);
	}
}

struct hits
library_search(struct library *library, struct query *query, size_t first,
    size_t most)
{
	struct best   best = { .most = first + most };
	struct hits   hits = { 0 };
	struct limits limits;
	struct match  match;

	if (query->count == 0)
		return hits;
	find_sounds(library, query);
	limits = limits_of(library, query);
	best.at = memory_new(best.most, sizeof *best.at);
	if (match_of(query, &match))
		search_words(library, query, &match, &limits, &best);
	else
		search_all(library, &limits, &best);
	match_free(&match);
	limits_free(&limits);
	for (size_t i = first; i < best.count; i++) {
		struct hit hit = { .rank = best.at[i].rank };

		if (library_summary(library, best.at[i].id, &hit.article))
			array_add(&hits, hit);
	}
	hits.all = best.all;
	free(best.at);
	return hits;
}

void
hits_free(struct hits *hits)
{
	for (size_t i = 0; i < hits->count; i++)
		summary_free(&hits->at[i].article);
	array_free(hits);
}
