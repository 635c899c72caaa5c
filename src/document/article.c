/* article.c: an article: opened, read on in slices, asked about. */
#include "document/article.h"

#include <string.h>

#include "bytes/encoding.h"
#include "bytes/file.h"
#include "document/format.h"
#include "document/words.h"

enum {
	FIRST_SLICE = 32 << 10, /* bytes: screens enough to start with */
	SLICE       = 1 << 20,
	SAMPLE      = 4 << 10,  /* a pipe is waited for until there are so
	                         * many: the charset is judged by them */
	TITLE_PARTS = 16        /* a headline stands among the first ones */
};

struct article_source {
	char                *name;
	struct file         *file;
	struct decoder      *decoder;
	const struct format *format;    /* NULL before anything was read */
	size_t               unsettled; /* as struct format says */
	bool                 refused;   /* by the format that makes its text */
	struct buffer        page;      /* read so far, of what is not judged
	                                 * yet, or for a format that makes
	                                 * its text of all of it */
};

static bool
is_made(const struct article_source *source)
{
	return source->format != NULL && source->format->read != NULL;
}

/* Has what came be the page of a format that makes its text, or no more. */
static void
swap_page(struct article *article)
{
	struct buffer text = article->text;

	article->text = article->source->page;
	article->source->page = text;
}

/* Whether the format makes the article's text of its page; if not it is plain
 * text. */
static bool
read_page(struct article *article)
{
	struct article_source *source = article->source;
	const struct buffer   *page   = &source->page;

	if (page->count <= source->format->most &&
	    source->format->read(article, page->at, page->count)) {
		array_free(&source->page);
		return true;
	}
	swap_page(article);
	source->format = format_plain();
	source->refused = true;
	return false;
}

/* Takes what the decoder gave on: a page when it is all there, other text at
 * once. */
static void
parse(struct article *article, bool ended)
{
	struct article_source *source = article->source;

	if (is_made(source) && !ended &&
	    source->page.count <= source->format->most)
		return;
	article->complete = ended;
	if (is_made(source) && read_page(article))
		return;
	source->unsettled = source->format->parse(article,
	    source->unsettled);
}

static void
take(struct article *article, const struct buffer *raw)
{
	struct article_source *source = article->source;
	bool                   ended  = file_ended(source->file);

	decoder_feed(source->decoder, raw->at, raw->count, ended,
	    is_made(source) ? &source->page : &article->text);
	if (source->format == NULL) {
		source->format = format_of(article->text.at,
		    article->text.count);
		if (is_made(source))
			swap_page(article);
	}
	parse(article, ended);
}

/* What a pipe gives first is kept until there is enough to judge it by. */
static bool
begin(struct article *article, struct failure *failure)
{
	struct article_source *source = article->source;
	struct buffer         *first  = &source->page;
	bool                   read   = file_read(source->file, first,
	    FIRST_SLICE - first->count, failure);
	struct buffer          raw    = *first;

	if (read && first->count < SAMPLE && !file_ended(source->file))
		return true;
	*first = (struct buffer){ 0 };
	if (read)
		take(article, &raw);
	array_free(&raw);
	if (!read || !decoder_is_binary(source->decoder))
		return read;
	article->complete = true;
	return failure_set(failure, FAILURE_BINARY, article->name);
}

bool
article_read(struct article *article, size_t most, struct failure *failure)
{
	struct article_source *source = article->source;
	struct buffer          raw    = { 0 };
	bool                   read;

	if (article->complete)
		return true;
	if (source->format == NULL) {
		read = begin(article, failure);
		article->complete = article->complete || !read;
		return read;
	}
	read = file_read(source->file, &raw, most, failure);
	take(article, &raw);
	if (!read && !article->complete)
		parse(article, true);
	array_free(&raw);
	return read;
}

/* Reads on until there is something to show, and a page as a whole; a pipe is
 * waited for by the patient alone. */
