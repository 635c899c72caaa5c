/* pack.h: putting a model file together. */
#ifndef QARI_LANGUAGE_TRAIN_PACK_H
#define QARI_LANGUAGE_TRAIN_PACK_H

#include "language/train/corpus.h"
#include "language/train/crf.h"
#include "language/train/knowledge.h"

struct pack_options {
	float least;            /* smaller weights are left out */
	float bias;             /* see struct weights_header */
	float second_bias;
};

/* What was learned; each may be NULL. */
struct learned {
	const struct crf *first;
	const struct crf *second;       /* then there are two readings */
	const struct crf *cut;
};

/* Appends a model to `file`: what is known of words and what was learned. */
void pack_model(const struct corpus *types, const struct knowledge *knowledge,
    const struct learned *learned, const struct pack_options *options,
    struct buffer *file);

#endif
