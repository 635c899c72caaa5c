/* option.c: the command line. */
#include "views/option.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	FOR_READ    = 1 << TASK_READ,
	FOR_EXTRACT = 1 << TASK_EXTRACT,
	FOR_SAME    = 1 << TASK_SAME,
	FOR_CORRECTIONS = 1 << TASK_CORRECTIONS,
	FOR_ANY     = FOR_READ | FOR_EXTRACT | FOR_SAME | FOR_CORRECTIONS
};

enum option_name {
#define OPTION(name, text, letter, value, tasks, english, arabic) OPTION_##name,
#include "views/options.def"
#undef OPTION
	OPTIONS
};

enum {
	FIRST      = 256,       /* getopt's values: above any letter's */
	WIDTH_MOST = 10000,
	SIZE_MOST  = 1000
};

struct option_row {
	const char *name;
	int         letter;             /* 0: none */
	const char *value;              /* NULL: takes none */
	int         tasks;              /* FOR_… together */
	const char *help[LANGUAGES];
};

static const struct option_row rows[OPTIONS] = {
#define OPTION(name, text, letter, value, tasks, english, arabic) \
	{ text, letter, value, tasks, { english, arabic } },
#include "views/options.def"
#undef OPTION
};

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

/* Reads digits, 1 to `most`, up to `end`, a character. */
static bool
read_number(const char *text, char end, size_t most, size_t *number)
{
	size_t digits = strspn(text, "0123456789");

	*number = strtoul(text, NULL, 10);
	return digits > 0 && digits < 10 && text[digits] == end &&
	    *number >= 1 && *number <= most;
}

static bool
read_size(const char *text, size_t *rows_, size_t *columns)
{
	const char *cross = strchr(text, 'x');

	return cross != NULL && read_number(text, 'x', SIZE_MOST, rows_) &&
	    read_number(cross + 1, '\0', SIZE_MOST, columns);
}

/* Keeps the choice of an option whose values are words; false when `value`
 * is none of them. */
static bool
set_choice(struct options *options, enum option_name name, const char *value)
{
	static const enum display displays[] = {
		DISPLAY_VISUAL, DISPLAY_VISUAL, DISPLAY_GUARD, DISPLAY_WORDS,
		DISPLAY_LOGICAL
	};
	static const enum language languages[] = {
		LANGUAGE_ENGLISH, LANGUAGE_ARABIC, LANGUAGE_ENGLISH
	};
	int choice = choice_of(rows[name].value, value);

	if (choice < 0)
		return false;
	if (name == OPTION_FORMAT)
		options->format = (enum extract_format)choice;
	if (name == OPTION_LANG)
		options->language = choice == 0 ? language_of_environment()
		    : languages[choice];
	if (name == OPTION_COLOR)
		options->color = (enum color_choice)choice;
	if (name == OPTION_DISPLAY) {
		options->display_auto = choice == 0;
		options->display = displays[choice];
	}
	if (name == OPTION_SHAPE)
		options->shape = (enum shape_choice)choice;
	if (name == OPTION_HARAKAT) {
		options->harakat_auto = choice == 0;
		options->harakat = choice != 2;
	}
	return true;
}

/* Keeps an option; false when its value is not good. */
static bool
set_option(struct options *options, enum option_name name, const char *value)
{
	switch (name) {
	case OPTION_PRINT:
		options->print = true;
		return true;
	case OPTION_WIDTH:
		return read_number(value, '\0', WIDTH_MOST, &options->width);
	case OPTION_DATE:
		return day_parse(value, &options->published);
	case OPTION_THEME:
		options->theme = value;
		return theme_named(value) != NULL;
	case OPTION_DATA:
		options->data = value;
		return true;
	case OPTION_IMPORT:
		options->import = value;
		return true;
	case OPTION_SCRIPT:
		options->script = value;
		return true;
	case OPTION_SIZE:
		return read_size(value, &options->rows, &options->columns);
	case OPTION_CHECK_TERMINAL:
		options->task = TASK_CHECK_TERMINAL;
		return true;
	case OPTION_HELP:
		options->task = TASK_HELP;
		return true;
	case OPTION_VERSION:
		options->task = TASK_VERSION;
		return true;
	default:
		return set_choice(options, name, value);
	}
}

