/* library_view.c: the library's commands that hold in every view, and its
 * articles opened. */
#include "views/library_view.h"

#include <string.h>

#include "language/fold.h"
#include "library/figures.h"
#include "library/period.h"
#include "library/stories.h"
#include "views/app_library.h"
#include "views/beside.h"
#include "views/keep.h"
#include "views/names.h"
#include "views/reader.h"

static struct article *
take_article(struct app *app, int64_t id)
{
	struct library *library = app_library(app, false);
	struct article *article;

	if (library == NULL)
		return NULL;
	article = library_article(library, id);
	if (article == NULL && app_library_is_well(app))
		app_say(app, MESSAGE_ARTICLE_UNREADABLE);
	return article;
}

bool
library_read(struct app *app, int64_t id)
{
	struct article *article = take_article(app, id);

	if (article != NULL)
		app_push(app, reader_new(app, article));
	return article != NULL;
}

/* Puts a reader on top whose hits are `places`, at the one at `first`. */
static void
read_marked(struct app *app, struct article *article, const char *typed,
    size_t size, const struct spans *places, size_t byte)
{
	struct view   *view   = reader_new(app, article);
	struct reader *reader = (struct reader *)view;

	search_start_at(&reader->search, typed, size, places->at,
	    places->count);
	reader_go(view, byte);
	app_push_placed(app, view);
}

bool
library_read_at(struct app *app, int64_t id, size_t byte, struct span mark)
{
	struct article *article = take_article(app, id);
	struct spans    places  = { 0 };

	if (article == NULL)
		return false;
	if (mark.end <= article->text.count && !span_is_empty(mark))
		array_add(&places, mark);
	read_marked(app, article, article->text.at + mark.start,
	    places.count > 0 ? span_size(mark) : 0, &places, byte);
	array_free(&places);
	return true;
}

bool
library_read_found(struct app *app, int64_t id, const struct query *query,
    const struct buffer *typed)
{
	struct article *article = take_article(app, id);
	struct spans    places;

	if (article == NULL)
		return false;
	places = query_spans(query, article);
	if (places.count > 0)
		read_marked(app, article, typed->at, typed->count, &places,
		    places.at[0].start);
	else
		app_push(app, reader_new(app, article));
	array_free(&places);
	return true;
}

void
library_show_story(struct app *app, int64_t id)
{
	struct library    *library = app_library(app, false);
	struct article_ids ids     = { 0 };
	struct story       story;

	if (library == NULL || id == 0) {
		app_say(app, MESSAGE_STORY_NONE);
		return;
	}
	if (!app_library_has_stories(app))
		return;
	story = library_story_of(library, id);
	for (size_t i = 0; i < story.articles; i++)
		if (story.article[i] != id)
			array_add(&ids, story.article[i]);
	story_free(&story);
	if (!app_library_is_well(app))
		array_free(&ids);
	else if (ids.count == 0)
		app_say(app, MESSAGE_STORY_ALONE);
	else
		app_push(app, library_shelf_of(&ids, MESSAGE_STORY_TITLE,
		    id));
}

static void
forget_chosen(struct app *app)
{
	free(app->chosen.path);
	app->chosen = (struct chosen){ 0 };
}

static bool
is_chosen(const struct app *app, int64_t id, const char *path)
{
	if (app->chosen.path != NULL)
		return path != NULL && strcmp(path, app->chosen.path) == 0;
	return id != 0 && app->chosen.article == id;
}

void
library_choose(struct app *app, int64_t id, const char *path)
{
	struct chosen second = { id, NULL };

	if (is_chosen(app, id, path)) {
		forget_chosen(app);
		app_say(app, MESSAGE_COMPARE_FREED);
	} else if (app->chosen.path == NULL && app->chosen.article == 0) {
		app->chosen.article = id;
		if (path != NULL)
			app->chosen.path = memory_string(path, strlen(path));
		app_say_about(app, MESSAGE_COMPARE_FIRST, "c");
	} else {
		if (path != NULL)
			second.path = memory_string(path, strlen(path));
		beside_show(app, &app->chosen, &second);
		free(second.path);
		forget_chosen(app);
	}
}

/* The reader on top, or right below the box of a name; else NULL. */
static struct reader *
reader_of(const struct app *app)
{
	size_t       count = app->views.count;
	struct view *view  = app_top(app);

	if (count > 1 && view->kind->keys == KEYS_OF_CARD)
		view = app->views.at[count - 2];
	return view_is_reader(view) ? (struct reader *)view : NULL;
}

/* The library's article that is being read; 0 when there is none. */
static int64_t
article_read_now(struct app *app)
{
	struct reader  *reader  = reader_of(app);
	struct library *library = app_library(app, false);
	int64_t         key;

	if (reader == NULL || library == NULL ||
	    !keep_key(&reader->view, &key))
		return 0;
	return library_of_key(library, key);
}

/* In an article: with the other report of its event when there is one, else
 * with one that is chosen. */
