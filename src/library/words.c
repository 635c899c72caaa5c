/* words.c: what an article is about, as the set of its words. */
#include "library/words.h"

#include "language/clitic.h"
#include "language/hash.h"

size_t
word_bare(const char *word, size_t size)
{
	struct stem stems[CLITIC_STEMS];
	size_t      count = clitics_split(word, size, stems);

	return count > 0 && stems[count - 1].article
	    ? stems[count - 1].cut : 0;
}

static int
compare(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a;
	uint64_t y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

void
word_set_sort(struct word_set *set)
{
	size_t kept = 0;

	if (set->count > 0)
		qsort(set->at, set->count, sizeof *set->at, compare);
	for (size_t i = 0; i < set->count; i++)
		if (kept == 0 || set->at[kept - 1] != set->at[i])
			set->at[kept++] = set->at[i];
	set->count = kept;
}

struct word_set
shingles_of(const struct tokens *tokens, size_t length)
{
	struct word_set words = { 0 };
	struct word_set set   = { 0 };

	for (size_t i = 0; i < tokens->count; i++)
		if (tokens->at[i].kind != TOKEN_SIGN)
			array_add(&words, hash_bytes(token_folded(tokens, i),
			    tokens->at[i].folded_size));
	for (size_t i = 0; i + length <= words.count; i++) {
		uint64_t hash = 0;

		for (size_t j = i; j < i + length; j++)
			hash = hash_pair(hash, words.at[j]);
		array_add(&set, hash);
	}
	array_free(&words);
	word_set_sort(&set);
	return set;
}

size_t
word_set_common(const struct word_set *a, const struct word_set *b)
{
	size_t i = 0, j = 0, common = 0;

	while (i < a->count && j < b->count) {
		uint64_t x = a->at[i], y = b->at[j];

		common += x == y;
		i += x <= y;
		j += y <= x;
	}
	return common;
}
