/* tags.h: a page of HTML with nothing in it but plain tags and text. */
#ifndef QARI_DOCUMENT_TAGS_H
#define QARI_DOCUMENT_TAGS_H

#include "bytes/array.h"

/* Appends the page `source[size]` to `plain`: its text with its references,
 * and its tags without their attributes, but for `hidden`. Comments,
 * declarations, scripts and style sheets are left out; a NUL is U+FFFD, as
 * HTML5 has it, and a < that begins no tag &lt;. */
void tags_plain(struct buffer *plain, const char *source, size_t size);

#endif
