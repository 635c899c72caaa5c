/* keywords.h: the words of an article that tell what it is about. */
#ifndef QARI_LIBRARY_KEYWORDS_H
#define QARI_LIBRARY_KEYWORDS_H

#include "library/rarity.h"
#include "library/profile.h"

/* Adds the article's words, runs of words and numbers to its topic. One that
 * is `fresh` is counted among those that have its words, and is given the
 * words by which others are found. */
void topic_add_words(struct topic *topic, const struct article *article,
    struct rarities *rarities, bool fresh);

#endif
