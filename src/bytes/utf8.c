/* utf8.c: step through, write and count UTF-8. */
#include "bytes/utf8.h"

#include <endian.h>
#include <stdint.h>
#include <string.h>

/* A row of Unicode 15 table 3-7: what may follow a lead byte. */
struct lead {
	unsigned char first;            /* lead bytes from here … */
	unsigned char last;             /* … to here */
	unsigned char low;              /* the second byte from here … */
	unsigned char high;             /* … to here; the rest 80..BF */
	unsigned char size;             /* bytes in all */
	unsigned char bits;             /* of the lead that count */
};

static const struct lead leads[] = {
	{ 0xC2, 0xDF, 0x80, 0xBF, 2, 0x1F },
	{ 0xE0, 0xE0, 0xA0, 0xBF, 3, 0x0F },
	{ 0xE1, 0xEC, 0x80, 0xBF, 3, 0x0F },
	{ 0xED, 0xED, 0x80, 0x9F, 3, 0x0F },
	{ 0xEE, 0xEF, 0x80, 0xBF, 3, 0x0F },
	{ 0xF0, 0xF0, 0x90, 0xBF, 4, 0x07 },
	{ 0xF1, 0xF3, 0x80, 0xBF, 4, 0x07 },
	{ 0xF4, 0xF4, 0x80, 0x8F, 4, 0x07 },
};

static const struct lead *
lead_of(unsigned char byte)
{
	for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
		if (leads[i].first <= byte && byte <= leads[i].last)
			return &leads[i];
	return NULL;
}

/* As utf8_read; `*cut` is set when only the end of the text was missing. */
static size_t
read_one(const unsigned char *text, size_t size, char32_t *letter, bool *cut)
{
	const struct lead *lead = lead_of(text[0]);
	char32_t value;
	size_t   i;

	*letter = UTF8_REPLACEMENT;
	if (lead == NULL)
		return 1;
	value = text[0] & lead->bits;
	for (i = 1; i < lead->size && i < size; i++) {
		unsigned char low  = i == 1 ? lead->low : 0x80;
		unsigned char high = i == 1 ? lead->high : 0xBF;

		if (text[i] < low || high < text[i])
			return i;
		value = value << 6 | (text[i] & 0x3Fu);
	}
	if (i == lead->size)
		*letter = value;
	else
		*cut = true;
	return i;
}

static bool
continues(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

size_t
utf8_read_other(const char *text, size_t size, char32_t *letter)
{
	const unsigned char *bytes = (const unsigned char *)text;
	bool cut = false;

	/* Punctuation: no surrogates here, none that two can spell. */
	if (bytes[0] > 0xE0 && bytes[0] <= 0xEF && bytes[0] != 0xED &&
	    size > 2 && continues(bytes[1]) && continues(bytes[2])) {
		*letter = (bytes[0] & 0x0Fu) << 12 |
		    (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
		return 3;
	}
	return read_one(bytes, size, letter, &cut);
}

size_t
utf8_write(char32_t letter, char text[UTF8_MOST])
{
	if (letter > 0x10FFFF || (letter >= 0xD800 && letter <= 0xDFFF))
		letter = UTF8_REPLACEMENT;
	if (letter < 0x80) {
		text[0] = (char)letter;
		return 1;
	}
	if (letter < 0x800) {
		text[0] = (char)(0xC0 | letter >> 6);
		text[1] = (char)(0x80 | (letter & 0x3F));
		return 2;
	}
	if (letter < 0x10000) {
		text[0] = (char)(0xE0 | letter >> 12);
		text[1] = (char)(0x80 | (letter >> 6 & 0x3F));
		text[2] = (char)(0x80 | (letter & 0x3F));
		return 3;
	}
	text[0] = (char)(0xF0 | letter >> 18);
	text[1] = (char)(0x80 | (letter >> 12 & 0x3F));
	text[2] = (char)(0x80 | (letter >> 6 & 0x3F));
	text[3] = (char)(0x80 | (letter & 0x3F));
	return 4;
}

size_t
utf8_count(const char *text, size_t size)
{
	size_t count = 0;

	for (size_t i = 0; i < size; i++)
		count += ((unsigned char)text[i] & 0xC0) != 0x80;
	return count;
}

size_t
utf8_start(const char *text, size_t byte)
{
	size_t back = 0;

	while (back < 3 && byte > back &&
	    ((unsigned char)text[byte - back] & 0xC0) == 0x80)
		back++;
	return byte - back;
}

#define ALL(byte) (UINT64_C(0x0101010101010101) * (byte))

/* How many of eight bytes, up to the first other letter, are well-formed
 * letters of one or two bytes. */
static size_t
eight_valid(const unsigned char *bytes)
{
	uint64_t word, other, lead, next, bad;
	size_t   count;

	memcpy(&word, bytes, sizeof word);
	word = le64toh(word);
	other = word & ALL(0x80);
	lead = other & word << 1;
	next = other & ~lead;
	/* No lead of three or four bytes, none of C0 and C1. */
	bad = (lead & (word << 2 | ~((word & ALL(0x1E)) + ALL(0x7E)))) |
	    (next ^ lead << 8);
	count = bad == 0 ? 8 : (size_t)__builtin_ctzll(bad) / 8;
	return count == 0 ? 0 : count - (lead >> (8 * count - 1) & 1);
}

size_t
utf8_valid(const char *text, size_t size, bool *cut)
{
	const unsigned char *bytes = (const unsigned char *)text;
	size_t at = 0;

	*cut = false;
	while (at < size) {
		char32_t letter;
		size_t   took = size - at < 8 ? 0 : eight_valid(bytes + at);

		at += took;
		if (took > 0)
			continue;
		/* U+FFFD spelt out is well-formed; a stand-in is shorter or
		 * not these bytes. */
		took = utf8_read(text + at, size - at, &letter);
		if (letter == UTF8_REPLACEMENT &&
		    (took != 3 || memcmp(bytes + at, "\xEF\xBF\xBD", 3))) {
			read_one(bytes + at, size - at, &letter, cut);
			break;
		}
		at += took;
	}
	return at;
}
