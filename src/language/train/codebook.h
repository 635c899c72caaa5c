/* codebook.h: the commonest weights of a model, which a byte can stand for. */
#ifndef QARI_LANGUAGE_TRAIN_CODEBOOK_H
#define QARI_LANGUAGE_TRAIN_CODEBOOK_H

#include "language/lattice.h"
#include "language/weights.h"

enum { VALUES = 256 };                          /* of an int8 */

struct codebook {
	struct weight code[CODES + 1];          /* the last one: of ESCAPE */
	uint8_t       of[LABELS_MOST][VALUES];  /* [label, value + 128] code,
	                                         * or ESCAPE */
};

/* Gives codes to the commonest weights: `count[L, VALUES]` is how often each
 * label has each value (value + 128). */
void codebook_make(struct codebook *codebook,
    uint32_t count[LABELS_MOST][VALUES]);

/* Appends what stands for a weight in a feature's entry. */
void codebook_write(const struct codebook *codebook, struct weight weight,
    struct buffer *entry);

#endif
