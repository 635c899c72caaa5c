/* beside_work.c: two reports read and compared, a slice at a time. */
#include "views/app_library.h"
#include "views/beside_rows.h"

enum {
	AT_ONCE    = 64 << 10,  /* bytes of both that are compared at once */
	READ_SLICE = 1 << 18    /* bytes of an article read at once */
};

/* The article, of a file its beginning; NULL, and said, when it cannot be
 * read. */
static struct article *
take(struct app *app, const struct chosen *chosen)
{
	struct failure  failure = { 0 };
	struct article *article;

	if (chosen->path == NULL) {
		article = app_library(app, false) == NULL ? NULL
		    : library_article(app->library, chosen->article);
		if (article == NULL && app_library_is_well(app))
			app_say(app, MESSAGE_ARTICLE_UNREADABLE);
		return article;
	}
	article = article_begin(chosen->path, &failure);
	if (article == NULL)
		app_say_failure(app, &failure);
	else
		article->published = app->options->published;
	return article;
}

bool
beside_take(struct beside *beside, struct app *app,
    const struct chosen *first, const struct chosen *second)
{
	beside->article[SIDE_A] = take(app, first);
	beside->article[SIDE_B] = beside->article[SIDE_A] == NULL ? NULL
	    : take(app, second);
	return beside->article[SIDE_B] != NULL;
}

bool
beside_is_brief(const struct beside *beside)
{
	size_t all = 0;

	for (int side = 0; side < SIDES; side++) {
		const struct article *article = beside->article[side];
		size_t size = article_expected_size(article);

		if (size == 0 && !article->complete)
			return false;
		all += size;
	}
	return all <= AT_ONCE;
}

/* What is not read to its end yet; NULL when both are. */
static struct article *
incomplete(const struct beside *beside)
{
	for (int side = 0; side < SIDES; side++)
		if (!beside->article[side]->complete)
			return beside->article[side];
	return NULL;
}

/* Reads a piece of it. When it cannot be read on, which is said, there is no
 * such view any more. */
static bool
read_on(struct article *article, struct app *app)
{
	struct failure failure = { 0 };

	if (article_waits(article)) {
		app->awaited = article_descriptor(article);
		return false;
	}
	if (article_read(article, READ_SLICE, &failure))
		return true;
	app_pop(app);
	app_say_failure(app, &failure);
	return false;
}

static void
compare_on(struct beside *beside, struct app *app)
{
	size_t before = beside->percent;
	double share;

	if (comparing_next(beside->comparing, &share))
		beside->percent = (size_t)(share * 100);
	else {
		beside_free_lines(beside);
		comparison_free(beside->comparison);
		beside->comparison = comparing_end(beside->comparing);
		beside->comparing = NULL;
		beside->compared = true;
	}
	app->changed = app->changed || beside->compared ||
	    beside->percent != before;
}

bool
beside_work(struct view *view, struct app *app)
{
	struct beside  *beside  = (struct beside *)view;
	struct article *article = incomplete(beside);

	if (beside->compared)
		return false;
	if (article != NULL)
		return read_on(article, app);
	if (beside->comparing == NULL)
		beside->comparing = comparing_new(beside->article[SIDE_A],
		    beside->article[SIDE_B], app->models);
	compare_on(beside, app);
	return true;
}
