/* induce.h: a lexicon learned from what a tagger makes of raw text. */
#ifndef QARI_LANGUAGE_TRAIN_INDUCE_H
#define QARI_LANGUAGE_TRAIN_INDUCE_H

#include "language/train/corpus.h"
#include "language/train/knowledge.h"

/* Runs the teacher, a model whose types are those of `types`, over every
 * `every`th article of `raw` and fills `knowledge->profile[which]` from the
 * probabilities it gives. At most PROFILE_TYPES types are taken. */
void induce_lexicon(struct knowledge *knowledge, size_t which,
    const struct weights *teacher, const struct buffer *raw, size_t every);

#endif
