/* plain.c: text with nothing in it that acts on a terminal. */
#include "views/plain.h"

#include <string.h>

#include "bytes/utf8.h"

bool
letter_acts(char32_t letter)
{
	return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) ||
	    letter == 0x061C || (letter >= 0x200E && letter <= 0x200F) ||
	    (letter >= 0x2028 && letter <= 0x202E) ||
	    (letter >= 0x2066 && letter <= 0x2069);
}

void
plain_add_but(struct buffer *out, const char *text, size_t size,
    const char *but)
{
	for (size_t at = 0; at < size;) {
		char     bytes[UTF8_MOST];
		char32_t letter;

		at += utf8_read(text + at, size - at, &letter);
		if (letter_acts(letter) && (letter == 0 || letter >= 0x80 ||
		    strchr(but, (int)letter) == NULL))
			letter = UTF8_REPLACEMENT;
		buffer_add(out, bytes, utf8_write(letter, bytes));
	}
}

void
plain_add(struct buffer *out, const char *text, size_t size)
{
	size_t start = out->count;

	plain_add_but(out, text, size, "\n\t");
	for (size_t at = start; at < out->count; at++)
		if (out->at[at] == '\n' || out->at[at] == '\t')
			out->at[at] = ' ';
}
