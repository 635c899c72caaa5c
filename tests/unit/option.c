/* option.c: command lines, right and wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stdlib.h>

#include "bytes/utf8.h"
#include "views/option.h"

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
knows_commands_only_in_first_place(void **state)
{
	(void)state;
	assert_true(reads("extract --format=tsv a b"));
	assert_int_equal(options.task, TASK_EXTRACT);
	assert_int_equal(options.format, EXTRACT_TSV);
	assert_int_equal(options.operands, 2);
	assert_true(reads("./extract"));
	assert_int_equal(options.task, TASK_READ);
	assert_true(reads("a extract"));
	assert_int_equal(options.task, TASK_READ);
	assert_int_equal(options.operands, 2);
	assert_true(reads("same x y"));
	assert_int_equal(options.task, TASK_SAME);
	assert_true(reads("--help extract"));
	assert_int_equal(options.task, TASK_HELP);
	assert_true(reads("extract --version"));
	assert_int_equal(options.task, TASK_VERSION);
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
		{ "--format=tsv", "--format: not an option of this command" },
		{ "extract --print a", "--print: not an option of this command" },
		{ "--width=0", "--width=0: should read --width=N" },
		{ "--width=-3", "--width=-3: should read --width=N" },
		{ "--width=7x", "--width=7x: should read --width=N" },
		{ "--width=99999", "--width=99999: should read --width=N" },
		{ "--date=2023-02-29",
		    "--date=2023-02-29: should read --date=YYYY-MM-DD" },
		{ "--lang=fr", "--lang=fr: should read --lang=auto|ar|en" },
		{ "--lang=", "--lang=: should read --lang=auto|ar|en" },
		{ "--color=alway",
		    "--color=alway: should read --color=auto|always|never" },
		{ "--size=24", "--size=24: should read --size=ROWSxCOLUMNS" },
		{ "--size=24x0", "--size=24x0: should read --size=ROWSxCOLUMNS" },
		{ "--theme=none-such",
		    "--theme=none-such: should read --theme=NAME" },
		{ "extract", "extract: name at least one file" },
		{ "same x", "same: give two names" },
		{ "same x y z", "same: give two names" },
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
complains_in_the_language_asked_for(void **state)
{
	struct buffer out = { 0 };

	(void)state;
	assert_false(reads("--lang=ar --bogus"));
	failure_write(options.language, &failure, &out);
	array_add(&out, '\0');
	assert_string_equal(out.at, "\u2068--bogus\u2069: لا خيار بهذا الاسم");
	array_free(&out);
}

static void
helps_with_every_option(void **state)
{
	static const char *const names[] = {
#define OPTION(name, text, letter, value, tasks, english, arabic) "--" text,
#include "views/options.def"
#undef OPTION
	};

	(void)state;
	for (int l = 0; l < LANGUAGES; l++) {
		struct buffer out = { 0 };

		options_help((enum language)l, &out);
		array_add(&out, '\0');
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			assert_non_null(strstr(out.at, names[i]));
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
		cmocka_unit_test(knows_commands_only_in_first_place),
		cmocka_unit_test(hears_no_color),
		cmocka_unit_test(tells_what_is_wrong),
		cmocka_unit_test(complains_in_the_language_asked_for),
		cmocka_unit_test(helps_with_every_option),
	};

	return cmocka_run_group_tests(tests, clear_environment, NULL);
}
