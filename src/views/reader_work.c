/* reader_work.c: what the reader does while no key waits: it reads on,
 * analyses what is near the screen, and counts rows and hits. */
#include "views/reader.h"

#include "bytes/utf8.h"

enum {
	READ_SLICE = 1 << 18,           /* bytes read on at once … */
	READ_NEXT  = 1 << 15,           /* … or for the next pages alone */
	READ_AHEAD = 1 << 15,           /* bytes that are read before they
	                                 * come to the screen */
	NEAR       = 12 << 10,          /* bytes around the top whose names
	                                 * are found … */
	NEXT       = 4 << 10            /* … when those of so many bytes
	                                 * behind the screen are not */
};

/* A percentage is one of what is expected, and that is told better as more
 * is read. */
static size_t
byte_of_goal(const struct reader *reader)
{
	size_t size = article_expected_size(reader->article);

	if (reader->goal != GOAL_PERCENT)
		return reader->goal;
	return size == 0 || reader->percent >= 100 ? SIZE_MAX
	    : (size_t)((double)size * (double)reader->percent / 100);
}

void
reader_reach_goal(struct reader *reader)
{
	const struct article *article = reader->article;
	size_t                byte    = byte_of_goal(reader);

	if (reader->goal == GOAL_NONE)
		return;
	if (byte < article->text.count)
		page_to(&reader->page, byte);
	else if (article->complete)
		page_to_end(&reader->page);
	else
		return;
	reader->goal = GOAL_NONE;
}

bool
reader_is_reading(const struct reader *reader)
{
	return !reader->article->complete && (reader->goal != GOAL_NONE ||
	    reader->index_wanted || reader->search.needle != NULL);
}

/* Whether less is there than may come to the screen so many rows on. */
static bool
lacks_text(const struct reader *reader, size_t rows)
{
	return !reader->article->complete && reader->article->text.count <
	    page_span(&reader->page).end + READ_AHEAD +
	    rows * reader->progress.width * UTF8_MOST;
}

static void
read_slice(struct reader *reader, struct app *app)
{
	struct failure failure = { 0 };
	size_t         most    = reader_is_reading(reader)
	    ? READ_SLICE : READ_NEXT;

	if (!article_read(reader->article, most, &failure))
		app_say_failure(app, &failure);
	reader_tell_oddities(reader, app);
	app->changed = true;
}

void
reader_read_ahead(struct reader *reader, struct app *app, size_t rows)
{
	while (lacks_text(reader, rows) && !article_waits(reader->article))
		read_slice(reader, app);
}

static bool
read_on(struct reader *reader, struct app *app)
{
	if (!reader_is_reading(reader) && !lacks_text(reader, 0))
		return false;
	if (article_waits(reader->article)) {
		app->awaited = article_descriptor(reader->article);
		return false;
	}
	read_slice(reader, app);
	reader_reach_goal(reader);
	return true;
}

/* The rest of a pipe comes when it comes. */
bool
reader_awaits(const struct reader *reader)
{
	return (reader_is_reading(reader) || lacks_text(reader, 0)) &&
	    article_waits(reader->article);
}

/* The parts whose names are wanted: all of a short article, or for the
 * index; of a long one those around the screen. */
static void
parts_wanted(const struct reader *reader, size_t *first, size_t *end)
{
	const struct article *article = reader->article;
	size_t                top     = reader->page.top.byte;

	*first = 0;
	*end = article->parts.count;
	if (reader->index_wanted || (article->complete &&
	    article->text.count <= ANALYSIS_CHAPTER))
		return;
	*first = article_part_at(article, top > NEAR ? top - NEAR : 0);
	*end = article_part_at(article, top + NEAR);
	/* The last part may still grow. */
	if (!article->complete && *end >= article->parts.count)
		*end = article->parts.count > 0 ? article->parts.count - 1 : 0;
}

/* An analysis that begins at part `first`. What was found of the day of
 * publication stays. */
static bool
begin_analysis(struct reader *reader, struct app *app, size_t first)
{
	const struct models *models = app_models(app);
	struct day           day    = { 0 };

	if (models == NULL)
		return false;
	if (reader->analysis != NULL)
		day = reader->analysis->published;
	analysis_free(reader->analysis);
	reader->analysis = analysis_new(models, app->entities);
	reader->analysis->published = day;
	reader->analysis->parts = first;
	reader->analysed = first;
	reader->focus = NO_FOCUS;
	reader->analyses++;
	return true;
}

/* Whether the analysis, going on, comes to the parts from `first` on without
 * having missed any or being far behind. */
static bool
leads_to(const struct reader *reader, size_t first)
{
	const struct analysis *analysis = reader->analysis;

	return analysis != NULL && (first == 0 || first <= analysis->parts) &&
	    (reader->analysed == 0 || first >= reader->analysed);
}

/* Whether what comes to the screen next is analysed; a few bytes more at
 * every page would cost more than many now and then. */
static bool
is_ahead(const struct reader *reader, size_t end)
{
	size_t next = page_span(&reader->page).end + NEXT;

	return end < reader->article->parts.count && reader->analysis->parts >
	    article_part_at(reader->article, next);
}

static bool
analyse_on(struct reader *reader, struct app *app)
{
	struct article window = *reader->article;
	size_t         first;

	parts_wanted(reader, &first, &window.parts.count);
	if (reader->index_wanted && !window.complete)
		return false;
	if (!leads_to(reader, first) && !begin_analysis(reader, app, first))
		return false;
	if (reader->analysis->parts >= window.parts.count ||
	    is_ahead(reader, window.parts.count))
		return false;
	/* The language layer is shown an article that ends here, so that it
	 * does not wait for a whole chapter. */
	window.complete = true;
	app->changed = true;
	return analysis_advance(reader->analysis, &window);
}

void
reader_analyse(struct reader *reader, struct app *app)
{
	while (analyse_on(reader, app))
		continue;
}

void
reader_analyse_anew(struct reader *reader, struct app *app)
{
	const struct mentions *mentions;
	size_t                 part = article_part_at(reader->article,
	    reader->spot.start);
	size_t                 at;

	entities_free(app->entities);
	app->entities = entities_new();
	if (!begin_analysis(reader, app, reader->analysed))
		return;
	while (reader->analysis->parts <= part && analyse_on(reader, app))
		continue;
	mentions = &reader->analysis->mentions;
	at = mentions_at(mentions, reader->spot.start);
	if (at < mentions->count && span_overlaps(mentions->at[at].span,
	    reader->spot))
		reader->focus = at;
}

/* Who pages on, or on to the next article, does not wait for names that he
 * passes over. */
static bool
analyse_at_rest(struct reader *reader, struct app *app)
{
	if (app->rested || reader->index_wanted)
		return analyse_on(reader, app);
	app->rest_wanted = true;
	return false;
}

static bool
count_on(struct reader *reader, struct app *app)
{
	bool more = search_count(&reader->search, reader->article);

	if (!more)
		more = progress_work(&reader->progress, reader->blocks,
		    reader->article);
	app->changed = app->changed || !more;
	return more;
}

bool
reader_work(struct view *view, struct app *app)
{
	struct reader *reader = (struct reader *)view;

	return reader_search_on(reader, app) || read_on(reader, app) ||
	    analyse_at_rest(reader, app) || count_on(reader, app);
}
