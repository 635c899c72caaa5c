/* date.h: the date grammar: calendar expressions and their ISO 8601 values. */
#ifndef QARI_LANGUAGE_DATE_H
#define QARI_LANGUAGE_DATE_H

#include "bytes/array.h"
#include "bytes/day.h"
#include "bytes/span.h"
#include "language/token.h"

/* What an expression still needs to be resolved. */
enum anchor {
	ANCHOR_NONE,            /* absolute, or resolved */
	ANCHOR_DAY,             /* the day of publication: "أمس" */
	ANCHOR_YEAR,            /* its year: "3 مايو" */
	ANCHOR_CONTEXT          /* another date in the text: "العام نفسه" */
};

/* The values of the guideline's DATE fields. */
struct date {
	struct span span;               /* bytes of the text */
	char        iso[48];            /* ISO 8601, or "" when not resolved */
	char        partial[24];        /* what is known: --MM-DD, --MM, --H09 */
	char        mod[8];             /* START, MID, END, or "" */
	enum anchor missing;            /* what an unresolved one lacks */
	bool        relative;           /* resolved against the publication */
	bool        hijri;              /* written in the Hijri calendar */
	int8_t      month;              /* the month it names, 1-12; 0 none */
};

struct dates ARRAY_OF(struct date);

/* The dates among the tokens, in order, longest first, not overlapping.
 * `published` may be unknown: then what needs it stays unresolved. The
 * caller frees the array. */
struct dates dates_find(const struct tokens *tokens, struct day published);

/* The same of an article: `*published` gets the day it gives itself as that of
 * its publication (a dateline, the first full date with an "اليوم" or a
 * weekday that fits), or unknown, and the dates are read by it. */
struct dates dates_read(const struct tokens *tokens, struct day *published);

#endif
