/* weigh.h: what features weigh: sums of weights, one for each label.
 *
 * Looking features up is waiting for memory: the table is bigger than the
 * nearer caches. So look-ups queue, and what each will need is asked for long
 * before it is needed. */
#ifndef QARI_LANGUAGE_WEIGH_H
#define QARI_LANGUAGE_WEIGH_H

#include "language/feature.h"

struct weigher;                         /* S labels in a row */

/* For rows of `stride` labels, a multiple of 8, of a model, which is lent. */
struct weigher *weigher_new(const struct weights *weights, size_t stride);

/* Adds the features' weights to `sum[S]`, in units of the model's scale, some
 * time before the next weigh_end(). A sound model's sums are far from the
 * ends of 16 bits. */
void weigh(struct weigher *weigher, const struct features *features,
    int16_t *sum);

void weigh_end(struct weigher *weigher);

/* The same for sets of features that come again and again: what they weigh
 * together is kept. */
void weigh_again(struct weigher *weigher, const struct features *features,
    int16_t *sum);

void weigher_free(struct weigher *weigher);

#endif
