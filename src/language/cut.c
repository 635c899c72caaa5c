/* cut.c: which clitics stand before a name's first word.
 *
 * P(way) = exp(s(way)) / sum over the ways, s the sum of the weights of the
 * way's features: a conditional logit. The likeliest is taken, but where a
 * word's place or what would be left of it decides. */
#include "language/cut.h"

#include <limits.h>
#include <string.h>

#include "bytes/utf8.h"
#include "language/fold.h"
#include "language/hash.h"
#include "language/lattice.h"
#include "language/mention.h"
#include "language/name.h"
#include "language/word.h"

enum {
	LETTER   = 2,                   /* bytes */
	NEAR     = 1000,                /* tokens looked at on either side */
	SEEN_BIN = 3                    /* so many times or more are one */
};

enum family {
	CLITIC = 64, CLITIC_TYPE, RATIO, STEM_CLASS, WORD_CLASS, BOTH_CLASSES,
	STEM_START, STEM_WORD, WHOLE_WORD, WORD_BEFORE, LABEL_BEFORE,
	STEM_NEAR, WORD_NEAR, LENGTH
};

/* What is known of a form. */
struct known {
	uint64_t key;
	uint64_t class;                 /* of both lexicons */
	int      frequency;
};

static struct known
known_of(const struct weights *weights, const char *folded, size_t size)
{
	struct known known = { .key = hash_bytes(folded, size) };
	uint32_t     index = weights_word(weights, known.key);
	struct record record;

	if (index == WORD_NONE)
		return known;
	record = record_unpack(weights->record[index]);
	known.frequency = record.frequency;
	for (size_t k = 0; k < LEXICONS; k++) {
		struct profile profile = weights_profile(weights, k,
		    record.profile[k]);

		known.class = hash_pair(known.class, hash_bytes(
		    (const char *)profile.own, sizeof profile.own));
	}
	return known;
}

/* How often the form stands as a word near token `first`, itself not
 * counted, up to SEEN_BIN. */
static uint64_t
times_near(const struct tokens *tokens, size_t first, const char *form,
    size_t size)
{
	size_t   at = first > NEAR ? first - NEAR : 0;
	uint64_t times = 0;

	for (; at < tokens->count && at < first + NEAR && times < SEEN_BIN;
	    at++)
		times += at != first &&
		    tokens->at[at].folded_size == size &&
		    memcmp(token_folded(tokens, at), form, size) == 0;
	return times;
}

static void
add(struct cut *cut, enum family family, uint64_t clitic, uint64_t value)
{
	cut->features.at[cut->features.count++] =
	    hash_pair(hash_pair(clitic, value), (uint64_t)family << 16);
}

static void
add_features(struct cut *cut, uint64_t clitic, uint64_t type,
    const struct known *word, const struct known *stem)
{
	uint64_t ratio = (uint64_t)(stem->frequency - word->frequency + 32);

	if (word->frequency == 0)
		ratio += stem->frequency == 0 ? 64 : 128;
	add(cut, CLITIC, clitic, 0);
	add(cut, CLITIC_TYPE, clitic, type);
	add(cut, RATIO, clitic, ratio);
	add(cut, STEM_CLASS, clitic, hash_pair(stem->class, type));
	add(cut, WORD_CLASS, clitic, hash_pair(word->class, type));
	add(cut, BOTH_CLASSES, clitic, hash_pair(stem->class, word->class));
	add(cut, STEM_WORD, clitic, stem->key);
	add(cut, WHOLE_WORD, clitic, word->key);
}

size_t
cuts_of(const struct weights *weights, const struct tokens *tokens,
    const uint8_t *label, size_t first, size_t type,
    struct cut cuts[CUTS_MOST])
{
	const char  *folded = token_folded(tokens, first);
	size_t       size = tokens->at[first].folded_size;
	struct known word = known_of(weights, folded, size);
	uint64_t     before = first == 0 ? 0 : hash_bytes(token_folded(tokens,
	    first - 1), tokens->at[first - 1].folded_size);
	struct stem  stems[CLITIC_STEMS];
	size_t       ways = tokens->at[first].kind != TOKEN_WORD ? 0
	    : clitics_split(folded, size, stems);
	size_t       count = 1;