static bool
fail(struct failure *failure, enum usage_error error, const char *where)
{
	failure_set(failure, FAILURE_USAGE, where);
	if (failure != NULL)
		failure->error = (int)error;
	return false;
}

/* "--name=value", or "-n value". */
static bool
fail_at(struct failure *failure, enum usage_error error,
    enum option_name name, const char *value)
{
	char where[sizeof failure->where];

	snprintf(where, sizeof where, "--%s%s%s", rows[name].name,
	    value != NULL ? "=" : "", value != NULL ? value : "");
	return fail(failure, error, where);
}

static enum option_name
option_of_value(int value)
{
	enum option_name name = 0;

	if (value >= FIRST)
		return (enum option_name)(value - FIRST);
	while (name < OPTIONS && rows[name].letter != value)
		name++;
	return name;
}

/* What getopt answered '?' to: an option it does not know, one that could be
 * several, or a value too many. */
static bool
fail_unknown(struct failure *failure, char *const *argv)
{
	const char *typed = argv[optind - 1];
	char        letter[] = { '-', (char)optopt, '\0' };

	if (optopt >= FIRST)
		return fail(failure, USAGE_EXTRA_VALUE, typed);
	if (optopt != 0)
		return fail(failure, USAGE_UNKNOWN, letter);
	for (size_t i = 0; i < OPTIONS; i++)
		if (strncmp(rows[i].name, typed + 2,
		    strcspn(typed + 2, "=")) == 0)
			return fail(failure, USAGE_AMBIGUOUS, typed);
	return fail(failure, USAGE_UNKNOWN, typed);
}

/* getopt's two tables, made of the rows. */
static void
describe(struct option longs[OPTIONS + 1], char *shorts)
{
	size_t at = 0;

	shorts[at++] = ':';
	for (size_t i = 0; i < OPTIONS; i++) {
		longs[i] = (struct option){
			.name    = rows[i].name,
			.has_arg = rows[i].value != NULL
			    ? required_argument : no_argument,
			.val     = FIRST + (int)i
		};
		if (rows[i].letter == 0)
			continue;
		shorts[at++] = (char)rows[i].letter;
		if (rows[i].value != NULL)
			shorts[at++] = ':';
	}
	shorts[at] = '\0';
	longs[OPTIONS] = (struct option){ 0 };
}

static bool
read_all(int argc, char **argv, enum task task, struct options *options,
    struct failure *failure)
{
	struct option longs[OPTIONS + 1];
	char          shorts[2 * OPTIONS + 2];
	int           value;

	describe(longs, shorts);
	optind = 0;             /* glibc: start anew */
	opterr = 0;
	while ((value = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		enum option_name name = option_of_value(
		    value == ':' ? optopt : value);

		if (value == '?')
			return fail_unknown(failure, argv);
		if (value == ':')
			return fail_at(failure, USAGE_NO_VALUE, name, NULL);
		if ((rows[name].tasks & 1 << task) == 0)
			return fail_at(failure, USAGE_MISPLACED, name, NULL);
		if (!set_option(options, name, optarg))
			return fail_at(failure, USAGE_BAD_VALUE, name, optarg);
	}
	options->operand = argv + optind;
	options->operands = (size_t)(argc - optind);
	return true;
}

static enum task
task_of(int argc, char *const *argv)
{
	if (argc > 1 && strcmp(argv[1], "extract") == 0)
		return TASK_EXTRACT;
	if (argc > 1 && strcmp(argv[1], "same") == 0)
		return TASK_SAME;
	if (argc > 1 && strcmp(argv[1], "corrections") == 0)
		return TASK_CORRECTIONS;
	return TASK_READ;
}

bool
options_read(int argc, char **argv, struct options *options,
    struct failure *failure)
{
	const char *no_color = getenv("NO_COLOR");      /* no-color.org */
	const char *display  = getenv("QARI_DISPLAY");
	enum task   task     = task_of(argc, argv);
	int         skip     = task != TASK_READ;

