/* word_set.c: what an article is about, as the set of its words. */
#include "library/word_set.h"

#include <stdlib.h>

#include "bytes/memory.h"
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

/* By the first byte into their places, and there by insertion: one or two to
 * a byte, it takes a fifth of the time of qsort(). */
void
hashes_sort(uint64_t *at, size_t count)
{
	uint64_t *from         = memory_new(count + 1, sizeof *from);
	size_t    place[1 + 256] = { 0 };

	for (size_t i = 0; i < count; i++) {
		from[i] = at[i];
		place[1 + (at[i] >> 56)]++;
	}
	for (size_t byte = 1; byte < 256; byte++)
		place[byte] += place[byte - 1];
	for (size_t i = 0; i < count; i++)
		at[place[from[i] >> 56]++] = from[i];
	free(from);
	for (size_t i = 1; i < count; i++) {
		uint64_t one = at[i];
		size_t   j   = i;

		for (; j > 0 && at[j - 1] > one; j--)
			at[j] = at[j - 1];
		at[j] = one;
	}
}

void
word_set_sort(struct word_set *set)
{
	size_t kept = 0;

	hashes_sort(set->at, set->count);
	for (size_t i = 0; i < set->count; i++)
		if (kept == 0 || set->at[kept - 1] != set->at[i])
			set->at[kept++] = set->at[i];
	set->count = kept;
}

struct word_set
shingles_of(const struct hashes *words, size_t length)
{
	struct word_set set = { 0 };

	set.at = memory_new(words->count + 1, sizeof *set.at);
	set.room = words->count + 1;
	for (size_t i = 0; i + length <= words->count; i++) {
		uint64_t hash = 0;

		for (size_t j = i; j < i + length; j++)
			hash = hash_pair(hash, words->at[j]);
		array_add(&set, hash);
	}
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
