/* second.h: the second reading of an article, which knows what the first one
 * made of it: of the same words elsewhere, and of the words around.
 *
 * The second reading's scores are those of the first and the weights of the
 * features below, learned from first readings by models that had not seen
 * the article. */
#ifndef QARI_LANGUAGE_SECOND_H
#define QARI_LANGUAGE_SECOND_H

#include "language/decode.h"

struct second;

/* What the first reading, decoding_run(), made of the text. It is lent. */
struct second *second_new(const struct decoding *first);

/* What its features look at. Of all but words the same sets come again and
 * again. */
enum second_family {
	SECOND_STEM, SECOND_STEM_AND_NEXT, SECOND_STEM_AND_LAST,
	SECOND_LABELS, SECOND_WORDS, SECOND_FAMILIES
};

/* Appends the features of token `i`. */
void features_of_second(const struct second *second, size_t i,
    enum second_family family, struct features *features);

/* Adds their weights to `decoding->score`; then decoding_run() again. */
void second_score(struct decoding *decoding);

void second_free(struct second *second);

#endif
