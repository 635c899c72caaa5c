/* app_library.c: the library as the views have it. */
#include "views/app_library.h"

#include <errno.h>

#include "library/reading.h"
#include "library/stories.h"
#include "views/corrections.h"

enum {
	PATIENCE   = 1000,      /* ms to wait for another writer: a hand on
	                         * the keys waits too */
	TELL_EVERY = 16,        /* articles between two words of progress */
	PLACED_AT_ONCE = 20     /* articles whose stories are found at once */
};

static void
say_failure(struct app *app, const struct failure *failure)
{
	if (failure->kind == FAILURE_SYSTEM && failure->error == ENOTSUP)
		app_say_about(app, MESSAGE_LIBRARY_LATER, failure->where);
	else if (failure->kind == FAILURE_SYSTEM && failure->error == EBUSY)
		app_say(app, MESSAGE_LIBRARY_BUSY);
	else
		app_say_failure(app, failure);
}

/* Begins to make the index anew where that is needed and can be done. */
static void
begin_reindex(struct app *app)
{
	app->index = (struct shelf_index){
		.openings = app->library_openings
	};
	if (library_state(app->library) == LIBRARY_READ_ONLY ||
	    !library_is_outdated(app->library) || app_models(app) == NULL ||
	    !library_reindex_begin(app->library))
		return;
	app->index.going = true;
	app->index.all = library_count(app->library);
}

static void
take_open(struct app *app)
{
	app->library_openings++;
	app->library_changes++;
	library_set_patience(app->library, PATIENCE);
	if (library_state(app->library) == LIBRARY_REBUILT &&
	    library_set_aside(app->library) != NULL)
		app_say_about(app, MESSAGE_LIBRARY_REBUILT,
		    library_set_aside(app->library));
	if (library_lacks_journal(app->library))
		app_say_about(app, MESSAGE_LIBRARY_NO_JOURNAL,
		    library_path(app->library));
}

static bool
is_no_place(const struct failure *failure)
{
	return failure->kind == FAILURE_SYSTEM && (failure->error == ENOENT ||
	    failure->error == ENOTDIR || failure->error == EACCES ||
	    failure->error == EROFS);
}

static struct library *
open_library(struct app *app, bool make, bool unasked)
{
	struct failure failure = { 0 };

	if (app->library != NULL || app->library_refused)
		return app->library;
	app->library = library_open(app->options->library, make
	    ? LIBRARY_MAKE : LIBRARY_WRITE, &failure);
	if (app->library != NULL) {
		take_open(app);
		return app->library;
	}
	if (!make && failure.kind == FAILURE_SYSTEM &&
	    (failure.error == ENOENT || failure.error == ENOTDIR))
		return NULL;
	if (!unasked || !is_no_place(&failure))
		say_failure(app, &failure);
	app->library_refused = true;
	return NULL;
}

struct library *
app_library(struct app *app, bool make)
{
	struct library *library = open_library(app, make, false);

	if (library != NULL && app->index.openings != app->library_openings)
		begin_reindex(app);
	return library;
}

struct library *
app_library_of_reader(struct app *app)
{
	return open_library(app, false, false);
}

static void
end_placing(struct app *app)
{
	library_placement_end(app->placing);
	app->placing = NULL;
}

bool
app_library_is_well(struct app *app)
{
	struct failure failure;

	if (app->library == NULL)
		return false;
	failure = library_failure(app->library);
	if (failure.kind == FAILURE_NONE)
		return true;
	if (failure.kind != FAILURE_DAMAGED) {
		say_failure(app, &failure);
		return false;
	}
	app->index = (struct shelf_index){ 0 };
	end_placing(app);
	if (library_mend(&app->library, &failure))
		take_open(app);
	else {
		say_failure(app, &failure);
		app->library_refused = true;
	}
	return false;
}

bool
app_library_keeps(struct app *app, bool unasked)
{
	struct library *library = open_library(app, true, unasked);

	if (library != NULL && library_state(library) != LIBRARY_READ_ONLY)
		return true;
	if (unasked ? library != NULL && !app->told_not_kept
	    : app->notice.count == 0)
		app_say(app, MESSAGE_NOT_KEPT);
	app->told_not_kept = true;
	return false;
}

