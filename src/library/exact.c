/* exact.c: whether an article says what a query wants spelt exactly so. */
#include "library/exact.h"

#include <ctype.h>
#include <string.h>

#include "bytes/utf8.h"
#include "language/fold.h"

enum { ARABIC = 0x0600 };       /* the first letter of its block */

static bool
is_word_letter(const char *text, size_t at, size_t end)
{
	char32_t letter;

	if (at >= end)
		return false;
	utf8_read(text + at, end - at, &letter);
	return letter_is_arabic(letter) || letter_is_mark(letter) ||
	    (letter < 0x80 && isalnum((int)letter)) ||
	    (letter >= 0xC0 && letter < ARABIC);
}

/* Whether the words stand in the article just so, as whole words. */
static bool
stands_so(const struct article *article, const char *words)
{
	const char *text = article->text.at;
	size_t      size = strlen(words);
	size_t      end  = article->text.count;
	const char *found = text;

	while ((found = memmem(found, end - (size_t)(found - text), words,
	    size)) != NULL) {
		size_t at   = (size_t)(found - text);
		size_t part = article_part_at(article, at);

		if (part < article->parts.count &&
		    article->parts.at[part].kind != PART_BOILERPLATE &&
		    !is_word_letter(text, at + size, end) && (at == 0 ||
		    !is_word_letter(text, utf8_start(text, at - 1), end)))
			return true;
		found++;
	}
	return false;
}

bool
query_spelt_in(struct library *library, const struct query *query, int64_t id)
{
	struct article *article = NULL;
	bool            good    = true;

	for (size_t i = 0; good && i < query->count; i++) {
		const struct condition *one = &query->at[i];

		if (!one->exactly || one->kind != CONDITION_TEXT)
			continue;
		if (article == NULL)
			article = library_article(library, id);
		if (article == NULL)
			return false;
		good = stands_so(article, one->typed) != one->without;
	}
	library_article_free(article);
	return good;
}

bool
query_asks_spelling(const struct query *query)
{
	for (size_t i = 0; i < query->count; i++)
		if (query->at[i].exactly)
			return true;
	return false;
}
