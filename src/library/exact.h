/* exact.h: whether an article says what a query wants spelt exactly so. */
#ifndef QARI_LIBRARY_EXACT_H
#define QARI_LIBRARY_EXACT_H

#include "library/handle.h"
#include "library/query.h"

/* Whether any of the query's conditions asks for a spelling. */
bool query_asks_spelling(const struct query *query);

/* Whether the article meets all those that do. */
bool query_spelt_in(struct library *library, const struct query *query,
    int64_t id);

#endif
