/* cut.h: which clitics stand before a name's first word: بتركيا is ب and
 * تركيا, but بغداد is whole. */
#ifndef QARI_LANGUAGE_CUT_H
#define QARI_LANGUAGE_CUT_H

#include "language/feature.h"

#define CUTS_MOST (CLITIC_STEMS + 1)

/* One way to cut a word, and what speaks for it. */
struct cut {
	size_t          letters;        /* of the folded word, cut off */
	struct features features;
};

/* The ways to cut token `first`, which starts a name of that type; the first
 * one cuts nothing. `label[tokens->count]` are the labels found. Returns
 * their number. */
size_t cuts_of(const struct weights *weights, const struct tokens *tokens,
    const uint8_t *label, size_t first, size_t type,
    struct cut cuts[CUTS_MOST]);

/* The bytes of the token's text that the likeliest way cuts off. */
size_t cut_best(const struct weights *weights, const struct tokens *tokens,
    const uint8_t *label, size_t first, size_t type);

/* How many bytes of the token's text hold its first `letters` letters, the
 * marks behind them included. */
size_t cut_bytes(const struct tokens *tokens, size_t token, size_t letters);

#endif
