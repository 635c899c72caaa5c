/* quote.c: sentences that name somebody, or tell of a day. */
#include <stdlib.h>
#include <string.h>

#include "language/token.h"
#include "library/figure.h"
#include "library/figures.h"
#include "library/handle.h"
#include "library/ids.h"
#include "library/library.h"

void
quotes_free(struct quotes *quotes)
{
	for (size_t i = 0; i < quotes->count; i++) {
		free(quotes->at[i].title);
		free(quotes->at[i].text);
		free(quotes->at[i].iso);
	}
	array_free(quotes);
}

struct span
sentence_around(const struct article *article, size_t byte)
{
	size_t        part = article_part_at(article, byte);
	struct tokens tokens;
	struct span   span;

	if (part >= article->parts.count)
		return span_of(byte, byte);
	span = article->parts.at[part].span;
	tokens = tokens_split(article, part, part + 1);
	for (size_t i = 0; i < tokens.count; i++) {
		const struct token *token = &tokens.at[i];

		if (!token->starts)
			continue;
		if (token->span.start <= byte)
			span.start = token->span.start;
		else {
			span.end = tokens.at[i - 1].span.end;
			break;
		}
	}
	tokens_free(&tokens);
	return span;
}

/* Fills in what the article says at `mention`. */
static struct quote
quote_at(struct library *library, const struct article *article, int64_t id,
    struct span mention)
{
	struct quote quote = { .article = id, .mention = mention,
	    .published = article->published };
	struct rows *rows = store_ask(library->store,
	    "SELECT title FROM article WHERE id = ?", "i", id);

	quote.sentence = sentence_around(article, mention.start);
	if (quote.sentence.end < mention.end)
		quote.sentence.end = mention.end;
	quote.text = memory_string(article->text.at + quote.sentence.start,
	    span_size(quote.sentence));
	if (rows_next(rows)) {
		quote.title = memory_string(rows_text(rows, 0, NULL),
		    strlen(rows_text(rows, 0, NULL)));
		rows_end(rows);
	} else
		quote.title = memory_string("", 0);
	quote.iso = memory_string("", 0);
	return quote;
}

/* The rows of all names of the figure, sorted. */
static struct ids
names_of_figure(struct library *library, int64_t figure)
{
	struct ids   ids  = { 0 };
	struct rows *rows = store_ask(library->store,
	    "SELECT id FROM name WHERE leader = ?", "i", figure);

	while (rows_next(rows))
		array_add(&ids, rows_integer(rows, 0));
	ids_sort(&ids);
	return ids;
}

/* The first mention of one of the names that starts in `within`. */
static bool
mention_in(struct library *library, int64_t article, const struct ids *names,
    struct span within, struct span *mention)
{
	struct noteds noteds = noteds_of(library, article);
	bool          found  = false;

	for (size_t i = 0; !found && i < noteds.count; i++)
		if (span_holds(within, noteds.at[i].span.start) &&
		    ids_hold(names, noteds.at[i].name)) {
			*mention = noteds.at[i].span;
			found = true;
		}
	array_free(&noteds);
	return found;
}

/* The last articles that name a figure: of one that is named often they are
 * soon met in the order of days, of another all its articles are sorted. */
#define NAMED                                                                 \
	" id IN (SELECT article FROM naming WHERE name IN"                    \
	" (SELECT id FROM name WHERE leader = ?))"                            \
	" ORDER BY day DESC, id DESC LIMIT ?"

static bool
is_frequent(struct library *library, int64_t figure)
{
	enum { OFTEN = 200 };   /* articles */

	return store_number(library->store, 0,
	    "SELECT all_articles FROM name WHERE id = ?", "i", figure) > OFTEN;
}

struct quotes
library_quotes(struct library *library, int64_t figure, size_t most)
{
	struct ids    names;
	struct quotes quotes = { 0 };
	struct rows  *rows;

	store_hold(library->store);
	names = names_of_figure(library, figure);
	rows = store_ask(library->store, is_frequent(library, figure)
	    ? "SELECT id FROM article INDEXED BY article_day WHERE" NAMED
	    : "SELECT id FROM article NOT INDEXED WHERE" NAMED, "ii", figure,
	    (int64_t)most);
	while (rows_next(rows)) {
		int64_t         id      = rows_integer(rows, 0);
		struct article *article = library_article(library, id);
		struct span     mention;

		if (article != NULL && mention_in(library, id, &names,
		    span_of(0, article->text.count), &mention) &&
		    mention.end <= article->text.count)
			array_add(&quotes, quote_at(library, article, id,
			    mention));
		library_article_free(article);
	}
	store_release(library->store);
	array_free(&names);
	return quotes;
}

/* Where the date's expression ends, as noted. */
static struct span
date_span(struct library *library, int64_t article, size_t start)
{
	struct noteds noteds = noteds_of(library, article);
	struct span   span   = span_of(start, start);

	/* One inside an event's name is the event's. */
	for (size_t i = 0; i < noteds.count; i++)
		if (noteds.at[i].span.start == start ||
		    (span_holds(noteds.at[i].span, start) &&
		    span_is_empty(span)))
			span.end = noteds.at[i].span.end;
	array_free(&noteds);
	return span;
}

static void
add_dated(struct library *library, struct rows *rows,
    const struct ids *names, struct quotes *quotes)
{
	int64_t         id      = rows_integer(rows, 2);
	struct article *article = library_article(library, id);
	struct span     span    = date_span(library, id,
	    (size_t)rows_integer(rows, 3));
	struct span     other;
	struct quote    quote;

	if (article != NULL && span.end <= article->text.count &&
	    (names->count == 0 || mention_in(library, id, names,
	    sentence_around(article, span.start), &other))) {
		quote = quote_at(library, article, id, span);
		quote.first = rows_integer(rows, 0);
		quote.last = rows_integer(rows, 1);
		free(quote.iso);
		quote.iso = memory_string(rows_text(rows, 4, NULL),
		    strlen(rows_text(rows, 4, NULL)));
		array_add(quotes, quote);
	}
	library_article_free(article);
}

struct quotes
library_timeline(struct library *library, int64_t first, int64_t last,
    int64_t figure, size_t most)
{
	struct ids    names  = { 0 };
	struct quotes quotes = { 0 };
	struct rows  *rows;

	store_hold(library->store);
	if (figure == 0)
		rows = store_ask(library->store,
		    "SELECT first, last, article, start, iso FROM dated"
		    " WHERE first <= ?1 AND last >= ?2"
		    " AND last - first <= max(?1 - ?2, 7)"
		    " ORDER BY first, last, article, start", "ii", last,
		    first);
	else {
		names = names_of_figure(library, figure);
		rows = store_ask(library->store,
		    "SELECT first, last, article, start, iso FROM dated"
		    " WHERE first <= ?1 AND last >= ?2"
		    " AND last - first <= max(?1 - ?2, 7) AND article IN"
		    " (SELECT article FROM naming WHERE name IN"
		    " (SELECT id FROM name WHERE leader = ?3))"
		    " ORDER BY first, last, article, start", "iii", last,
		    first, figure);
	}
	while (rows_next(rows)) {
		if (quotes.count == most) {
			rows_end(rows);
			break;
		}
		add_dated(library, rows, &names, &quotes);
	}
	store_release(library->store);
	array_free(&names);
	return quotes;
}
