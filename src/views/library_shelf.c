/* library_shelf.c: the shelf over the library, or over some articles of it. */
#include <stdio.h>

#include "views/app_library.h"
#include "views/article_list.h"
#include "views/article_row.h"
#include "views/keep.h"
#include "views/library_view.h"
#include "views/tags.h"

enum { SHORT_DATE = 56 };       /* columns below which a date has no year */

struct library_shelf {
	struct view         view;
	struct article_list articles;
	int64_t             beside;     /* compared with what is opened */
	enum message        title;
	enum command        asked;      /* what the open prompt is for */
};

static const enum message orders[SHELF_ORDERS] = {
	[SHELF_NEWEST]  = MESSAGE_ORDER_NEWEST,
	[SHELF_OLDEST]  = MESSAGE_ORDER_OLDEST,
	[SHELF_ADDED]   = MESSAGE_ORDER_ADDED,
	[SHELF_TITLE]   = MESSAGE_ORDER_TITLE,
	[SHELF_SECTION] = MESSAGE_ORDER_SECTION,
	[SHELF_UNREAD]  = MESSAGE_ORDER_UNREAD,
	[SHELF_STARRED] = MESSAGE_ORDER_STARRED,
};

static void
ask(struct library_shelf *shelf, struct app *app, enum command command)
{
	shelf->asked = command;
	app_ask(app, PROMPT_LINE, command == COMMAND_FILTER
	    ? MESSAGE_FILTER_PROMPT : MESSAGE_LIBRARY_PROMPT);
}

void
library_shelf_search(struct view *view, struct app *app)
{
	ask((struct library_shelf *)view, app, COMMAND_SEARCH);
}

static void
answer(struct view *view, struct app *app, enum prompt_answer answer)
{
	struct library_shelf *shelf = (struct library_shelf *)view;
	const struct buffer  *typed = &app->prompt.text;

	if (shelf->asked == COMMAND_TAG) {
		if (answer == PROMPT_ACCEPTED)
			tags_answer(app);
	} else if (answer == PROMPT_CANCELLED ||
	    (answer == PROMPT_CHANGED && typed->count == 0))
		article_list_show_all(&shelf->articles);
	else if (answer == PROMPT_CHANGED && shelf->asked == COMMAND_FILTER)
		article_list_filter(&shelf->articles, app, typed);
	else if (answer == PROMPT_CHANGED)
		article_list_search(&shelf->articles, typed);
	else if (answer == PROMPT_ACCEPTED)
		article_list_settle(&shelf->articles, app);
}

/* The folder that the file lies in: whose it is, in a press kept by paper. */
static void
write_folder(const char *path, char folder[64])
{
	const char *end   = strrchr(path, '/');
	const char *start = end;

	while (start != NULL && start > path && start[-1] != '/')
		start--;
	snprintf(folder, 64, "%.*s", start == NULL ? 0 : (int)(end - start),
	    start == NULL ? "" : start);
}

static void
write_date(struct day day, bool full, char date[16])
{
	date[0] = '\0';
	if (!day_is_known(day))
		return;
	if (full)
		snprintf(date, 16, "%04d-%02d-%02d", (int)day.year % 10000,
		    day.month, day.day);
	else
		snprintf(date, 16, "%02d-%02d", day.month, day.day);
}

struct texts {                  /* of a row, as long as it is drawn */
	char flags[16];
	char folder[64];
	char date[16];
	struct buffer tags;
};

static struct article_row
row_of(const struct app *app, const struct summary *summary, bool full,
    struct texts *texts)
{
	bool chosen = app->chosen.path == NULL &&
	    app->chosen.article == summary->id;

	snprintf(texts->flags, sizeof texts->flags, "%s%s",
	    summary->starred ? "*" : " ", chosen ? "=" : summary->read ? " "
	    : "•");
	write_folder(summary->path, texts->folder);
	write_date(summary->published, full, texts->date);
	texts->tags.count = 0;
	tags_write(summary->tags, &texts->tags);
	array_add(&texts->tags, '\0');
	return (struct article_row){
		.flags    = texts->flags,
		.headline = summary->title,
		.source   = summary->section[0] != '\0' ? summary->section
		    : texts->folder,
		.tags     = texts->tags.at,
		.end      = texts->date,
	};
}

