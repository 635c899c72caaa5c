/* merge.h: what rules, tagger and date grammar found, as one list. */
#ifndef QARI_LANGUAGE_MERGE_H
#define QARI_LANGUAGE_MERGE_H

#include "language/mention.h"
#include "language/models.h"
#include "language/token.h"

/* Finds the names among the tokens; one sorted list of them and of `dated`,
 * the dates, without overlaps. The caller frees the array. */
struct mentions names_find(const struct models *models,
    const struct tokens *tokens, const struct mentions *dated);

#endif