static void
tell_progress(struct app *app)
{
	const struct shelf_index *index = &app->index;
	struct argument value[2] = {
		{ .number = index->done }, { .number = index->all }
	};

	if (index->done % TELL_EVERY == 0 || index->done == index->all)
		app_say_with(app, MESSAGE_REINDEXING, value, 2);
}

/* -- what was decided of names -------------------------------------------- */

/* Of the decisions only their number is looked at, which is cheap. */
static bool
is_heeded(const struct app *app)
{
	const struct shelf_heeding *heeding = &app->heeding;

	return app->library == NULL || app->index.going ||
	    library_state(app->library) == LIBRARY_READ_ONLY ||
	    (!heeding->going && heeding->openings == app->library_openings &&
	    (app->models == NULL || app->models->corrections == NULL ||
	    app->models->corrections->count == heeding->decisions));
}

/* Whether the library's names were read by other decisions; those are then
 * taken over, and the articles they concern are to be read anew. Nothing
 * else than the decisions is loaded where they are the same. */
static bool
begin_heeding(struct app *app)
{
	struct failure             failure = { 0 };
	struct corrections        *loaded  = app->models == NULL
	    ? corrections_load(&failure) : NULL;
	const struct corrections  *decided = app->models == NULL ? loaded
	    : app->models->corrections;
	bool                       same    = library_heeds(app->library,
	    decided);

	app->heeding.openings = app->library_openings;
	app->heeding.decisions = decided == NULL ? 0 : decided->count;
	corrections_free(loaded);
	app->heeding.going = !same && app_models(app) != NULL &&
	    library_heed(app->library, app->models->corrections);
	app->library_changes += app->heeding.going;
	return app_library_is_well(app) && app->heeding.going;
}

static bool
heed_on(struct app *app)
{
	if (is_heeded(app))
		return false;
	if (!app->rested) {
		app->rest_wanted = true;
		return false;
	}
	if (!app->heeding.going)
		return begin_heeding(app);
	if (library_heed_next(app->library, app->models))
		return true;
	app->heeding.going = false;
	app->library_changes++;
	app->changed = true;
	library_settle(app->library);
	return app_library_is_well(app);
}

static void
tell_placing(struct app *app, size_t left)
{
	size_t          all      = library_count(app->library);
	struct argument value[2] = {
		{ .number = all > left ? all - left : 0 }, { .number = all }
	};

	app_say_with(app, MESSAGE_STORY_PLACING, value, 2);
}

/* Places an article, a thousandth of a second's work or so. */
static bool
place_on(struct app *app)
{
	size_t left;

	if (app->placing == NULL)
		return false;
	if (library_placement_next(app->placing, &left)) {
		if (app->story_asked && left % TELL_EVERY == 0)
			tell_placing(app, left);
		return true;
	}
	end_placing(app);
	if (app_library_is_well(app) && app->story_asked)
		app_say(app, MESSAGE_STORY_PLACED);
	app->story_asked = false;
	return false;
}

static void
begin_placing(struct app *app)
{
	if (app->placing == NULL)
		app->placing = library_placement_new(app->library);
}

bool
app_library_has_stories(struct app *app)
{
	struct library *library = app_library(app, false);
	size_t          left;

	if (library == NULL || app->index.going)
		return false;
	left = library_unplaced(library);
	if (left < PLACED_AT_ONCE ||
	    library_state(library) == LIBRARY_READ_ONLY)
		return true;
	begin_placing(app);
	app->story_asked = true;
	tell_placing(app, left);
	return false;
}

bool
app_library_work(struct app *app)
{
	struct shelf_index *index = &app->index;

	if (!index->going)
		return place_on(app) || heed_on(app);
	if (library_reindex_next(app->library, app_models(app), &index->at)) {
		index->done++;
		tell_progress(app);
		return true;
	}
	index->going = false;
	if (library_settle(app->library) && app_library_is_well(app))
		app_say(app, MESSAGE_REINDEXED);
	begin_placing(app);
	app->library_changes++;
	return false;
}

void
app_library_pause(struct app *app)
{
	if ((app->index.going || app->heeding.going ||
	    app->placing != NULL) &&
	    !library_settle(app->library))
		app_library_is_well(app);
}

void
app_library_close(struct app *app)
{
	end_placing(app);
	library_close(app->library);
	app->library = NULL;
}
