/* html.c: a page of HTML is read for the article in it. The one door to
 * libxml2, which is loaded at the first page, as ICU is (bytes/icu.h): most
 * articles are no pages. */
#include "document/html.h"

#include <ctype.h>
#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "document/boilerplate.h"
#include "document/markup.h"
#include "document/words.h"

#define SONAME "libxml2.so.2"

/* What is called of libxml2; a new one is a new row. */
#define FUNCTIONS(ROW) \
	ROW(htmlNewParserCtxt) \
	ROW(htmlCtxtReadMemory) \
	ROW(htmlFreeParserCtxt) \
	ROW(xmlFreeDoc)

struct libxml {
#define ROW(function) __typeof__(function) *function;
	FUNCTIONS(ROW)
#undef ROW
};

static const char *const names[] = {
#define ROW(function) #function,
	FUNCTIONS(ROW)
#undef ROW
};

static _Noreturn void
missing(void)
{
	const char *reason = dlerror();

	memory_give_back();
	fprintf(stderr, "qari: cannot load libxml2: %s\n",
	    reason != NULL ? reason : "unknown");
	exit(2);
}

static const struct libxml *
libxml(void)
{
	static union {
		struct libxml named;
		void         *at[sizeof(struct libxml) / sizeof(void *)];
	} functions;
	void *library;

	if (functions.at[0] != NULL)
		return &functions.named;
	library = dlopen(SONAME, RTLD_LAZY | RTLD_LOCAL);
	if (library == NULL)
		missing();
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if ((functions.at[i] = dlsym(library, names[i])) == NULL)
			missing();
	return &functions.named;
}

/* Tags that open a page, or a piece of one. */
static const char *const openings[] = {
	"!doctype html", "html", "head", "body", "title", "meta", "link",
	"script", "style", "article", "main", "section", "header", "nav",
	"div", "p", "h1", "h2", "h3", "center", "table", "blockquote"
};

bool
html_sniff(const char *text, size_t size)
{
	size_t at = 0;
	size_t took;

	while (at < size && ((took = white_size(text, at, size)) > 0 ||
	    (took = line_end_size(text, at, size)) > 0))
		at += took;
	while (size - at > 4 && memcmp(text + at, "<!--", 4) == 0) {
		const char *end = memmem(text + at, size - at, "-->", 3);

		if (end == NULL)
			return false;
		at = (size_t)(end + 3 - text);
		while (at < size && isspace((unsigned char)text[at]))
			at++;
	}
	if (at == size || text[at++] != '<')
		return false;
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
		size_t length = strlen(openings[i]);

		if (size - at > length &&
		    strncasecmp(text + at, openings[i], length) == 0 &&
		    (text[at + length] == '>' ||
		    isspace((unsigned char)text[at + length])))
			return true;
	}
	return false;
}

/* By the attribute of that name; a style sheet is not asked. */
static bool
is_hidden(const xmlChar **attributes)
{
	for (; attributes != NULL && *attributes != NULL; attributes += 2)
		if (strcmp((const char *)attributes[0], "hidden") == 0)
			return true;
	return false;
}

static void
on_open(void *markup, const xmlChar *name, const xmlChar **attributes)
{
	markup_open(markup, (const char *)name, is_hidden(attributes));
}

static void
on_close(void *markup, const xmlChar *name)
{
	markup_close(markup, (const char *)name);
}

static void
on_text(void *markup, const xmlChar *text, int size)
{
	markup_text(markup, (const char *)text, (size_t)size);
}

/* libxml2 ends at a NUL, which HTML5 has be U+FFFD. */
static void
replace_zeros(struct buffer *page, const char *source, size_t size)
{
	for (size_t at = 0; at < size;) {
		const char *zero = memchr(source + at, '\0', size - at);
		size_t      end  = zero != NULL ? (size_t)(zero - source)
		    : size;

		buffer_add(page, source + at, end - at);
		if (zero != NULL)
			buffer_add_string(page, "\uFFFD");
		at = end + 1;
	}
}

void
html_read(struct article *article, const char *source, size_t size)
{
	enum { OPTIONS = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
	    HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT };
	const struct libxml *xml    = libxml();
	struct markup       *markup = markup_new();
	struct buffer        page   = { 0 };
	htmlParserCtxtPtr    parser = xml->htmlNewParserCtxt();

	if (parser == NULL)
		missing();
	memset(parser->sax, 0, sizeof *parser->sax);
	parser->sax->startElement = on_open;
	parser->sax->endElement = on_close;
	parser->sax->characters = on_text;
	parser->sax->ignorableWhitespace = on_text;
	parser->userData = markup;
	replace_zeros(&page, source, size);
	xml->xmlFreeDoc(xml->htmlCtxtReadMemory(parser, page.at,
	    (int)page.count, NULL, "UTF-8", OPTIONS));
	xml->htmlFreeParserCtxt(parser);
	markup_write(markup, article);
	boilerplate_find(article);
	markup_free(markup);
	array_free(&page);
}
