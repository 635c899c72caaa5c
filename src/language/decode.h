/* decode.h: a text's tokens under a model: their scores, marginals, labels.
 *
 * The score of label y at token i is the sum of the weights of its features.
 * What the words of its window add is summed once for each different word
 * of the text and each offset; only the features of the place are looked up
 * for every token. */
#ifndef QARI_LANGUAGE_DECODE_H
#define QARI_LANGUAGE_DECODE_H

#include "language/feature.h"
#include "language/lattice.h"

struct decoding {                       /* N tokens, S labels in a row */
	const struct weights *weights;  /* lent */
	const struct tokens  *tokens;   /* lent */
	struct transitions    transitions;
	struct word_sums     *sums;     /* what is known of the words so far */
	struct lattice        lattice;  /* of the sequence in hand */
	uint32_t             *word;     /* [N] index of each token's word */
	float                *score;    /* [N, S] */
	float                *marginal; /* [N, S] */
	uint8_t              *label;    /* [N] of the best paths */
	size_t                room;     /* tokens there is room for */
};

struct decoding *decoding_new(const struct weights *weights);

/* Fills `score` for all tokens of a text; both are lent until the next. */
void decoding_score(struct decoding *decoding, const struct tokens *tokens);

/* Fills `marginal` from `score`, one sequence for each part of the article
 * (long ones are cut). */
void decoding_run(struct decoding *decoding);

/* Fills `label` in the same way. */
void decoding_label(struct decoding *decoding);

/* Adds the features' weights to `sum[S]`, in units of the model's scale. */
void add_weights(const struct weights *weights,
    const struct features *features, float *sum);

/* The word of token `i`. */
const struct word *decoding_word(const struct decoding *decoding, size_t i);

void decoding_free(struct decoding *decoding);

#endif