	cuts[0] = (struct cut){ .letters = 0 };
	for (size_t i = 0; i < ways; i++) {
		const char  *stem = folded + stems[i].cut;
		size_t       rest = size - stems[i].cut;
		struct known known = known_of(weights, stem, rest);
		uint64_t     clitic = hash_bytes(folded, stems[i].cut);
		struct cut  *cut = &cuts[count];

		if (stems[i].article || memcmp(stem - LETTER, "س", LETTER) == 0)
			continue;
		*cut = (struct cut){ .letters = stems[i].letters };
		add_features(cut, clitic, type, &word, &known);
		add(cut, STEM_START, clitic, hash_bytes(stem, 2 * LETTER));
		add(cut, WORD_BEFORE, clitic, before);
		add(cut, LABEL_BEFORE, clitic, hash_pair(type,
		    first == 0 ? 0 : label[first - 1]));
		add(cut, STEM_NEAR, clitic,
		    times_near(tokens, first, stem, rest));
		add(cut, WORD_NEAR, clitic,
		    times_near(tokens, first, folded, size));
		add(cut, LENGTH, clitic, rest);
		count++;
	}
	return count;
}

size_t
cut_bytes(const struct tokens *tokens, size_t token, size_t letters)
{
	struct span span = tokens->at[token].span;
	size_t      at = span.start;
	size_t      passed = 0;

	while (at < span.end) {
		char32_t letter;
		char32_t folded[FOLD_MOST];
		size_t   took = utf8_read(tokens->text + at, span.end - at,
		    &letter);
		size_t   count = fold_letter(letter, folded);

		if (count > 0 && passed >= letters)
			break;
		passed += count;
		at += took;
	}
	return letters == 0 ? 0 : at - span.start;
}

static int
cut_score(const struct weights *weights, const struct cut *cut)
{
	int score = 0;

	for (size_t i = 0; i < cut->features.count; i++) {
		struct codes codes = weights_of(weights,
		    cut->features.at[i]);

		if (codes.count > 0)
			score += codes.at[0] == ESCAPE
			    ? weights_escaped(weights, codes.at).value
			    : weights->code[codes.at[0]].value;
	}
	return score;
}

/* Whether token `i` stands right behind a sign that opens: a title or a tag,
 * (وام) or "ليالي", which has no clitic 149 times of 151 in gold_train. */
static bool
is_quoted(const struct tokens *tokens, size_t i)
{
	static const char opening[] = "(\"“«[‘'”";
	const struct token *at = tokens->at;

	return i > 0 && !at[i].starts && !at[i].spaced &&
	    at[i - 1].kind == TOKEN_SIGN && at[i - 1].part == at[i].part &&
	    (i == 1 || at[i - 1].spaced || at[i - 1].starts ||
	    at[i - 2].kind == TOKEN_SIGN) &&
	    strstr(opening, token_folded(tokens, i - 1)) != NULL &&
	    !token_begins(tokens, i, "لل");
}

/* Whether the cut leaves a name of one word too few letters: a place may have
 * two, إب, but واس is whole. */
static bool
is_too_short(const struct weights *weights, const struct tokens *tokens,
    const uint8_t *label, size_t first, size_t type, const struct cut *cut)
{
	return cut->letters > 0 &&
	    tokens->at[first].letters <= cut->letters + 2 &&
	    label_position(label[first]) == SINGLE &&
	    strcmp(weights->header.type[type], kind_tag(KIND_PLACE)) != 0;
}

/* The way that leaves the first half of a name, لعبد or كابن, or 0. */
static size_t
cut_of_half(const struct tokens *tokens, size_t first,
    const struct cut cuts[CUTS_MOST], size_t count)
{
	for (size_t i = 1; i < count; i++) {
		const char *stem = token_folded(tokens, first) +
		    LETTER * cuts[i].letters;

		/* آل and أبي, as letters, also end other words. */
		if (name_binds(stem) && strcmp(stem, "ال") != 0 &&
		    strcmp(stem, "ابي") != 0)
			return i;
	}
	return 0;
}

size_t
cut_best(const struct weights *weights, const struct tokens *tokens,
    const uint8_t *label, size_t first, size_t type)
{
	struct cut cuts[CUTS_MOST];
	size_t     count = cuts_of(weights, tokens, label, first, type, cuts);
	size_t     best = cut_of_half(tokens, first, cuts, count);
	int        most = best > 0 ? INT_MAX : 0;       /* of no cut: 0 */

	if (is_quoted(tokens, first))
		return 0;
	for (size_t i = 1; i < count; i++) {
		int score = cut_score(weights, &cuts[i]);

		if (score > most) {
			most = score;
			best = i;
		}
	}
	if (is_too_short(weights, tokens, label, first, type, &cuts[best]))
		return 0;
	return cut_bytes(tokens, first, cuts[best].letters);
}
