/* report.h: an article as two reports are compared: its sentences and what
 * each gives. */
#ifndef QARI_LIBRARY_REPORT_H
#define QARI_LIBRARY_REPORT_H

#include "language/analysis.h"
#include "library/compare.h"
#include "library/word_set.h"

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

/* Begins to read the article, a date without a year by the day it was
 * published. All are lent for the report's life. */
struct report report_new(const struct article *article,
    const struct models *models, struct entities *entities);

/* Reads a chapter; false when it was the last: the sentences are then
 * there. */
bool report_next(struct report *report);

/* Bytes read so far. */
size_t report_read(const struct report *report);

void report_free(struct report *report);

/* Notes what only one sentence of the two gives, and what both spell
 * otherwise. */
void note_differences(const struct report reports[SIDES],
    struct counterpart *counterpart);

#endif
