/* tags.c: a page of HTML with nothing in it but plain tags and text, taken
 * apart as the HTML standard's tokenization has it (13.2.5). libxml2 compares
 * every attribute of a tag with all before it: 500 KB of them took 6 s. */
#include "document/tags.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

/* What of the page is still to be read. */
struct page {
	const char *at;
	const char *end;
};

static bool
is_white(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r' && byte != '\v');
}

static bool
is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool
is_named(char byte)
{
	return is_letter(byte) || (byte >= '0' && byte <= '9') ||
	    byte == '-' || byte == ':' || byte == '_';
}

static bool
begins(const struct page *page, const char *word)
{
	size_t length = strlen(word);

	return (size_t)(page->end - page->at) >= length &&
	    strncasecmp(page->at, word, length) == 0;
}

/* To the first `byte`, or to the end. */
static void
skip_to(struct page *page, char byte)
{
	const char *found = memchr(page->at, byte,
	    (size_t)(page->end - page->at));

	page->at = found != NULL ? found : page->end;
}

/* Behind the first `byte`. */
static void
skip_past(struct page *page, char byte)
{
	skip_to(page, byte);
	page->at += page->at < page->end;
}

static void
skip_white(struct page *page)
{
	while (page->at < page->end && is_white(*page->at))
		page->at++;
}

/* Behind a comment, whose two dashes have not been read; <!--> is one. */
static void
skip_comment(struct page *page)
{
	while (page->at < page->end && !begins(page, "-->") &&
	    !begins(page, "--!>")) {
		page->at++;
		skip_to(page, '-');
	}
	skip_past(page, '>');
}

/* Behind a value, the = before it not read yet. */
static void
skip_value(struct page *page)
{
	page->at++;
	skip_white(page);
	if (page->at == page->end)
		return;
	if (*page->at == '"' || *page->at == '\'') {
		char quote = *page->at++;

		skip_past(page, quote);
		return;
	}
	while (page->at < page->end && !is_white(*page->at) &&
	    *page->at != '>')
		page->at++;
}

/* Behind an attribute. Says whether it is `hidden`. */
static bool
skip_attribute(struct page *page)
{
	static const char hidden[] = "hidden";
	const char       *name     = page->at++;
	bool              hides;

	while (page->at < page->end && !is_white(*page->at) &&
	    *page->at != '/' && *page->at != '>' && *page->at != '=')
		page->at++;
	hides = (size_t)(page->at - name) == sizeof hidden - 1 &&
	    strncasecmp(name, hidden, sizeof hidden - 1) == 0;
	skip_white(page);
	if (page->at < page->end && *page->at == '=')
		skip_value(page);
	return hides;
}

/* What is kept of a tag. */
struct tag {
	const char *name;
	size_t      size;               /* bytes of the name */
	bool        ends;               /* </… */
	bool        hidden;
	bool        closed;             /* …/> */
};

/* To the > behind a tag's attributes, or to the end. */
static void
skip_attributes(struct page *page, struct tag *tag)
{
	while (page->at < page->end && *page->at != '>') {
		tag->closed = *page->at == '/';
		if (tag->closed || is_white(*page->at))
			page->at++;
		else if (skip_attribute(page))
			tag->hidden = true;
	}
}

/* Reads a tag, whose < comes first; false when the end of the page cuts it
 * off: then it is none. */
static bool
read_tag(struct page *page, struct tag *tag)
{
	page->at++;
	tag->ends = *page->at == '/';
	page->at += tag->ends;
	tag->name = page->at;
	while (page->at < page->end && is_named(*page->at))
		page->at++;
	tag->size = (size_t)(page->at - tag->name);
	skip_attributes(page, tag);
	if (page->at == page->end)
		return false;
	page->at++;
	return true;
}

static bool
is_tag(const struct tag *tag, const char *name)
{
	return tag->size == strlen(name) &&
	    strncasecmp(tag->name, name, tag->size) == 0;
}

/* Behind the text of a script or style sheet, to its end tag. */
static void
skip_silent(struct page *page, const struct tag *tag)
{
	skip_to(page, '<');
	while (page->end - page->at > (ptrdiff_t)tag->size + 2 &&
	    (page->at[1] != '/' || is_named(page->at[tag->size + 2]) ||
	    strncasecmp(page->at + 2, tag->name, tag->size) != 0)) {
		page->at++;
		skip_to(page, '<');
	}
	skip_past(page, '>');
}

static void
add_tag(struct buffer *plain, struct page *page)
{
	struct tag tag = { 0 };

	if (!read_tag(page, &tag))
		return;
	if (is_tag(&tag, "script") || is_tag(&tag, "style")) {
		if (!tag.ends && !tag.closed)
			skip_silent(page, &tag);
		return;
	}
	buffer_add_string(plain, tag.ends ? "</" : "<");
	buffer_add(plain, tag.name, tag.size);
	buffer_add_string(plain, tag.hidden ? " hidden" : "");
	buffer_add_string(plain, tag.closed ? "/>" : ">");
}

/* What begins with <. */
static void
add_markup(struct buffer *plain, struct page *page)
{
	size_t left = (size_t)(page->end - page->at);
	char   next = left > 1 ? page->at[1] : '\0';

	if (begins(page, "<!--")) {
		page->at += 2;
		skip_comment(page);
	} else if (is_letter(next) ||
	    (next == '/' && left > 2 && is_letter(page->at[2])))
		add_tag(plain, page);
	else if (next == '!' || next == '?' || next == '/')
		skip_past(page, '>');
	else {
		buffer_add_string(plain, "&lt;");
		page->at++;
	}
}

void
tags_plain(struct buffer *plain, const char *source, size_t size)
{
	struct page page = { source, size > 0 ? source + size : source };

	while (page.at < page.end) {
		const char *text = page.at;

		while (page.at < page.end && *page.at != '<' &&
		    *page.at != '\0')
			page.at++;
		buffer_add(plain, text, (size_t)(page.at - text));
		if (page.at == page.end)
			return;
		if (*page.at == '<')
			add_markup(plain, &page);
		else {
			buffer_add_string(plain, "\uFFFD");
			page.at++;
		}
	}
}
