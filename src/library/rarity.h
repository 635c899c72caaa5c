/* rarity.h: how rare words are in a library. */
#ifndef QARI_LIBRARY_RARITY_H
#define QARI_LIBRARY_RARITY_H

#include "library/handle.h"

#define RARITY_BITS 28          /* of a word's hash: with 260,000 words one
                                 * in a thousand shares it with another */

struct rarities;

/* What the library keeps of them, to which rarity_meet() adds; read from its
 * index where nothing is kept, or where a tenth of the articles is `fresh`,
 * not counted yet. The library is lent for their life. */
struct rarities *rarities_new(struct library *library, size_t fresh);

/* The articles that rarity is reckoned by: the library's, and a few hundred
 * of the press at large that make up for a small one. */
double rarities_all(const struct rarities *rarities);

/* By what a word is known here. */
uint32_t rarity_hash(const char *word, size_t size);

/* One further article has the word: nothing, when the index was read, which
 * knows that. */
void rarity_meet(struct rarities *rarities, uint32_t hash);

/* How many articles have the word, with clitics or without. */
uint32_t rarity_articles(const struct rarities *rarities, uint32_t hash);

/* The square of log(N / n), N and n being those of the library and of a few
 * hundred articles of the press at large: a small library does not know
 * which words are common. */
float rarity_weight(const struct rarities *rarities, const char *word,
    uint32_t articles);

/* Has the library keep them. False on a failure. */
bool rarities_keep(const struct rarities *rarities);

void rarities_free(struct rarities *rarities);

#endif
