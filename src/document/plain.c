/* plain.c: plain text: every line is a part. */
#include "document/plain.h"

#include "document/boilerplate.h"
#include "document/long.h"
#include "document/opening.h"
#include "document/words.h"

bool
plain_sniff(const char *text, size_t size)
{
	(void)text;
	(void)size;
	return true;
}

/* How many line ends stand in `text[at, end)`; counting stops at two. */
static size_t
line_ends(const char *text, size_t at, size_t end)
{
	size_t count = 0;

	while (count < 2 && (at = line_end_find(text, at, end)) < end) {
		at += line_end_size(text, at, end);
		count++;
	}
	return count;
}

/* Adds what `line` holds: to the last part, when no line has ended since, or
 * as a part of its own. */
static void
add_line(struct article *article, struct span line)
{
	struct parts *parts = &article->parts;
	struct part   part  = { .kind = PART_PARAGRAPH };
	struct part  *last  = NULL;
	size_t        ends  = 0;

	part.span = white_trim(article->text.at, line);
	if (span_is_empty(part.span))
		return;
	if (parts->count > 0) {
		last = &parts->at[parts->count - 1];
		ends = line_ends(article->text.at, last->span.end,
		    part.span.start);
	}
	if (last != NULL && ends == 0)
		last->span.end = part.span.end;
	else {
		part.spaced = ends >= 2;
		array_add(parts, part);
	}
	long_part_cut(article);
}

size_t
plain_parse(struct article *article, size_t from)
{
	const char *text   = article->text.at;
	size_t      end    = article->text.count;
	size_t      before = article->parts.count;

	while (from < end) {
		size_t line_end = line_end_find(text, from, end);

		add_line(article, span_of(from, line_end));
		from = line_end + line_end_size(text, line_end, end);
	}
	if (before <= OPENING_PARTS)
		opening_find(article);
	if (article->complete)
		boilerplate_find(article);
	return from;
}
