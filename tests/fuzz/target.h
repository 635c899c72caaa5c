/* target.h: what fuzz targets share: the entry libFuzzer and replay.c call,
 * a check that cannot be compiled out, and inputs taken apart. */
#ifndef QARI_TESTS_TARGET_H
#define QARI_TESTS_TARGET_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/encoding.h"
#include "bytes/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#define CHECK(holds)                                                          \
	do {                                                                  \
		if (!(holds)) {                                               \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__,    \
			    #holds);                                          \
			abort();                                              \
		}                                                             \
	} while (0)

/* What is left of an input. */
struct input {
	const char *at;
	size_t      size;
};

static inline struct input
input_of(const uint8_t *bytes, size_t size)
{
	return (struct input){ (const char *)bytes, size };
}

/* Cuts one byte off the front; 0 when none is left. */
static inline uint8_t
input_byte(struct input *input)
{
	if (input->size == 0)
		return 0;
	input->size--;
	return (uint8_t)*input->at++;
}

/* Cuts off the front what stands before the first `end`, and `end` itself;
 * all there is when there is none. */
static inline struct input
input_until(struct input *input, char end)
{
	struct input front = *input;
	const char  *found = input->size == 0 ? NULL
	    : memchr(input->at, end, input->size);

	if (found != NULL)
		front.size = (size_t)(found - input->at);
	input->at += front.size + (found != NULL);
	input->size -= front.size + (found != NULL);
	return front;
}

/* Appends the input as well-formed UTF-8. */
static inline void
input_text(struct input input, struct buffer *text)
{
	while (input.size > 0) {
		char     bytes[UTF8_MOST];
		char32_t letter;
		size_t   used = utf8_read(input.at, input.size, &letter);

		buffer_add(text, bytes, utf8_write(letter, bytes));
		input.at += used;
		input.size -= used;
	}
}

#endif
