/* headline.h: the headline that the title of a page names. */
#ifndef QARI_DOCUMENT_HEADLINE_H
#define QARI_DOCUMENT_HEADLINE_H

#include "bytes/span.h"

/* The part of a page's title, `span` of `text`, that is not the site's name:
 * the longest of those that a dash or bar between spaces parts. */
struct span headline_of_title(const char *text, struct span span);

/* How many words of `span` of `text` stand in `other` of `title` as well; both
 * have one space between words, and only their first 64 are looked at. */
size_t headline_shared(const char *text, struct span span,
    const char *title, struct span other);

#endif
