/* app.c: the program as the reader meets it: views, keys, commands. */
#include "views/app.h"

#include "views/app_library.h"
#include "views/data.h"
#include "views/help.h"
#include "views/keep.h"
#include "views/library_view.h"
#include "views/status.h"

struct app *
app_new(const struct options *options)
{
	struct app *app = memory_new(1, sizeof *app);

	app->options = options;
	app->layout = options_layout(options);
	if (app->layout.width == 0)
		app->layout.width = COLUMN_USUAL;
	app->theme = options->theme != NULL ? theme_named(options->theme)
	    : theme_next(NULL);
	for (int keys = 0; keys < KEYS_SETS; keys++)
		app->keymap[keys] = keymap_new((enum key_set)keys);
	app->only = KINDS;
	app->awaited = -1;
	app->entities = entities_new();
	app->key = PRESSED_NOTHING;
	app->changed = true;
	return app;
}

void
app_free(struct app *app)
{
	if (app == NULL)
		return;
	app_leave(app);
	array_free(&app->views);
	array_free(&app->kept);
	app_library_close(app);
	free(app->chosen.path);
	for (int keys = 0; keys < KEYS_SETS; keys++)
		keymap_free(app->keymap[keys]);
	entities_free(app->entities);
	models_free(app->models);
	prompt_free(&app->prompt);
	array_free(&app->notice);
	array_free(&app->copied);
	grid_free(app->grid);
	free(app);
}

struct view *
app_top(const struct app *app)
{
	return app->views.count == 0 ? NULL
	    : app->views.at[app->views.count - 1];
}

static void
push(struct app *app, struct view *view, bool placed)
{
	array_add(&app->views, view);
	app->changed = true;
	if (view_is_reader(view))
		keep_begin(app, view, placed);
}

void
app_push(struct app *app, struct view *view)
{
	push(app, view, false);
}

void
app_push_placed(struct app *app, struct view *reader)
{
	push(app, reader, true);
}

void
app_pop(struct app *app)
{
	struct view *view = app_top(app);

	if (view == NULL)
		return;
	app->views.count--;
	keep_end(app, view);
	view->kind->free(view);
	app->ended = app->views.count == 0;
	app->changed = true;
}

void
app_leave(struct app *app)
{
	if (app->views.count > 0)
		app->notice.count = 0;
	while (app->views.count > 0)
		app_pop(app);
}

void
app_pop_above(struct app *app, const struct view *view)
{
	while (app_top(app) != NULL && app_top(app) != view)
		app_pop(app);
}

void
app_resize(struct app *app, size_t rows, size_t columns)
{
	grid_free(app->grid);
	app->grid = grid_new(rows, columns);
	app->changed = true;
}

void
app_draw(struct app *app)
{
	struct grid *grid = app->grid;
	struct view *view = app_top(app);
	struct box   box  = { 0, 0, grid->rows, grid->columns };
	bool         line = grid->rows > 1 || app->notice.count > 0 ||
	    app->prompt.kind != PROMPT_NONE;

	app->changed = false;
	grid_clear(grid);
	if (view == NULL || grid->rows == 0 || grid->columns == 0)
		return;
	/* Of a single row the text gets what it can. */
	box.rows -= line;
	view->kind->draw(view, app, grid, box);
	if (line)
		status_draw(app, view, grid, grid->rows - 1);
}

/* The next article of the list that was seen last. */
static void
step_article(struct app *app, long by)
{
	struct view *list = NULL;

	for (size_t i = app->views.count; list == NULL && i-- > 0;)
		if (app->views.at[i]->kind->step != NULL)
			list = app->views.at[i];
	if (list == NULL || !list->kind->step(list, app, by))
		app_say(app, by > 0 ? MESSAGE_NO_NEXT_ARTICLE
		    : MESSAGE_NO_PREVIOUS_ARTICLE);
}

static void
next_theme(struct app *app)
{
	struct argument name;

	app->theme = theme_next(app->theme);
	name = (struct argument){ app->theme->name, 0 };
	app_say_with(app, MESSAGE_THEME_IS, &name, 1);
	app->wish = WISH_REDRAW;
}

static void
say_unused(struct app *app)
{
	struct argument argument;
	char            name[32];

	if (app->key == PRESSED_NOTHING)
		return;
	key_write(app->key, name, sizeof name);
	argument = (struct argument){ name, 0 };
	app_say_with(app, MESSAGE_KEY_UNUSED, &argument, 1);
}

