/* long.h: paragraphs too long for one part. */
#ifndef QARI_DOCUMENT_LONG_H
#define QARI_DOCUMENT_LONG_H

#include "document/article.h"

/* Cuts the article's last part, which may still grow, when it is longer than
 * PART_MOST: behind a sentence, else at white space, else before a letter.
 * The cuts are the same in however many steps the part grew. */
void long_part_cut(struct article *article);

#endif
