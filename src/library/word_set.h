/* word_set.h: what an article is about, as the set of its words. */
#ifndef QARI_LIBRARY_WORD_SET_H
#define QARI_LIBRARY_WORD_SET_H

#include <stddef.h>
#include <stdint.h>

#include "bytes/array.h"

struct hashes ARRAY_OF(uint64_t);
struct word_set ARRAY_OF(uint64_t);     /* hashes, sorted, each once */

/* The word without its article and what stands before that: والقاهره gives
 * قاهره, وزير stays. Returns the bytes that were cut. */
size_t word_bare(const char *word, size_t size);

/* Hashes of all runs of `length` words, by the words' own hashes: two texts
 * that share many were copied one from the other. */
struct word_set shingles_of(const struct hashes *words, size_t length);

/* Sorts numbers whose upper bits are spread evenly. */
void hashes_sort(uint64_t *at, size_t count);

void word_set_sort(struct word_set *set);

/* How many both have. */
size_t word_set_common(const struct word_set *a, const struct word_set *b);

#endif
