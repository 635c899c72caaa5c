/* pack.h: texts and numbers in few bytes, for the database. */
#ifndef QARI_LIBRARY_PACK_H
#define QARI_LIBRARY_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bytes/array.h"
#include "bytes/span.h"
#include "document/article.h"
#include "language/kind.h"

/* Appends `text[size]`, UTF-8, packed: an Arabic letter takes one byte and
 * not two. */
void text_pack(const char *text, size_t size, struct buffer *packed);

/* Appends the text again, byte for byte; false when `packed` is damaged. */
bool text_unpack(const char *packed, size_t size, struct buffer *text);

/* A number, seven bits a byte, the low ones first. */
void number_pack(struct buffer *packed, uint64_t number);

struct unpacking {
	const char *at;
	const char *end;
	bool        damaged;
};

/* The next number; 0, and `damaged`, when there is none. */
uint64_t number_unpack(struct unpacking *from);

/* An article's parts. */
void parts_pack(const struct parts *parts, struct buffer *packed);
bool parts_unpack(const char *packed, size_t size, size_t text_size,
    struct parts *parts);

/* What is kept of a mention. */
struct noted {
	struct span span;               /* bytes of the article's text */
	enum kind   kind;
	int64_t     name;               /* its row in `name`; 0: a date */
};

struct noteds ARRAY_OF(struct noted);

void noteds_pack(const struct noteds *noteds, struct buffer *packed);

/* Appends the mentions; what is damaged ends them. */
void noteds_unpack(const char *packed, size_t size, struct noteds *noteds);

#endif
