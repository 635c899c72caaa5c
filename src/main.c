/* main.c: qari, a reader of Arabic articles in the terminal. */
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "views/check_terminal.h"
#include "views/corrections.h"
#include "views/extract.h"
#include "views/library_command.h"
#include "views/option.h"
#include "views/read.h"
#include "views/version.h"

/* Has the C library read and write UTF-8; returns whether the environment
 * asked for something else. */
static bool
take_locale(void)
{
	setlocale(LC_CTYPE, "");
	if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		return false;
	setlocale(LC_CTYPE, "C.UTF-8");
	return true;
}

static int
print(struct buffer *text)
{
	fwrite(text->at, 1, text->count, stdout);
	array_free(text);
	return fflush(stdout) == 0 ? 0 : 2;
}

/* 128 plus a signal: ends as the signal would have ended us, so that a shell
 * in a loop sees that its reader pressed Ctrl-\ and stops too. */
static int
end(int status)
{
	if (status > 128)
		raise(status - 128);
	return status;                  /* it is ignored or blocked */
}

int
main(int argc, char **argv)
{
	bool           foreign = take_locale();
	struct failure failure = { 0 };
	struct buffer  text    = { 0 };
	struct options options;

	if (argc > 1 && library_command_is(argv[1])) {
		message_digits_of_environment();
		return library_command(argc, argv);
	}
	if (!options_read(argc, argv, &options, &failure))
		return complain(&options, &failure);
	message_digits_of_environment();
	switch (options.task) {
	case TASK_EXTRACT:
		return extract_run(&options);
	case TASK_SAME:
		return same_run(&options);
	case TASK_CORRECTIONS:
		return corrections_run(&options);
	case TASK_CHECK_TERMINAL:
		return end(check_terminal(&options));
	case TASK_HELP:
		options_help(options.language, &text);
		return print(&text);
	case TASK_VERSION:
		version_write(&text);
		return print(&text);
	case TASK_READ:
		break;
	}
	return end(read_run(&options, foreign));
}
