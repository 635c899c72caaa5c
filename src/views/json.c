/* json.c: writes JSON (RFC 8259). */
#include "views/json.h"

#include <stdio.h>

/* Controls must be escaped; U+2028 and U+2029 are, because JavaScript takes
 * them for line ends. */
static size_t
escape(const char *at, size_t left, char escaped[8], size_t *took)
{
	unsigned char byte = (unsigned char)*at;

	*took = 1;
	if (byte == '"' || byte == '\\')
		return (size_t)snprintf(escaped, 8, "\\%c", byte);
	if (byte == '\n')
		return (size_t)snprintf(escaped, 8, "\\n");
	if (byte == '\t')
		return (size_t)snprintf(escaped, 8, "\\t");
	if (byte < 0x20 || byte == 0x7F)
		return (size_t)snprintf(escaped, 8, "\\u%04x", byte);
	if (left >= 3 && (memcmp(at, "\u2028", 3) == 0 ||
	    memcmp(at, "\u2029", 3) == 0)) {
		*took = 3;
		return (size_t)snprintf(escaped, 8, "\\u%04x",
		    0x2028u + ((unsigned char)at[2] & 1));
	}
	return 0;
}

void
json_string(struct buffer *out, const char *text, size_t size)
{
	size_t plain = 0;

	buffer_add(out, "\"", 1);
	for (size_t i = 0; i < size;) {
		char   escaped[8];
		size_t took;
		size_t length = escape(text + i, size - i, escaped, &took);

		if (length > 0) {
			buffer_add(out, text + plain, i - plain);
			buffer_add(out, escaped, length);
			plain = i + took;
		}
		i += took;
	}
	buffer_add(out, text + plain, size - plain);
	buffer_add(out, "\"", 1);
}

void
json_text(struct buffer *out, const char *text)
{
	if (text == NULL)
		buffer_add_string(out, "null");
	else
		json_string(out, text, strlen(text));
}

void
json_number(struct buffer *out, size_t number)
{
	char digits[24];

	snprintf(digits, sizeof digits, "%zu", number);
	buffer_add_string(out, digits);
}
