/* date.c: the dates among an article's words: words to elements, elements to
 * expressions, expressions to days. */
#include "language/date.h"

#include <string.h>

#include "language/date_context.h"
#include "language/date_grammar.h"
#include "language/date_published.h"
#include "language/date_value.h"
#include "language/date_words.h"

static struct dates
dates_among(const struct tokens *tokens, const struct elements *elements,
    struct day published)
{
	struct dates dates = { 0 };

	for (size_t i = 0; i < elements->count;) {
		struct when when;
		struct date date;
		size_t end = i + date_parse(elements, i, &when);

		if (end == i || !date_holds(tokens, elements, i, end, &when)) {
			i++;
			continue;
		}
		date.span = span_of(elements->at[i].span.start,
		    elements->at[end - 1].span.end);
		date_resolve(&when, published, &date);
		array_add(&dates, date);
		i = end;
	}
	return dates;
}

struct dates
dates_find(const struct tokens *tokens, struct day published)
{
	struct elements elements = elements_of(tokens);
	struct dates    dates    = dates_among(tokens, &elements, published);

	array_free(&elements);
	return dates;
}

struct dates
dates_read(const struct tokens *tokens, struct day *published)
{
	struct elements elements = elements_of(tokens);
	struct dates    dates;

	*published = published_find(tokens, &elements);
	dates = dates_among(tokens, &elements, *published);
	array_free(&elements);
	return dates;
}
