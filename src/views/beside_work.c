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
	article = article_open(chosen->path, &failure);
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
		size_t size = article->complete ? article->text.count
		    : article_source_size(article);

		if (size == 0 && !article->complete)
			return false;
		all += size;
	}
	return all <= AT_ONCE;
}

/* Reads a piece of either; false when both are there, or, which is said, one
 * cannot be read on: then there is no such view any more. */
static bool
read_on(struct beside *beside, struct app *app, bool *failed)
{
	struct failure failure = { 0 };

	for (int side = 0; side < SIDES; side++) {
		struct article *article = beside->article[side];

		if (article->complete)
			continue;
		*failed = !article_read(article, READ_SLICE, &failure);
		if (*failed) {
			app_pop(app);
			app_say_failure(app, &failure);
		}
		return !*failed;
	}
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
	struct beside *beside = (struct beside *)view;
	bool           failed = false;

	if (beside->compared)
		return false;
	if (beside->comparing == NULL && read_on(beside, app, &failed))
		return true;
	if (failed)
		return false;
	if (beside->comparing == NULL)
		beside->comparing = comparing_new(beside->article[SIDE_A],
		    beside->article[SIDE_B], app->models);
	compare_on(beside, app);
	return true;
}
