/* story.c: reports of one event, told from other articles and from copies.
 *
 * Two articles report one event when they are about the same (see profile.h)
 * at the same time. An article joins the story that holds the one most like
 * it, if it is like the story's others as well: else a chain of articles,
 * each a little like the next, would join what has nothing in common. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "library/handle.h"
#include "library/ids.h"
#include "library/neighbour.h"
#include "library/stories.h"
#include "library/profile.h"

/* What makes two articles reports of one event: fitted to 284 pairs of the
 * press that were read and judged, nearly all near the border, among 40,126
 * articles and again among 568, and to 148 pairs among 741 (logistic
 * regression; of pairs left out of the fit in turn 85 in a hundred are told
 * rightly, see tests/library/pairs.tsv). Above 0 they are. Long articles have
 * less in common of what they have, and so have those of a large library,
 * whose words are rarer. */
static const double start         = -13.76;
static const double of_articles   = 0.32;       /* by their logarithm, */
static const double press         = 500;        /* with so many more */
static const double of_words      = 1.13;       /* by their logarithm */
static const double of_known      = 3.01;
static const double of_echoed     = 2.65;       /* by its logarithm */
static const double of_names      = 2.27;
static const double of_copied     = 4.97;
static const double of_numbers    = -0.77;      /* by their logarithm */
static const double of_weekday    = -1.61;      /* when it is another */
static const double of_other_time = -2.50;      /* then it must be a copy */
static const double of_others     = -0.70;      /* mean over the story */
static const double longest       = 800;        /* words */
static const double copied        = 0.50;       /* of the shorter's runs of
                                                 * words */
static const double the_same      = 0.85;       /* of them: another print of
                                                 * one text */

enum { OTHERS = 8 };            /* articles of a story that are compared */

/* How likely the two report one event: its logarithm against the odds. */
static double
evidence(const struct likeness *likeness, double articles)
{
	double sum = start + of_articles * log(articles + press) +
	    of_words * log(fmin((double)likeness->words + 1, longest)) +
	    of_known * likeness->known +
	    of_echoed * log1p(likeness->echoed) +
	    of_names * likeness->names +
	    of_copied * likeness->copied +
	    of_numbers * log1p((double)likeness->numbers);

	/* Bulletins of two days say the same of other things; a page that was
	 * taken twice differs in its date and in what stands beside. */
	if (likeness->other_numbers && likeness->copied < the_same)
		return -1;
	sum += likeness->other_weekday ? of_weekday : 0;
	return sum + (likeness->other_time ? of_other_time : 0);
}

/* Articles being placed. */
struct placing {
	struct library *library;
	struct topics  *topics;
	struct sharers *sharers;
	double          articles;       /* in the library */
	int64_t        *story;          /* [room] by article; 0: none yet */
	size_t          room;
};

static void
keep_story(struct placing *placing, int64_t article, int64_t story)
{
	size_t at = (size_t)article;

	if (at >= placing->room) {
		size_t room = at + 1 + at / 2;

		placing->story = memory_resize(placing->story, room,
		    sizeof *placing->story);
		memset(placing->story + placing->room, 0,
		    (room - placing->room) * sizeof *placing->story);
		placing->room = room;
	}
	placing->story[at] = story;
}

static int64_t
kept_story(const struct placing *placing, int64_t article)
{
	return (size_t)article < placing->room
	    ? placing->story[article] : 0;
}

static struct placing
placing_of(struct library *library, size_t fresh)
{
	struct placing placing = { library, topics_new(library, fresh),
	    sharers_new(library), (double)library_count(library), NULL, 0 };
	struct rows   *rows = store_ask(library->store,
	    "SELECT article, story FROM story", "");

	while (rows_next(rows))
		keep_story(&placing, rows_integer(rows, 0),
		    rows_integer(rows, 1));
	return placing;
}

/* An article that one may report the event of. */
struct kin {
	int64_t article;
	double  evidence;
	double  copied;
};

struct kindred ARRAY_OF(struct kin);

static int
compare_kin(const void *a, const void *b)
{
	const struct kin *x = a;
	const struct kin *y = b;

	if (x->evidence != y->evidence)
		return x->evidence > y->evidence ? -1 : 1;
	return (x->article > y->article) - (x->article < y->article);
}