static void
compare_read(struct app *app, const struct reader *reader)
{
	int64_t      id   = article_read_now(app);
	const char  *path = reader->article->name;
	size_t       others;
	int64_t      other;
	struct story story;

	if (app->chosen.path == NULL && app->chosen.article == 0 && id != 0 &&
	    app_library_has_stories(app)) {
		story = library_story_of(app->library, id);
		others = story.articles;
		if (others == 2) {
			other = story.article[story.article[0] == id];
			app->chosen.article = id;
			library_choose(app, other, NULL);
		}
		story_free(&story);
		if (others > 2)
			library_show_story(app, id);
		if (others >= 2)
			return;
	}
	if (id == 0 && strcmp(path, "-") == 0)
		app_say(app, MESSAGE_STORY_NONE);
	else
		library_choose(app, id, id != 0 ? NULL : path);
}

/* The figure that the entity is in the library: of that very name, else of
 * one that has its words. */
static int64_t
figure_of(struct library *library, const struct entity *entity)
{
	struct buffer  folded = { 0 };
	struct figures figures;
	int64_t        figure;

	fold_text(entity->name, strlen(entity->name), &folded);
	array_add(&folded, '\0');
	figure = library_figure_called(library, entity->kind, folded.at);
	array_free(&folded);
	if (figure != 0)
		return figure;
	figures = library_figures(library, entity->kind, entity->name, 0, 1);
	figure = figures.count > 0 ? figures.at[0].id : 0;
	figures_free(&figures);
	return figure;
}

static void
show_own_dates(struct app *app, struct reader *reader)
{
	reader->index_wanted = true;
	app_push(app, names_new_dates(reader));
}

/* A date has no page; but the library tells what is dated to that day. */
static void
show_day(struct app *app, struct reader *reader, size_t mention)
{
	const struct analysis *analysis = reader->analysis;
	uint32_t               date     = analysis->mentions.at[mention].date;
	const char            *iso      = date == NONE ? ""
	    : analysis->dates.at[date].iso;
	int64_t                first;
	int64_t                last;

	if (!period_of(iso, strlen(iso), &first, &last))
		app_say(app, MESSAGE_DATE_UNKNOWN);
	else if (app->library == NULL)
		show_own_dates(app, reader);
	else
		app_push(app, library_timeline_at(first));
}

/* All that the library has of the name the reader is at. */
static void
show_page(struct app *app, struct reader *reader)
{
	struct library *library = app_library(app, false);
	uint32_t        entity;
	size_t          mention;
	int64_t         figure;

	reader_analyse(reader, app);
	mention = reader_mention(reader);
	if (mention == NO_FOCUS) {
		app_say(app, MESSAGE_NAME_WANTED);
		return;
	}
	entity = reader->analysis->mentions.at[mention].entity;
	if (entity == NONE) {
		show_day(app, reader, mention);
		return;
	}
	figure = library == NULL ? 0
	    : figure_of(library, &app->entities->at[entity]);
	if (figure != 0)
		app_push(app, library_page_new(figure));
	else if (library == NULL || app_library_is_well(app))
		app_say_about(app, MESSAGE_FIGURE_UNKNOWN,
		    app->entities->at[entity].name);
}

static void
show_shelf(struct app *app, bool asks)
{
	struct view *shelf = NULL;

	for (size_t i = 0; i < app->views.count; i++)
		if (view_is_library_shelf(app->views.at[i]))
			shelf = app->views.at[i];
	if (shelf != NULL)
		app_pop_above(app, shelf);
	else
		app_push(app, shelf = library_shelf_new());
	if (asks)
		library_shelf_search(shelf, app);
}

/* Of the library; in an article that it does not have, the article's own. */
static void
show_dates(struct app *app)
{
	struct reader *reader = reader_of(app);

	if (reader != NULL && article_read_now(app) == 0)
		show_own_dates(app, reader);
	else
		app_push(app, library_timeline_new(0));
}

bool
library_run_in_list(struct app *app, enum command command, int64_t article)
{
	switch (command) {
	case COMMAND_STORY:
		library_show_story(app, article);
		return true;
	case COMMAND_COMPARE:
		if (article != 0)
			library_choose(app, article, NULL);
		return true;
	case COMMAND_ENTITY_INDEX:
		app_push(app, library_index_new());
		return true;
	default:
		return false;
	}
}

/* Those that are about the article one reads. */
static bool
run_reading(struct app *app, enum command command)
{
	struct reader *reader = reader_of(app);

	if (reader == NULL)
		return false;
	switch (command) {
	case COMMAND_STAR:
		keep_toggle_read(app, &reader->view, READING_STARRED);
		break;
	case COMMAND_READ:
		keep_toggle_read(app, &reader->view, READING_READ);
		break;
	case COMMAND_TAG:
		if (app_top(app) != &reader->view)
			return false;
		reader->asked = command;
		keep_tag_read(app, &reader->view);
		break;
	case COMMAND_STORY:
		library_show_story(app, article_read_now(app));
		break;
	case COMMAND_COMPARE:
		compare_read(app, reader);
		break;
	case COMMAND_LIBRARY_PAGE:
		show_page(app, reader);
		break;
	default:
		return false;
	}
	return true;
}

bool
library_view_run(struct app *app, enum command command)
{
	switch (command) {
	case COMMAND_LIBRARY:
	case COMMAND_LIBRARY_SEARCH:
		show_shelf(app, command == COMMAND_LIBRARY_SEARCH);
		return true;
	case COMMAND_LIBRARY_INDEX:
		app_push(app, library_index_new());
		return true;
	case COMMAND_TIMELINE:
		show_dates(app);
		return true;
	default:
		return run_reading(app, command);
	}
}