static bool
read_first(struct article *article, bool patient, struct failure *failure)
{
	struct article_source *source = article->source;
	bool                   read   = true;

	while (read && !article->complete &&
	    (source->format == NULL || is_made(source)) &&
	    (patient || !file_waits(source->file)))
		read = article_read(article, SLICE, failure);
	return read;
}

static struct article *
open_article(const char *path, bool patient, struct failure *failure)
{
	struct file           *file = file_open(path, failure);
	struct article_source *source;
	struct article        *article;

	if (file == NULL)
		return NULL;
	source = memory_new(1, sizeof *source);
	source->name = memory_string(path, strlen(path));
	source->file = file;
	source->decoder = decoder_new();
	article = memory_new(1, sizeof *article);
	article->name = source->name;
	article->source = source;
	if (!read_first(article, patient, failure)) {
		article_free(article);
		return NULL;
	}
	return article;
}

struct article *
article_open(const char *path, struct failure *failure)
{
	return open_article(path, true, failure);
}

struct article *
article_begin(const char *path, struct failure *failure)
{
	return open_article(path, false, failure);
}

bool
article_waits(const struct article *article)
{
	return !article->complete && file_waits(article->source->file);
}

int
article_descriptor(const struct article *article)
{
	return file_descriptor(article->source->file);
}

bool
article_read_all(struct article *article, struct failure *failure)
{
	while (!article->complete)
		if (!article_read(article, SLICE, failure))
			return false;
	return true;
}

const struct part *
article_part(const struct article *article, enum part_kind kind)
{
	for (size_t i = 0; i < article->parts.count; i++)
		if (article->parts.at[i].kind == kind)
			return &article->parts.at[i];
	return NULL;
}

struct span
article_title(const struct article *article)
{
	const struct part *part  = article->parts.at;
	size_t             count = article->parts.count < TITLE_PARTS
	    ? article->parts.count : TITLE_PARTS;

	for (size_t i = 0; i < count; i++)
		if (part[i].kind == PART_HEADLINE)
			return part[i].span;
	for (size_t i = 0; i < count; i++)
		if (part[i].kind == PART_PARAGRAPH)
			return part[i].span;
	return count > 0 ? part[0].span : span_of(0, 0);
}

size_t
article_part_at(const struct article *article, size_t byte)
{
	return span_find(article->parts.at, article->parts.count,
	    sizeof *article->parts.at, byte);
}

size_t
article_words(const struct article *article)
{
	size_t words = 0;

	for (size_t i = 0; i < article->parts.count; i++) {
		const struct part *part = &article->parts.at[i];

		if (part->kind == PART_HEADLINE ||
		    part->kind == PART_PARAGRAPH)
			words += words_count(article->text.at, part->span,
			    SIZE_MAX);
	}
	return words;
}

size_t
article_source_size(const struct article *article)
{
	return article->source == NULL ? article->text.count
	    : file_size(article->source->file);
}

size_t
article_expected_size(const struct article *article)
{
	size_t size = article->text.count;
	size_t taken;

	if (article->complete)
		return size;
	taken = file_taken(article->source->file);
	if (article_source_size(article) > taken && taken > 0)
		return (size_t)((double)size / (double)taken *
		    (double)article_source_size(article));
	return article_source_size(article) > 0 ? size : 0;
}

const char *
article_charset(const struct article *article)
{
	return article->source == NULL ? "UTF-8"
	    : decoder_charset(article->source->decoder);
}

size_t
article_ill_formed(const struct article *article)
{
	return article->source == NULL ? 0
	    : decoder_ill_formed(article->source->decoder);
}

bool
article_shows_source(const struct article *article)
{
	return article->source != NULL && article->source->refused;
}

static void
source_free(struct article_source *source)
{
	if (source == NULL)
		return;
	file_close(source->file);
	decoder_free(source->decoder);
	array_free(&source->page);
	free(source->name);
	free(source);
}

void
article_free(struct article *article)
{
	if (article == NULL)
		return;
	source_free(article->source);
	array_free(&article->text);
	array_free(&article->parts);
	free(article);
}
