/* compare.h: two reports beside one another: what both say, what only one
 * says, and where they differ. */
#ifndef QARI_LIBRARY_COMPARE_H
#define QARI_LIBRARY_COMPARE_H

#include "bytes/array.h"
#include "bytes/span.h"
#include "document/article.h"
#include "language/kind.h"
#include "language/models.h"

enum side { SIDE_A, SIDE_B, SIDES };

/* A name, a date or a number that a sentence gives. */
struct fact {
	enum kind   kind;               /* KINDS: a number */
	struct span span;               /* bytes of its article's text */
	char        iso[48];            /* of a date; or "" */
	char        partial[24];        /* what is known of it without */
	const char *name;               /* the fullest of whom is named; NULL
	                                 * of dates and numbers; lent by the
	                                 * comparison */
};

struct facts ARRAY_OF(struct fact);

/* The same one, spelt otherwise. */
struct respelling {
	struct span span[SIDES];
	char       *name[SIDES];        /* the same, with للـ made ال; owned */
	bool        other_name;         /* no spelling, but another name or a
	                                 * short one: IGEF 24 */
};

struct respellings ARRAY_OF(struct respelling);

/* A sentence of one report and the other's that says the same; an empty
 * span where the other says nothing of it. */
struct counterpart {
	struct span        span[SIDES];
	double             alike;               /* 0 to 1 */
	struct facts       only[SIDES];         /* in its sentence alone */
	struct respellings respelt;
};

struct comparison {
	struct counterpart *at;         /* [count] in the order of A; what
	                                 * only B says, where B says it */
	size_t              count;
	size_t              room;
	double              shared[SIDES];      /* part of its sentences that
	                                         * the other has, 0 to 1 */
	struct entities    *entities;   /* who is named */
};

/* Compares two complete articles; a date without a year is taken by the day
 * its article was published. The caller frees it. */
struct comparison *comparison_of(const struct article *a,
    const struct article *b, const struct models *models);

/* The same in slices, some milliseconds each. comparing_next() does one, and
 * is false when all is done; `*share` of the work is, 0 to 1. What came of
 * it is comparing_end()'s, which frees the rest; broken off, it is worth
 * nothing but comparison_free(). The articles and models are lent until
 * then. */
struct comparing *comparing_new(const struct article *a,
    const struct article *b, const struct models *models);
bool comparing_next(struct comparing *comparing, double *share);
struct comparison *comparing_end(struct comparing *comparing);

void comparison_free(struct comparison *comparison);

#endif
