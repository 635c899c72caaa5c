/* shelf.c: the view that lists articles by headline: their section and the
 * minutes they take beside it. Only what is on the screen is read. */
#include "views/shelf.h"

#include "bytes/utf8.h"
#include "views/article_row.h"
#include "views/library_view.h"
#include "views/reader.h"

enum {
	WORDS_A_MINUTE  = 140,  /* Arabic news read aloud: 138 (IReST, IOVS
	                         * 53:5452, 2012) */
	READ_MOST       = 256 << 10,    /* bytes whose words are counted */
	TEXT_MOST       = 1024  /* bytes of a headline that are kept */
};

struct entry {
	char  *path;            /* lent by paths */
	char  *headline;        /* NULL: not read yet */
	char  *section;
	size_t minutes;
	bool   unreadable;
	bool   streams;         /* it can be read only once */
};

struct shelf {
	struct view   view;
	struct paths  paths;
	struct list   list;
	struct entry *entry;    /* [list.count] */
};

static const char *
name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

static char *
text_of(const struct article *article, struct span span)
{
	/* A headline may be a paragraph of any length. */
	if (span_size(span) > TEXT_MOST)
		span.end = utf8_start(article->text.at,
		    span.start + TEXT_MOST);
	return memory_string(span_is_empty(span) ? ""
	    : article->text.at + span.start, span_size(span));
}

/* Of an article that is longer than what was read of it, as many as that
 * part makes likely. */
