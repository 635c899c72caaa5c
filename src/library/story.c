/* story.c: reports of one event, told from other articles and from copies.
 *
 * Two articles report one event when they are about the same (see topic.h)
 * at the same time. An article joins the story that holds the one most like
 * it, if it is like the story's others as well: else a chain of articles,
 * each a little like the next, would join what has nothing in common. */
#include <stdlib.h>

#include "language/token.h"
#include "library/ids.h"
#include "library/library.h"
#include "library/topic.h"
#include "library/words.h"

/* Tried on 739 articles of the press, all pairs that come near read. */
static const double alike_enough     = 0.28;    /* the one most like it */
static const double alike_same_time  = 0.24;
static const double alike_lead       = 0.12;
static const double alike_other_time = 0.60;    /* a copy, at another time */
static const double alike_others     = 0.18;    /* mean over the story */
static const double copied        = 0.50;       /* of the shorter's runs of
                                                 * words */

enum {
	SHARED      = 2,        /* rare words that others must have */
	CANDIDATES  = 400,      /* articles a rare word brings in, all told */
	OTHERS      = 8,        /* articles of a story that are compared */
	RUN         = 4         /* words of a shingle */
};

/* Articles that have some of the topic's rare words, each as often as it has
 * one. */
static struct ids
sharing_words(struct library *library, const struct topic *topic)
{
	struct ids ids = { 0 };

	for (size_t i = 0; i < topic->rarest && ids.count < CANDIDATES *
	    SHARED; i++) {
		struct buffer match = { 0 };
		struct rows  *rows;

		array_add(&match, '"');
		buffer_add_string(&match, topic->rare[i]);
		array_add(&match, '"');
		array_add(&match, '\0');
		rows = store_ask(library->store,
		    "SELECT rowid FROM word WHERE word MATCH ?", "t",
		    match.at);
		while (rows_next(rows))
			if (rows_integer(rows, 0) != topic->article)
				array_add(&ids, rows_integer(rows, 0));
		array_free(&match);
	}
	return ids;
}

