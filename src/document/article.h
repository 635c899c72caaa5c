/* article.h: what an article is: a text that only grows at its end, and the
 * parts it is made of.
 *
 * The text is what was decoded, unaltered: nothing is filtered or normalised,
 * so a byte offset leads back to the source for ever. Of a page of HTML it is
 * the article's text, made of the page, which is read whole. */
#ifndef QARI_DOCUMENT_ARTICLE_H
#define QARI_DOCUMENT_ARTICLE_H

#include <stdbool.h>
#include <stddef.h>

#include "bytes/array.h"
#include "bytes/day.h"
#include "bytes/failure.h"
#include "bytes/span.h"

enum part_kind {
	PART_SECTION,           /* the rubric above the headline */
	PART_HEADLINE,
	PART_BYLINE,
	PART_PARAGRAPH,
	PART_BOILERPLATE        /* the site's, not the article's */
};

/* A paragraph longer than this many bytes is several parts (long.h): each is
 * set and analysed as a paragraph of its own. It is twenty times the longest
 * of an ordinary article. */
#define PART_MOST ((size_t)64 << 10)

/* One paragraph; its span holds no line end, is never empty, and begins and
 * ends with no white space. */
struct part {
	struct span    span;            /* bytes of article->text */
	enum part_kind kind;
	bool           spaced;          /* a blank line stands before it */
};

struct parts ARRAY_OF(struct part);

struct article {
	const char   *name;             /* path as given, "-" for input */
	struct buffer text;             /* UTF-8, well-formed */
	struct parts  parts;            /* in order, not overlapping */
	struct day    published;        /* given by the reader; or unknown */
	bool          complete;         /* no more will be read */
	struct article_source *source;  /* how the rest is read; NULL: it was
	                                 * not opened, and is complete */
};

/* Opens the article at `path` ("-": standard input) and reads its first
 * slice, all of it where it is a page of HTML. NULL and `failure` when it
 * cannot be read or is no text. The caller frees it. */
struct article *article_open(const char *path, struct failure *failure);

/* The same, but a pipe is not waited for: what it gives is left to
 * article_read(), which tells then when it is no text. */
struct article *article_begin(const char *path, struct failure *failure);

/* Whether reading on would wait for a pipe's writer; the descriptor that
 * tells when it would not. */
bool article_waits(const struct article *article);
int article_descriptor(const struct article *article);

/* Reads the next `most` bytes of the source (about), making the text longer;
 * parts are appended, and the last ones may change their kind or grow until
 * the article is complete. False and `failure` on an error; the article is
 * then complete with what was read. */
bool article_read(struct article *article, size_t most,
    struct failure *failure);

/* Reads all that is left. */
bool article_read_all(struct article *article, struct failure *failure);

/* The first part of that kind, or NULL. */
const struct part *article_part(const struct article *article,
    enum part_kind kind);

/* The span by which a list or a title names the article: its headline, else
 * its first paragraph, else its first part, else empty. */
struct span article_title(const struct article *article);

/* The index of the part that holds `byte`, or that follows it; parts.count
 * when none does. */
size_t article_part_at(const struct article *article, size_t byte);

/* Words, counted as runs without white space, in headline and paragraphs. */
size_t article_words(const struct article *article);

/* The whole source in bytes when known (a regular file), else 0. */
size_t article_source_size(const struct article *article);

/* The bytes all of the text has, or will have if what is left of its source
 * is as what was read: another charset takes other bytes, a windows-1256 text
 * half as many. 0 where that is not known: a pipe that goes on. */
size_t article_expected_size(const struct article *article);

/* The charset the source was decoded from, and how many ill-formed
 * sequences were replaced. */
const char *article_charset(const struct article *article);
size_t article_ill_formed(const struct article *article);

/* Whether it is a page of HTML shown as plain text, its tags and all: too
 * large or too deep to be read, or without libxml2. */
bool article_shows_source(const struct article *article);

void article_free(struct article *article);

#endif