static void
draw_rows(struct library_shelf *shelf, const struct app *app,
    struct grid *grid, struct box box)
{
	struct list           *list    = &shelf->articles.list;
	struct article_columns columns = { .flags = 2 };
	bool                   full    = box.columns >= SHORT_DATE;
	struct texts           texts   = { .tags = { 0 } };

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = list->top; i < list->top + list_shown(list);
		    i++) {
			struct summary    *summary = article_list_summary(
			    &shelf->articles, i);
			struct article_row row;

			if (summary == NULL)
				continue;
			row = row_of(app, summary, full, &texts);
			if (pass == 0)
				article_columns_take(&columns, &row, app);
			else
				article_row_draw(&row, &columns, list, app,
				    grid, box, i);
		}
		article_columns_fit(&columns, box.columns);
	}
	array_free(&texts.tags);
}

static void
draw_title(const struct library_shelf *shelf, const struct app *app,
    struct grid *grid, struct box *box)
{
	struct layout_options label = app_label_options(app);
	struct strip          strip = strip_of_row(grid, box->row);
	const char           *order = app_text(app, orders[shelf->articles.order]);
	bool                  room  = box->rows >= 3;

	list_title(app, grid, box, app_text(app, shelf->title));
	if (!room || shelf->articles.given || shelf->articles.shown == SHOWN_FOUND)
		return;
	strip_cut_end(&strip, 1, label.base);
	strip_cut(&strip, strip.columns / 2, label.base);
	label_put_at_end(grid, &strip, order, strlen(order), ROLE_TITLE,
	    &label);
}

static void
draw(struct view *view, struct app *app, struct grid *grid, struct box box)
{
	struct library_shelf *shelf    = (struct library_shelf *)view;
	struct article_list  *articles = &shelf->articles;

	draw_title(shelf, app, grid, &box);
	article_list_fill(articles, app, box.rows);
	draw_rows(shelf, app, grid, box);
	if (articles->list.count == 0 && !article_list_is_looking(articles))
		list_say_empty(app, grid, box, articles->shown == SHOWN_ALL
		    ? MESSAGE_SHELF_EMPTY : MESSAGE_NONE_OF_KIND);
}

static bool
open_row(struct library_shelf *shelf, struct app *app, size_t i)
{
	int64_t id = article_list_at(&shelf->articles, i);

	if (id == 0)
		return false;
	if (shelf->beside != 0) {
		free(app->chosen.path);
		app->chosen = (struct chosen){ .article = shelf->beside };
		library_choose(app, id, NULL);
		return true;
	}
	if (shelf->articles.shown == SHOWN_FOUND)
		return library_read_found(app, id, shelf->articles.query,
		    &shelf->articles.words);
	return library_read(app, id);
}

static bool
step(struct view *view, struct app *app, long by)
{
	struct library_shelf *shelf = (struct library_shelf *)view;
	size_t                at    = shelf->articles.list.current;

	if (shelf->beside != 0)
		return false;
	for (;;) {
		if (by < 0 && at == 0)
			return false;
		at = by > 0 ? at + 1 : at - 1;
		if (!article_list_reach(&shelf->articles, app, at))
			return false;
		app_pop_above(app, view);
		if (open_row(shelf, app, at))
			return true;
	}
}

/* Star, read or unread, tags. */
static void
mark(struct library_shelf *shelf, struct app *app, enum command command)
{
	const struct summary *summary = article_list_summary(&shelf->articles,
	    shelf->articles.list.current);

	if (summary == NULL)
		return;
	shelf->asked = command;
	if (command == COMMAND_TAG)
		tags_ask(app, summary->key);
	else
		keep_toggle(app, summary->key, command == COMMAND_STAR
		    ? READING_STARRED : READING_READ);
}

