/* library_command.c: qari library … and qari compare A B: the command line,
 * and a library opened for the task. */
#include "views/library_command.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/utf8.h"
#include "views/data.h"
#include "views/library_task.h"
#include "views/read.h"

/* How a task needs the library. */
enum opens {
	OPENS_NONE,
	OPENS_READ,
	OPENS_EITHER,           /* written where it may be */
	OPENS_WRITE,
	OPENS_MAKE              /* made when missing */
};

struct task_row {
	const char   *name;
	const char   *arguments;
	library_task *run;
	enum opens    opens;
	size_t        least;            /* operands */
	enum message  about;
};

static const struct task_row tasks[] = {
	{ "add", "PATH…", library_add_run, OPENS_MAKE, 1,
	  MESSAGE_LIBRARY_TASK_ADD },
	{ "remove", "ARTICLE…", library_remove_run, OPENS_WRITE, 1,
	  MESSAGE_LIBRARY_TASK_REMOVE },
	{ "list", "", library_list_run, OPENS_READ, 0,
	  MESSAGE_LIBRARY_TASK_LIST },
	{ "search", "QUERY", library_search_run, OPENS_READ, 1,
	  MESSAGE_LIBRARY_TASK_SEARCH },
	{ "who", "[NAME]", library_who_run, OPENS_READ, 0,
	  MESSAGE_LIBRARY_TASK_WHO },
	{ "where", "[NAME]", library_where_run, OPENS_READ, 0,
	  MESSAGE_LIBRARY_TASK_WHERE },
	{ "what", "[NAME]", library_what_run, OPENS_READ, 0,
	  MESSAGE_LIBRARY_TASK_WHAT },
	{ "when", "[TIME|NAME]", library_when_run, OPENS_READ, 0,
	  MESSAGE_LIBRARY_TASK_WHEN },
	{ "stories", "[ARTICLE]", library_stories_run, OPENS_EITHER, 0,
	  MESSAGE_LIBRARY_TASK_STORIES },
	{ "export", "", library_export_run, OPENS_READ, 0,
	  MESSAGE_LIBRARY_TASK_EXPORT },
	{ "check", "", library_check_run, OPENS_EITHER, 0,
	  MESSAGE_LIBRARY_TASK_CHECK },
	{ "reindex", "", library_reindex_run, OPENS_WRITE, 0,
	  MESSAGE_LIBRARY_TASK_REINDEX },
	{ "compare", "ARTICLE ARTICLE", compare_run, OPENS_NONE, 2,
	  MESSAGE_LIBRARY_TASK_COMPARE },
};

enum { TASKS = sizeof tasks / sizeof *tasks };

struct option_row {
	const char  *name;
	int          letter;
	const char  *value;             /* NULL: takes none */
	enum message about;
};

static const struct option_row rows[] = {
	{ "library", 'L', "FILE", MESSAGE_LIBRARY_OPTION_LIBRARY },
	{ "format", 'f', "text|jsonl", MESSAGE_LIBRARY_OPTION_FORMAT },
	{ "limit", 'n', "N", MESSAGE_LIBRARY_OPTION_LIMIT },
	{ "sort", 's', "newest|oldest|added|title",
	  MESSAGE_LIBRARY_OPTION_SORT },
	{ "date", 'd', "YYYY-MM-DD", MESSAGE_LIBRARY_OPTION_DATE },
	{ "data", 'D', "DIRECTORY", MESSAGE_LIBRARY_OPTION_DATA },
	{ "lang", 'l', "auto|ar|en", MESSAGE_LIBRARY_OPTION_LANG },
	{ "help", 'h', NULL, MESSAGE_LIBRARY_OPTION_HELP },
};

enum { ROWS = sizeof rows / sizeof *rows, LIMIT_MOST = 1000000000 };

bool
library_command_is(const char *word)
{
	return strcmp(word, "library") == 0 || strcmp(word, "compare") == 0;
}

void
call_say(const struct library_call *call, enum message message,
    const char *what, size_t number)
{
	struct buffer   sentence  = { 0 };
	struct argument arguments[] = { { what, number } };

	message_write(call->options.language, message, arguments, 1,
	    &sentence);
	fprintf(stderr, "qari: %.*s\n", (int)sentence.count, sentence.at);
	array_free(&sentence);
}

const struct models *
call_models(struct library_call *call)
{
	struct failure failure = { 0 };

	if (call->models == NULL)
		call->models = data_models(call->data, &failure);
	if (failure.kind != FAILURE_NONE)
		complain(&call->options, &failure);
	return call->models;
}

bool
call_flush(struct library_call *call)
{
	struct failure failure = { 0 };
	bool           good    = call->out.count == 0 || fwrite(call->out.at,
	    1, call->out.count, stdout) == call->out.count;

	call->out.count = 0;
	if (good && fflush(stdout) == 0)
		return true;
	failure_set_errno(&failure, "");
	complain(&call->options, &failure);
	return false;
}

