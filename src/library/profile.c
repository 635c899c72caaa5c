/* profile.c: what an article is about: its words, the rarer the weightier. */
#include "library/profile.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "library/figure.h"
#include "library/ids.h"
#include "library/leaders.h"
#include "library/rarity.h"
#include "library/keywords.h"

enum {
	KEPT_MOST = 20000,      /* topics, some 4 kB each */
	MONTH     = 31
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
topics_new(struct library *library, size_t fresh)
{
	struct topics *topics = memory_new(1, sizeof *topics);

	topics->library = library;
	topics->rarities = rarities_new(library, fresh);
	topics->leaders = leaders_new(library);
	return topics;
}

bool
topics_keep(const struct topics *topics)
{
	return rarities_keep(topics->rarities);
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
	    "SELECT first, last FROM dated WHERE article = ?"
	    " AND last - first < ?", "ii", topic->article, (int64_t)MONTH);

	while (rows_next(rows))
		array_add(&topic->periods, (struct period){
		    rows_integer(rows, 0), rows_integer(rows, 1) });
}

static struct topic *
read_topic(struct topics *topics, int64_t id, bool fresh)
{
	struct article *article = library_article(topics->library, id);
	struct topic   *topic;

	if (article == NULL)
		return NULL;
	topic = memory_new(1, sizeof *topic);
	topic->article = id;
	topic->most = pow(log(rarities_all(topics->rarities)), 2);
	topic->dated = day_is_known(article->published);
	if (topic->dated)
		topic->day = day_number(article->published);
	topic_add_words(topic, article, topics->rarities, fresh);
	add_names(topics, topic);
	add_periods(topics, topic);
	library_article_free(article);
	return topic;
}

/* Where the article's topic is kept; NULL there: not read yet. */
static struct topic **
place_of(struct topics *topics, int64_t article)
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
	return &topics->at[at];
}

static const struct topic *
kept_topic(struct topics *topics, int64_t article, bool fresh)
{
	struct topic **place = place_of(topics, article);

	if (*place == NULL) {
		*place = read_topic(topics, article, fresh);
		topics->kept++;
	}
	return *place;
}

const struct topic *
topic_of(struct topics *topics, int64_t article)
{
	return kept_topic(topics, article, false);
}

const struct topic *
topic_of_fresh(struct topics *topics, int64_t article)
{
	return kept_topic(topics, article, true);
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

