/* option.c: the command line read. */
#include "views/option.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "views/option_row.h"

#define FOR(task)    (UINT32_C(1) << TASK_##task)
#define FOR_ANY      (UINT32_MAX >> (32 - TASKS))
#define FOR_SCREEN   (FOR(READ) | FOR(LIBRARY))
#define FOR_PRINTED  (FOR_ANY & ~(FOR(EXTRACT) | FOR(CORRECTIONS) | \
	FOR(LIBRARY_EXPORT)))
#define FOR_LIBRARY  (FOR_ANY & ~(FOR(LIBRARY) - 1))

enum { FIRST = 256 };           /* getopt's values: above any letter's */

const struct option_row option_rows[OPTIONS] = {
#define OPTION(name, text, letter, value, most, tasks, english, arabic) \
	{ text, letter, value, most, tasks, { english, arabic } },
#include "views/options.def"
#undef OPTION
};

static bool
fail(struct failure *failure, enum usage_error error, const char *where)
{
	failure_set(failure, FAILURE_USAGE, where);
	if (failure != NULL)
		failure->error = (int)error;
	return false;
}

/* Of a value, given as "--name=value" or in a variable. */
static bool
fail_at(struct failure *failure, enum usage_error error,
    enum option_name name, const char *variable, const char *value)
{
	char where[sizeof failure->where];

	snprintf(where, sizeof where, "%s%s%s%s",
	    variable != NULL ? variable : "--",
	    variable != NULL ? "" : option_rows[name].text,
	    value != NULL ? "=" : "", value != NULL ? value : "");
	fail(failure, error, where);
	if (failure != NULL)
		failure->line = name + 1;
	return false;
}

/* The option of that task that getopt's answer means. */
static enum option_name
option_of_value(int value, enum task task)
{
	enum option_name name = 0;

	if (value >= FIRST)
		return (enum option_name)(value - FIRST);
	while (name < OPTIONS && (option_rows[name].letter != value ||
	    !option_is_for(&option_rows[name], task)))
		name++;
	return name;
}

/* How many options of any task, or of that one, begin with `text[size]`. */
static size_t
options_called(const char *text, size_t size, enum task task)
{
	size_t count = 0;

	for (size_t i = 0; size > 0 && i < OPTIONS; i++)
		count += strncmp(option_rows[i].text, text, size) == 0 &&
		    (task == TASKS || option_is_for(&option_rows[i], task));
	return count;
}

/* What getopt answered '?' to: an option that the task does not know, one
 * that could be several, or a value too many. */
static bool
fail_unknown(struct failure *failure, char *const *argv, enum task task)
{
	const char *typed    = argv[optind - 1];
	char        letter[] = { '-', (char)optopt, '\0' };
	size_t      size     = strcspn(typed, "=");

	if (optopt >= FIRST)
		return fail(failure, USAGE_EXTRA_VALUE, typed);
	if (optopt != 0) {
		for (size_t i = 0; i < OPTIONS; i++)
			if (option_rows[i].letter == optopt)
				return fail(failure, USAGE_MISPLACED, letter);
		return fail(failure, USAGE_UNKNOWN, letter);
	}
	if (options_called(typed + 2, size - 2, task) > 1)
		return fail(failure, USAGE_AMBIGUOUS, typed);
	if (options_called(typed + 2, size - 2, TASKS) > 0)
		return fail(failure, USAGE_MISPLACED, typed);
	return fail(failure, USAGE_UNKNOWN, typed);
}

/* getopt's tables. */
struct description {
	struct option longs[OPTIONS + 1];
	char          shorts[2 * OPTIONS + 3];
};

/* Of the options of a task; of TASKS, those of all, told apart only by
 * whether a value follows. `first` is what getopt is told of the words that
 * are no options. */
static void
describe(struct description *described, enum task task, const char *first)
{
	char  *shorts = described->shorts;
	size_t count  = 0;

	for (; *first != '\0'; first++)
		*shorts++ = *first;
	for (size_t i = 0; i < OPTIONS; i++) {
		const struct option_row *row = &option_rows[i];

		if (task != TASKS && !option_is_for(row, task))
			continue;
		described->longs[count++] = (struct option){
			.name    = row->text,
			.has_arg = row->value != NULL
			    ? required_argument : no_argument,
			.val     = task != TASKS ? FIRST + (int)i : FIRST
		};
		if (row->letter == 0)
			continue;
		*shorts++ = (char)row->letter;
		if (row->value != NULL)
			*shorts++ = ':';
	}
	*shorts = '\0';
	described->longs[count] = (struct option){ 0 };
}

/* The first two words that are no options and stand before any "--": their
 * places in argv, and how many there are. */
static size_t
find_words(int argc, char **argv, size_t place[2])
{
	struct description described;
	size_t             found = 0;
	int                start = 1;

	describe(&described, TASKS, "+:");
	while (found < 2 && start < argc) {
		optind = 0;             /* glibc: start anew */
		while (getopt_long(argc - start + 1, argv + start - 1,
		    described.shorts, described.longs, NULL) != -1)
			continue;
		start += optind - 1;
		if (start >= argc || strcmp(argv[start - 1], "--") == 0)
			break;
		place[found++] = (size_t)start++;
	}
	return found;
}

