/* transition.h: labels, and what it scores that one follows another.
 *
 * Labels are 0 for O and, for type t, 1 + 4 t + {0 B, 1 I, 2 E, 3 S}. */
#ifndef QARI_LANGUAGE_TRANSITION_H
#define QARI_LANGUAGE_TRANSITION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define FORBIDDEN   (-1e30f)        /* the score of what may not follow */
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

/* Rows of S floats for each of L labels, S being L rounded up to 8.
 *
 * Few may follow each other. Behind O, E and S stand O, B and S, whatever
 * their types: C labels before C labels, in rows of R, C rounded up to 12.
 * Behind B and I stand I and E, of the same type. */
struct transitions {
	size_t   labels;                /* L */
	size_t   stride;                /* S */
	size_t   types;
	float   *score;                 /* [L, S] from row to column */
	float   *likely;                /* [L, S] exp(score); 0: forbidden */
	size_t   outer;                 /* C */
	size_t   outer_stride;          /* R */
	uint8_t *closed;                /* [C] O, E and S in their order */
	uint8_t *opening;               /* [C] O, B and S */
	float   *outer_score;           /* [C, R] from closed to opening */
	float   *outer_likely;          /* [C, R] */
	float   *outer_likely_to;       /* [C, R] to closed, from opening */
};

struct transitions transitions_new(size_t labels);

/* After `score` was changed: forbids what may not follow, fills `likely`. */
void transitions_set(struct transitions *transitions);

void transitions_free(struct transitions *transitions);

#endif
