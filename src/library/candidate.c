/* candidate.c: Arabic words of a library that one Latin word could stand
 * for. */
#include "library/candidate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/utf8.h"
#include "library/latin.h"
#include "library/tokenizer.h"

enum {
	PAIR_LEAST = 6,         /* letters of Latin for two Arabic words */
	CLEARLY   = 1,          /* cost of a name that is what was heard */
	FAR       = 10000
};

static const double named = 3;  /* what a name is nearer for being one */

void
candidates_free(struct candidates *candidates)
{
	for (size_t i = 0; i < candidates->count; i++)
		free(candidates->at[i].word);
	candidates->count = 0;
}

void
candidates_keep(struct candidates *candidates, const char *word, size_t size,
    int cost, double distance)
{
	struct candidate one;
	size_t           at;

	for (at = 0; at < candidates->count; at++)
		if (strlen(candidates->at[at].word) == size &&
		    memcmp(candidates->at[at].word, word, size) == 0)
			break;
	if (at == CANDIDATES || (at < candidates->count &&
	    candidates->at[at].distance <= distance)) {
		if (at < CANDIDATES ||
		    candidates->at[CANDIDATES - 1].distance <= distance)
			return;
		at = CANDIDATES - 1;
	}
	if (at < candidates->count)
		free(candidates->at[at].word);
	else
		candidates->count++;
	one = (struct candidate){ memory_string(word, size), distance, cost };
	for (; at > 0 && distance < candidates->at[at - 1].distance; at--)
		candidates->at[at] = candidates->at[at - 1];
	candidates->at[at] = one;
}

/* How often a word stands decides between words that sound alike. */
static void
consider(const struct latin *latin, const char *word, size_t size,
    int64_t articles, int below, double bonus, struct candidates *candidates)
{
	int cost;

	if (size < 4 || articles < 1)
		return;
	cost = latin_cost(latin, word, size);
	if (cost >= 0 && cost < below)
		candidates_keep(candidates, word, size, cost, 2 * cost -
		    log2((double)articles) - bonus);
}

static void
consider_words(struct rows *rows, const struct latin *latin, int below,
    double bonus, struct candidates *candidates)
{
	while (rows_next(rows)) {
		size_t      size;
		const char *word = rows_text(rows, 0, &size);

		if (size > 0 && word[0] == MARK_STEM)
			word++, size--;
		if (size > 0 && (unsigned char)word[0] >= 0x80)
			consider(latin, word, size, rows_integer(rows, 1),
			    below, bonus, candidates);
	}
}

/* Names of two words that Latin writes as one: نصر الله, بو تفليقه. */
static void
consider_pairs(struct rows *rows, const struct latin *latin,
    struct candidates *candidates)
{
	while (rows_next(rows)) {
		size_t      size;
		const char *name = rows_text(rows, 0, &size);
		const char *end  = name + size;

		while (name < end) {
			const char *next  = memchr(name, ' ',
			    (size_t)(end - name));
			const char *after = next == NULL ? NULL : memchr(
			    next + 1, ' ', (size_t)(end - next - 1));

			if (next == NULL)
				break;
			consider(latin, name, (size_t)((after != NULL
			    ? after : end) - name), rows_integer(rows, 1),
			    FAR, named, candidates);
			name = next + 1;
		}
	}
}

static int
least_cost(const struct candidates *candidates)
{
	int least = FAR;

	for (size_t i = 0; i < candidates->count; i++)
		if (candidates->at[i].cost < least)
			least = candidates->at[i].cost;
	return least;
}

void
candidates_drop_far(struct candidates *candidates, int most)
{
	int nearest = least_cost(candidates);

	for (size_t i = 0, kept = 0, count = candidates->count; i < count;
	    i++) {
		struct candidate one = candidates->at[i];

		if (one.cost > nearest + most) {
			free(one.word);
			candidates->count--;
		} else
			candidates->at[kept++] = one;
	}
}

/* The words of the index that begin with `letter`, with or without clitics
 * before it, and cost less than `below`. All of the index would take a
 * second. */
static void
consider_beginning(struct library *library, const struct latin *latin,
    char32_t letter, int below, struct candidates *candidates)
{
	static const char question[] = "SELECT term, doc FROM word_row"
	    " WHERE term >= ? AND term < ?";
	char from[UTF8_MOST + 2] = { MARK_STEM };
	char to[UTF8_MOST + 2]   = { MARK_STEM };

	from[utf8_write(letter, from + 1) + 1] = '\0';
	to[utf8_write(letter + 1, to + 1) + 1] = '\0';
	consider_words(store_ask(library->store, question, "tt", from + 1,
	    to + 1), latin, below, 0, candidates);
	consider_words(store_ask(library->store, question, "tt", from, to),
	    latin, below, 0, candidates);
}

/* Names are likelier meant than other words: these must sound nearer, and are
 * only looked through where they could. */
struct candidates
candidates_of(struct library *library, const char *word, size_t size,
    int most)
{
	struct latin     *latin      = latin_new(word, size);
	struct candidates candidates = { .count = 0 };
	char32_t          first[LATIN_FIRST];
	size_t            count;
	int               below;

	if (latin == NULL)
		return candidates;
	consider_words(store_ask(library->store,
	    "SELECT term, doc FROM name_word_row", ""), latin, FAR, named,
	    &candidates);
	if (size >= PAIR_LEAST)
		consider_pairs(store_ask(library->store,
		    "SELECT folded, articles FROM name"
		    " WHERE articles > 0 AND folded LIKE '% %'", ""), latin,
		    &candidates);
	count = latin_first_letters(latin, first);
	below = least_cost(&candidates);
	for (size_t i = 0; below > CLEARLY && i < count; i++)
		consider_beginning(library, latin, first[i], below,
		    &candidates);
	candidates_drop_far(&candidates, most);
	latin_free(latin);
	return candidates;
}
