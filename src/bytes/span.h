/* span.h: half-open ranges of bytes, the one kind of position. */
#ifndef QARI_BYTES_SPAN_H
#define QARI_BYTES_SPAN_H

#include <stdbool.h>
#include <stddef.h>

struct span {
	size_t start;           /* byte */
	size_t end;             /* byte, not in the span */
};

static inline struct span
span_of(size_t start, size_t end)
{
	return (struct span){ start, end };
}

static inline size_t
span_size(struct span span)
{
	return span.end - span.start;
}

static inline bool
span_is_empty(struct span span)
{
	return span.start >= span.end;
}

static inline bool
span_holds(struct span span, size_t byte)
{
	return span.start <= byte && byte < span.end;
}

static inline bool
span_within(struct span inner, struct span outer)
{
	return outer.start <= inner.start && inner.end <= outer.end;
}

static inline bool
span_overlaps(struct span a, struct span b)
{
	return a.start < b.end && b.start < a.end;
}

static inline bool
span_same(struct span a, struct span b)
{
	return a.start == b.start && a.end == b.end;
}

/* The bytes in both; empty when they do not touch. */
static inline struct span
span_common(struct span a, struct span b)
{
	size_t start = a.start > b.start ? a.start : b.start;
	size_t end   = a.end < b.end ? a.end : b.end;

	return span_of(start, end > start ? end : start);
}

/* Of `count` things in order, each of `size` bytes and with its span at its
 * beginning, the first whose span ends behind `byte`; `count` when none's
 * does. */
static inline size_t
span_find(const void *things, size_t count, size_t size, size_t byte)
{
	const char *thing = things;
	size_t      low   = 0;
	size_t      high  = count;

	while (low < high) {
		size_t      middle = low + (high - low) / 2;
		const void *at     = thing + middle * size;

		if (((const struct span *)at)->end <= byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

#endif
