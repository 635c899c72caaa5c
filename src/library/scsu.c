/* scsu.c: text of the compression scheme for Unicode (UTS #6) that moves no
 * window and quotes no sign beyond the first 65,536. */
#include "library/scsu.h"

#include <stdint.h>

#include "bytes/utf8.h"

/* UTS #6, tables 2, 4 and 5: a byte's meaning in single-byte mode. */
enum {
	QUOTE        = 0x01,    /* SQ0 to SQ7: one sign of a window */
	QUOTE_LAST   = 0x08,
	QUOTE_UTF16  = 0x0E,    /* SQU: one sign of two bytes */
	CHANGE       = 0x10,    /* SC0 to SC7: the window from here on */
	CHANGE_LAST  = 0x17,
	PLAIN        = 0x20,    /* and above: signs */
	HALF         = 0x80     /* of the window */
};

/* The windows as they are at first, and those that never move. */
static const uint16_t windows[] = {
	0x0080, 0x00C0, 0x0400, 0x0600, 0x0900, 0x3040, 0x30A0, 0xFF00
};
static const uint16_t fixed[] = {
	0x0000, 0x0080, 0x0100, 0x0300, 0x2000, 0x2080, 0x2100, 0x3000
};

struct reading_scsu {
	const unsigned char *at;
	const unsigned char *end;
	unsigned             window;
};

static char32_t
quoted(unsigned window, unsigned char byte)
{
	return byte < HALF ? (char32_t)fixed[window] + byte
	    : (char32_t)windows[window] + byte - HALF;
}

/* The next sign; false when it is none that is simple. */
static bool
next_sign(struct reading_scsu *from, char32_t *letter)
{
	unsigned char byte = *from->at++;

	while (byte >= CHANGE && byte <= CHANGE_LAST &&
	    from->at < from->end) {
		from->window = byte - CHANGE;
		byte = *from->at++;
	}
	if (byte >= HALF)
		*letter = (char32_t)windows[from->window] + byte - HALF;
	else if (byte >= PLAIN || byte == '\n' || byte == '\t' ||
	    byte == '\r' || byte == '\0')
		*letter = byte;
	else if (byte >= QUOTE && byte <= QUOTE_LAST && from->at < from->end)
		*letter = quoted(byte - QUOTE, *from->at++);
	else if (byte == QUOTE_UTF16 && from->end - from->at >= 2) {
		*letter = (char32_t)from->at[0] << 8 | from->at[1];
		from->at += 2;
		return *letter < 0xD800 || *letter > 0xDFFF;
	} else
		return false;
	return true;
}

/* Writes the signs up to the next tag; returns where. */
static char *
write_plain(struct reading_scsu *from, char *to)
{
	const unsigned char *at   = from->at;
	char32_t             base = (char32_t)windows[from->window] - HALF;

	for (; at < from->end && *at >= PLAIN; at++) {
		char32_t letter = *at < HALF ? *at : base + *at;

		if (letter < 0x80)
			*to++ = (char)letter;
		else if (letter < 0x800) {      /* as nearly all are */
			*to++ = (char)(0xC0 | letter >> 6);
			*to++ = (char)(0x80 | (letter & 0x3F));
		} else
			to += utf8_write(letter, to);
	}
	from->at = at;
	return to;
}

bool
scsu_unpack_simple(const char *packed, size_t size, struct buffer *text)
{
	const unsigned char *start = (const unsigned char *)packed;
	struct reading_scsu  from  = { start, start + size, 0 };
	char                *to;

	array_reserve(text, 3 * size + UTF8_MOST);
	to = text->at + text->count;
	while (from.at < from.end) {
		char32_t letter;

		to = write_plain(&from, to);
		if (from.at == from.end)
			break;
		if (!next_sign(&from, &letter))
			return false;
		to += utf8_write(letter, to);
	}
	text->count = (size_t)(to - text->at);
	return true;
}
