/* headline.c: the headline that the title of a page names. */
#include "document/headline.h"

#include <string.h>

#include "document/words.h"

enum { WORDS_COMPARED = 64 };   /* of long texts: the cost stays linear */

/* The size of the sign that parts a site's name from the headline, between
 * spaces, or 0. */
static size_t
sign_size(const char *text, size_t at, size_t end)
{
	static const char *const signs[] = { "-", "|", "–", "—", "::", "»",
	    "«", "·", "•", "/" };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t size = strlen(signs[i]);

		if (at > 0 && text[at - 1] == ' ' && end - at > size &&
		    memcmp(text + at, signs[i], size) == 0 &&
		    text[at + size] == ' ')
			return size;
	}
	return 0;
}

struct span
headline_of_title(const char *text, struct span span)
{
	struct span best = { span.start, span.start };
	size_t      from = span.start;

	for (size_t at = span.start; at <= span.end; at++) {
		size_t      sign = at == span.end ? 1
		    : sign_size(text, at, span.end);
		struct span part;

		if (sign == 0)
			continue;
		part = white_trim(text, span_of(from, at));
		if (span_size(part) > span_size(best))
			best = part;
		from = at + sign;
	}
	return best;
}

/* The next word of `*span`, taken from it; empty when there is none. */
static struct span
take_word(const char *text, struct span *span)
{
	struct span word;

	while (span->start < span->end && text[span->start] == ' ')
		span->start++;
	word = span_of(span->start, span->start);
	while (word.end < span->end && text[word.end] != ' ')
		word.end++;
	span->start = word.end;
	return word;
}

static bool
holds_word(const char *title, struct span span, const char *word, size_t size)
{
	for (size_t i = 0; i < WORDS_COMPARED; i++) {
		struct span other = take_word(title, &span);

		if (span_is_empty(other))
			return false;
		if (span_size(other) == size &&
		    memcmp(title + other.start, word, size) == 0)
			return true;
	}
	return false;
}

size_t
headline_shared(const char *text, struct span span, const char *title,
    struct span other)
{
	size_t shared = 0;

	for (size_t i = 0; i < WORDS_COMPARED; i++) {
		struct span word = take_word(text, &span);

		if (span_is_empty(word))
			break;
		shared += holds_word(title, other, text + word.start,
		    span_size(word));
	}
	return shared;
}
