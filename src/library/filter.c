/* filter.c: the rows of a list that have what is typed in them. */
#include <stdlib.h>
#include <string.h>

#include "language/find.h"
#include "library/figures.h"
#include "library/handle.h"
#include "library/library.h"

struct needles ARRAY_OF(struct needle *);

/* A needle for each word of the text. */
static struct needles
needles_of(const char *words, size_t size)
{
	struct needles needles = { 0 };

	for (size_t at = 0; at < size;) {
		const char    *end = memchr(words + at, ' ', size - at);
		size_t         to  = end != NULL ? (size_t)(end - words) : size;
		struct needle *needle = needle_new(words + at, to - at);

		if (needle != NULL)
			array_add(&needles, needle);
		at = to + 1;
	}
	return needles;
}

static bool
holds_all(const struct needles *needles, const char *text, size_t size)
{
	struct span hit;

	for (size_t i = 0; i < needles->count; i++)
		if (!needle_find(needles->at[i], text, size, span_of(0, size),
		    &hit))
			return false;
	return true;
}

static void
needles_free(struct needles *needles)
{
	for (size_t i = 0; i < needles->count; i++)
		needle_free(needles->at[i]);
	array_free(needles);
}

void
library_filter(struct library *library, const char *words, size_t size,
    const int64_t *id, size_t count, struct article_ids *found)
{
	struct needles needles = needles_of(words, size);

	store_hold(library->store);
	for (size_t i = 0; i < count; i++) {
		struct rows *rows = store_ask(library->store,
		    "SELECT title || char(10) || section || char(10) ||"
		    " " TAGS " FROM article WHERE id = ?", "i", id[i]);
		size_t      length;
		const char *text;

		if (!rows_next(rows))
			continue;
		text = rows_text(rows, 0, &length);
		if (holds_all(&needles, text, length))
			array_add(found, id[i]);
		rows_end(rows);
	}
	store_release(library->store);
	needles_free(&needles);
}

bool
library_says_there(struct library *library, const struct moment *moment,
    const char *words, size_t size)
{
	struct needles needles = needles_of(words, size);
	struct quote   quote   = { 0 };
	struct buffer  row     = { 0 };
	bool           says    = library_quote(library, moment, &quote);

	if (says) {
		buffer_add_string(&row, quote.iso);
		buffer_add_string(&row, "\n");
		buffer_add_string(&row, quote.text);
		says = holds_all(&needles, row.at, row.count);
	}
	array_free(&row);
	quote_free(&quote);
	needles_free(&needles);
	return says;
}