/* What can be done in every view. */
static void
run_anywhere(struct app *app, enum command command)
{
	struct layout_options label = app_label_options(app);

	switch (command) {
	case COMMAND_QUIT:
		app_pop(app);
		break;
	case COMMAND_HELP:
		app_push(app, help_new(app->options->language, &label));
		break;
	case COMMAND_ARTICLE_NEXT:
		step_article(app, 1);
		break;
	case COMMAND_ARTICLE_PREVIOUS:
		step_article(app, -1);
		break;
	case COMMAND_THEME:
		next_theme(app);
		break;
	case COMMAND_REDRAW:
		app->wish = WISH_REDRAW;
		break;
	case COMMAND_SUSPEND:
		app->wish = WISH_SUSPEND;
		break;
	default:
		if (!library_view_run(app, command))
			say_unused(app);
	}
}

void
app_run(struct app *app, enum command command, size_t count)
{
	struct view *view = app_top(app);

	app->changed = true;
	app_library_pause(app);
	if (view != NULL && !view->kind->run(view, app, command, count))
		run_anywhere(app, command);
}

static enum direction
interface_direction(const struct app *app)
{
	return app->options->language == LANGUAGE_ARABIC
	    ? DIRECTION_RTL : DIRECTION_LTR;
}

static void
feed_prompt(struct app *app, key_code key)
{
	enum prompt_answer answer = prompt_feed(&app->prompt, key);
	struct view       *view   = app_top(app);

	if (view != NULL && view->kind->answer != NULL)
		view->kind->answer(view, app, answer);
}

/* A key of the top view's own; false when it is none. */
static bool
feed_own(struct app *app, key_code key)
{
	struct pending pending = app->pending;
	struct view   *view    = app_top(app);
	enum command   command;
	size_t         count;

	if (view == NULL || view->kind->keys == KEYS_EVERYWHERE ||
	    pending.keys > 0 || keymap_feed(app->keymap[view->kind->keys],
	    &pending, key, &command, &count) != KEYMAP_COMMAND)
		return false;
	app->pending = pending;
	app_run(app, command, count);
	return true;
}

static void
feed_keymap(struct app *app, key_code key)
{
	enum command command;
	size_t       count;

	if (feed_own(app, key))
		return;
	switch (keymap_feed(app->keymap[KEYS_EVERYWHERE], &app->pending,
	    key, &command, &count)) {
	case KEYMAP_COMMAND:
		app_run(app, command, count);
		break;
	case KEYMAP_NOTHING:
		say_unused(app);
		break;
	case KEYMAP_PARTIAL:
		break;
	}
}

void
app_key(struct app *app, key_code key)
{
	app->changed = true;
	app->notice.count = 0;
	app->key = key;
	if (app->prompt.kind != PROMPT_NONE)
		feed_prompt(app, key);
	else
		feed_keymap(app, key);
	app->key = PRESSED_NOTHING;
}

bool
app_work(struct app *app)
{
	struct view *view = app_top(app);

	app->awaited = -1;
	return (view != NULL && view->kind->work != NULL &&
	    view->kind->work(view, app)) || keep_work(app) ||
	    app_library_work(app);
}

void
app_say_with(struct app *app, enum message message,
    const struct argument *arguments, size_t count)
{
	app->notice.count = 0;
	message_write(app->options->language, message, arguments, count,
	    &app->notice);
	app->changed = true;
}

void
app_say_about(struct app *app, enum message message, const char *text)
{
	struct argument value = { text, 0 };

	app_say_with(app, message, &value, 1);
}

void
app_say(struct app *app, enum message message)
{
	app_say_with(app, message, NULL, 0);
}

void
app_say_failure(struct app *app, const struct failure *failure)
{
	app->notice.count = 0;
	failure_write(app->options->language, failure, &app->notice);
	app->changed = true;
}

void
app_ask(struct app *app, enum prompt_kind kind, enum message label)
{
	prompt_open(&app->prompt, kind, app_text(app, label));
}

const char *
app_text(const struct app *app, enum message message)
{
	return message_plain(app->options->language, message);
}

struct layout_options
app_label_options(const struct app *app)
{
	struct layout_options options = app->layout;

	options.base = interface_direction(app);
	return options;
}

const struct models *
app_models(struct app *app)
{
	if (app->models_tried)
		return app->models;
	app->models_tried = true;
	app->models = data_models(app->options->data, &app->models_failure);
	if (app->models_failure.kind != FAILURE_NONE)
		app_say_failure(app, &app->models_failure);
	return app->models;
}

bool
app_lacks_models(struct app *app)
{
	if (app_models(app) != NULL)
		return false;
	app_say_failure(app, &app->models_failure);
	return true;
}
