/* timeline.c: dates of many articles in order of time, and what is said at
 * each. */
#include <stdlib.h>
#include <string.h>

#include "library/figure.h"
#include "library/figures.h"
#include "library/handle.h"
#include "library/library.h"

enum { NEAR = 600 };             /* bytes: longer than most sentences */

struct moments
library_moments(struct library *library, int64_t figure)
{
	struct moments moments = { 0 };
	struct rows   *rows;

	if (figure == 0)
		rows = store_ask(library->store,
		    "SELECT first, last, article, start FROM dated"
		    " ORDER BY first, last, article, start", "");
	else
		rows = store_ask(library->store,
		    "SELECT first, last, article, start FROM dated"
		    " WHERE article IN (SELECT article FROM naming"
		    " WHERE name IN (SELECT id FROM name WHERE leader = ?))"
		    " ORDER BY first, last, article, start", "i", figure);
	while (rows_next(rows))
		array_add(&moments, (struct moment){ rows_integer(rows, 0),
		    rows_integer(rows, 1), rows_integer(rows, 2),
		    (size_t)rows_integer(rows, 3) });
	return moments;
}

/* Whether a name of the figure stands in `within`. */
static bool
is_named(struct library *library, int64_t article, struct span within,
    int64_t figure)
{
	struct noteds noteds = noteds_of(library, article);
	bool          named  = false;

	for (size_t i = 0; !named && i < noteds.count; i++)
		named = span_holds(within, noteds.at[i].span.start) &&
		    store_number(library->store, 0,
		    "SELECT leader FROM name WHERE id = ?", "i",
		    noteds.at[i].name) == figure;
	array_free(&noteds);
	return named;
}

bool
library_names_there(struct library *library, const struct moment *moment,
    int64_t figure)
{
	size_t          start = moment->start;
	struct article *article;
	bool            named;

	/* No need to look for the sentence where nothing is near. */
	if (!is_named(library, moment->article, span_of(start < NEAR ? 0
	    : start - NEAR, start + NEAR), figure))
		return false;
	article = library_article(library, moment->article);
	named = article != NULL && start < article->text.count &&
	    is_named(library, moment->article, sentence_around(article,
	    start), figure);
	library_article_free(article);
	return named;
}

/* The noted name or date that holds the byte. */
static struct span
noted_at(struct library *library, int64_t article, size_t byte)
{
	struct noteds noteds = noteds_of(library, article);
	struct span   span   = span_of(byte, byte);

	for (size_t i = 0; i < noteds.count; i++)
		if (span_holds(noteds.at[i].span, byte))
			span.end = noteds.at[i].span.end;
	array_free(&noteds);
	return span;
}

bool
library_quote(struct library *library, const struct moment *moment,
    struct quote *quote)
{
	struct article *article = library_article(library, moment->article);
	struct summary  summary = { 0 };
	bool            there   = article != NULL &&
	    moment->start < article->text.count &&
	    library_summary(library, moment->article, &summary);

	if (there) {
		struct span mention = noted_at(library, moment->article,
		    moment->start);
		struct span sentence = sentence_around(article,
		    moment->start);

		if (sentence.end < mention.end &&
		    mention.end <= article->text.count)
			sentence.end = mention.end;
		*quote = (struct quote){ .article = moment->article,
		    .published = article->published, .sentence = sentence,
		    .mention = mention, .first = moment->first,
		    .last = moment->last };
		quote->text = memory_string(article->text.at + sentence.start,
		    span_size(sentence));
		quote->title = memory_string(summary.title,
		    strlen(summary.title));
		quote->iso = text_of_answer(store_ask(library->store,
		    "SELECT iso FROM dated WHERE article = ? AND start = ?",
		    "ii", moment->article, (int64_t)moment->start));
		summary_free(&summary);
	}
	library_article_free(article);
	return there;
}

void
quote_free(struct quote *quote)
{
	free(quote->title);
	free(quote->text);
	free(quote->iso);
	*quote = (struct quote){ 0 };
}
