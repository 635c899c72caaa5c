/* words.c: white space, line ends, and the words between them. */
#include "document/words.h"

#include <endian.h>
#include <stdint.h>
#include <string.h>

#include "bytes/utf8.h"

enum { BYTE_ORDER_MARK = 0xFEFF };

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

/* Asked of every byte that might lead one, hence no utf8_read(). */
size_t
line_end_size(const char *text, size_t at, size_t end)
{
	const unsigned char *bytes = (const unsigned char *)text + at;
	size_t               size  = end - at;

	if (size == 0)
		return 0;
	switch (bytes[0]) {
	case '\n':
		return 1;
	case '\r':
		return size > 1 && bytes[1] == '\n' ? 2 : 1;
	case 0xC2:                      /* NEL */
		return size > 1 && bytes[1] == 0x85 ? 2 : 0;
	case 0xE2:                      /* LINE, PARAGRAPH SEPARATOR */
		return size > 2 && bytes[1] == 0x80 &&
		    (bytes[2] == 0xA8 || bytes[2] == 0xA9) ? 3 : 0;
	default:
		return 0;
	}
}

#define ALL(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The bytes of eight that may begin a line end have their highest bit: below
 * 0E, C2 and E2, which lead no Arabic letter; some above one of these too. */
static uint64_t
eight_line_ends(const char *bytes)
{
	uint64_t word, lead;

	memcpy(&word, bytes, sizeof word);
	word = le64toh(word);
	lead = (word | ALL(0x20)) ^ ALL(0xE2);
	return (((word - ALL(0x0E)) & ~word) | ((lead - ALL(1)) & ~lead)) &
	    ALL(0x80);
}

size_t
line_end_find(const char *text, size_t at, size_t end)
{
	for (; end - at >= sizeof(uint64_t); at += sizeof(uint64_t)) {
		uint64_t found = eight_line_ends(text + at);

		for (; found != 0; found &= found - 1) {
			size_t byte = at + (size_t)__builtin_ctzll(found) / 8;

			if (line_end_size(text, byte, end) > 0)
				return byte;
		}
	}
	while (at < end && line_end_size(text, at, end) == 0)
		at++;
	return at;
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