/* The place of `word` among the words of "auto|ar|en", or -1. */
static int
choice_of(const char *words, const char *word)
{
	for (int place = 0;; place++) {
		size_t size = strcspn(words, "|");

		if (strlen(word) == size && memcmp(words, word, size) == 0)
			return place;
		if (words[size] == '\0')
			return -1;
		words += size + 1;
	}
}

static bool
set_choice(struct library_call *call, const struct option_row *row,
    const char *value)
{
	int choice = choice_of(row->value, value);

	if (choice < 0)
		return false;
	if (row->letter == 'f')
		call->jsonl = choice == 1;
	if (row->letter == 's')
		call->order = (enum shelf_order)choice;
	if (row->letter == 'l' && choice > 0)
		call->options.language = choice == 1 ? LANGUAGE_ARABIC
		    : LANGUAGE_ENGLISH;
	return true;
}

static bool
set_limit(struct library_call *call, const char *value)
{
	char         *end;
	unsigned long number = strtoul(value, &end, 10);

	if (strspn(value, "0123456789") == 0 || *end != '\0' || number == 0 ||
	    number > LIMIT_MOST)
		return false;
	call->limit = number;
	return true;
}

static bool
set_option(struct library_call *call, const struct option_row *row,
    const char *value)
{
	switch (row->letter) {
	case 'L':
		call->path = value;
		return *value != '\0';
	case 'D':
		call->data = value;
		return true;
	case 'd':
		return day_parse(value, &call->published);
	case 'n':
		return set_limit(call, value);
	default:
		return set_choice(call, row, value);
	}
}

/* The task named in argv[1]; NULL when it is none. */
static const struct task_row *
task_named(const char *name)
{
	for (size_t i = 0; i < TASKS; i++)
		if (strcmp(tasks[i].name, name) == 0)
			return &tasks[i];
	return NULL;
}

static void
describe(struct option longs[ROWS + 1])
{
	for (size_t i = 0; i < ROWS; i++)
		longs[i] = (struct option){ .name = rows[i].name,
		    .has_arg = rows[i].value != NULL ? required_argument
		    : no_argument, .val = rows[i].letter };
	longs[ROWS] = (struct option){ 0 };
}

static const struct option_row *
row_of(int letter)
{
	for (size_t i = 0; i < ROWS; i++)
		if (rows[i].letter == letter)
			return &rows[i];
	return NULL;
}

enum parsed { PARSED, PARSED_HELP, PARSED_WRONG };

/* A word without which articles are wanted is no option: -سياحة. The query
 * takes U+2212 for the same sign, and getopt passes it by. `argv` gets
 * strings that live as long as the program. */
static void
hide_minus(int argc, char **argv)
{
	static const char minus[] = "\u2212";

	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		size_t size = strlen(argv[i]);
		char  *word;

		if (argv[i][0] != '-' || size < 2 || argv[i][1] == '-' ||
		    ((argv[i][1] | 0x20) >= 'a' && (argv[i][1] | 0x20) <= 'z'))
			continue;
		word = memory_new(size + sizeof minus, 1);
		memcpy(word, minus, sizeof minus - 1);
		memcpy(word + sizeof minus - 1, argv[i] + 1, size);
		argv[i] = word;
	}
}

static enum parsed
parse(struct library_call *call, int argc, char **argv)
{
	struct option longs[ROWS + 1];
	int           letter;

	describe(longs);
	hide_minus(argc, argv);
	optind = 0;             /* glibc: start anew */
	opterr = 0;
	while ((letter = getopt_long(argc, argv, "f:n:s:d:l:h", longs,
	    NULL)) != -1) {
		const struct option_row *row = row_of(letter);

		if (letter == 'h')
			return PARSED_HELP;
		if (row == NULL || !set_option(call, row, optarg)) {
			call_say(call, MESSAGE_LIBRARY_BAD_OPTION,
			    argv[optind - 1], 0);
			return PARSED_WRONG;
		}
	}
	call->operand = argv + optind;
	call->operands = (size_t)(argc - optind);
	return PARSED;
}

static void
help_line(struct buffer *out, const char *left, const char *about)
{
	enum { COLUMN = 30 };
	size_t size = utf8_count(left, strlen(left));

	buffer_add_string(out, "  ");
	buffer_add_string(out, left);
	if (size + 4 > COLUMN) {
		buffer_add_string(out, "\n");
		size = 0;
	} else
		size += 2;
	for (; size < COLUMN; size++)
		buffer_add_string(out, " ");
	buffer_add_string(out, about);
	buffer_add_string(out, "\n");
}

