/* topic.c: what an article is about: its words, the rarer the weightier. */
#include "library/topic.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "language/hash.h"
#include "language/token.h"
#include "library/figure.h"
#include "library/ids.h"
#include "library/leaders.h"
#include "library/rarity.h"
#include "library/tokenizer.h"
#include "library/words.h"

enum {
	LETTERS_LEAST = 3,      /* of a word that tells anything */
	TERM_MOST     = 128,    /* bytes */
	COMMON        = 200,    /* articles: a word of so many finds none */
	KEPT_MOST     = 20000,  /* topics, some 2 kB each */
	LEAD          = 60,     /* words an article begins with */
	MONTH         = 31,
	PER_ARTICLE   = 250     /* articles read past for one to be placed */
};

struct topics {
	struct library  *library;
	struct rarities *rarities;
	struct leaders  *leaders;
	struct topic   **at;             /* [topics], by article */
	size_t           topics;
	size_t           kept;
};

static void
free_topic(struct topic *topic)
{
	if (topic == NULL)
		return;
	for (size_t i = 0; i < topic->rarest; i++)
		free(topic->rare[i].term);
	free(topic->at);
	array_free(&topic->names);
	array_free(&topic->runs);
	array_free(&topic->numbers);
	array_free(&topic->scores);
	array_free(&topic->periods);
	free(topic);
}

struct topics *
topics_new(struct library *library)
{
	struct topics *topics = memory_new(1, sizeof *topics);

	topics->library = library;
	topics->rarities = rarities_new(library);
	topics->leaders = leaders_new(library);
	return topics;
}

void
topics_expect(struct topics *topics, size_t articles)
{
	/* To look up one word took 45 us, to read all 10 us for an article of
	 * the library; an article to be placed asks for fifty and more. */
	if ((double)articles * PER_ARTICLE > rarities_all(topics->rarities))
		rarities_read(topics->rarities);
}

void
topics_free(struct topics *topics)
{
	for (size_t i = 0; i < topics->topics; i++)
		free_topic(topics->at[i]);
	free(topics->at);
	rarities_free(topics->rarities);
	leaders_free(topics->leaders);
	free(topics);
}

/* A word of the topic while it is being made. */
struct word {
	uint32_t hash;
	uint32_t articles;
	float    weight;
	bool     leads;
	bool     titles;
	char     term[TERM_MOST];
};

struct words ARRAY_OF(struct word);

/* Adds the word by its bare form, if it tells anything. */
static void
add_word(struct topics *topics, struct words *words, const char *word,
    size_t size, bool leads, bool titles)
{
	size_t      cut = word_bare(word, size);
	uint64_t    hash = hash_bytes(word + cut, size - cut) | 1;
	struct word one = { .hash = (uint32_t)(hash >> 32),
	    .leads = leads, .titles = titles };

	if (size - cut + 2 > sizeof one.term)
		return;
	one.term[0] = MARK_STEM;
	memcpy(one.term + 1, word + cut, size - cut);
	one.term[size - cut + 1] = '\0';
	one.articles = rarity_articles(topics->rarities, one.term);
	one.weight = rarity_weight(topics->rarities, one.term + 1,
	    one.articles);
	/* Only without its clitics the index has it as a stem. */
	if (cut == 0)
		memmove(one.term, one.term + 1, size + 1);
	array_add(words, one);
}

static int
compare_words(const void *a, const void *b)
{
	const struct word *x = a;
	const struct word *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	/* The headline leads, so that one that titles comes first. */
	return y->leads + y->titles - x->leads - x->titles;
}

static int
compare_rarity(const void *a, const void *b)
{
	const struct word *x = a;
	const struct word *y = b;

	if (x->articles != y->articles)
		return x->articles < y->articles ? -1 : 1;
	return (x->hash > y->hash) - (x->hash < y->hash);
}

/* Leaves each word once, and sums their weights. */
static void
settle(struct topic *topic, struct words *words)
{
	size_t kept = 0;

	if (words->count > 0)
		qsort(words->at, words->count, sizeof *words->at,
		    compare_words);
	for (size_t i = 0; i < words->count; i++) {
		if (kept > 0 && words->at[kept - 1].hash ==
		    words->at[i].hash)
			continue;
		words->at[kept++] = words->at[i];
		topic->weight += (double)words->at[i].weight;
		if (words->at[i].leads)
			topic->lead += (double)words->at[i].weight;
		if (words->at[i].titles)
			topic->title += (double)words->at[i].weight;
		array_add(topic, (struct topic_word){ words->at[i].hash,
		    words->at[i].weight, words->at[i].leads,
		    words->at[i].titles });
	}
	words->count = kept;
}

