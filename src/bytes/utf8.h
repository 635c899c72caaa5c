/* utf8.h: step through, write and count UTF-8. */
#ifndef QARI_BYTES_UTF8_H
#define QARI_BYTES_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#define UTF8_MOST        4              /* bytes of one code point */
#define UTF8_REPLACEMENT 0xFFFDu

/* utf8_read() of what is neither ASCII nor a letter of two bytes. */
size_t utf8_read_other(const char *text, size_t size, char32_t *letter);

/* Reads one code point from `text[size]`, size > 0, into `*letter`; returns
 * the bytes it took. What is ill-formed reads as U+FFFD and takes its maximal
 * subpart (Unicode 15, 3.9, table 3-8), at least one byte. Arabic news is
 * nearly all blanks and two-byte letters, hence inline. */
static inline size_t
utf8_read(const char *text, size_t size, char32_t *letter)
{
	unsigned char lead = (unsigned char)text[0];

	if (lead < 0x80) {
		*letter = lead;
		return 1;
	}
	if (lead >= 0xC2 && lead <= 0xDF && size > 1 &&
	    ((unsigned char)text[1] & 0xC0) == 0x80) {
		*letter = (lead & 0x1Fu) << 6 |
		    ((unsigned char)text[1] & 0x3Fu);
		return 2;
	}
	return utf8_read_other(text, size, letter);
}

/* Writes `letter` to `text`; returns its bytes. Surrogates and what is above
 * U+10FFFF are written as U+FFFD. */
size_t utf8_write(char32_t letter, char text[UTF8_MOST]);

/* How many code points `text[size]` holds, text being well-formed. */
size_t utf8_count(const char *text, size_t size);

/* The first byte of the code point that `byte` lies in. */
size_t utf8_start(const char *text, size_t byte);

/* How many bytes at the start of `text[size]` are well-formed; a sequence
 * that only the end of the text cuts short is not counted, and sets `*cut`. */
size_t utf8_valid(const char *text, size_t size, bool *cut);

#endif
