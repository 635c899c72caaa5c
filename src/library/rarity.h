/* rarity.h: how rare words are in a library. */
#ifndef QARI_LIBRARY_RARITY_H
#define QARI_LIBRARY_RARITY_H

#include "library/handle.h"

struct rarities;

/* The library is lent for their life. */
struct rarities *rarities_new(struct library *library);

/* The articles that rarity is reckoned by: the library's, and a few hundred
 * of the press at large that make up for a small one. */
double rarities_all(const struct rarities *rarities);

/* Reads how many articles have each word of the index, at once. */
void rarities_read(struct rarities *rarities);

/* How many articles have the word that follows the mark of `stem`, with
 * clitics or without; counted once. */
uint32_t rarity_articles(struct rarities *rarities, const char *stem);

/* The square of log(N / n), N and n being those of the library and of a few
 * hundred articles of the press at large: a small library does not know
 * which words are common. */
float rarity_weight(const struct rarities *rarities, const char *word,
    uint32_t articles);

void rarities_free(struct rarities *rarities);

#endif
