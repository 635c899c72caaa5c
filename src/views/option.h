/* option.h: the command line. An option is a row of options.def, from which
 * getopt's table, --help and the manual's check are made. */
#ifndef QARI_VIEWS_OPTION_H
#define QARI_VIEWS_OPTION_H

#include <stdbool.h>

#include "bytes/array.h"
#include "bytes/day.h"
#include "bytes/failure.h"
#include "layout/layout.h"
#include "screen/terminal.h"
#include "views/message.h"

enum task {
	TASK_READ,              /* the reader, --print, or as cat */
	TASK_EXTRACT,           /* qari extract FILE… */
	TASK_SAME,              /* qari same NAME NAME */
	TASK_CORRECTIONS,       /* qari corrections */
	TASK_CHECK_TERMINAL,
	TASK_HELP,
	TASK_VERSION
};

enum extract_format {
	EXTRACT_JSONL, EXTRACT_TSV, EXTRACT_JSON, EXTRACT_CSV, EXTRACT_CONLL,
	EXTRACT_ANN
};

enum shape_choice { SHAPE_AUTO, SHAPE_FORMS, SHAPE_BASE };

struct options {
	enum task           task;
	enum language       language;
	bool                print;
	size_t              width;      /* columns; 0: not given */
	struct day          published;  /* or unknown */
	enum extract_format format;
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
	char              **operand;    /* [operands] paths or names; lent */
	size_t              operands;   /* by argv */
};

/* What is wrong with the command line: `error` of a FAILURE_USAGE. */
enum usage_error {
	USAGE_UNKNOWN,
	USAGE_AMBIGUOUS,
	USAGE_MISPLACED,        /* an option of another task */
	USAGE_NO_VALUE,
	USAGE_EXTRA_VALUE,
	USAGE_BAD_VALUE,
	USAGE_NO_FILES,
	USAGE_TWO_NAMES,
	USAGE_NO_OPERANDS,
	USAGE_NO_INPUT          /* for main: nothing to read */
};

/* Reads the command line (GNU habits; "extract", "same" and "corrections" are
 * commands only as the first argument) and the environment's say on language and colour.
 * `argv` is permuted, and lent to the options. False and `failure` (with the
 * option as typed in `where`) when it is wrong; then options->language is
 * known all the same. */
bool options_read(int argc, char **argv, struct options *options,
    struct failure *failure);

/* Appends what is wrong with the option in `where`, in that language. */
void usage_write(enum language language, enum usage_error error,
    const char *where, struct buffer *out);

/* Appends the text of --help. */
void options_help(enum language language, struct buffer *out);

#endif
