/* lattice.h: the linear chain over a sequence's labels: its best path and
 * its marginals.
 *
 * Labels are 0 for O and, for type t, 1 + 4 t + {0 B, 1 I, 2 E, 3 S}. */
#ifndef QARI_LANGUAGE_LATTICE_H
#define QARI_LANGUAGE_LATTICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LABELS_MOST 128         /* 1 + 4 types, rounded up to 8 */

enum position { BEGIN, INNER, END, SINGLE, POSITIONS };

static inline size_t
label_of(size_t type, enum position position)
{
	return 1 + POSITIONS * type + (size_t)position;
}

/* Of a label that is not 0. */
static inline size_t
label_type(size_t label)
{
	return (label - 1) / POSITIONS;
}

static inline enum position
label_position(size_t label)
{
	return (enum position)((label - 1) % POSITIONS);
}

/* Whether label `b` may stand behind label `a`; O stands before the first
 * and behind the last. */
bool labels_may_follow(size_t a, size_t b);

/* Rows of S floats for each of L labels, S being L rounded up to 8. */
struct transitions {
	size_t labels;                  /* L */
	size_t stride;                  /* S */
	size_t types;
	float *score;                   /* [L, S] from row to column */
	float *likely;                  /* [L, S] exp(score); 0: forbidden */
	float *likely_to;               /* [L, S] the same, to row from column */
};

struct transitions transitions_new(size_t labels);

/* After `score` was changed: forbids what may not follow, fills `likely`. */
void transitions_set(struct transitions *transitions);

void transitions_free(struct transitions *transitions);

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