static size_t
minutes_of(const struct article *article)
{
	double words = (double)article_words(article);
	size_t size  = article->text.count;

	if (size > 0 && article_expected_size(article) > 0)
		words *= (double)article_expected_size(article) / (double)size;
	return (size_t)(words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE;
}

/* What is read of a pipe would be missing when it is opened: its name is
 * shown. */
static void
read_entry(struct entry *entry)
{
	const char        *name = name_of(entry->path);
	struct failure     failure = { 0 };
	struct article    *article;
	const struct part *section;
	struct span        title;

	entry->streams = file_is_stream(entry->path);
	article = entry->streams ? NULL : article_open(entry->path, &failure);
	if (article == NULL) {
		entry->unreadable = !entry->streams;
		entry->headline = memory_string(name, strlen(name));
		return;
	}
	if (!article->complete)
		article_read(article, READ_MOST, NULL);
	title = article_title(article);
	section = article_part(article, PART_SECTION);
	if (span_is_empty(title))
		entry->headline = memory_string(name, strlen(name));
	else
		entry->headline = text_of(article, title);
	if (section != NULL)
		entry->section = text_of(article, section->span);
	entry->minutes = minutes_of(article);
	article_free(article);
}

static bool
work(struct view *view, struct app *app)
{
	struct shelf *shelf = (struct shelf *)view;
	size_t        end   = shelf->list.top + list_shown(&shelf->list);

	for (size_t i = shelf->list.top; i < end; i++)
		if (shelf->entry[i].headline == NULL) {
			read_entry(&shelf->entry[i]);
			app->changed = true;
			return true;
		}
	return false;
}

/* What stands at the row's end: how long the article is, or that it cannot
 * be read. */
static void
write_end(const struct entry *entry, const struct app *app,
    struct buffer *end)
{
	struct argument value = { .number = entry->minutes };

	end->count = 0;
	if (entry->unreadable)
		buffer_add_string(end,
		    app_text(app, MESSAGE_ARTICLE_UNREADABLE));
	else if (entry->headline != NULL && !entry->streams)
		message_write(app->options->language, MESSAGE_MINUTES, &value,
		    1, end);
	array_add(end, '\0');
}

static struct article_row
row_of(const struct entry *entry, const struct app *app, struct buffer *end)
{
	bool chosen = app->chosen.path != NULL &&
	    strcmp(app->chosen.path, entry->path) == 0;

	write_end(entry, app, end);
	return (struct article_row){
		.flags    = chosen ? "=" : "",
		.headline = entry->headline == NULL ? name_of(entry->path)
		    : entry->headline,
		.tags     = "",
		.source   = entry->section == NULL ? "" : entry->section,
		.end      = end->at,
		.dimmed   = entry->headline == NULL || entry->unreadable,
	};
}

static void
draw_rows(const struct shelf *shelf, const struct app *app,
    struct grid *grid, struct box box)
{
	size_t                 top     = shelf->list.top;
	struct article_columns columns = { 0 };
	struct buffer          end     = { 0 };

	for (size_t i = top; i < top + list_shown(&shelf->list); i++) {
		struct article_row row = row_of(&shelf->entry[i], app, &end);

		article_columns_take(&columns, &row, app);
	}
	article_columns_fit(&columns, box.columns);
	for (size_t i = top; i < top + list_shown(&shelf->list); i++) {
		struct article_row row = row_of(&shelf->entry[i], app, &end);

		article_row_draw(&row, &columns, &shelf->list, app, grid, box,
		    i);
	}
	array_free(&end);
}

static void
draw(struct view *view, struct app *app, struct grid *grid, struct box box)
{
	struct shelf *shelf = (struct shelf *)view;

	list_title(app, grid, &box, app_text(app, MESSAGE_ARTICLES_TITLE));
	list_fit(&shelf->list, box.rows);
	draw_rows(shelf, app, grid, box);
}

/* NULL, and said, when it cannot be read. */
static struct article *
open_article(const struct shelf *shelf, struct app *app, size_t i)
{
	struct failure  failure = { 0 };
	struct article *article = article_begin(shelf->entry[i].path,
	    &failure);

	if (article == NULL)
		app_say_failure(app, &failure);
	else
		article->published = app->options->published;
	return article;
}

static bool
run(struct view *view, struct app *app, enum command command, size_t count)
{
	struct shelf   *shelf = (struct shelf *)view;
	struct article *article;

	if (command == COMMAND_ARTICLE_NEXT)
		command = COMMAND_LINE_DOWN;
	if (command == COMMAND_ARTICLE_PREVIOUS)
		command = COMMAND_LINE_UP;
	if (list_run(&shelf->list, command, count))
		return true;
	if (command == COMMAND_COMPARE && shelf->list.count > 0) {
		library_choose(app, 0,
		    shelf->entry[shelf->list.current].path);
		return true;
	}
	if (command != COMMAND_OPEN)
		return false;
	article = open_article(shelf, app, shelf->list.current);
	if (article != NULL)
		app_push(app, reader_new(app, article));
	return true;
}

/* Passes over files that cannot be read. */
static bool
step(struct view *view, struct app *app, long by)
{
	struct shelf   *shelf   = (struct shelf *)view;
	struct article *article = NULL;
	size_t          i;

	for (i = shelf->list.current; article == NULL;
	    article = open_article(shelf, app, i)) {
		if (by > 0 ? i + 1 >= shelf->list.count : i == 0)
			return false;
		i = by > 0 ? i + 1 : i - 1;
	}
	shelf->list.current = i;
	app_pop_above(app, view);
	app_push(app, reader_new(app, article));
	return true;
}

static bool
status(struct view *view, struct app *app, struct buffer *title,
    struct buffer *place)
{
	struct shelf   *shelf = (struct shelf *)view;
	struct argument value = { .number = shelf->list.count };

	message_write(app->options->language, MESSAGE_ARTICLE_COUNT, &value,
	    1, title);
	list_place(&shelf->list, app, place);
	return false;
}

static void
shelf_free(struct view *view)
{
	struct shelf *shelf = (struct shelf *)view;

	for (size_t i = 0; i < shelf->list.count; i++) {
		free(shelf->entry[i].headline);
		free(shelf->entry[i].section);
	}
	free(shelf->entry);
	paths_free(&shelf->paths);
	free(shelf);
}

static const struct view_kind shelf_kind = {
	.name   = "shelf",
	.draw   = draw,
	.run    = run,
	.work   = work,
	.status = status,
	.free   = shelf_free,
	.step   = step,
};

struct view *
shelf_new(struct paths *paths)
{
	struct shelf *shelf = memory_new(1, sizeof *shelf);

	shelf->view.kind = &shelf_kind;
	shelf->paths = *paths;
	*paths = (struct paths){ 0 };
	shelf->list.count = shelf->paths.count;
	shelf->entry = memory_new(shelf->list.count, sizeof *shelf->entry);
	for (size_t i = 0; i < shelf->list.count; i++)
		shelf->entry[i].path = shelf->paths.at[i];
	return &shelf->view;
}
