/* html.h: a page of HTML is read for the article in it. */
#ifndef QARI_DOCUMENT_HTML_H
#define QARI_DOCUMENT_HTML_H

#include "document/article.h"

#define HTML_LIMIT ((size_t)64 << 20)   /* bytes: more is read as plain text */

#define HTML_VERSION 64                 /* bytes */

/* Writes the version of libxml2 that is found at run time. */
void html_version(char version[HTML_VERSION]);

/* Whether the text begins with a tag of HTML. */
bool html_sniff(const char *text, size_t size);

/* See struct format: libxml2 reads the page `source[size]`, unless it nests
 * deeper than pages do or there is no libxml2 here. */
bool html_read(struct article *article, const char *source, size_t size);

#endif
