/* doubt.h: names that stand where hardly ever a name does. */
#ifndef QARI_LANGUAGE_DOUBT_H
#define QARI_LANGUAGE_DOUBT_H

#include "language/mention.h"
#include "language/tagger.h"

/* Drops or shortens those of `mentions`, the tagger's, sorted and with their
 * probabilities. */
void doubts_drop(const struct tagger *tagger, const struct tokens *tokens,
    struct mentions *mentions);

#endif
