/* opening.h: the section, headline and byline that an article opens with. */
#ifndef QARI_DOCUMENT_OPENING_H
#define QARI_DOCUMENT_OPENING_H

#include "document/article.h"

#define OPENING_PARTS 5         /* what is told apart lies in the first ones */

/* Sets the kinds of the article's first parts by their shape, where nothing
 * but lines is known of them. May be called again when there are more. */
void opening_find(struct article *article);

#endif
