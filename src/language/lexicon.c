/* lexicon.c: a fixed list of folded words, found by hash. */
#include "language/lexicon.h"

#include <assert.h>
#include <string.h>

enum { SLOTS = 2 * LEXICON_ROWS };      /* a power of two */

static size_t
hash_of(const char *word, size_t size)
{
	uint32_t hash = 2166136261u;    /* FNV-1a */

	for (size_t i = 0; i < size; i++)
		hash = (hash ^ (unsigned char)word[i]) * 16777619u;
	return (hash ^ hash >> 15) % SLOTS;
}

static size_t
first_size(const char *words)
{
	return strcspn(words, " ");
}

static void
build(struct lexicon *lexicon)
{
	assert(lexicon->count <= LEXICON_ROWS);
	for (size_t i = 0; i < lexicon->count; i++) {
		const char *words = lexicon->rows[i].words;
		size_t slot = hash_of(words, first_size(words));

		while (lexicon->slots[slot] != 0)
			slot = (slot + 1) % SLOTS;
		lexicon->slots[slot] = (uint16_t)(i + 1);
	}
	lexicon->built = 1;
}

/* The next row from `*slot` on whose first word is `word`; NULL when no
 * more. `*slot` moves behind it. */
static const struct lexicon_row *
next_row(struct lexicon *lexicon, size_t *slot, const char *word, size_t size)
{
	while (lexicon->slots[*slot] != 0) {
		size_t index = lexicon->slots[*slot] - 1u;
		const struct lexicon_row *row = &lexicon->rows[index];

		*slot = (*slot + 1) % SLOTS;
		if (strncmp(row->words, word, size) == 0 &&
		    (row->words[size] == '\0' || row->words[size] == ' '))
			return row;
	}
	return NULL;
}

const struct lexicon_row *
lexicon_find(struct lexicon *lexicon, const char *word, size_t size)
{
	const struct lexicon_row *row;
	size_t slot;

	if (!lexicon->built)
		build(lexicon);
	slot = hash_of(word, size);
	while ((row = next_row(lexicon, &slot, word, size)) != NULL)
		if (row->words[size] == '\0')
			return row;
	return NULL;
}

/* How many tokens from `first` the row's words take, its first being known
 * to match; 0 when the others do not stand there. */
static size_t
row_tokens(const struct lexicon_row *row, const struct tokens *tokens,
    size_t first)
{
	const char *words = row->words + first_size(row->words);
	size_t at = first + 1;

	for (; *words == ' '; at++) {
		size_t size = first_size(++words);

		if (at >= tokens->count ||
		    tokens->at[at].part != tokens->at[first].part ||
		    tokens->at[at].folded_size != size ||
		    memcmp(token_folded(tokens, at), words, size) != 0)
			return 0;
		words += size;
	}
	return at - first;
}

const struct lexicon_row *
lexicon_match(struct lexicon *lexicon, const struct tokens *tokens,
    size_t first, const char *word, size_t size, size_t *taken)
{
	const struct lexicon_row *best = NULL;
	const struct lexicon_row *row;
	size_t slot;

	if (!lexicon->built)
		build(lexicon);
	*taken = 0;
	slot = hash_of(word, size);
	while ((row = next_row(lexicon, &slot, word, size)) != NULL) {
		size_t count = row_tokens(row, tokens, first);

		if (count > *taken) {
			*taken = count;
			best = row;
		}
	}
	return best;
}
