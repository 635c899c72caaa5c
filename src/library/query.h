/* query.h: what a reader searches for, and where it stands in a text.
 *
 *	الأمن الوطني        articles with both words, in any place
 *	"الأمن الوطني"      side by side; also «…» and “…”
 *	-سياحة             without this word
 *	~مؤتة              spelt exactly so, the word alone
 *	who:حموشي           that name a person so called; org: where: what:
 *	when:2024-09       that speak of, or are from, September 2024
 *
 * من: جهة: أين: حدث: متى: say the same in Arabic. A word finds itself with
 * any clitics before it: قاهرة finds والقاهرة. */
#ifndef QARI_LIBRARY_QUERY_H
#define QARI_LIBRARY_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bytes/array.h"
#include "bytes/span.h"
#include "document/article.h"
#include "language/kind.h"

enum condition_kind {
	CONDITION_TEXT,
	CONDITION_NAME,         /* a figure of `name` so called */
	CONDITION_WHEN
};

/* Words in a row, folded, one space between; each owned. */
struct phrases ARRAY_OF(char *);

struct condition {
	enum condition_kind kind;
	bool    without;                /* must not hold */
	bool    exactly;                /* ~ */
	bool    latin;                  /* words in Latin letters only */
	char   *typed;                  /* as typed, without its signs */
	char   *words;                  /* folded, one space between */
	struct phrases sounds;          /* what it stands for, by sound */
	enum kind name;
	int64_t first;                  /* CONDITION_WHEN: days since 1970 */
	int64_t last;
};

struct query {
	struct condition *at;           /* [count] */
	size_t            count;
	size_t            room;
	char             *unread;       /* the first condition that was typed
	                                 * and says nothing, as "who:" or
	                                 * "when:blah", with its key; or NULL */
};

/* Reads what was typed; a query of no conditions when there is nothing to
 * search for. The caller frees it. */
struct query *query_new(const char *typed, size_t size);

/* The same for words alone, all of them one condition: a name as typed. */
struct query *query_new_words(const char *typed, size_t size);

/* Whether some text must be found. */
bool query_has_words(const struct query *query);

struct spans ARRAY_OF(struct span);

/* Where the query's words stand in the article: spans of its text, in order,
 * without overlaps; clitics before a word are not in its span. The caller
 * frees the array. */
struct spans query_spans(const struct query *query,
    const struct article *article);

/* Writes the query in one plain form, for messages and tests. */
void query_write(const struct query *query, struct buffer *out);

/* Leaves it without conditions. */
void query_clear(struct query *query);

void query_free(struct query *query);

#endif
