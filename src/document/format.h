/* format.h: the kinds of document that can be read; a table row each. */
#ifndef QARI_DOCUMENT_FORMAT_H
#define QARI_DOCUMENT_FORMAT_H

#include "document/article.h"

/* A format whose text is the source divides it into parts: parse() is called
 * after every slice, and looks only at what came since: `from` is the first
 * byte whose part is not settled. It returns the new such byte.
 *
 * Of the others the text is made: read() is called once with all of the
 * source, and appends to the article's text and parts, or says no: then it is
 * plain text; parse() is NULL. */
struct format {
	const char *name;
	bool      (*sniff)(const char *text, size_t size);
	size_t    (*parse)(struct article *article, size_t from);
	bool      (*read)(struct article *article, const char *source,
	    size_t size);
	size_t      most;               /* bytes of source that read() takes;
	                                 * a longer one is plain text */
};

/* The format whose sniff says yes first; plain text always does. */
const struct format *format_of(const char *text, size_t size);

/* Plain text. */
const struct format *format_plain(void);

#endif