static int
help(struct library_call *call)
{
	enum language  language = call->options.language;
	struct buffer *out      = &call->out;
	char           left[80];

	buffer_add_string(out, message_plain(language,
	    MESSAGE_LIBRARY_USAGE));
	buffer_add_string(out, "\n\n");
	buffer_add_string(out, message_plain(language,
	    MESSAGE_LIBRARY_ABOUT));
	buffer_add_string(out, "\n\n");
	buffer_add_string(out, message_plain(language,
	    MESSAGE_LIBRARY_TASKS));
	buffer_add_string(out, "\n");
	for (size_t i = 0; i < TASKS; i++) {
		snprintf(left, sizeof left, "%s %s", tasks[i].name,
		    tasks[i].arguments);
		help_line(out, left, message_plain(language,
		    tasks[i].about));
	}
	buffer_add_string(out, "\n");
	buffer_add_string(out, message_plain(language,
	    MESSAGE_USAGE_OPTIONS));
	buffer_add_string(out, "\n");
	for (size_t i = 0; i < ROWS; i++) {
		snprintf(left, sizeof left, "--%s%s%s", rows[i].name,
		    rows[i].value != NULL ? "=" : "",
		    rows[i].value != NULL ? rows[i].value : "");
		help_line(out, left, message_plain(language, rows[i].about));
	}
	return call_flush(call) ? 0 : 2;
}

/* Says why the library could not be opened. */
static int
say_not_open(struct library_call *call, const struct failure *failure)
{
	if (failure->kind == FAILURE_SYSTEM && failure->error == ENOENT)
		call_say(call, MESSAGE_LIBRARY_NONE, failure->where, 0);
	else if (failure->kind == FAILURE_SYSTEM && failure->error == ENOTSUP)
		call_say(call, MESSAGE_LIBRARY_LATER, failure->where, 0);
	else if (failure->kind == FAILURE_SYSTEM && failure->error == EBUSY)
		call_say(call, MESSAGE_LIBRARY_BUSY, NULL, 0);
	else
		complain(&call->options, failure);
	return 2;
}

int
call_failed(struct library_call *call, int otherwise)
{
	struct failure failure = library_failure(call->library);

	if (failure.kind == FAILURE_NONE)
		return otherwise;
	if (failure.kind == FAILURE_DAMAGED &&
	    library_mend(call->library, &failure)) {
		call_say(call, MESSAGE_LIBRARY_REBUILT,
		    library_set_aside(call->library), 0);
		library_do_reindex(call);
		return 2;
	}
	return say_not_open(call, &failure);
}

int64_t
call_article(struct library_call *call, const char *name)
{
	int64_t article = library_find(call->library, name);

	if (article == 0 && call_failed(call, 0) == 0)
		call_say(call, MESSAGE_LIBRARY_NO_ARTICLE, name, 0);
	return article;
}

/* Whether the library is as the task needs it, after saying what is to be
 * said of it. */
static bool
is_ready(struct library_call *call, enum opens opens)
{
	if (library_state(call->library) == LIBRARY_REBUILT &&
	    library_set_aside(call->library) != NULL)
		call_say(call, MESSAGE_LIBRARY_REBUILT,
		    library_set_aside(call->library), 0);
	if (opens >= OPENS_WRITE &&
	    library_state(call->library) == LIBRARY_READ_ONLY) {
		call_say(call, MESSAGE_LIBRARY_RO, library_path(
		    call->library), 0);
		return false;
	}
	if (!library_is_outdated(call->library) || opens == OPENS_EITHER ||
	    (opens == OPENS_READ &&
	    library_state(call->library) != LIBRARY_REBUILT))
		return true;
	call_say(call, MESSAGE_LIBRARY_OUTDATED, NULL, 0);
	return library_do_reindex(call);
}

static int
run(struct library_call *call, const struct task_row *task)
{
	struct failure failure = { 0 };
	int            status;

	if (call->operands < task->least) {
		call_say(call, MESSAGE_LIBRARY_TOO_FEW, task->name, 0);
		return 2;
	}
	if (task->opens == OPENS_NONE)
		return task->run(call);
	call->library = library_open(call->path, task->opens == OPENS_MAKE
	    ? LIBRARY_MAKE : task->opens == OPENS_READ ? LIBRARY_READ
	    : LIBRARY_WRITE, &failure);
	if (call->library == NULL)
		return say_not_open(call, &failure);
	status = is_ready(call, task->opens) ? task->run(call) : 2;
	if (!call_flush(call))
		status = 2;
	library_close(call->library);
	return status;
}

int
library_command(int argc, char **argv)
{
	const struct task_row *task;
	struct library_call    call = {
		.options = { .language = language_of_environment() }
	};
	int skip   = strcmp(argv[1], "library") == 0 && argc > 2 &&
	    argv[2][0] != '-' ? 2 : 1;
	int status = 2;

	task = task_named(argv[skip]);
	switch (parse(&call, argc - skip, argv + skip)) {
	case PARSED_HELP:
		status = help(&call);
		break;
	case PARSED:
		if (task != NULL)
			status = run(&call, task);
		else
			call_say(&call, skip == 2
			    ? MESSAGE_LIBRARY_UNKNOWN_TASK
			    : MESSAGE_LIBRARY_NO_TASK, argv[skip], 0);
		break;
	case PARSED_WRONG:
		break;
	}
	models_free(call.models);
	array_free(&call.out);
	return status;
}
