/* search.h: looking for a query in an article, and counting its hits, in
 * slices: a long text never holds the reader up. */
#ifndef QARI_VIEWS_SEARCH_H
#define QARI_VIEWS_SEARCH_H

#include "document/article.h"
#include "language/find.h"

#define SEARCH_CHAPTER ((size_t)64 << 10)       /* bytes counted together */

enum seeking {
	SEEKING_NOTHING,
	SEEKING_FORWARD,
	SEEKING_BACK
};

struct search {
	struct needle *needle;          /* NULL: nothing is searched for */
	struct buffer  query;           /* as typed */
	struct span    hit;             /* where the reader is; or empty */
	enum seeking   seeking;
	size_t         at;              /* it goes on from this byte … */
	size_t         from;            /* … and began at this one */
	bool           wrapped;         /* went round the article's end */
	size_t         more;            /* hits to pass over first */
	struct counts ARRAY_OF(uint32_t) counts; /* hits by chapter */
};

/* What a slice of seeking came to. */
enum sought {
	SOUGHT_NOTHING,         /* nothing was sought, or not yet decided */
	SOUGHT_FOUND,           /* search->hit is it */
	SOUGHT_IN_VAIN          /* there is none */
};

/* Begins to look for `query[size]` from byte `from`. A query that folds to
 * nothing searches for nothing. */
void search_start(struct search *search, const char *query, size_t size,
    size_t from);

/* The same where the hits were found in another way: at `place[places]`,
 * sorted, without overlaps. */
void search_start_at(struct search *search, const char *query, size_t size,
    const struct span *place, size_t places);

/* Begins to look for the next hit from byte `from`, or for the last one
 * before it; with `count` above 1 for so many hits on. */
void search_seek(struct search *search, enum seeking seeking, size_t from,
    size_t count);

/* Does one slice of seeking. Waits, by finding nothing, at the end of what
 * was read of an incomplete article. */
enum sought search_slice(struct search *search,
    const struct article *article);

/* Whether a slice would get on. */
bool search_can_seek(const struct search *search,
    const struct article *article);

/* Counts the hits of some more chapters; false when all that was read are
 * counted. */
bool search_count(struct search *search, const struct article *article);

/* The hits counted so far; all of them when `*all` is set. */
size_t search_total(const struct search *search,
    const struct article *article, bool *all);

/* The current hit's number, from 1; 0 when there is none or its chapter is
 * not counted yet. */
size_t search_number(const struct search *search,
    const struct article *article);

/* Forgets what was searched for and frees it. */
void search_clear(struct search *search);

#endif
