/* condition.h: the articles that a query's conditions leave. */
#ifndef QARI_LIBRARY_CONDITION_H
#define QARI_LIBRARY_CONDITION_H

#include "library/handle.h"
#include "library/ids.h"
#include "library/query.h"

/* The articles that meet the condition, or would if it were not without; the
 * caller frees the array. */
struct ids ids_of_condition(struct library *library,
    const struct condition *condition);

/* What restricts a search besides the words that must be found. */
struct limits {
	struct ids among;               /* when `limited` */
	struct ids except;
	bool       limited;
};

/* What the query's names and dates leave, and its words when no text must be
 * found. The caller frees it. */
struct limits limits_of(struct library *library, const struct query *query);

bool limits_allow(const struct limits *limits, int64_t id);

void limits_free(struct limits *limits);

#endif
