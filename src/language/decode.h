/* decode.h: a text's tokens under a model: their scores, marginals, labels.
 *
 * The score of label y at token i is the sum of the weights of its features.
 * What the words of its window add is summed once for each different word
 * and each offset, and kept from text to text; only the features of the
 * place are looked up for every token. */
#ifndef QARI_LANGUAGE_DECODE_H
#define QARI_LANGUAGE_DECODE_H

#include "language/lattice.h"
#include "language/weigh.h"

struct decoding {                       /* N tokens, S labels in a row */
	const struct weights *weights;  /* lent */
	const struct tokens  *tokens;   /* lent */
	struct transitions    transitions;
	struct weigher       *weigher;
	struct word_sums     *sums;     /* what is known of the words so far */
	struct lattice        lattice;  /* of the sequence in hand */
	uint64_t             *written;  /* [N] hash of each token as written */
	uint32_t             *word;     /* [N] index of each token's word */
	int16_t              *sum;      /* [N, S] in units of the scale */
	float                *score;    /* [N, S] */
	float                *marginal; /* [N, S] */
	uint8_t              *label;    /* [N] of the best paths */
	size_t                room;     /* tokens there is room for */
};

struct decoding *decoding_new(const struct weights *weights);

/* Fills `score` for all tokens of a text; both are lent until the next. */
void decoding_score(struct decoding *decoding, const struct tokens *tokens);

/* score += scale sum, for all tokens, when all is weighed; takes `bias` from
 * each O. */
void decoding_add_sums(struct decoding *decoding, float bias);

/* Fills `marginal` from `score`, one sequence for each part of the article
 * (long ones are cut). */
void decoding_run(struct decoding *decoding);

/* Fills `label` in the same way. */
void decoding_label(struct decoding *decoding);

/* The word of token `i`. */
const struct word *decoding_word(const struct decoding *decoding, size_t i);

void decoding_free(struct decoding *decoding);

#endif
