/* word.c: a token without its clitics, and where in its own letters its
 * folded letters are. */
#include "language/word.h"

#include <string.h>

#include "bytes/utf8.h"
#include "language/fold.h"

size_t
token_byte(const struct tokens *tokens, size_t i, size_t letters)
{
	struct span span = tokens->at[i].span;
	size_t at = span.start;

	while (at < span.end) {
		char32_t letter;
		char32_t folded[FOLD_MOST];
		size_t   took = utf8_read(tokens->text + at, span.end - at,
		    &letter);
		size_t   made = fold_letter(letter, folded);

		if (made > letters || (made == 0 && letters == 0 &&
		    at == span.start))
			break;
		letters -= made;
		at += took;
	}
	return at;
}

#define ARTICLE "ال"

/* Reads a stem whose article was cut: only that of لل is news. */
static bool
restore(const char *word, size_t size, struct bare *bare)
{
	const size_t lam     = sizeof "ل" - 1;
	const size_t article = sizeof ARTICLE - 1;

	if (memcmp(word - 2 * lam, "لل", 2 * lam) != 0 ||
	    size + article > BARE_BYTES)
		return false;
	memcpy(bare->restored, ARTICLE, article);
	memcpy(bare->restored + article, word, size);
	bare->word = bare->restored;
	bare->size = size + article;
	bare->letters--;
	return true;
}

static bool
is_future(const char *word, const struct stem *stem)
{
	const size_t letter = sizeof "س" - 1;

	return !stem->article &&
	    memcmp(word + stem->cut - letter, "س", letter) == 0;
}

size_t
token_bares(const struct tokens *tokens, size_t i,
    struct bare bares[CLITIC_STEMS])
{
	const char *word = token_folded(tokens, i);
	size_t      size = tokens->at[i].folded_size;
	struct stem stems[CLITIC_STEMS];
	size_t      count, made = 0;

	if (tokens->at[i].kind != TOKEN_WORD)
		return 0;
	count = clitics_split(word, size, stems);
	for (size_t s = 0; s < count; s++) {
		struct bare *bare = &bares[made];

		/* س goes before verbs only. */
		if (is_future(word, &stems[s]))
			continue;
		bare->word = word + stems[s].cut;
		bare->size = size - stems[s].cut;
		bare->letters = stems[s].letters;
		made += !stems[s].article ||
		    restore(bare->word, bare->size, bare);
	}
	return made;
}

bool
token_goes_on(const struct tokens *tokens, size_t i)
{
	return i < tokens->count && !tokens->at[i].starts &&
	    tokens->at[i].part == tokens->at[i - 1].part;
}

bool
token_begins(const struct tokens *tokens, size_t i, const char *letters)
{
	return strncmp(token_folded(tokens, i), letters,
	    strlen(letters)) == 0;
}

bool
token_is_definite(const struct tokens *tokens, size_t i)
{
	return (token_begins(tokens, i, ARTICLE) ||
	    token_begins(tokens, i, "لل")) && tokens->at[i].letters > 3;
}