/* Takes the words of the task out of argv. */
static enum task
take_task(int *argc, char **argv)
{
	size_t    place[2], took;
	size_t    found = find_words(*argc, argv, place);
	char     *words[2];
	enum task task;

	for (size_t i = 0; i < found; i++)
		words[i] = argv[place[i]];
	task = task_named(words, found, &took);
	while (took-- > 0) {
		memmove(argv + place[took], argv + place[took] + 1,
		    ((size_t)*argc - place[took]) * sizeof *argv);
		--*argc;
	}
	return task;
}

/* "-سياحة" leaves out the articles with that word: no option, whose letters
 * are ASCII. */
static bool
is_exclusion(const char *word)
{
	return word[0] == '-' && word[1] != '\0' && word[1] != '-' &&
	    !((word[1] | 0x20) >= 'a' && (word[1] | 0x20) <= 'z');
}

/* Moves such words behind the others, where getopt does not see them; returns
 * how many words come before. */
static int
move_exclusions(int argc, char **argv)
{
	int left = argc;

	for (int i = 1; i < left && strcmp(argv[i], "--") != 0;) {
		char *word = argv[i];

		if (!is_exclusion(word)) {
			i++;
			continue;
		}
		memmove(argv + i, argv + i + 1,
		    (size_t)(argc - i - 1) * sizeof *argv);
		argv[argc - 1] = word;
		left--;
	}
	return left;
}

/* What is wrong with one option is told in the language that another, behind
 * it, names. */
static void
read_language(int argc, char **argv, const struct description *described,
    struct options *options)
{
	int value;

	optind = 0;             /* glibc: start anew */
	while ((value = getopt_long(argc, argv, described->shorts,
	    described->longs, NULL)) != -1)
		if (value == FIRST + OPTION_LANG)
			option_set(options, OPTION_LANG, optarg);
}

static bool
read_all(int argc, char **argv, struct options *options,
    struct failure *failure)
{
	struct description described;
	enum task          task = options->task;
	int                seen = argc;
	int                value;

	if (task == TASK_LIBRARY_SEARCH)
		seen = move_exclusions(argc, argv);
	describe(&described, task, ":");
	read_language(seen, argv, &described, options);
	optind = 0;             /* glibc: start anew */
	while ((value = getopt_long(seen, argv, described.shorts,
	    described.longs, NULL)) != -1) {
		enum option_name name = option_of_value(
		    value == ':' ? optopt : value, task);

		if (value == '?')
			return fail_unknown(failure, argv, task);
		if (value == ':')
			return fail_at(failure, USAGE_NO_VALUE, name, NULL,
			    NULL);
		if (!option_set(options, name, optarg))
			return fail_at(failure, USAGE_BAD_VALUE, name, NULL,
			    optarg);
	}
	options->operand = argv + optind;
	options->operands = optind < argc ? (size_t)(argc - optind) : 0;
	return true;
}

static bool
count_operands(const struct options *options, struct failure *failure)
{
	const struct task_row *row = task_row(options->task);

	if (options->task == TASK_LIBRARY && options->operands > 0)
		return fail(failure, USAGE_UNKNOWN_TASK, options->operand[0]);
	if (options->operands < row->least)
		return fail(failure, USAGE_TOO_FEW, row->words);
	if (options->operands > row->most)
		return fail(failure, USAGE_TOO_MANY, row->words);
	return true;
}

/* What QARI_DISPLAY says. */
static bool
read_environment(struct options *options, struct failure *failure)
{
	const char *display = getenv("QARI_DISPLAY");

	if (!option_is_for(&option_rows[OPTION_DISPLAY], options->task) ||
	    display == NULL || *display == '\0' ||
	    option_set(options, OPTION_DISPLAY, display))
		return true;
	return fail_at(failure, USAGE_BAD_VALUE, OPTION_DISPLAY,
	    "QARI_DISPLAY", display);
}

bool
options_read(int argc, char **argv, struct options *options,
    struct failure *failure)
{
	const char *no_color = getenv("NO_COLOR");      /* no-color.org */
	bool        sound;

	*options = (struct options){
		.language = language_of_environment(),
		.display_auto = true, .display = DISPLAY_VISUAL,
		.harakat_auto = true, .harakat = true, .rows = 24,
		.columns = 80, .notice = MESSAGES
	};
	opterr = 0;
	options->task = take_task(&argc, argv);
	sound = read_environment(options, failure);
	if (!read_all(argc, argv, options, failure))
		return false;
	if (options->color == COLOR_AUTO && no_color != NULL && *no_color)
		options->color = COLOR_NEVER;
	return options->request == REQUEST_HELP ||
	    options->request == REQUEST_VERSION ||
	    (sound && count_operands(options, failure));
}

struct layout_options
options_layout(const struct options *options)
{
	return (struct layout_options){
		.width   = options->width,
		.base    = DIRECTION_AUTO,
		.display = options->display_auto
		    ? DISPLAY_VISUAL : options->display,
		.shape   = options->shape != SHAPE_BASE,
		.harakat = options->harakat
	};
}
