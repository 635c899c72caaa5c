/* format.c: the kinds of document that can be read; a table row each. */
#include "document/format.h"

#include "document/html.h"
#include "document/plain.h"

static const struct format formats[] = {
	{ "html", html_sniff, NULL, html_read, HTML_LIMIT },
	{ "plain", plain_sniff, plain_parse, NULL, 0 },
};

const struct format *
format_of(const char *text, size_t size)
{
	size_t i = 0;

	while (!formats[i].sniff(text, size))
		i++;
	return &formats[i];
}

const struct format *
format_plain(void)
{
	return &formats[sizeof formats / sizeof *formats - 1];
}
