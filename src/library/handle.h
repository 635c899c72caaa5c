/* handle.h: a library that is open, as its own files see it. */
#ifndef QARI_LIBRARY_HANDLE_H
#define QARI_LIBRARY_HANDLE_H

#include "library/library.h"
#include "library/store.h"

struct row_ids ARRAY_OF(int64_t);

struct library {
	struct store      *store;
	char              *path;
	enum library_state state;
	char              *set_aside;   /* NULL: no */
	bool               changing;    /* a batch of additions is open … */
	int64_t            since;       /* … since then, in ms */
	struct row_ids     fresh;       /* rows of `name` that are new, … */
	struct row_ids     touched;     /* … or changed, in the batch */
};

/* Begins a batch of changes if none is open. */
bool library_begin(struct library *library);

/* Makes one segment of the index's many where a tenth of the articles or
 * more is new to the stories. */
void library_merge(struct library *library);

/* Places the batch's names and makes it lasting; undone when that fails. */
bool library_end(struct library *library);

/* The same when the batch has lasted long enough. */
bool library_end_in_time(struct library *library);

/* Ends a step of the batch: when it was done the same, else the batch is
 * over and undone. Returns whether it was done. */
bool library_end_step(struct library *library, bool done);

/* Its tags in their order, by the table's primary key, spaces between. */
#define TAGS                                                                  \
	"ifnull((SELECT group_concat(tag, ' ') FROM tag"                      \
	" WHERE tag.key = article.key), '')"

/* The summary of the article in the row's first columns, in the order of
 * SUMMARY_COLUMNS. */
#define SUMMARY_COLUMNS                                                       \
	"article.id, article.key, article.title, article.section,"            \
	" (SELECT path FROM source WHERE source.article = article.id"         \
	" LIMIT 1), article.published, article.added, article.words,"         \
	" reading.read, reading.starred, reading.position, " TAGS
#define SUMMARY_TABLES                                                        \
	"article LEFT JOIN reading ON reading.key = article.key"

struct summary summary_of_row(struct rows *rows);

#endif
