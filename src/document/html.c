/* html.c: a page of HTML is read for the article in it. The one door to
 * libxml2, which is loaded at the first page, as ICU is (bytes/icu.h): most
 * articles are no pages. */
#include "document/html.h"

#include <ctype.h>
#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "bytes/loader.h"
#include "document/boilerplate.h"
#include "document/markup.h"
#include "document/tags.h"
#include "document/words.h"

/* libxml2 changed its ABI with 2.14. */
#if LIBXML_VERSION >= 21400
#define SONAME "libxml2.so.16"
#else
#define SONAME "libxml2.so.2"
#endif

/* libxml2 compares an end tag with all elements that are open: bytes of the
 * page times elements open are kept below WORK_MOST. */
#define WORK_MOST ((size_t)1 << 31)
enum { DEPTH_LEAST = 256 };     /* elements: no page that is read nests so */

/* What is called of libxml2; a new one is a new row. */
#define FUNCTIONS(ROW) \
	ROW(htmlNewParserCtxt) \
	ROW(htmlCtxtReadMemory) \
	ROW(htmlFreeParserCtxt) \
	ROW(xmlStopParser) \
	ROW(xmlMemSetup) \
	ROW(xmlFreeDoc) \
	ROW(__xmlParserVersion)

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

/* libxml2's memory, as all other: the page is read whole or the program says
 * that there is none. */
static void *
give(size_t size)
{
	return memory_resize(NULL, size, 1);
}

static void *
resize(void *block, size_t size)
{
	return memory_resize(block, size, 1);
}

static char *
copy(const char *string)
{
	return memory_string(string, strlen(string));
}

/* NULL where it is not installed. */
static const struct libxml *
libxml(void)
{
	static union {
		struct libxml named;
		void         *at[sizeof(struct libxml) / sizeof(void *)];
	} functions;

	if (functions.at[0] != NULL)
		return &functions.named;
	if (!loader_load(SONAME, names, functions.at,
	    sizeof names / sizeof *names))
		return NULL;
	functions.named.xmlMemSetup(free, give, resize, copy);
	return &functions.named;
}

/* It tells 20914 for 2.9.14. */
void
html_version(char version[HTML_VERSION])
{
	long number = strtol(*libxml()->__xmlParserVersion(), NULL, 10);

	snprintf(version, HTML_VERSION, "%ld.%ld.%ld", number / 10000,
	    number / 100 % 100, number % 100);
}

/* Tags that open a page, or a piece of one. */
static const char *const openings[] = {
	"!doctype html", "html", "head", "body", "title", "meta", "link",
	"script", "style", "article", "main", "section", "header", "nav",
	"div", "p", "h1", "h2", "h3", "center", "table", "blockquote"
};

static size_t
skip_white(const char *text, size_t at, size_t size)
{
	size_t took;

	while (at < size && ((took = white_size(text, at, size)) > 0 ||
	    (took = line_end_size(text, at, size)) > 0))
		at += took;
	return at;
}

/* Behind the comment or XML declaration at `at`; `at` where none is. */
static size_t
skip_remark(const char *text, size_t at, size_t size)
{
	bool        comment = size - at > 4 &&
	    memcmp(text + at, "<!--", 4) == 0;
	bool        xml     = size - at > 2 && memcmp(text + at, "<?", 2) == 0;
	const char *end     = NULL;

	if (comment)
		end = memmem(text + at, size - at, "-->", 3);
	else if (xml)
		end = memchr(text + at, '>', size - at);
	return end == NULL ? at : (size_t)(end - text) + (comment ? 3 : 1);
}

bool
html_sniff(const char *text, size_t size)
{
	size_t at = skip_white(text, 0, size);
	size_t behind;

	while ((behind = skip_remark(text, at, size)) > at)
		at = skip_white(text, behind, size);
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

/* A page being read. */
struct reading {
	const struct libxml *xml;
	htmlParserCtxtPtr    parser;
	struct markup       *markup;
	size_t               depth;             /* elements open */
	size_t               depth_most;
	bool                 stopped;           /* it is not read to its end */
};

static void
on_open(void *of, const xmlChar *name, const xmlChar **attributes)
{
	struct reading *reading = of;

	markup_open(reading->markup, (const char *)name,
	    is_hidden(attributes));
	if (++reading->depth > reading->depth_most && !reading->stopped) {
		reading->stopped = true;
		reading->xml->xmlStopParser(reading->parser);
	}
}

static void
on_close(void *of, const xmlChar *name)
{
	struct reading *reading = of;

	reading->depth--;
	markup_close(reading->markup, (const char *)name);
}

static void
on_text(void *of, const xmlChar *text, int size)
{
	struct reading *reading = of;

	markup_text(reading->markup, (const char *)text, (size_t)size);
}

static void
parse(struct reading *reading, const struct buffer *page)
{
	enum { OPTIONS = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
	    HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT };
	const struct libxml *xml    = reading->xml;
	htmlParserCtxtPtr    parser = xml->htmlNewParserCtxt();

	reading->stopped = parser == NULL;
	if (parser == NULL)
		return;
	memset(parser->sax, 0, sizeof *parser->sax);
	parser->sax->startElement = on_open;
	parser->sax->endElement = on_close;
	parser->sax->characters = on_text;
	parser->sax->ignorableWhitespace = on_text;
	parser->userData = reading;
	reading->parser = parser;
	xml->xmlFreeDoc(xml->htmlCtxtReadMemory(parser, page->at,
	    (int)page->count, NULL, "UTF-8", OPTIONS));
	xml->htmlFreeParserCtxt(parser);
}

bool
html_read(struct article *article, const char *source, size_t size)
{
	struct reading reading = { .xml = libxml() };
	struct buffer  page    = { 0 };

	if (reading.xml == NULL)
		return false;
	reading.markup = markup_new();
	tags_plain(&page, source, size);
	reading.depth_most = DEPTH_LEAST + WORK_MOST / (page.count + 1);
	parse(&reading, &page);
	if (!reading.stopped) {
		markup_write(reading.markup, article);
		boilerplate_find(article);
	}
	markup_free(reading.markup);
	array_free(&page);
	return !reading.stopped;
}
