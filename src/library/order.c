/* order.c: the articles and names of a library in an order, by number, so
 * that a list of many reads no more of them than it shows. */
#include <stdlib.h>
#include <string.h>

#include "library/figures.h"
#include "library/handle.h"
#include "library/library.h"
#include "library/stories.h"

static struct article_ids
ids_of(struct rows *rows)
{
	struct article_ids ids = { 0 };

	while (rows_next(rows))
		array_add(&ids, rows_integer(rows, 0));
	return ids;
}

struct article_ids
library_order(struct library *library, enum shelf_order order, size_t first,
    size_t most)
{
#define ORDER(tables, by) "SELECT article.id FROM " tables " ORDER BY " by    \
	" LIMIT ? OFFSET ?"
	static const char *const questions[SHELF_ORDERS] = {
		/* Without a day it was published on, an article has that of
		 * its file, which is no news. */
		[SHELF_NEWEST] = ORDER("article",
		    "published IS NULL, day DESC, id DESC"),
		[SHELF_OLDEST] = ORDER("article",
		    "published IS NULL, day, id"),
		[SHELF_ADDED]  = ORDER("article", "id DESC"),
		[SHELF_TITLE]  = ORDER("article", "title, id"),
		[SHELF_SECTION] = ORDER("article",
		    "section, day DESC, id DESC"),
		[SHELF_UNREAD] = ORDER(SUMMARY_TABLES,
		    "ifnull(reading.read, 0), day DESC, article.id DESC"),
		[SHELF_STARRED] = ORDER(SUMMARY_TABLES,
		    "ifnull(reading.starred, 0) DESC, day DESC,"
		    " article.id DESC"),
	};
#undef ORDER

	return ids_of(store_ask(library->store, questions[order], "ii",
	    (int64_t)(most < INT32_MAX ? most : INT32_MAX), (int64_t)first));
}

struct summaries
library_summaries(struct library *library, const int64_t *id, size_t count)
{
	struct summaries summaries = { 0 };

	store_hold(library->store);
	for (size_t i = 0; i < count; i++) {
		struct summary summary = { .id = id[i] };

		/* One that was removed meanwhile keeps its row. */
		if (!library_summary(library, id[i], &summary)) {
			summary.title = memory_string("", 0);
			summary.section = memory_string("", 0);
			summary.path = memory_string("", 0);
			summary.tags = memory_string("", 0);
		}
		array_add(&summaries, summary);
	}
	store_release(library->store);
	return summaries;
}

struct article_ids
library_articles_naming(struct library *library, int64_t figure)
{
	return ids_of(store_ask(library->store,
	    "SELECT id FROM article WHERE id IN (SELECT article FROM naming"
	    " WHERE name IN (SELECT id FROM name WHERE leader = ?))"
	    " ORDER BY day DESC, id DESC", "i", figure));
}

struct article_ids
library_figure_ids(struct library *library, enum kind kind, size_t most)
{
	return ids_of(store_ask(library->store,
	    "SELECT id FROM name WHERE leader = id AND kind = ?"
	    " AND all_articles > 0 ORDER BY all_articles DESC LIMIT ?", "ii",
	    (int64_t)kind, (int64_t)(most < INT32_MAX ? most : INT32_MAX)));
}

struct article_ids
library_figure_ids_like(struct library *library, enum kind kind,
    const char *folded)
{
	return ids_of(store_ask(library->store,
	    "SELECT id FROM name WHERE id IN (SELECT leader FROM name"
	    " WHERE kind = ? AND instr(folded, ?) > 0) AND all_articles > 0"
	    " ORDER BY all_articles DESC, id", "it", (int64_t)kind, folded));
}

size_t
library_figure_count(struct library *library, enum kind kind)
{
	return (size_t)store_number(library->store, 0,
	    "SELECT count(*) FROM name WHERE leader = id AND kind = ?"
	    " AND all_articles > 0", "i", (int64_t)kind);
}

int64_t
library_figure_called(struct library *library, enum kind kind,
    const char *folded)
{
	return store_number(library->store, 0,
	    "SELECT leader FROM name WHERE folded = ? AND kind = ?", "ti",
	    folded, (int64_t)kind);
}

size_t
library_unplaced(struct library *library)
{
	int64_t left = store_number(library->store, 0, "SELECT"
	    " (SELECT count(*) FROM article) - (SELECT count(*) FROM story)",
	    "");

	return left > 0 ? (size_t)left : 0;
}

int64_t
library_of_key(struct library *library, int64_t key)
{
	return store_number(library->store, 0,
	    "SELECT id FROM article WHERE key = ?", "i", key);
}

int64_t
library_version(struct library *library)
{
	return store_number(library->store, 0, "PRAGMA data_version", "");
}