static void
next_order(struct article_list *articles, struct app *app)
{
	enum shelf_order next = (enum shelf_order)((articles->order + 1) %
	    SHELF_ORDERS);

	if (articles->given)
		return;
	article_list_set_order(articles, app, next);
	app_say(app, orders[next]);
}

/* All are shown again before it is left. */
static bool
leaves_some(struct library_shelf *shelf)
{
	if (shelf->articles.shown == SHOWN_ALL)
		return false;
	article_list_show_all(&shelf->articles);
	return true;
}

static bool
run(struct view *view, struct app *app, enum command command, size_t count)
{
	struct library_shelf *shelf = (struct library_shelf *)view;
	struct article_list  *articles = &shelf->articles;

	switch (command) {
	case COMMAND_OPEN:
		open_row(shelf, app, shelf->articles.list.current);
		return true;
	case COMMAND_SEARCH:
	case COMMAND_FILTER:
		ask(shelf, app, command);
		return true;
	case COMMAND_SORT:
		next_order(&shelf->articles, app);
		return true;
	case COMMAND_STAR:
	case COMMAND_READ:
	case COMMAND_TAG:
		mark(shelf, app, command);
		return true;
	case COMMAND_QUIT:
		return leaves_some(shelf);
	case COMMAND_ARTICLE_NEXT:
		command = COMMAND_LINE_DOWN;
		break;
	case COMMAND_ARTICLE_PREVIOUS:
		command = COMMAND_LINE_UP;
		break;
	default:
		break;
	}
	return list_run(&articles->list, command, count) ||
	    library_run_in_list(app, command, article_list_at(articles,
	    articles->list.current));
}

static bool
work(struct view *view, struct app *app)
{
	return article_list_work(&((struct library_shelf *)view)->articles,
	    app);
}

static bool
status(struct view *view, struct app *app, struct buffer *title,
    struct buffer *place)
{
	struct library_shelf *shelf = (struct library_shelf *)view;
	struct argument       value = { .number = shelf->articles.list.count };
	char                 *words = memory_string(shelf->articles.words.at,
	    shelf->articles.words.count);
	struct argument       typed = { words, 0 };

	if (shelf->articles.shown == SHOWN_ALL)
		message_write(app->options->language, MESSAGE_ARTICLE_COUNT,
		    &value, 1, title);
	else
		message_write(app->options->language,
		    shelf->articles.shown == SHOWN_FOUND ? MESSAGE_LIBRARY_FOUND
		    : MESSAGE_FILTERED, &typed, 1, title);
	list_place(&shelf->articles.list, app, place);
	if (article_list_is_looking(&shelf->articles)) {
		buffer_add_string(place, "\n");
		buffer_add_string(place, app_text(app, MESSAGE_READING));
	}
	free(words);
	return false;
}

static void
shelf_free(struct view *view)
{
	struct library_shelf *shelf = (struct library_shelf *)view;

	article_list_free(&shelf->articles);
	free(shelf);
}

static const struct view_kind shelf_kind = {
	.name   = "library",
	.draw   = draw,
	.run    = run,
	.work   = work,
	.status = status,
	.free   = shelf_free,
	.step   = step,
	.answer = answer,
};

struct view *
library_shelf_new(void)
{
	struct library_shelf *shelf = memory_new(1, sizeof *shelf);

	shelf->view.kind = &shelf_kind;
	shelf->title = MESSAGE_SHELF_TITLE;
	return &shelf->view;
}

bool
view_is_library_shelf(const struct view *view)
{
	return view->kind == &shelf_kind &&
	    !((const struct library_shelf *)view)->articles.given;
}

struct view *
library_shelf_of(struct article_ids *ids, enum message title, int64_t beside)
{
	struct library_shelf *shelf = memory_new(1, sizeof *shelf);

	shelf->view.kind = &shelf_kind;
	shelf->title = title;
	shelf->articles.given = true;
	shelf->articles.whole = true;
	shelf->beside = beside;
	shelf->articles.all = *ids;
	shelf->articles.total = ids->count;
	shelf->articles.list.count = ids->count;
	*ids = (struct article_ids){ 0 };
	return &shelf->view;
}
