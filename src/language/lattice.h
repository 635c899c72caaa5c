/* lattice.h: the linear chain over a sequence's labels: its best path and
 * its marginals. */
#ifndef QARI_LANGUAGE_LATTICE_H
#define QARI_LANGUAGE_LATTICE_H

#include "language/transition.h"
struct lattice {                        /* T places */
	size_t   places;                /* T */
	size_t   room;
	size_t   stride;                /* S */
	float   *score;                 /* [T, S] of each label at each place */
	float   *psi;                   /* [T, S] exp(score - the place's most) */
	float   *alpha;                 /* [T, S] forward, each row sums to 1 */
	float   *beta;                  /* [T, S] backward, scaled */
	float   *marginal;              /* [T, S] P(label at place) */
	uint8_t *best;                  /* [T] the best path's labels */
};

/* Makes it T places wide; scores are all 0. */
void lattice_resize(struct lattice *lattice, size_t places, size_t stride);

/* Fills `best`. */
void lattice_decode(struct lattice *lattice,
    const struct transitions *transitions);

/* Fills psi, alpha, beta, marginal; returns log Z. */
double lattice_sum(struct lattice *lattice,
    const struct transitions *transitions);

/* Adds to `expected[L, S]` how often each transition is expected; after
 * lattice_sum(). */
void lattice_expect(const struct lattice *lattice,
    const struct transitions *transitions, float *expected);

void lattice_free(struct lattice *lattice);

#endif
