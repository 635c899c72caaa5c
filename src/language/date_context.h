/* date_context.h: whether words that could be a date are one where they
 * stand. */
#ifndef QARI_LANGUAGE_DATE_CONTEXT_H
#define QARI_LANGUAGE_DATE_CONTEXT_H

#include "language/date_value.h"
#include "language/date_words.h"

/* Whether elements [first, end), which the grammar has read as `when`, are a
 * date: "مارس" after "في" and not where it means "practised". */
bool date_holds(const struct tokens *tokens, const struct elements *elements,
    size_t first, size_t end, const struct when *when);

#endif
