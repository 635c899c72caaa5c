/* mention.h: a place in the text where a name or a date stands. */
#ifndef QARI_LANGUAGE_MENTION_H
#define QARI_LANGUAGE_MENTION_H

#include <stdint.h>

#include "bytes/array.h"
#include "bytes/span.h"
#include "language/kind.h"

#define NONE UINT32_MAX

/* Who found it; a later one in this list is believed before an earlier. */
enum finder {
	FOUND_BY_NAME,          /* rules and gazetteers */
	FOUND_BY_MODEL,         /* the tagger */
	FOUND_BY_DATE,          /* the date grammar */
	FOUND_BY_READER         /* a correction */
};

struct mention {
	struct span span;               /* bytes: clitics and titles out */
	enum kind   kind;
	enum finder finder;
	float       sure;               /* 0 to 1 */
	uint32_t    entity;             /* index in struct entities; NONE */
	uint32_t    date;               /* index in struct dates; NONE */
	uint32_t    first;              /* its first token … */
	uint32_t    last;               /* … and last, in */
};

struct mentions ARRAY_OF(struct mention);

/* One sorted list without overlaps. A date inside an event stays in the
 * event; where two overlap the longer name wins, then the later finder.
 * The lists are the ones of enum finder, any may be empty. */
struct mentions mentions_merge(const struct mentions *known,
    const struct mentions *tagged, const struct mentions *dates);

/* The first mention that ends after `byte`; count when none. */
size_t mentions_at(const struct mentions *mentions, size_t byte);

#endif
