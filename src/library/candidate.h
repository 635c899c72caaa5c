/* candidate.h: Arabic words of a library that one Latin word could stand
 * for. */
#ifndef QARI_LIBRARY_CANDIDATE_H
#define QARI_LIBRARY_CANDIDATE_H

#include "library/handle.h"

#define CANDIDATES 24           /* that are kept */

/* One that could be meant; several words where Latin writes one. */
struct candidate {
	char  *word;
	double distance;        /* less is likelier */
	int    cost;            /* see latin.h */
};

struct candidates {
	struct candidate at[CANDIDATES];        /* [count] by distance */
	size_t           count;
};

/* Keeps the word among the nearest; one that is there keeps its better
 * place. */
void candidates_keep(struct candidates *candidates, const char *word,
    size_t size, int cost, double distance);

/* Drops those whose cost is more than `most` above the least. */
void candidates_drop_far(struct candidates *candidates, int most);

/* Those of the word, folded, at most `most` costlier than the best. The
 * caller frees them. */
struct candidates candidates_of(struct library *library, const char *word,
    size_t size, int most);

void candidates_free(struct candidates *candidates);

#endif
