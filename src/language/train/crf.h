/* crf.h: learning the weights of a linear-chain CRF. */
#ifndef QARI_LANGUAGE_TRAIN_CRF_H
#define QARI_LANGUAGE_TRAIN_CRF_H

#include "language/lattice.h"
#include "language/train/corpus.h"

/* Sequences of tokens, each with the indices of its features. */
struct examples {                       /* N tokens */
	size_t        tokens;           /* N */
	size_t        types;
	size_t       *start;            /* [N+1] first index in `feature` */
	uint8_t      *label;            /* [N] */
	uint8_t      *first;            /* [N] 1: starts a sequence */
	uint32_t     *feature;          /* all features of all tokens */
	size_t        features;         /* F different ones */
	uint64_t     *hash;             /* [F] */
	float        *given;            /* [N, S] scores given beforehand, or
	                                 * NULL */
};

/* The examples of those texts for which `keep[i]` is set; features seen less
 * than `least` times are left out. */
struct examples examples_of(const struct corpus *corpus, const uint8_t *keep,
    const struct weights *weights, uint32_t least);

/* A text's part in examples of second readings: the model that had not seen
 * it, which reads it first. */
struct reader {
	const struct text    *text;
	const struct weights *weights;
};

/* The examples of second readings (see second.h), one text a reader. */
struct examples examples_of_second(const struct corpus *corpus,
    const struct reader *reader, size_t readers);

void examples_free(struct examples *examples);

struct crf_options {
	int      epochs;
	float    alpha;                 /* step */
	float    beta;
	float    l1;
	float    l2;
	float    dropout;               /* share of features left out */
	int      runs;                  /* whose weights are averaged */
	uint64_t seed;
};

extern const struct crf_options crf_usual;

struct crf {                            /* F features, S labels in a row */
	size_t             features;
	uint64_t          *hash;        /* [F] */
	float             *weight;      /* [F, S] */
	struct transitions transitions;
};

/* `examples` give their hashes to the result. With `transitions` (of the
 * first reading) those are kept as they are, else they are learned. */
struct crf crf_learn(struct examples *examples,
    const struct transitions *transitions, const struct crf_options *options);

void crf_free(struct crf *crf);

#endif
