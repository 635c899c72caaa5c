/* usage.c: what the command line may hold: --help, and what is wrong with
 * one. */
#include <stdio.h>
#include <string.h>

#include "bytes/utf8.h"
#include "views/option_row.h"

enum { HELP_COLUMN = 30 };

/* "qari extract [OPTION]… FILE…". */
static void
add_synopsis(enum language language, enum task task, struct buffer *out)
{
	const struct task_row *row = task_row(task);

	buffer_add_string(out, "qari ");
	buffer_add_string(out, row->words);
	buffer_add_string(out, *row->words != '\0' ? " " : "");
	buffer_add_string(out, message_plain(language, MESSAGE_USAGE_OPTION));
	buffer_add_string(out, *row->operands[language] != '\0' ? " " : "");
	buffer_add_string(out, row->operands[language]);
}

/* What `where` should read: the option with its value, or the synopsis. */
static void
add_form(enum language language, enum task task, const char *where,
    const struct option_row *row, struct buffer *out)
{
	if (row != NULL && row->value != NULL) {
		buffer_add(out, where, strcspn(where, "="));
		buffer_add_string(out, "=");
		buffer_add_string(out, row->value);
	} else if (row == NULL && task != TASKS)
		add_synopsis(language, task, out);
	array_add(out, '\0');
}

static enum task
task_at(const char *where)
{
	enum task task = 0;

	while (task < TASKS && strcmp(task_row(task)->words, where) != 0)
		task++;
	return task;
}

/* A number says how large it may be, a day that there must be one. */
static enum message
sentence_of(enum usage_error error, const struct option_row *row)
{
	static const enum message sentences[] = {
		[USAGE_UNKNOWN]      = MESSAGE_USAGE_UNKNOWN,
		[USAGE_AMBIGUOUS]    = MESSAGE_USAGE_AMBIGUOUS,
		[USAGE_MISPLACED]    = MESSAGE_USAGE_MISPLACED,
		[USAGE_NO_VALUE]     = MESSAGE_USAGE_NO_VALUE,
		[USAGE_EXTRA_VALUE]  = MESSAGE_USAGE_EXTRA_VALUE,
		[USAGE_BAD_VALUE]    = MESSAGE_USAGE_BAD_VALUE,
		[USAGE_TOO_FEW]      = MESSAGE_USAGE_TOO_FEW,
		[USAGE_TOO_MANY]     = MESSAGE_USAGE_TOO_MANY,
		[USAGE_UNKNOWN_TASK] = MESSAGE_USAGE_UNKNOWN_TASK,
		[USAGE_ONE_ARTICLE]  = MESSAGE_USAGE_ONE_ARTICLE,
		[USAGE_NO_INPUT]     = MESSAGE_USAGE_NO_INPUT,
	};

	if (error != USAGE_BAD_VALUE || row == NULL)
		return sentences[error];
	if (row == &option_rows[OPTION_DATE])
		return MESSAGE_USAGE_BAD_DAY;
	return row->most > 0 ? MESSAGE_USAGE_BAD_NUMBER : sentences[error];
}

void
usage_write(enum language language, const struct failure *failure,
    const char *where, struct buffer *out)
{
	const struct option_row *row  = failure->line > 0
	    ? &option_rows[failure->line - 1] : NULL;
	struct buffer            form = { 0 };
	struct argument          arguments[3];

	add_form(language, task_at(where), where, row, &form);
	arguments[0] = (struct argument){ where, 0 };
	arguments[1] = (struct argument){ form.at, 0 };
	arguments[2] = (struct argument){ NULL, row != NULL ? row->most : 0 };
	message_write(language, sentence_of((enum usage_error)failure->error,
	    row), arguments, 3, out);
	array_free(&form);
}

/* `left[…]` in a column of its own, what it means in the other. */
static void
add_row(const struct buffer *left, const char *about, struct buffer *out)
{
	size_t columns = utf8_count(left->at, left->count);

	buffer_add(out, left->at, left->count);
	if (columns + 2 > HELP_COLUMN) {
		buffer_add_string(out, "\n");
		columns = 0;
	}
	for (; columns < HELP_COLUMN; columns++)
		buffer_add_string(out, " ");
	buffer_add_string(out, about);
	buffer_add_string(out, "\n");
}

static void
add_option(enum language language, const struct option_row *row,
    struct buffer *out)
{
	struct buffer left = { 0 };
	char          letter[] = { '-', (char)row->letter, ',', ' ', '\0' };

	buffer_add_string(&left, "  ");
	buffer_add_string(&left, row->letter != 0 ? letter : "    ");
	buffer_add_string(&left, "--");
	buffer_add_string(&left, row->text);
	buffer_add_string(&left, row->value != NULL ? "=" : "");
	buffer_add_string(&left, row->value != NULL ? row->value : "");
	add_row(&left, row->help[language], out);
	array_free(&left);
}

static void
add_options(enum language language, enum task task, struct buffer *out)
{
	buffer_add_string(out, "\n");
	buffer_add_string(out, message_plain(language,
	    MESSAGE_USAGE_OPTIONS));
	buffer_add_string(out, "\n");
	for (size_t i = 0; i < OPTIONS; i++)
		if (option_is_for(&option_rows[i], task))
			add_option(language, &option_rows[i], out);
}

/* The tasks first to last but one; a task of the library by its own word. */
static void
add_tasks(enum language language, enum message heading, enum task first,
    enum task end, struct buffer *out)
{
	buffer_add_string(out, "\n");
	buffer_add_string(out, message_plain(language, heading));
	buffer_add_string(out, "\n");
	for (enum task task = first; task < end; task++) {
		const struct task_row *row  = task_row(task);
		struct buffer          left = { 0 };

		buffer_add_string(&left, "  ");
		buffer_add_string(&left, task_word(task));
		buffer_add_string(&left, " ");
		buffer_add_string(&left, row->operands[language]);
		add_row(&left, row->about[language], out);
		array_free(&left);
	}
}

static void
add_paragraph(enum language language, enum message message,
    struct buffer *out)
{
	buffer_add_string(out, "\n");
	buffer_add_string(out, message_plain(language, message));
	buffer_add_string(out, "\n");
}

void
options_help(enum language language, enum task task, struct buffer *out)
{
	buffer_add_string(out, message_plain(language, MESSAGE_USAGE));
	add_synopsis(language, task, out);
	buffer_add_string(out, "\n");
	if (task == TASK_READ) {
		buffer_add_string(out, message_plain(language,
		    MESSAGE_USAGE_OR));
		buffer_add_string(out, "\n");
		add_paragraph(language, MESSAGE_USAGE_ABOUT, out);
		add_tasks(language, MESSAGE_USAGE_TASKS, TASK_READ + 1,
		    TASK_LIBRARY + 1, out);
	} else if (task == TASK_LIBRARY) {
		add_paragraph(language, MESSAGE_LIBRARY_ABOUT, out);
		add_tasks(language, MESSAGE_LIBRARY_TASKS, TASK_LIBRARY + 1,
		    TASKS, out);
	} else {
		buffer_add_string(out, "\n");
		buffer_add_string(out, task_row(task)->about[language]);
		buffer_add_string(out, "\n");
	}
	if (task == TASK_LIBRARY_SEARCH)
		add_paragraph(language, MESSAGE_LIBRARY_QUERY, out);
	add_options(language, task, out);
	add_paragraph(language, MESSAGE_USAGE_MANUAL, out);
}
