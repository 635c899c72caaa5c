/* ruling.h: what holds of a name after all decisions on it, found by its
 * words. */
#ifndef QARI_LANGUAGE_RULING_H
#define QARI_LANGUAGE_RULING_H

#include "language/correction.h"

struct ruling {
	char  *folded;                  /* the name's words, a space between */
	char  *spelt;                   /* of a single word: its letters as
	                                 * written, without marks; "" */
	size_t words;
	size_t decision;                /* index of the last one on it */
};

/* Reads a name. False when nothing is left of it. The caller frees it. */
bool ruling_read(struct ruling *ruling, const char *name, size_t size);

void ruling_free(struct ruling *ruling);

/* Makes corrections->ruling anew. */
void rulings_make(struct corrections *corrections);

/* The rows whose name begins with `word[size]`, folded: [*first, *end). */
void rulings_of_word(const struct corrections *corrections,
    const char *word, size_t size, size_t *first, size_t *end);

/* Whether the letters of two texts are the same, marks left aside. على is
 * not علي, though they fold to the same: a single word is too little to go
 * by when it may be another word. */
bool spelt_same(const char *a, size_t a_size, const char *b, size_t b_size);

#endif