/* The placed articles that report what it does, the surest first. */
static struct kindred
kindred_of(struct placing *placing, const struct topic *topic)
{
	struct ids     sharers = sharers_of(placing->sharers, topic,
	    placing->story, placing->room);
	struct kindred kindred = { 0 };

	for (size_t i = 0; i < sharers.count; i++) {
		struct kin          kin   = { sharers.at[i], 0, 0 };
		const struct topic *other = topic_of(placing->topics,
		    kin.article);
		struct likeness     likeness;

		if (other == NULL)
			continue;
		likeness = topics_alike(topic, other);
		kin.evidence = evidence(&likeness, placing->articles);
		kin.copied = likeness.copied;
		if (kin.evidence > 0)
			array_add(&kindred, kin);
	}
	array_free(&sharers);
	if (kindred.count > 0)
		qsort(kindred.at, kindred.count, sizeof *kindred.at,
		    compare_kin);
	return kindred;
}

/* Whether it is like the story's others, too. */
static bool
is_like_story(struct placing *placing, const struct topic *topic,
    int64_t story)
{
	struct rows *rows = store_ask(placing->library->store,
	    "SELECT article FROM story WHERE story = ? ORDER BY article DESC"
	    " LIMIT ?", "ii", story, (int64_t)OTHERS);
	double       sum   = 0;
	size_t       count = 0;

	while (rows_next(rows)) {
		const struct topic *other = topic_of(placing->topics,
		    rows_integer(rows, 0));
		struct likeness     likeness;

		if (other == NULL)
			continue;
		likeness = topics_alike(topic, other);
		sum += evidence(&likeness, placing->articles);
		count++;
	}
	return count > 0 && sum / (double)count >= of_others;
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
place(struct placing *placing, int64_t article)
{
	const struct topic *topic   = topic_of_fresh(placing->topics,
	    article);
	struct kindred      kindred = { 0 };
	int64_t             story   = article, copy_of = 0;

	if (topic != NULL)
		kindred = kindred_of(placing, topic);
	for (size_t i = 0; i < kindred.count && i < OTHERS; i++) {
		const struct kin *kin = &kindred.at[i];

		if (!is_like_story(placing, topic, kept_story(placing,
		    kin->article)))
			continue;
		story = kept_story(placing, kin->article);
		copy_of = kin->copied >= copied ? kin->article : 0;
		break;
	}
	array_free(&kindred);
	keep_story(placing, article, story);
	return put_story(placing->library, article, story, copy_of);
}

/* The next article without a story, by the day lists sort it under. */
static int64_t
next_unplaced(struct library *library)
{
	return store_number(library->store, 0, "SELECT id FROM article"
	    " WHERE id NOT IN (SELECT article FROM story) LIMIT 1", "");
}

struct placement {
	struct placing placing;
	struct ids     ids;             /* to be placed, by day */
	size_t         at;
};

struct placement *
library_placement_new(struct library *library)
{
	struct placement *placement = memory_new(1, sizeof *placement);
	struct rows      *rows      = store_ask(library->store, "SELECT id"
	    " FROM article WHERE id NOT IN (SELECT article FROM story)"
	    " ORDER BY day, id", "");

	while (rows_next(rows))
		array_add(&placement->ids, rows_integer(rows, 0));
	placement->placing = placing_of(library, placement->ids.count);
	return placement;
}

bool
library_placement_next(struct placement *placement, size_t *left)
{
	struct placing *placing = &placement->placing;

	*left = placement->ids.count - placement->at;
	if (*left == 0)
		return false;
	topics_trim(placing->topics);
	return library_begin(placing->library) &&
	    place(placing, placement->ids.at[placement->at++]) &&
	    library_end_in_time(placing->library);
}

bool
library_placement_end(struct placement *placement)
{
	struct library *library;
	bool            done;

	if (placement == NULL)
		return true;
	library = placement->placing.library;
	done = placement->at == 0 || (library_begin(library) &&
	    topics_keep(placement->placing.topics));
	done = library_end(library) && done;
	topics_free(placement->placing.topics);
	sharers_free(placement->placing.sharers);
	free(placement->placing.story);
	array_free(&placement->ids);
	free(placement);
	return done;
}

bool
library_place_stories(struct library *library, library_going *going,
    void *context)
{
	struct placement *placement;
	size_t            left = 0;

	if (next_unplaced(library) == 0)
		return true;
	library_merge(library);
	placement = library_placement_new(library);
	while ((going == NULL || going(placement->at, placement->ids.count,
	    context)) && library_placement_next(placement, &left))
		continue;
	return library_placement_end(placement) &&
	    store_failure(library->store)->kind == FAILURE_NONE;
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
	return read_story(library, store_number(library->store, 0,
	    "SELECT story FROM story WHERE article = ?", "i", article));
}
