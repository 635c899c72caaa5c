/* condition.c: the articles that a query's conditions leave. */
#include "library/condition.h"

#include "library/match.h"

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
	    " WHERE name_word MATCH ? AND one.kind = ?"
	    " AND one.articles > 0)", "ti",
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

struct ids
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

struct limits
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

bool
limits_allow(const struct limits *limits, int64_t id)
{
	return !(limits->limited && !ids_hold(&limits->among, id)) &&
	    !ids_hold(&limits->except, id);
}

void
limits_free(struct limits *limits)
{
	array_free(&limits->among);
	array_free(&limits->except);
}
