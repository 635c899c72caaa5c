/* keywords.c: the words of an article that tell what it is about. */
#include "library/keywords.h"

#include <stdlib.h>
#include <string.h>

#include "language/hash.h"
#include "language/token.h"
#include "library/tokenizer.h"
#include "library/word_set.h"

enum {
	LETTERS_LEAST = 3,      /* of a word that tells anything */
	COMMON        = 200,    /* articles: a word of so many finds none */
	LEAD          = 60,     /* words an article begins with */
	LEADING       = 3       /* times as much a word there counts */
};

/* A word of the topic while it is being made. */
struct word {
	uint32_t    hash;
	uint32_t    articles;
	float       weight;
	bool        leads;
	bool        titles;
	bool        bare;               /* without its clitics */
	const char *at;                 /* lent, NUL-terminated */
};

struct words ARRAY_OF(struct word);

/* How common the word is; one that the article begins with leads better to
 * others like it than one as common. */
static uint32_t
commonness(const struct word *word)
{
	return word->leads ? (word->articles + LEADING - 1) / LEADING
	    : word->articles;
}

static int
compare_rarity(const void *a, const void *b)
{
	const struct word *x = a;
	const struct word *y = b;

	if (commonness(x) != commonness(y))
		return commonness(x) < commonness(y) ? -1 : 1;
	return (x->hash > y->hash) - (x->hash < y->hash);
}

/* Leaves each word once, sorted; of two that which says more of itself. */
static void
drop_doubles(struct words *words)
{
	struct hashes order = { 0 };
	struct words  once  = { 0 };

	array_reserve(&order, words->count);
	array_reserve(&once, words->count);
	for (size_t i = 0; i < words->count && i <= UINT32_MAX; i++) {
		const struct word *word  = &words->at[i];
		uint64_t           least = (uint64_t)(2 - word->leads -
		    word->titles);

		array_add(&order, (uint64_t)word->hash <<
		    (64 - RARITY_BITS) | least << 32 | i);
	}
	hashes_sort(order.at, order.count);
	for (size_t i = 0; i < order.count; i++) {
		const struct word *word = &words->at[(uint32_t)order.at[i]];

		if (once.count == 0 || once.at[once.count - 1].hash !=
		    word->hash)
			array_add(&once, *word);
	}
	array_free(&order);
	array_free(words);
	*words = once;
}

/* Weighs the words by their rarity, and keeps them. */
static void
keep_words(const struct rarities *rarities, struct topic *topic,
    struct words *words)
{
	topic->at = memory_new(words->count + 1, sizeof *topic->at);
	topic->room = words->count + 1;
	for (size_t i = 0; i < words->count; i++) {
		struct word *word = &words->at[i];

		word->articles = rarity_articles(rarities,
		    word->hash);
		word->weight = rarity_weight(rarities, word->at,
		    word->articles);
		if (word->leads)
			topic->lead += (double)word->weight;
		array_add(topic, (struct topic_word){ word->hash,
		    word->weight, word->leads, word->titles });
	}
}

/* The word as the index has it: cut free of clitics it is marked. */
static char *
term_of(const struct word *word)
{
	struct buffer term = { 0 };

	if (word->bare)
		array_add(&term, MARK_STEM);
	buffer_add_string(&term, word->at);
	array_add(&term, '\0');
	return term.at;
}

/* Keeps its rarest words that others have as well. */
static void
keep_rarest(struct topic *topic, struct words *words)
{
	size_t kept = 0;

	for (size_t i = 0; i < words->count; i++)
		if (words->at[i].articles > 1 &&
		    words->at[i].articles <= COMMON)
			words->at[kept++] = words->at[i];
	words->count = kept;
	if (kept > 0)
		qsort(words->at, kept, sizeof *words->at, compare_rarity);
	for (size_t i = 0; i < kept && i < TOPIC_RAREST; i++)
		topic->rare[topic->rarest++] = (struct topic_rare){
		    term_of(&words->at[i]), words->at[i].weight *
		    (words->at[i].leads ? LEADING : 1) };
}

/* A year says little of what an article is about. */
static bool
is_telling_number(const struct tokens *tokens, size_t i)
{
	const char *folded = token_folded(tokens, i);

	return tokens->at[i].kind == TOKEN_NUMBER &&
	    tokens->at[i].letters >= 2 && !(tokens->at[i].letters == 4 &&
	    (memcmp(folded, "19", 2) == 0 || memcmp(folded, "20", 2) == 0));
}

/* The bit of the weekday that a word without its article is. */
static unsigned
weekday_of(const char *bare)
{
	static const char *const weekdays[] = {
		"اثنين", "ثلاثاء", "اربعاء", "خميس", "جمعه", "سبت", "احد"
	};

	for (unsigned i = 0; i < sizeof weekdays / sizeof *weekdays; i++)
		if (strcmp(weekdays[i], bare) == 0)
			return 1U << i;
	return 0;
}

/* Adds the token by its bare form, if it tells anything. */
static void
add_word(struct topic *topic, struct words *words,
    const struct tokens *tokens, size_t i, struct span title)
{
	const struct token *token = &tokens->at[i];
	const char         *word  = token_folded(tokens, i);
	size_t              cut   = word_bare(word, token->folded_size);

	if (cut > 0 && i < LEAD)
		topic->weekdays |= weekday_of(word + cut);
	array_add(words, (struct word){ .hash = rarity_hash(word + cut,
	    token->folded_size - cut), .leads = i < LEAD,
	    .titles = span_holds(title, token->span.start),
	    .bare = cut > 0, .at = word + cut });
}

/* Reads the words in their order: runs of them, and numbers. */
static void
add_tokens(struct topic *topic, const struct tokens *tokens,
    struct span title, struct words *words)
{
	struct hashes hashes = { 0 };
	uint64_t      before = 0;

	array_reserve(words, tokens->count);
	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *token = &tokens->at[i];
		uint64_t            hash;

		if (token->kind == TOKEN_SIGN)
			continue;
		hash = hash_bytes(token_folded(tokens, i),
		    token->folded_size);
		if (is_telling_number(tokens, i)) {
			array_add(&topic->numbers, hash);
			array_add(&topic->scores, hash_pair(before, hash));
		}
		array_add(&hashes, hash);
		before = hash;
		if (token->letters >= LETTERS_LEAST)
			add_word(topic, words, tokens, i, title);
	}
	topic->runs = shingles_of(&hashes, TOPIC_RUN);
	topic->words = hashes.count;
	array_free(&hashes);
	word_set_sort(&topic->numbers);
	word_set_sort(&topic->scores);
}

void
topic_add_words(struct topic *topic, const struct article *article,
    struct rarities *rarities, bool fresh)
{
	struct tokens tokens = tokens_split(article, 0, article->parts.count);
	struct words  words  = { 0 };

	add_tokens(topic, &tokens, article_title(article), &words);
	drop_doubles(&words);
	for (size_t i = 0; fresh && i < words.count; i++)
		rarity_meet(rarities, words.at[i].hash);
	keep_words(rarities, topic, &words);
	if (fresh)
		keep_rarest(topic, &words);
	array_free(&words);
	tokens_free(&tokens);
}
