/* format.c: the kinds of document that can be read; a table row each. */
#include "document/format.h"

#include "document/plain.h"

static const struct format formats[] = {
	{ "plain", plain_sniff, plain_parse },
};

const struct format *
format_of(const char *text, size_t size)
{
	size_t i = 0;

	while (!formats[i].sniff(text, size))
		i++;
	return &formats[i];
}
