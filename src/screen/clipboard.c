/* clipboard.c: a text for the terminal's clipboard. */
#include "screen/clipboard.h"

#include <stdint.h>

/* Three bytes as four letters (RFC 4648); `size` of them are text, the rest
 * are padding. */
static void
add_three(const unsigned char *three, size_t size, struct buffer *out)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	uint32_t bits = 0;

	for (size_t i = 0; i < 3; i++)
		bits = bits << 8 | (i < size ? three[i] : 0U);
	for (size_t i = 0; i < 4; i++)
		array_add(out, i <= size ? letters[bits >> (18 - 6 * i) & 63]
		    : '=');
}

void
clipboard_write(const char *text, size_t size, struct buffer *out)
{
	const unsigned char *bytes = (const unsigned char *)text;

	buffer_add_string(out, "\033]52;c;");
	for (size_t i = 0; i < size; i += 3)
		add_three(bytes + i, size - i < 3 ? size - i : 3, out);
	buffer_add_string(out, "\a");
}
