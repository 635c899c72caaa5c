/* date_grammar.h: how the words of dates make date expressions. */
#ifndef QARI_LANGUAGE_DATE_GRAMMAR_H
#define QARI_LANGUAGE_DATE_GRAMMAR_H

#include "language/date_value.h"
#include "language/date_words.h"

/* Reads the longest date expression that starts at element `first`. Returns
 * the elements it takes, 0 when there is none, and fills `when`. */
size_t date_parse(const struct elements *elements, size_t first,
    struct when *when);

#endif
