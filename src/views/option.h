/* option.h: the command line. A task is a row of tasks.def and an option one
 * of options.def, from which getopt's tables, --help, the completions and the
 * manual's check are made. */
#ifndef QARI_VIEWS_OPTION_H
#define QARI_VIEWS_OPTION_H

#include <stdbool.h>

#include "bytes/array.h"
#include "bytes/day.h"
#include "bytes/failure.h"
#include "layout/layout.h"
#include "screen/terminal.h"
#include "views/message.h"
#include "views/task.h"

/* What is asked instead of the task. */
enum request {
	REQUEST_TASK,
	REQUEST_HELP,           /* of the task */
	REQUEST_VERSION,
	REQUEST_COMPLETION,
	REQUEST_CHECK_TERMINAL
};

enum extract_format {
	EXTRACT_JSONL, EXTRACT_TSV, EXTRACT_JSON, EXTRACT_CSV, EXTRACT_CONLL,
	EXTRACT_ANN
};

enum shape_choice { SHAPE_AUTO, SHAPE_FORMS, SHAPE_BASE };

enum shell { SHELL_BASH, SHELL_ZSH, SHELL_FISH };

struct options {
	enum task           task;
	enum request        request;
	enum language       language;
	bool                print;
	bool                clipboard;  /* the terminal's may be written */
	size_t              width;      /* columns; 0: not given */
	struct day          published;  /* or unknown */
	enum extract_format format;
	bool                jsonl;      /* from the library */
	const char         *library;    /* its file; NULL: not given */
	size_t              limit;      /* 0: not given */
	int                 order;      /* an enum shelf_order */
	enum color_choice   color;      /* NO_COLOR is in it already */
	const char         *theme;      /* its name; NULL: not given */
	bool                display_auto;
	enum display        display;    /* when not display_auto */
	enum shape_choice   shape;
	bool                harakat_auto;
	bool                harakat;    /* show vowel signs */
	const char         *data;       /* folder; NULL: not given */
	const char         *import;     /* path; NULL: not given */
	const char         *script;     /* path; NULL: not given */
	size_t              rows;       /* for the script; 24 */
	size_t              columns;    /* 80 */
	enum shell          shell;      /* for REQUEST_COMPLETION */
	enum message        notice;     /* on the locale, told to a reader
	                                 * first; MESSAGES: none */
	char              **operand;    /* [operands] paths or names; lent */
	size_t              operands;   /* by argv */
};

/* What is wrong with the command line: `error` of a FAILURE_USAGE, whose
 * `line` is the row of options.def that is meant, from 1, or 0. */
enum usage_error {
	USAGE_UNKNOWN,
	USAGE_AMBIGUOUS,
	USAGE_MISPLACED,        /* an option of another task */
	USAGE_NO_VALUE,
	USAGE_EXTRA_VALUE,
	USAGE_BAD_VALUE,
	USAGE_TOO_FEW,          /* operands of the task in `where` */
	USAGE_TOO_MANY,
	USAGE_UNKNOWN_TASK,
	USAGE_ONE_ARTICLE,      /* --format=ann */
	USAGE_NO_INPUT          /* nothing to read */
};

/* Reads the command line (GNU habits; a task's words are the first that are
 * no options) and the environment's say on language, order and colour.
 * `argv` is permuted, and lent to the options. False and `failure` (with what
 * was typed in `where`) when it is wrong; then options->language is known all
 * the same. */
bool options_read(int argc, char **argv, struct options *options,
    struct failure *failure);

/* How text is set where no terminal was asked; its width is 0 when none was
 * given. */
struct layout_options options_layout(const struct options *options);

/* Appends what is wrong, a FAILURE_USAGE, in that language; `where` is the
 * failure's with nothing in it that acts on a terminal. */
void usage_write(enum language language, const struct failure *failure,
    const char *where, struct buffer *out);

/* Appends the text of --help: of all for TASK_READ, else of the task. */
void options_help(enum language language, enum task task,
    struct buffer *out);

#endif
