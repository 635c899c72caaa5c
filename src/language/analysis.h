/* analysis.h: what an article says: its tokens, mentions, dates, entities. */
#ifndef QARI_LANGUAGE_ANALYSIS_H
#define QARI_LANGUAGE_ANALYSIS_H

#include "document/article.h"
#include "language/date.h"
#include "language/entity.h"
#include "language/mention.h"
#include "language/models.h"
#include "language/token.h"

/* Texts longer than this are analysed in chapters of about so many bytes. */
#define ANALYSIS_CHAPTER ((size_t)64 << 10)

struct analysis {
	struct mentions  mentions;      /* sorted by start, no overlaps */
	struct dates     dates;         /* mention.date leads here */
	struct entities *entities;      /* lent: mention.entity leads here */
	struct day       published;     /* given, or found in the text */
	size_t           parts;         /* parts [0, parts) were analysed */
};

/* `models` and `entities` are lent for the analysis' life. */
struct analysis *analysis_new(const struct models *models,
    struct entities *entities);

/* Analyses the next chapter of the article: whole parts, all of them when
 * the article is short; the last part only when the article is complete.
 * Returns whether there was one. Offsets of earlier mentions never change. */
bool analysis_advance(struct analysis *analysis,
    const struct article *article);

/* The whole of a complete article. */
struct analysis *analysis_of(const struct article *article,
    const struct models *models, struct entities *entities);

/* Whether two mentions are of the same: one entity, or dates of one value. */
bool mentions_same(const struct mentions *mentions,
    const struct dates *dates, size_t a, size_t b);

void analysis_free(struct analysis *analysis);

#endif
