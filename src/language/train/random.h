/* random.h: numbers that look random and are the same in every run
 * (splitmix64, S. Vigna). */
#ifndef QARI_LANGUAGE_TRAIN_RANDOM_H
#define QARI_LANGUAGE_TRAIN_RANDOM_H

#include "language/hash.h"

static inline uint64_t
random_next(uint64_t *state)
{
	*state += UINT64_C(0x9E3779B97F4A7C15);
	return hash_mix(*state);
}

/* 0 to `below` - 1. */
static inline size_t
random_below(uint64_t *state, size_t below)
{
	return (size_t)(random_next(state) % below);
}

#endif
