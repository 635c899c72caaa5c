/* date_published.h: the day the article itself gives as that of its
 * publication. */
#ifndef QARI_LANGUAGE_DATE_PUBLISHED_H
#define QARI_LANGUAGE_DATE_PUBLISHED_H

#include "language/date.h"
#include "language/date_words.h"

/* As dates_read() says, of the tokens' elements. */
struct day published_find(const struct tokens *tokens,
    const struct elements *elements);

#endif
