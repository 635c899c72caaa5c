/* option.c: command lines, right and wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "bytes/utf8.h"
#include "library/library.h"
#include "screen/theme.h"
#include "views/option_row.h"

enum { WORDS = 16 };

static struct options options;
static struct failure failure;

/* Reads "qari" and the words of `line`; the words live until the next. */
static bool
reads(const char *line)
{
	static char  copy[512];
	static char *argv[WORDS + 2];
	int          argc = 0;

	strcpy(copy, line);
	argv[argc++] = copy + sizeof copy - 1;
	for (char *word = strtok(copy, " "); word != NULL && argc <= WORDS;
	    word = strtok(NULL, " "))
		argv[argc++] = word;
	argv[argc] = NULL;
	return options_read(argc, argv, &options, &failure);
}

static int
clear_environment(void **state)
{
	(void)state;
	setenv("LC_ALL", "C.UTF-8", 1);
	unsetenv("NO_COLOR");
	unsetenv("QARI_DISPLAY");
	return 0;
}

static void
has_sound_defaults(void **state)
{
	(void)state;
	assert_true(reads(""));
	assert_int_equal(options.task, TASK_READ);
	assert_int_equal(options.language, LANGUAGE_ENGLISH);
	assert_false(options.print);
	assert_int_equal(options.width, 0);
	assert_false(day_is_known(options.published));
	assert_int_equal(options.color, COLOR_AUTO);
	assert_null(options.theme);
	assert_true(options.display_auto);
	assert_int_equal(options.shape, SHAPE_AUTO);
	assert_true(options.harakat_auto);
	assert_true(options.harakat);
	assert_int_equal(options.rows, 24);
	assert_int_equal(options.columns, 80);
	assert_int_equal(options.operands, 0);
}

static void
reads_options_and_paths_in_any_order(void **state)
{
	(void)state;
	assert_true(reads("a.txt --width=60 -p - --date 2024-09-20 dir"
	    " --display=words --shape=base --harakat=hide --lang=ar"
	    " --color=always --data=d --script=s --size=12x40"));
	assert_true(options.print);
	assert_int_equal(options.width, 60);
	assert_int_equal(options.published.year, 2024);
	assert_int_equal(options.published.month, 9);
	assert_int_equal(options.published.day, 20);
	assert_false(options.display_auto);
	assert_int_equal(options.display, DISPLAY_WORDS);
	assert_int_equal(options.shape, SHAPE_BASE);
	assert_false(options.harakat_auto);
	assert_false(options.harakat);
	assert_int_equal(options.language, LANGUAGE_ARABIC);
	assert_int_equal(options.color, COLOR_ALWAYS);
	assert_string_equal(options.data, "d");
	assert_string_equal(options.script, "s");
	assert_int_equal(options.rows, 12);
	assert_int_equal(options.columns, 40);
	assert_int_equal(options.operands, 3);
	assert_string_equal(options.operand[0], "a.txt");
	assert_string_equal(options.operand[1], "-");
	assert_string_equal(options.operand[2], "dir");
}

static void
ends_options_at_two_dashes(void **state)
{
	(void)state;
	assert_true(reads("-- --print extract"));
	assert_false(options.print);
	assert_int_equal(options.task, TASK_READ);
	assert_int_equal(options.operands, 2);
	assert_string_equal(options.operand[0], "--print");
}

