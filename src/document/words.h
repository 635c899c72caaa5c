/* words.h: white space, line ends, and the words between them. */
#ifndef QARI_DOCUMENT_WORDS_H
#define QARI_DOCUMENT_WORDS_H

#include <stdbool.h>

#include "bytes/span.h"

/* The bytes of the white space that `text[at, end)` begins with, 0 when it is
 * none. A byte-order mark counts as white, line ends do not. */
size_t white_size(const char *text, size_t at, size_t end);

/* The bytes of the line end that `text[at, end)` begins with: LF, CR, CRLF,
 * NEL, LS or PS; 0 when it is none. */
size_t line_end_size(const char *text, size_t at, size_t end);

/* The first line end in `text[at, end)`, or `end`. */
size_t line_end_find(const char *text, size_t at, size_t end);

/* `span` without the white space at its two ends. */
struct span white_trim(const char *text, struct span span);

/* How many words, runs without white space, `span` holds; counting stops at
 * `most`. */
size_t words_count(const char *text, struct span span, size_t most);

#endif
