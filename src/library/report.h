/* report.h: an article as two reports are compared: its sentences and what
 * each gives. */
#ifndef QARI_LIBRARY_REPORT_H
#define QARI_LIBRARY_REPORT_H

#include "language/analysis.h"
#include "library/compare.h"
#include "library/words.h"

struct sentence {
	struct span     span;
	struct word_set words;          /* features as hashes */
	double          weight;         /* of all, squared */
};

struct sentences ARRAY_OF(struct sentence);

struct report {
	const struct article *article;
	struct tokens         tokens;
	struct analysis      *analysis;
	struct sentences      sentences;
};

/* Reads the article, a date without a year by the day it was published. The
 * article and the entities are lent for the report's life. */
struct report report_of(const struct article *article,
    const struct models *models, struct entities *entities);

void report_free(struct report *report);

/* Notes what only one sentence of the two gives, and what both spell
 * otherwise. */
void note_differences(const struct report reports[SIDES],
    struct counterpart *counterpart);

#endif
