/* cluster.h: classes of words that stand beside the same words. */
#ifndef QARI_LANGUAGE_TRAIN_CLUSTER_H
#define QARI_LANGUAGE_TRAIN_CLUSTER_H

#include "language/train/knowledge.h"

/* How often words stand beside words: for each word those before it and
 * those behind it, with counts. */
struct neighbours {
	size_t    words;                /* V; word V is a paragraph's edge */
	size_t   *start[2];             /* [V+2] first in word, count */
	uint32_t *word[2];              /* 0: before, 1: behind */
	uint32_t *count[2];
};

struct neighbours neighbours_of(const struct knowledge *knowledge,
    const struct buffer *raw);

void neighbours_free(struct neighbours *neighbours);

/* Sorts the known words into `classes` classes in so many sweeps; fills
 * `knowledge->cluster[which]` with 1 to `classes`. */
void cluster_words(struct knowledge *knowledge,
    const struct neighbours *neighbours, size_t which, size_t classes,
    int sweeps);

#endif