/* Keeps its rarest words that others have as well. */
static void
keep_rarest(struct topic *topic, struct words *words)
{
	if (words->count > 0)
		qsort(words->at, words->count, sizeof *words->at,
		    compare_rarity);
	for (size_t i = 0; i < words->count && topic->rarest < TOPIC_RAREST;
	    i++)
		if (words->at[i].articles > 1 &&
		    words->at[i].articles <= COMMON)
			topic->rare[topic->rarest++] = (struct topic_rare){
			    memory_string(words->at[i].term,
			    strlen(words->at[i].term)), words->at[i].weight };
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

/* The bit of the weekday that the word is, with its article. */
static unsigned
weekday_of(const char *word, size_t size)
{
	static const char *const weekdays[] = {
		"اثنين", "ثلاثاء", "اربعاء", "خميس", "جمعه", "سبت", "احد"
	};
	size_t cut = word_bare(word, size);

	for (unsigned i = 0; cut > 0 && i < sizeof weekdays /
	    sizeof *weekdays; i++)
		if (strlen(weekdays[i]) == size - cut &&
		    memcmp(weekdays[i], word + cut, size - cut) == 0)
			return 1U << i;
	return 0;
}

static void
add_words(struct topics *topics, struct topic *topic,
    const struct article *article)
{
	struct tokens tokens = tokens_split(article, 0, article->parts.count);
	struct span   title  = article_title(article);
	struct words  words  = { 0 };
	uint64_t      before = 0;

	for (size_t i = 0; i < tokens.count; i++) {
		const struct token *token = &tokens.at[i];
		uint64_t            hash  = hash_bytes(
		    token_folded(&tokens, i), token->folded_size);

		if (i < LEAD)
			topic->weekdays |= weekday_of(token_folded(&tokens, i),
			    token->folded_size);
		if (is_telling_number(&tokens, i)) {
			array_add(&topic->numbers, hash);
			array_add(&topic->scores, hash_pair(before, hash));
		}
		before = token->kind == TOKEN_SIGN ? before : hash;
		if (token->kind != TOKEN_SIGN &&
		    token->letters >= LETTERS_LEAST)
			add_word(topics, &words, token_folded(&tokens, i),
			    token->folded_size, i < LEAD, span_holds(title,
			    token->span.start));
	}
	topic->runs = shingles_of(&tokens, TOPIC_RUN);
	tokens_free(&tokens);
	word_set_sort(&topic->numbers);
	word_set_sort(&topic->scores);
	settle(topic, &words);
	keep_rarest(topic, &words);
	array_free(&words);
}

/* The figures that the article names, sorted, each once. */
static struct ids
figures_in(struct topics *topics, int64_t article)
{
	struct noteds noteds  = noteds_of(topics->library, article);
	struct ids    figures = { 0 };

	for (size_t i = 0; i < noteds.count; i++)
		if (noteds.at[i].name != 0)
			array_add(&figures, leader_of(topics->leaders,
			    noteds.at[i].name));
	array_free(&noteds);
	ids_sort(&figures);
	return figures;
}

static void
add_names(struct topics *topics, struct topic *topic)
{
	struct ids figures = figures_in(topics, topic->article);

	for (size_t i = 0; i < figures.count; i++) {
		double weight;

		if (figures.at[i] == 0)
			continue;
		weight = log(rarities_all(topics->rarities) /
		    (leader_articles(topics->leaders, figures.at[i]) + 1));
		topic->naming += weight * weight;
		array_add(&topic->names, (struct topic_name){ figures.at[i],
		    (float)(weight * weight) });
	}
	array_free(&figures);
}

/* The days, weeks and months it tells of. */
static void
add_periods(struct topics *topics, struct topic *topic)
{
	struct rows *rows = store_ask(topics->library->store,
	    "SELECT DISTINCT first, last FROM dated WHERE article = ?"
	    " AND last - first < ?", "ii", topic->article, (int64_t)MONTH);

	while (rows_next(rows))
		array_add(&topic->periods, (struct period){
		    rows_integer(rows, 0), rows_integer(rows, 1) });
}

static struct topic *
read_topic(struct topics *topics, int64_t id)
{
	struct article *article = library_article(topics->library, id);
	struct topic   *topic;

	if (article == NULL)
		return NULL;
	topic = memory_new(1, sizeof *topic);
	topic->article = id;
	topic->dated = day_is_known(article->published);
	if (topic->dated)
		topic->day = day_number(article->published);
	add_words(topics, topic, article);
	add_names(topics, topic);
	add_periods(topics, topic);
	library_article_free(article);
	return topic;
}

const struct topic *
topic_of(struct topics *topics, int64_t article)
{
	size_t at = (size_t)article;

	if (at >= topics->topics) {
		size_t more = at + 1 + at / 2;

		topics->at = memory_resize(topics->at, more,
		    sizeof *topics->at);
		memset(topics->at + topics->topics, 0,
		    (more - topics->topics) * sizeof *topics->at);
		topics->topics = more;
	}
	if (topics->at[at] == NULL) {
		topics->at[at] = read_topic(topics, article);
		topics->kept++;
	}
	return topics->at[at];
}

void
topics_trim(struct topics *topics)
{
	if (topics->kept <= KEPT_MOST)
		return;
	for (size_t i = 0; i < topics->topics; i++) {
		free_topic(topics->at[i]);
		topics->at[i] = NULL;
	}
	topics->kept = 0;
}

