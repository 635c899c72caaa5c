/* script.c: the whole program without a terminal. */
#include "views/script.h"

#include <poll.h>
#include <stdlib.h>

#include "bytes/file.h"
#include "bytes/utf8.h"

enum { SIDE_MOST = 10000 };     /* rows or columns of a screen */

struct line_text {              /* one line, or what is left of it */
	const char *at;
	size_t      size;
};

static bool
next_line(struct line_text *text, struct line_text *line)
{
	const char *end;

	if (text->size == 0)
		return false;
	end = memchr(text->at, '\n', text->size);
	line->at = text->at;
	line->size = end == NULL ? text->size : (size_t)(end - text->at);
	text->at += line->size + (end != NULL);
	text->size -= line->size + (end != NULL);
	return true;
}

/* Cuts the first word off the line. */
static struct line_text
next_word(struct line_text *line)
{
	struct line_text word;

	while (line->size > 0 && *line->at == ' ')
		line->at++, line->size--;
	word = (struct line_text){ line->at, 0 };
	while (line->size > 0 && *line->at != ' ')
		line->at++, line->size--, word.size++;
	return word;
}

static bool
is_word(struct line_text word, const char *name)
{
	return word.size == strlen(name) &&
	    memcmp(word.at, name, word.size) == 0;
}

/* Drawn first, as the loop does, so that the views know their screen. */
static void
key_pressed(struct app *app, key_code key)
{
	if (app->changed)
		app_draw(app);
	app_key(app, key);
}

static bool
press(struct app *app, struct line_text rest)
{
	struct line_text word;

	while ((word = next_word(&rest)).size > 0) {
		key_code key;

		if (!key_parse(word.at, word.size, &key) || app->ended)
			return false;
		key_pressed(app, key);
	}
	return true;
}

static bool
type(struct app *app, struct line_text rest)
{
	if (rest.size > 0)
		rest.at++, rest.size--;
	while (rest.size > 0 && !app->ended) {
		char32_t letter;
		size_t   took = utf8_read(rest.at, rest.size, &letter);

		key_pressed(app, letter);
		rest.at += took;
		rest.size -= took;
	}
	return true;
}

/* Reads a number of at most SIDE_MOST off the word. */
static bool
number(struct line_text *word, size_t *value)
{
	size_t digits = 0;

	for (*value = 0; word->size > 0 && *word->at >= '0' &&
	    *word->at <= '9' && *value <= SIDE_MOST; digits++) {
		*value = *value * 10 + (size_t)(*word->at - '0');
		word->at++;
		word->size--;
	}
	return digits > 0 && *value <= SIDE_MOST;
}

static bool
resize(struct app *app, struct line_text rest)
{
	struct line_text word = next_word(&rest);
	size_t           rows;
	size_t           columns;

	if (!number(&word, &rows) || word.size == 0 || *word.at != 'x')
		return false;
	word.at++;
	word.size--;
	if (!number(&word, &columns) || word.size > 0)
		return false;
	app_resize(app, rows, columns);
	return true;
}

/* Whether a pipe that work waits for has more, which is waited for. */
static bool
await(const struct app *app)
{
	struct pollfd awaited = { .fd = app->awaited, .events = POLLIN };

	return app->awaited >= 0 && poll(&awaited, 1, -1) > 0;
}

static void
finish_work(struct app *app)
{
	app->rested = true;
	do
		app_draw(app);
	while (app_work(app) || await(app));
}

static void
dump(struct app *app, bool roles, FILE *out)
{
	char  *rows = NULL;
	size_t size = 0;
	FILE  *into = open_memstream(&rows, &size);
	struct line_text text;
	struct line_text row;

	if (into == NULL)
		return;
	app_draw(app);
	grid_dump(app->grid, roles, into);
	fclose(into);
	text = (struct line_text){ rows, size };
	while (next_line(&text, &row))
		fprintf(out, ">%s%.*s\n", row.size > 0 ? " " : "",
		    (int)row.size, row.at);
	free(rows);
}

static bool
run_command(struct app *app, struct line_text word, struct line_text rest)
{
	enum command command;
	size_t       count = 0;

	if (*word.at >= '0' && *word.at <= '9') {
		if (!number(&word, &count) || word.size > 0)
			return false;
		word = next_word(&rest);
	}
	command = command_named(word.at, word.size);
	if (command == COMMAND_NONE)
		return false;
	app->notice.count = 0;
	if (app->changed)
		app_draw(app);
	app_run(app, command, count);
	return true;
}

/* Obeys one line. */
static bool
obey(struct app *app, struct line_text line, FILE *out)
{
	struct line_text rest = line;
	struct line_text word = next_word(&rest);

	if (word.size == 0 || *word.at == '#')
		return true;
	if (app->ended)
		return false;
	if (is_word(word, "keys"))
		return press(app, rest);
	if (is_word(word, "type"))
		return type(app, rest);
	if (is_word(word, "size"))
		return resize(app, rest);
	if (is_word(word, "wait"))
		finish_work(app);
	else if (is_word(word, "dump"))
		dump(app, is_word(next_word(&rest), "roles"), out);
	else
		return run_command(app, word, rest);
	return true;
}

/* Says what is wrong with line `number` of the script. */
static void
complain(const struct app *app, const char *path, size_t number,
    struct line_text line, struct buffer *complaint)
{
	enum language    language = app->options->language;
	struct line_text word     = next_word(&line);
	char            *name     = memory_string(word.at, word.size);
	struct argument  value    = { name, 0 };
	struct buffer    cause    = { 0 };
	struct argument  values[3] = { { path, 0 }, { .number = number } };

	message_write(language, app->ended ? MESSAGE_SCRIPT_ENDED
	    : line.size > 0 ? MESSAGE_SCRIPT_ARGUMENT
	    : MESSAGE_SCRIPT_COMMAND, &value, 1, &cause);
	array_add(&cause, '\0');
	values[2].text = cause.at;
	message_write(language, MESSAGE_FAILURE_AT_LINE, values, 3, complaint);
	array_free(&cause);
	free(name);
}

static bool
read_whole(const char *path, struct buffer *text, struct failure *failure)
{
	struct file *file = file_open(path, failure);
	bool         good = file != NULL;

	while (good && !file_ended(file))
		good = file_read(file, text, 1 << 16, failure);
	file_close(file);
	return good;
}

bool
script_run(struct app *app, const char *path, FILE *out,
    struct buffer *complaint)
{
	struct buffer    script  = { 0 };
	struct failure   failure = { 0 };
	struct line_text text;
	struct line_text line;
	bool             good = read_whole(path, &script, &failure);

	if (!good)
		failure_write(app->options->language, &failure, complaint);
	text = (struct line_text){ script.at, script.count };
	for (size_t i = 1; good && next_line(&text, &line); i++) {
		if (line.size > 0 && *line.at == '>')
			continue;
		fprintf(out, "%.*s\n", (int)line.size, line.at);
		good = obey(app, line, out);
		if (!good)
			complain(app, path, i, line, complaint);
	}
	array_free(&script);
	return good;
}