static void
finds_the_task(void **state)
{
	static const struct {
		const char *line;
		enum task   task;
		size_t      operands;
	} rows[] = {
		{ "extract --format=tsv a b", TASK_EXTRACT, 2 },
		{ "--lang=ar extract a", TASK_EXTRACT, 1 },
		{ "-l ar extract", TASK_EXTRACT, 0 },
		{ "--lan ar -d 2024-01-01 extract a", TASK_EXTRACT, 1 },
		{ "./extract", TASK_READ, 1 },
		{ "a extract", TASK_READ, 2 },
		{ "-- extract", TASK_READ, 1 },
		{ "--lang=ar -- extract", TASK_READ, 1 },
		{ "same x y", TASK_SAME, 2 },
		{ "library list", TASK_LIBRARY_LIST, 0 },
		{ "--library=f -l ar library --limit=3 list",
		    TASK_LIBRARY_LIST, 0 },
		{ "library --lang=ar add a b", TASK_LIBRARY_ADD, 2 },
		{ "library add add", TASK_LIBRARY_ADD, 1 },
		{ "compare a b --library f", TASK_COMPARE, 2 },
		{ "list", TASK_READ, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_true(reads(rows[i].line));
		assert_int_equal(options.task, rows[i].task);
		assert_int_equal(options.operands, rows[i].operands);
	}
	assert_true(reads("--help extract"));
	assert_int_equal(options.request, REQUEST_HELP);
	assert_int_equal(options.task, TASK_EXTRACT);
	assert_true(reads("same --help"));
	assert_int_equal(options.task, TASK_SAME);
	assert_true(reads("library --help"));
	assert_int_equal(options.task, TASK_LIBRARY);
	assert_true(reads("extract --version"));
	assert_int_equal(options.request, REQUEST_VERSION);
}

static void
keeps_what_the_library_is_told(void **state)
{
	(void)state;
	assert_true(reads("library list --format=jsonl -n 7 --sort=title"
	    " --library=f"));
	assert_true(options.jsonl);
	assert_int_equal(options.limit, 7);
	assert_int_equal(options.order, SHELF_TITLE);
	assert_string_equal(options.library, "f");
	assert_true(reads("extract --format=tsv"));
	assert_int_equal(options.format, EXTRACT_TSV);
}

/* A word to be left out is no option, and keeps its sign. */
static void
takes_exclusions_for_words(void **state)
{
	(void)state;
	assert_true(reads("library search -سياحة a -n 3 -\"x y\" b"));
	assert_int_equal(options.limit, 3);
	assert_int_equal(options.operands, 5);
	assert_string_equal(options.operand[0], "a");
	assert_string_equal(options.operand[3], "-سياحة");
	assert_true(reads("library search -- -n -س"));
	assert_int_equal(options.operands, 2);
	assert_string_equal(options.operand[0], "-n");
	assert_false(reads("-س"));
}

/* Every theme there is can be asked for, and no other. */
static void
names_every_theme(void **state)
{
	const char *names = option_rows[OPTION_THEME].value;
	const struct theme *theme = theme_next(NULL);
	size_t count = 1;

	(void)state;
	for (const char *bar = names; (bar = strchr(bar, '|')); bar++)
		count++;
	for (size_t i = 0; i < count; i++, theme = theme_next(theme)) {
		char line[40];

		assert_int_equal(strncmp(names, theme->name,
		    strlen(theme->name)), 0);
		snprintf(line, sizeof line, "--theme=%s", theme->name);
		assert_true(reads(line));
		names += strlen(theme->name) + 1;
	}
	assert_ptr_equal(theme, theme_next(NULL));
}

static void
hears_no_color(void **state)
{
	(void)state;
	setenv("NO_COLOR", "1", 1);
	assert_true(reads(""));
	assert_int_equal(options.color, COLOR_NEVER);
	assert_true(reads("--color=always"));
	assert_int_equal(options.color, COLOR_ALWAYS);
	setenv("NO_COLOR", "", 1);
	assert_true(reads(""));
	assert_int_equal(options.color, COLOR_AUTO);
	unsetenv("NO_COLOR");
}

static void
tells_what_is_wrong(void **state)
{
	static const struct {
		const char *line;
		const char *sentence;
	} rows[] = {
		{ "--bogus", "--bogus: there is no such option" },
		{ "-pZ a", "-Z: there is no such option" },
		{ "--s", "--s: could be several options" },
		{ "--width", "--width: a value must follow, as in --width=N" },
		{ "-w", "--width: a value must follow, as in --width=N" },
		{ "--print=3", "--print=3: takes no value" },
		{ "--limit=3", "--limit=3: not an option of this command" },
		{ "-n 3", "-n: not an option of this command" },
		{ "extract --print a", "--print: not an option of this command" },
		{ "extract --format=text", "--format=text: should read "
		    "--format=jsonl|tsv|json|csv|conll|ann" },
		{ "library list --format=tsv", "--format=tsv: should read "
		    "--format=text|jsonl" },
		{ "--width=0",
		    "--width=0: should read --width=N, from 1 to 10000" },
		{ "--width=-3",
		    "--width=-3: should read --width=N, from 1 to 10000" },
		{ "--width=7x",
		    "--width=7x: should read --width=N, from 1 to 10000" },
		{ "--width=99999",
		    "--width=99999: should read --width=N, from 1 to 10000" },
		{ "--date=2023-02-29", "--date=2023-02-29: should read "
		    "--date=YYYY-MM-DD, a day of the calendar" },
		{ "--lang=fr", "--lang=fr: should read --lang=auto|ar|en" },
		{ "--lang=", "--lang=: should read --lang=auto|ar|en" },
		{ "--color=alway",
		    "--color=alway: should read --color=auto|always|never" },
		{ "--size=24", "--size=24: should read --size=ROWSxCOLUMNS, "
		    "from 1 to 1000" },
		{ "--size=24x0", "--size=24x0: should read "
		    "--size=ROWSxCOLUMNS, from 1 to 1000" },
		{ "--theme=x", "--theme=x: should read "
		    "--theme=dark|light|mono" },
		{ "same x", "same: something is missing, as in: "
		    "qari same [OPTION]… NAME NAME" },
		{ "same x y z", "same: there is too much behind it, as in: "
		    "qari same [OPTION]… NAME NAME" },
		{ "library lists", "library lists: there is no such task "
		    "('qari library --help' names them)" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buffer out = { 0 };

		assert_false(reads(rows[i].line));
		assert_int_equal(failure.kind, FAILURE_USAGE);
		failure_write(options.language, &failure, &out);
		array_add(&out, '\0');
		assert_string_equal(out.at, rows[i].sentence);
		array_free(&out);
	}
}

static void
names_the_variable_that_is_wrong(void **state)
{
	struct buffer out = { 0 };

	(void)state;
	setenv("QARI_DISPLAY", "x", 1);
	assert_false(reads("--display=words"));
	failure_write(options.language, &failure, &out);
	array_add(&out, '\0');
	assert_string_equal(out.at, "QARI_DISPLAY=x: should read "
	    "QARI_DISPLAY=auto|visual|guard|words|logical|embed");
	array_free(&out);
	assert_false(reads("library list"));
	assert_true(reads("extract a"));
	assert_true(reads("--help"));
	setenv("QARI_DISPLAY", "guard", 1);
	assert_true(reads(""));
	assert_int_equal(options.display, DISPLAY_GUARD);
	assert_true(reads("library"));
	assert_int_equal(options.display, DISPLAY_GUARD);
	assert_true(reads("--display=words"));
	assert_int_equal(options.display, DISPLAY_WORDS);
	unsetenv("QARI_DISPLAY");
}

static void
complains_in_the_language_asked_for(void **state)
{
	static const char *const lines[] = { "--lang=ar --bogus",
	    "--bogus --lang=ar", "file.txt --bogus --lang ar" };

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct buffer out = { 0 };

		assert_false(reads(lines[i]));
		failure_write(options.language, &failure, &out);
		array_add(&out, '\0');
		assert_string_equal(out.at,
		    "\u2068--bogus\u2069: لا خيار بهذا الاسم");
		array_free(&out);
	}
}

/* The help of each task names its options and no other's, in lines that fit
 * a terminal; the first help names all commands. */
static void
helps_with_every_option(void **state)
{
	(void)state;
	for (enum task task = 0; task < TASKS * LANGUAGES; task++) {
		enum task      of  = task / LANGUAGES;
		struct buffer  out = { 0 };
		char           name[40];

		options_help(task % LANGUAGES, of, &out);
		array_add(&out, '\0');
		for (size_t i = 0; i < OPTIONS; i++) {
			snprintf(name, sizeof name, " --%s%s",
			    option_rows[i].text, option_rows[i].value != NULL
			    ? "=" : "");
			if (option_is_for(&option_rows[i], of))
				assert_non_null(strstr(out.at, name));
			else if (i != OPTION_FORMAT && i != OPTION_OUTPUT)
				assert_null(strstr(out.at, name));
		}
		for (enum task one = TASK_READ + 1; of == TASK_READ &&
		    one <= TASK_LIBRARY; one++)
			assert_non_null(strstr(out.at, task_row(one)->words));
		for (char *line = strtok(out.at, "\n"); line != NULL;
		    line = strtok(NULL, "\n"))
			assert_in_range(utf8_count(line, strlen(line)), 1, 79);
		array_free(&out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(has_sound_defaults),
		cmocka_unit_test(reads_options_and_paths_in_any_order),
		cmocka_unit_test(ends_options_at_two_dashes),
		cmocka_unit_test(finds_the_task),
		cmocka_unit_test(keeps_what_the_library_is_told),
		cmocka_unit_test(takes_exclusions_for_words),
		cmocka_unit_test(names_every_theme),
		cmocka_unit_test(hears_no_color),
		cmocka_unit_test(tells_what_is_wrong),
		cmocka_unit_test(names_the_variable_that_is_wrong),
		cmocka_unit_test(complains_in_the_language_asked_for),
		cmocka_unit_test(helps_with_every_option),
	};

	return cmocka_run_group_tests(tests, clear_environment, NULL);
}
