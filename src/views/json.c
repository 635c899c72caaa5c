/* json.c: writes JSON (RFC 8259). */
#include "views/json.h"

#include <stdio.h>

#include "bytes/utf8.h"
#include "views/plain.h"

/* Controls must be escaped; so are those of C1 and of bidi order and the line
 * ends of Unicode, since JSON is looked at on terminals as well. */
static size_t
escape(const char *at, size_t left, char escaped[8], size_t *took)
{
	char32_t letter;

	*took = utf8_read(at, left, &letter);
	if (letter == '"' || letter == '\\')
		return (size_t)snprintf(escaped, 8, "\\%c", (int)letter);
	if (letter == '\n')
		return (size_t)snprintf(escaped, 8, "\\n");
	if (letter == '\t')
		return (size_t)snprintf(escaped, 8, "\\t");
	if (letter_acts(letter))
		return (size_t)snprintf(escaped, 8, "\\u%04x",
		    (unsigned)letter & 0xFFFF);
	if (*took == 1 && letter == UTF8_REPLACEMENT)
		return (size_t)snprintf(escaped, 8, "\uFFFD");
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

void
json_member(struct buffer *out, const char *name)
{
	char last = out->count > 0 ? out->at[out->count - 1] : '{';

	if (last != '{' && last != ',')
		buffer_add_string(out, ",");
	json_text(out, name);
	buffer_add_string(out, ":");
}

void
json_text_member(struct buffer *out, const char *name, const char *text)
{
	json_member(out, name);
	json_text(out, text);
}

void
json_number_member(struct buffer *out, const char *name, size_t number)
{
	json_member(out, name);
	json_number(out, number);
}

void
json_flag_member(struct buffer *out, const char *name, bool flag)
{
	json_member(out, name);
	buffer_add_string(out, flag ? "true" : "false");
}
