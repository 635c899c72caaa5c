/* match.h: a query as the full-text index is asked it. */
#ifndef QARI_LIBRARY_MATCH_H
#define QARI_LIBRARY_MATCH_H

#include "library/query.h"
#include "library/tokenizer.h"

struct match {
	struct buffer  text;            /* FTS5's language, NUL-terminated */
	struct ranking ranking;         /* of its phrases */
};

/* The query's words. False when none must be found. */
bool match_of(const struct query *query, struct match *match);

/* One condition alone. */
void match_of_condition(const struct condition *condition,
    struct match *match);

/* Names that have all the words of the condition, in any order. */
void match_of_name(const struct condition *condition, struct match *match);

void match_free(struct match *match);

#endif
