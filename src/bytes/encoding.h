/* encoding.h: bytes in any charset to UTF-8, in slices. */
#ifndef QARI_BYTES_ENCODING_H
#define QARI_BYTES_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "bytes/array.h"

struct decoder;

struct decoder *decoder_new(void);

/* Decodes `raw[size]`, the next bytes of a stream, and appends UTF-8 to
 * `text`. The first slice decides the charset: a byte-order mark, else what a
 * page of HTML declares that is no UTF-8 in truth, else UTF-8 where it is
 * well-formed or nearly so, else ICU's guess, else windows-1256.
 * A sequence that a slice's end cuts is kept for the next; `last` says there
 * is none. What is ill-formed becomes U+FFFD by maximal subparts, and is
 * counted. A UTF-8 byte-order mark stays in the text, so that offsets are
 * the file's. */
void decoder_feed(struct decoder *decoder, const char *raw, size_t size,
    bool last, struct buffer *text);

/* The IANA name of the charset; "UTF-8" before anything was fed. */
const char *decoder_charset(const struct decoder *decoder);

/* Whether the first slice looked like no text at all. */
bool decoder_is_binary(const struct decoder *decoder);

/* How many ill-formed sequences were met. */
size_t decoder_ill_formed(const struct decoder *decoder);

void decoder_free(struct decoder *decoder);

#endif
