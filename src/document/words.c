/* words.c: white space, line ends, and the words between them. */
#include "document/words.h"

#include <string.h>

#include "bytes/utf8.h"

enum {
	NEL = 0x85, LINE_SEPARATOR = 0x2028, PARAGRAPH_SEPARATOR = 0x2029,
	BYTE_ORDER_MARK = 0xFEFF,
	BLOCK = 256             /* bytes */
};

/* White_Space of Unicode 15 (PropList.txt) without the line ends. */
static bool
is_white(char32_t letter)
{
	return letter == ' ' || letter == '\t' || letter == '\v' ||
	    letter == '\f' || letter == 0xA0 || letter == 0x1680 ||
	    (letter >= 0x2000 && letter <= 0x200A) || letter == 0x202F ||
	    letter == 0x205F || letter == 0x3000 || letter == BYTE_ORDER_MARK;
}

size_t
white_size(const char *text, size_t at, size_t end)
{
	char32_t letter;
	size_t   took;

	if (at == end)
		return 0;
	took = utf8_read(text + at, end - at, &letter);
	return is_white(letter) ? took : 0;
}

size_t
line_end_size(const char *text, size_t at, size_t end)
{
	char32_t letter;
	size_t   took;

	if (at == end)
		return 0;
	took = utf8_read(text + at, end - at, &letter);
	if (letter == '\r' && at + 1 < end && text[at + 1] == '\n')
		return 2;
	return letter == '\n' || letter == '\r' || letter == NEL ||
	    letter == LINE_SEPARATOR || letter == PARAGRAPH_SEPARATOR
	    ? took : 0;
}

/* The first line end that begins in text[at, stop); `stop` when there is none.
 * C2 and E2 lead NEL, LS and PS; no Arabic letter. memchr() looks at 32 bytes
 * at once. */
static size_t
line_end_within(const char *text, size_t at, size_t stop, size_t end)
{
	static const char bytes[] = { '\n', '\r', '\xC2', '\xE2' };

	for (size_t i = 0; i < sizeof bytes; i++) {
		const char *found = memchr(text + at, bytes[i], stop - at);

		while (found != NULL && line_end_size(text,
		    (size_t)(found - text), end) == 0) {
			found++;
			found = memchr(found, bytes[i],
			    (size_t)(text + stop - found));
		}
		if (found != NULL)
			stop = (size_t)(found - text);
	}
	return stop;
}

size_t
line_end_find(const char *text, size_t at, size_t end)
{
	while (at < end) {
		size_t stop  = end - at > BLOCK ? at + BLOCK : end;
		size_t found = line_end_within(text, at, stop, end);

		if (found < stop)
			return found;
		at = stop;
	}
	return end;
}

struct span
white_trim(const char *text, struct span span)
{
	size_t size;

	while ((size = white_size(text, span.start, span.end)) > 0)
		span.start += size;
	while (span.end > span.start) {
		size_t last = utf8_start(text, span.end - 1);

		if (white_size(text, last, span.end) == 0)
			break;
		span.end = last;
	}
	return span;
}

size_t
words_count(const char *text, struct span span, size_t most)
{
	size_t count   = 0;
	bool   in_word = false;

	while (span.start < span.end && count < most) {
		size_t white = white_size(text, span.start, span.end);
		char32_t letter;

		count += white == 0 && !in_word;
		in_word = white == 0;
		span.start += white > 0 ? white : utf8_read(text + span.start,
		    span.end - span.start, &letter);
	}
	return count;
}
