/* main.c: qari, a reader of Arabic articles in the terminal. */
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "views/check_terminal.h"
#include "views/completion.h"
#include "views/corrections.h"
#include "views/extract.h"
#include "views/library_command.h"
#include "views/option.h"
#include "views/read.h"
#include "views/sheet.h"
#include "views/version.h"

static int (*const runs[TASKS])(const struct options *options) = {
#define TASK(name, words, least, most, run, operands, operands_ar, \
    english, arabic) [TASK_##name] = run,
#include "views/tasks.def"
#undef TASK
};

/* Has the C library read and write UTF-8; returns what a reader is to be
 * told when the environment asked for something else, else MESSAGES. */
static enum message
take_locale(void)
{
	bool installed = setlocale(LC_CTYPE, "") != NULL;

	if (installed && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		return MESSAGES;
	setlocale(LC_CTYPE, "C.UTF-8");
	return installed ? MESSAGE_NOT_UTF8 : MESSAGE_NO_LOCALE;
}

static int
print(const struct options *options, struct buffer *text)
{
	fwrite(text->at, 1, text->count, stdout);
	array_free(text);
	return printed(options) ? 0 : 2;
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

static int
answer(const struct options *options)
{
	struct buffer text = { 0 };

	switch (options->request) {
	case REQUEST_TASK:
		return runs[options->task](options);
	case REQUEST_CHECK_TERMINAL:
		return check_terminal(options);
	case REQUEST_HELP:
		options_help(options->language, options->task, &text);
		sheet_print(options, text.at, text.count, stdout);
		text.count = 0;
		break;
	case REQUEST_VERSION:
		version_write(&text);
		break;
	case REQUEST_COMPLETION:
		completion_write(options->shell, &text);
		break;
	}
	return print(options, &text);
}

int
main(int argc, char **argv)
{
	enum message   notice  = take_locale();
	struct failure failure = { 0 };
	struct options options;

	if (!options_read(argc, argv, &options, &failure))
		return complain(&options, &failure);
	message_digits_of_environment();
	options.notice = notice;
	return end(answer(&options));
}
