/* search.c: the articles a query finds, best first. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/utf8.h"
#include "language/fold.h"
#include "library/handle.h"
#include "library/ids.h"
#include "library/library.h"
#include "library/match.h"
#include "library/sound.h"

enum {
	ARABIC = 0x0600,        /* the first letter of its block */
	FEW    = 10,            /* articles: a Latin word of so few may be meant
	                         * for an Arabic one */
	PAGE   = 200            /* hits that are put in turns */
};

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

static bool
is_word_letter(const char *text, size_t at, size_t end)
{
	char32_t letter;

	if (at >= end)
		return false;
	utf8_read(text + at, end - at, &letter);
	return letter_is_arabic(letter) || letter_is_mark(letter) ||
	    (letter < 0x80 && isalnum((int)letter)) ||
	    (letter >= 0xC0 && letter < ARABIC);
}

/* Whether the words stand in the article just so, as whole words. */
static bool
stands_so(const struct article *article, const char *words)
{
	const char *text = article->text.at;
	size_t      size = strlen(words);
	size_t      end  = article->text.count;
	const char *found = text;

	while ((found = memmem(found, end - (size_t)(found - text), words,
	    size)) != NULL) {
		size_t at   = (size_t)(found - text);
		size_t part = article_part_at(article, at);

		if (part < article->parts.count &&
		    article->parts.at[part].kind != PART_BOILERPLATE &&
		    !is_word_letter(text, at + size, end) && (at == 0 ||
		    !is_word_letter(text, utf8_start(text, at - 1), end)))
			return true;
		found++;
	}
	return false;
}

/* Whether the article says what must be spelt exactly so. */
static bool
is_spelt_so(struct library *library, const struct query *query, int64_t id)
{
	struct article *article = NULL;
	bool            good    = true;

	for (size_t i = 0; good && i < query->count; i++) {
		const struct condition *one = &query->at[i];

		if (!one->exactly || one->kind != CONDITION_TEXT)
			continue;
		if (article == NULL)
			article = library_article(library, id);
		if (article == NULL)
			return false;
		good = stands_so(article, one->typed) != one->without;
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
insert(struct best *best, const struct place *place)
{
	size_t at = best->count;

	while (at > 0 && is_better(place, &best->at[at - 1])) {
		if (at < best->most)
			best->at[at] = best->at[at - 1];
		at--;
	}
	if (at < best->most)
		best->at[at] = *place;
	best->count += best->count < best->most;
}

static void
offer(struct library *library, struct best *best, int64_t id, int64_t rank)
{
	struct place place = { id, rank, 0 };

	best->all++;
	if (best->most == 0 || (best->count == best->most &&
	    rank < best->at[best->count - 1].rank))
		return;
	place.day = store_number(library->store, 0,
	    "SELECT day FROM article WHERE id = ?", "i", id);
	insert(best, &place);
}

/* Offers all articles that have the query's words. */
static void
search_words(struct library *library, const struct query *query,
    const struct limits *limits, struct best *best)
{
	bool         spelling = asks_spelling(query);
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

		if (within(limits, id) &&
		    (!spelling || is_spelt_so(library, query, id)))
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

		some.at = memory_new(some.most, sizeof *some.at);
		if (i > 0)
			condition->words = kept.sounds.at[i - 1];
		search_words(library, query, limits, &some);
		for (size_t n = 0; n < some.count; n++) {
			struct place place = some.at[n];

			place.rank = -(int64_t)((n + 1) * (i + 2));
			if (!holds_place(best, place.id))
				insert(best, &place);
		}
		free(some.at);
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
	find_sounds(library, query);
	limits = limits_of(library, query);
	best.at = memory_new(best.most, sizeof *best.at);
	if (sounding(query) != NULL && best.most <= PAGE)
		search_sounds(library, query, sounding(query), &limits,
		    &best);
	else if (query_has_words(query))
		search_words(library, query, &limits, &best);
	else
		search_all(library, &limits, &best);
	limits_free(&limits);
	for (size_t i = first; i < best.count; i++) {
		struct hit hit = { .rank = best.at[i].rank };

		if (library_summary(library, best.at[i].id, &hit.article))
			array_add(&hits, hit);
	}
	hits.all = best.all;
	store_release(library->store);
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
