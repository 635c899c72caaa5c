/* array.h: growing arrays of any type, and growing bytes.
 *
 *	struct spans ARRAY_OF(struct span);
 *	struct spans spans = { 0 };
 *
 *	array_add(&spans, span_of(3, 5));
 *	for (size_t i = 0; i < spans.count; i++)
 *		use(spans.at[i]);
 *	array_free(&spans);
 */
#ifndef QARI_BYTES_ARRAY_H
#define QARI_BYTES_ARRAY_H

#include <stdlib.h>
#include <string.h>

#include "bytes/memory.h"

#define ARRAY_OF(type) {                                                      \
	type   *at;            /* [count], room for [room] */                 \
	size_t  count;                                                        \
	size_t  room;                                                         \
}

/* Makes room for `more` further elements. */
#define array_reserve(array, more)                                            \
	do {                                                                  \
		size_t array_need = (array)->count + (more);                  \
		if (array_need > (array)->room) {                             \
			(array)->room = array_need < 8                        \
			    ? 8 : array_need + array_need / 2;                \
			(array)->at = memory_resize((array)->at,              \
			    (array)->room, sizeof *(array)->at);              \
		}                                                             \
	} while (0)

/* Appends one element. */
#define array_add(array, ...)                                                 \
	do {                                                                  \
		array_reserve(array, 1);                                      \
		(array)->at[(array)->count++] = (__VA_ARGS__);                \
	} while (0)

#define array_free(array)                                                     \
	do {                                                                  \
		free((array)->at);                                            \
		(array)->at = NULL;                                           \
		(array)->count = (array)->room = 0;                           \
	} while (0)

/* Growing bytes; `at` is not NUL-terminated unless a NUL was added. */
struct buffer ARRAY_OF(char);

static inline void
buffer_add(struct buffer *buffer, const char *bytes, size_t size)
{
	array_reserve(buffer, size);
	if (size > 0)
		memcpy(buffer->at + buffer->count, bytes, size);
	buffer->count += size;
}

static inline void
buffer_add_string(struct buffer *buffer, const char *string)
{
	buffer_add(buffer, string, strlen(string));
}

#endif
