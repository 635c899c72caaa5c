/* read.c: the task of reading: on a screen, from a script, or printed. */
#include "views/read.h"

#include <stdio.h>
#include <unistd.h>

#include "views/library_command.h"
#include "views/library_view.h"
#include "views/loop.h"
#include "views/print.h"
#include "views/reader.h"
#include "views/script.h"
#include "views/sheet.h"
#include "views/shelf.h"

void
say(const struct options *options, const struct buffer *sentence)
{
	struct buffer line = { 0 };

	buffer_add_string(&line, "qari: ");
	buffer_add(&line, sentence->at, sentence->count);
	buffer_add_string(&line, "\n");
	sheet_print(options, line.at, line.count, stderr);
	array_free(&line);
}

int
complain(const struct options *options, const struct failure *failure)
{
	struct buffer sentence = { 0 };

	failure_write(options->language, failure, &sentence);
	say(options, &sentence);
	array_free(&sentence);
	return 2;
}

static bool
add_folder(const char *path, struct paths *paths, struct failure *failure)
{
	size_t before = paths->count;

	if (!folder_list(path, paths, failure))
		return false;
	return paths->count > before ||
	    failure_set(failure, FAILURE_NO_ARTICLES, path);
}

bool
articles_named(const struct options *options, struct paths *paths,
    bool *folders, struct failure *failure)
{
	*folders = false;
	for (size_t i = 0; i < options->operands; i++) {
		const char *path = options->operand[i];

		if (file_is_folder(path)) {
			*folders = true;
			if (!add_folder(path, paths, failure))
				return false;
		} else
			array_add(paths, memory_string(path, strlen(path)));
	}
	if (options->operands > 0)
		return true;
	if (isatty(STDIN_FILENO)) {
		failure_set(failure, FAILURE_USAGE, "");
		failure->error = USAGE_NO_INPUT;
		return false;
	}
	array_add(paths, memory_string("-", 1));
	return true;
}

struct article *
article_named(const struct options *options, const char *path,
    struct failure *failure)
{
	struct article *article = article_open(path, failure);

	if (article != NULL)
		article->published = options->published;
	return article;
}

bool
printed(const struct options *options)
{
	struct failure failure = { 0 };

	if (fflush(stdout) == 0 && !ferror(stdout))
		return true;
	failure_set_errno(&failure, message_plain(options->language,
	    MESSAGE_FAILURE_OUTPUT));
	complain(options, &failure);
	return false;
}

/* Prints the article, its name above it if it is one of several. `app` NULL:
 * as the text is, else as it would be set. */
static int
print_article(const struct options *options, struct app *app,
    const struct paths *paths, size_t index)
{
	struct failure  failure = { 0 };
	struct article *article = article_named(options, paths->at[index],
	    &failure);
	bool            several = paths->count > 1;
	bool            good    = article != NULL;

	if (good && several)
		print_name(app, paths->at[index], index == 0, stdout);
	if (good && app != NULL)
		good = print_page(app, article, stdout, &failure);
	else if (good)
		good = print_text(article, stdout, &failure);
	if (article != NULL && app == NULL && several)
		print_end(article, stdout);
	article_free(article);
	return good ? 0 : complain(options, &failure);
}

/* Prints every article; says what hinders and goes on. */
static int
print_all(const struct options *options, struct app *app,
    const struct paths *paths)
{
	int status = 0;

	for (size_t i = 0; i < paths->count; i++)
		status |= print_article(options, app, paths, i);
	return printed(options) ? status : 2;
}

static int
print_set(const struct options *options, const struct paths *paths)
{
	struct app *app     = app_new(options);
	size_t      columns = sheet_columns(stdout);
	int         status;

	if (options->width == 0 && columns < app->layout.width)
		app->layout.width = columns;
	status = print_all(options, app, paths);
	if (app->notice.count > 0)
		say(options, &app->notice);
	app_free(app);
	return status;
}

/* One article opens at once; a folder or several as a list. */
static bool
push_first(struct app *app, struct paths *paths, bool folders,
    struct failure *failure)
{
	struct article *article;

	if (folders || paths->count > 1) {
		app_push(app, shelf_new(paths));
		return true;
	}
	/* What is typed into it is waited for: keys come from there too. */
	article = strcmp(paths->at[0], "-") == 0 && isatty(STDIN_FILENO)
	    ? article_open(paths->at[0], failure)
	    : article_begin(paths->at[0], failure);
	if (article == NULL)
		return false;
	article->published = app->options->published;
	app_push(app, reader_new(app, article));
	return true;
}

static int
follow_script(struct app *app)
{
	const struct options *options   = app->options;
	struct buffer         complaint = { 0 };
	bool                  good;

	app_resize(app, options->rows, options->columns);
	good = script_run(app, options->script, stdout, &complaint);
	if (!printed(options))
		good = false;
	if (complaint.count > 0)
		say(options, &complaint);
	array_free(&complaint);
	return good ? 0 : 2;
}

static int
show(struct app *app)
{
	struct failure  failure  = { 0 };
	struct argument locale[] = { { locale_of("LC_CTYPE"), 0 } };
	int             status;

	if (app->options->notice != MESSAGES)
		app_say_with(app, app->options->notice, locale, 1);
	status = loop_run(app, &failure);
	if (failure.kind != FAILURE_NONE)
		complain(app->options, &failure);
	return status;
}

/* Lets the reader read, the first view being there; frees the app. What could
 * not be kept in leaving has no status line any more. */
static int
let_read(struct app *app)
{
	int status = app->options->script != NULL ? follow_script(app)
	    : show(app);

	app_leave(app);
	if (app->notice.count > 0)
		say(app->options, &app->notice);
	app_free(app);
	return status;
}

static int
read_in_app(const struct options *options, struct paths *paths, bool folders)
{
	struct failure failure = { 0 };
	struct app    *app     = app_new(options);

	app->keeps = true;
	if (push_first(app, paths, folders, &failure))
		return let_read(app);
	app_free(app);
	return complain(options, &failure);
}

int
read_library(const struct options *options)
{
	struct options list = *options;
	struct app    *app;

	if (options->script == NULL && !isatty(STDOUT_FILENO)) {
		list.task = TASK_LIBRARY_LIST;
		return library_run(&list);
	}
	app = app_new(options);
	app->keeps = true;
	app_push(app, library_shelf_new());
	return let_read(app);
}

int
read_run(const struct options *options)
{
	struct failure failure = { 0 };
	struct paths   paths   = { 0 };
	bool           folders;
	int            status;

	if (!articles_named(options, &paths, &folders, &failure))
		status = complain(options, &failure);
	else if (options->script != NULL)
		status = read_in_app(options, &paths, folders);
	else if (options->print)
		status = print_set(options, &paths);
	else if (!isatty(STDOUT_FILENO))
		status = print_all(options, NULL, &paths);
	else
		status = read_in_app(options, &paths, folders);
	paths_free(&paths);
	return status;
}
