/* format.h: the kinds of document that can be read; a table row each. */
#ifndef QARI_DOCUMENT_FORMAT_H
#define QARI_DOCUMENT_FORMAT_H

#include "document/article.h"

/* A format divides the article's text into parts. It is called after every
 * slice, and looks only at what came since: `from` is the first byte whose
 * part is not settled. It returns the new such byte. */
struct format {
	const char *name;
	bool      (*sniff)(const char *text, size_t size);
	size_t    (*parse)(struct article *article, size_t from);
};

/* The format whose sniff says yes first; plain text always does. */
const struct format *format_of(const char *text, size_t size);

#endif
