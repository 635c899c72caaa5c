/* score.h: how much of what is annotated was found. */
#ifndef QARI_LANGUAGE_TRAIN_SCORE_H
#define QARI_LANGUAGE_TRAIN_SCORE_H

#include <stdio.h>

#include "language/train/corpus.h"

struct tally {
	size_t right;
	size_t found;
	size_t wanted;
};

struct score {
	struct tally of[TYPES_MOST + 1];        /* [types]; exact spans */
	struct tally overlap;                   /* any overlap, right type */
	size_t       edges;                     /* right but for the clitic */
};

/* Adds what was found in a text; optional answers are neither right nor
 * wrong. With `rows` spans are compared as .bio rows. */
void score_add(struct score *score, const struct text *text,
    const struct answers *found);

double score_f1(const struct tally *tally);

/* All types together. */
struct tally score_micro(const struct score *score, size_t types);

/* One line: micro F1, each type's, overlap. */
void score_print(const struct score *score, const struct corpus *corpus,
    const char *name, FILE *out);

#endif
