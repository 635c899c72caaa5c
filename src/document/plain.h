/* plain.h: plain text: every line is a part. */
#ifndef QARI_DOCUMENT_PLAIN_H
#define QARI_DOCUMENT_PLAIN_H

#include "document/article.h"

/* Says yes to any text. */
bool plain_sniff(const char *text, size_t size);

/* See struct format. A line that is not ended yet is a part already, and
 * grows. */
size_t plain_parse(struct article *article, size_t from);

#endif