	*options = (struct options){
		.task = task, .language = language_of_environment(),
		.display_auto = true, .display = DISPLAY_VISUAL,
		.harakat_auto = true, .harakat = true, .rows = 24, .columns = 80
	};
	if (display != NULL && *display != '\0' &&
	    !set_choice(options, OPTION_DISPLAY, display))
		return fail_at(failure, USAGE_BAD_VALUE, OPTION_DISPLAY,
		    display);
	if (!read_all(argc - skip, argv + skip, task, options, failure))
		return false;
	if (options->color == COLOR_AUTO && no_color != NULL && *no_color)
		options->color = COLOR_NEVER;
	if (options->task == TASK_EXTRACT && options->operands == 0)
		return fail(failure, USAGE_NO_FILES, "extract");
	if (options->task == TASK_SAME && options->operands != 2)
		return fail(failure, USAGE_TWO_NAMES, "same");
	if (options->task == TASK_CORRECTIONS && options->operands != 0)
		return fail(failure, USAGE_NO_OPERANDS, options->operand[0]);
	return true;
}

/* "--width=N" of the option named in `where`, or "" when none is. */
static void
write_form(const char *where, char *form, size_t size)
{
	size_t length = strcspn(where, "=");

	*form = '\0';
	for (size_t i = 0; i < OPTIONS; i++)
		if (strncmp(where, "--", 2) == 0 && rows[i].value != NULL &&
		    strlen(rows[i].name) + 2 == length &&
		    strncmp(where + 2, rows[i].name, length - 2) == 0)
			snprintf(form, size, "--%s=%s", rows[i].name,
			    rows[i].value);
}

void
usage_write(enum language language, enum usage_error error,
    const char *where, struct buffer *out)
{
	static const enum message sentences[] = {
		[USAGE_UNKNOWN]     = MESSAGE_USAGE_UNKNOWN,
		[USAGE_AMBIGUOUS]   = MESSAGE_USAGE_AMBIGUOUS,
		[USAGE_MISPLACED]   = MESSAGE_USAGE_MISPLACED,
		[USAGE_NO_VALUE]    = MESSAGE_USAGE_NO_VALUE,
		[USAGE_EXTRA_VALUE] = MESSAGE_USAGE_EXTRA_VALUE,
		[USAGE_BAD_VALUE]   = MESSAGE_USAGE_BAD_VALUE,
		[USAGE_NO_FILES]    = MESSAGE_USAGE_NO_FILES,
		[USAGE_TWO_NAMES]   = MESSAGE_USAGE_TWO_NAMES,
		[USAGE_NO_OPERANDS] = MESSAGE_USAGE_NO_OPERANDS,
		[USAGE_NO_INPUT]    = MESSAGE_USAGE_NO_INPUT,
	};
	char form[80];
	struct argument arguments[] = { { where, 0 }, { form, 0 } };

	write_form(where, form, sizeof form);
	message_write(language, sentences[error], arguments, 2, out);
}

static void
help_line(enum language language, const struct option_row *row,
    struct buffer *out)
{
	enum { HELP_COLUMN = 30 };
	char left[80];
	int  size = snprintf(left, sizeof left, "  %c%c%c --%s%s%s",
	    row->letter ? '-' : ' ', row->letter ? row->letter : ' ',
	    row->letter ? ',' : ' ', row->name,
	    row->value ? "=" : "", row->value ? row->value : "");

	buffer_add(out, left, (size_t)size);
	if (size + 2 > HELP_COLUMN) {
		buffer_add_string(out, "\n");
		size = 0;
	}
	for (; size < HELP_COLUMN; size++)
		buffer_add_string(out, " ");
	buffer_add_string(out, row->help[language]);
	buffer_add_string(out, "\n");
}

void
options_help(enum language language, struct buffer *out)
{
	static const enum message opening[] = {
		MESSAGE_USAGE_READ, MESSAGE_USAGE_EXTRACT, MESSAGE_USAGE_SAME,
		MESSAGE_USAGE_CORRECTIONS, MESSAGE_USAGE_ABOUT,
		MESSAGE_USAGE_EXTRACT_ABOUT, MESSAGE_USAGE_SAME_ABOUT,
		MESSAGE_USAGE_CORRECTIONS_ABOUT, MESSAGE_USAGE_OPTIONS
	};

	for (size_t i = 0; i < sizeof opening / sizeof *opening; i++) {
		if (opening[i] == MESSAGE_USAGE_ABOUT ||
		    opening[i] == MESSAGE_USAGE_OPTIONS)
			buffer_add_string(out, "\n");
		buffer_add_string(out, message_plain(language, opening[i]));
		buffer_add_string(out, "\n");
	}
	for (size_t i = 0; i < OPTIONS; i++)
		help_line(language, &rows[i], out);
}
