/* pack.h: putting a model file together. */
#ifndef QARI_LANGUAGE_TRAIN_PACK_H
#define QARI_LANGUAGE_TRAIN_PACK_H

#include "language/train/corpus.h"
#include "language/train/crf.h"
#include "language/train/knowledge.h"

struct pack_options {
	float least;            /* smaller weights are left out */
	float bias;             /* see struct weights_header */
	float consistency;
};

/* Appends a model to `file`. Without `crf` it holds what is known of words
 * and no weight; `cut` (or NULL) adds the weights of the clitic cutter. */
void pack_model(const struct corpus *types, const struct knowledge *knowledge,
    const struct crf *crf, const struct crf *cut,
    const struct pack_options *options, struct buffer *file);

#endif