static int
compare(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a;
	int64_t y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* Those that share at least SHARED of them. */
static struct ids
candidates_of(struct library *library, const struct topic *topic)
{
	struct ids all    = sharing_words(library, topic);
	struct ids chosen = { 0 };

	if (all.count > 0)
		qsort(all.at, all.count, sizeof *all.at, compare);
	for (size_t i = 0, next; i < all.count; i = next) {
		for (next = i; next < all.count && all.at[next] == all.at[i];
		    next++)
			;
		if (next - i >= SHARED)
			array_add(&chosen, all.at[i]);
	}
	array_free(&all);
	return chosen;
}

/* How much more alike they are than two that report one event must be; below
 * 0 they are not reports of one. */
static double
beyond(const struct topic *a, const struct topic *b)
{
	struct likeness likeness = topics_alike(a, b);
	double          alike    = likeness.whole;

	if (likeness.other_numbers || likeness.lead < alike_lead)
		return -1;
	if (likeness.same_time)
		return alike - alike_same_time;
	return alike - (likeness.other_time ? alike_other_time
	    : alike_enough);
}

static int64_t
story_of(struct library *library, int64_t article)
{
	return store_number(library->store, 0,
	    "SELECT story FROM story WHERE article = ?", "i", article);
}

/* The mean of the article's likeness to those of the story. */
static double
alike_story(struct topics *topics, struct library *library,
    const struct topic *topic, int64_t story)
{
	struct rows *rows = store_ask(library->store,
	    "SELECT article FROM story WHERE story = ? ORDER BY article DESC"
	    " LIMIT ?", "ii", story, (int64_t)OTHERS);
	double       sum   = 0;
	size_t       count = 0;

	while (rows_next(rows)) {
		const struct topic *other = topic_of(topics,
		    rows_integer(rows, 0));

		if (other == NULL)
			continue;
		sum += topics_alike(topic, other).whole;
		count++;
	}
	return count > 0 ? sum / (double)count : 0;
}

/* How much of the shorter text stands in the other in the same words. */
static double
copied_part(struct library *library, int64_t a, int64_t b)
{
	struct article *articles[] = { library_article(library, a),
	    library_article(library, b) };
	struct word_set sets[2] = { { 0 }, { 0 } };
	size_t          least   = 0;
	double          part    = 0;

	for (int i = 0; i < 2; i++) {
		struct tokens tokens;

		if (articles[i] == NULL)
			continue;
		tokens = tokens_split(articles[i], 0,
		    articles[i]->parts.count);
		sets[i] = shingles_of(&tokens, RUN);
		tokens_free(&tokens);
		library_article_free(articles[i]);
	}
	least = sets[0].count < sets[1].count ? sets[0].count : sets[1].count;
	if (least > 0)
		part = (double)word_set_common(&sets[0], &sets[1]) /
		    (double)least;
	array_free(&sets[0]);
	array_free(&sets[1]);
	return part;
}

/* The one most like the article among those that are placed; 0: none is like
 * enough. */
static int64_t
most_alike(struct topics *topics, struct library *library,
    const struct topic *topic)
{
	struct ids candidates = candidates_of(library, topic);
	int64_t    best = 0;
	double     most = 0;

	for (size_t i = 0; i < candidates.count; i++) {
		const struct topic *other;
		double              more;

		if (story_of(library, candidates.at[i]) == 0)
			continue;
		other = topic_of(topics, candidates.at[i]);
		if (other == NULL)
			continue;
		more = beyond(topic, other);
		if (more < most)
			continue;
		most = more;
		best = candidates.at[i];
	}
	array_free(&candidates);
	return best;
}

static bool
put_story(struct library *library, int64_t article, int64_t story,
    int64_t copy_of)
{
	return store_do(library->store, "INSERT OR REPLACE INTO story"
	    " (article, story, copy_of) VALUES (?, ?, ?)", "iii", article,
	    story, copy_of);
}

static bool
place(struct topics *topics, struct library *library, int64_t article)
{
	const struct topic *topic = topic_of(topics, article);
	int64_t             story = 0, other = 0, copy_of = 0;

	if (topic != NULL)
		other = most_alike(topics, library, topic);
	if (other != 0) {
		story = story_of(library, other);
		if (alike_story(topics, library, topic, story) <
		    alike_others)
			story = 0;
		else if (copied_part(library, article, other) >= copied)
			copy_of = other;
	}
	return put_story(library, article, story != 0 ? story : article,
	    copy_of);
}

/* The next article without a story, by the day lists sort it under. */
static int64_t
next_unplaced(struct library *library)
{
	return store_number(library->store, 0, "SELECT id FROM article"
	    " WHERE id NOT IN (SELECT article FROM story) LIMIT 1", "");
}

bool
library_place_stories(struct library *library, library_going *going,
    void *context)
{
	struct topics *topics;
	struct ids     ids  = { 0 };
	bool           done = true;
	struct rows   *rows;

	if (next_unplaced(library) == 0)
		return true;
	rows = store_ask(library->store, "SELECT id FROM article"
	    " WHERE id NOT IN (SELECT article FROM story) ORDER BY day, id",
	    "");
	while (rows_next(rows))
		array_add(&ids, rows_integer(rows, 0));
	topics = topics_new(library);
	for (size_t i = 0; done && i < ids.count && (going == NULL ||
	    going(i, ids.count, context)); i++) {
		topics_trim(topics);
		done = library_begin(library) &&
		    place(topics, library, ids.at[i]) &&
		    library_end_in_time(library);
	}
	topics_free(topics);
	array_free(&ids);
	return library_end(library) && done;
}

void
story_free(struct story *story)
{
	free(story->article);
	free(story->copy_of);
	*story = (struct story){ 0 };
}

void
stories_free(struct stories *stories)
{
	for (size_t i = 0; i < stories->count; i++)
		story_free(&stories->at[i]);
	array_free(stories);
}

static struct story
read_story(struct library *library, int64_t id)
{
	struct story story    = { .id = id };
	struct ids   articles = { 0 };
	struct ids   copies   = { 0 };
	struct rows *rows     = store_ask(library->store,
	    "SELECT story.article, story.copy_of FROM story"
	    " JOIN article ON article.id = story.article"
	    " WHERE story.story = ? ORDER BY article.day, article.id", "i",
	    id);

	while (rows_next(rows)) {
		array_add(&articles, rows_integer(rows, 0));
		array_add(&copies, rows_integer(rows, 1));
	}
	story.article = articles.at;
	story.copy_of = copies.at;
	story.articles = articles.count;
	return story;
}

struct stories
library_stories(struct library *library, size_t most)
{
	struct stories stories = { 0 };
	struct rows   *rows;

	if (!store_is_read_only(library->store))
		library_place_stories(library, NULL, NULL);
	rows = store_ask(library->store, "SELECT story.story FROM story"
	    " JOIN article ON article.id = story.article"
	    " GROUP BY story.story HAVING count(*) > 1"
	    " ORDER BY max(article.day) DESC, story.story DESC LIMIT ?", "i",
	    (int64_t)most);
	while (rows_next(rows))
		array_add(&stories, read_story(library,
		    rows_integer(rows, 0)));
	return stories;
}

struct story
library_story_of(struct library *library, int64_t article)
{
	if (!store_is_read_only(library->store))
		library_place_stories(library, NULL, NULL);
	return read_story(library, story_of(library, article));
}
