/* corrections.c: the file in which the reader's decisions on names are
 * remembered. Every change reads it anew under a lock, so that several qaris
 * lose nothing of one another's. */
#include "views/corrections.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bytes/file.h"
#include "bytes/home.h"
#include "views/plain.h"
#include "views/read.h"
#include "views/sheet.h"

enum { SLICE = 1 << 16 };               /* bytes read at once */

char *
corrections_place(void)
{
	return home_path("XDG_DATA_HOME", ".local/share", "qari/corrections");
}

/* Appends the decisions of the file at `path`. False when it could not be
 * read; a line that is not sound is told in `failure` all the same. */
static bool
read_into(struct corrections *corrections, const char *path,
    struct failure *failure)
{
	struct buffer text = { 0 };
	struct file  *file = file_open(path, failure);
	size_t        line;
	bool          good = file != NULL;

	while (good && !file_ended(file))
		good = file_read(file, &text, SLICE, failure);
	/* No text: nothing of it is to be lost in writing it anew. */
	if (good && text.count > 0 &&
	    memchr(text.at, '\0', text.count) != NULL)
		good = failure_set(failure, FAILURE_BINARY, path);
	if (good && !corrections_parse(corrections, text.at, text.count,
	    &line)) {
		failure_set(failure, FAILURE_DAMAGED, path);
		failure->line = line;
	}
	file_close(file);
	array_free(&text);
	return good;
}

/* The same of our own file, which there need not be. */
static bool
read_own(struct corrections *corrections, const char *path,
    struct failure *failure)
{
	*failure = (struct failure){ 0 };
	if (read_into(corrections, path, failure))
		return true;
	if (failure->kind != FAILURE_SYSTEM || (failure->error != ENOENT &&
	    failure->error != ENOTDIR))
		return false;
	*failure = (struct failure){ 0 };
	return true;
}

struct corrections *
corrections_load(struct failure *failure)
{
	struct corrections *corrections = corrections_new();
	char               *path        = corrections_place();

	if (path != NULL)
		read_own(corrections, path, failure);
	free(path);
	return corrections;
}

/* Writes `anew` to the file, and has `held` hold it instead; what either
 * does not hold in the end is freed. */
static bool
replace(struct corrections *held, struct corrections *anew, const char *path,
    struct failure *failure)
{
	struct buffer      text = { 0 };
	struct corrections old  = *held;
	bool               good;

	corrections_write(anew, &text);
	good = file_replace(path, text.at, text.count, failure);
	array_free(&text);
	if (good) {
		*held = *anew;
		*anew = old;
	}
	return good;
}

/* Adds `more`, or without it takes the last decision into `*taken`. */
static bool
change(struct corrections *held, const struct corrections *more,
    struct correction *taken, struct failure *failure)
{
	struct corrections *anew = corrections_new();
	struct failure      line = { 0 };
	char               *path = corrections_place();
	int                 lock = -1;
	bool                good = false;

	*failure = (struct failure){ 0 };
	if (path == NULL) {
		errno = ENOENT;
		failure_set_errno(failure, "$HOME");
	} else if (home_make_folders(path, failure))
		lock = folder_lock(path, failure);
	if (lock >= 0 && !read_own(anew, path, &line))
		*failure = line;
	else if (lock >= 0 && more != NULL) {
		corrections_add_all(anew, more);
		good = replace(held, anew, path, failure);
	} else if (lock >= 0 && corrections_take_back(anew, taken)) {
		good = replace(held, anew, path, failure);
		if (!good) {
			free(taken->name);
			free(taken->other);
		}
	}
	if (lock >= 0)
		close(lock);
	corrections_free(anew);
	free(path);
	return good;
}

bool
corrections_store(struct corrections *held, const struct corrections *more,
    struct failure *failure)
{
	return change(held, more, NULL, failure);
}

bool
corrections_undo(struct corrections *held, struct correction *taken,
    struct failure *failure)
{
	return change(held, NULL, taken, failure);
}

/* All lines of the file, or none. */
static int
import(const struct options *options)
{
	struct corrections *held    = corrections_new();
	struct corrections *more    = corrections_new();
	struct failure      failure = { 0 };
	bool                good;

	good = read_into(more, options->import, &failure) &&
	    failure.kind == FAILURE_NONE &&
	    corrections_store(held, more, &failure);
	corrections_free(more);
	corrections_free(held);
	return good ? 0 : complain(options, &failure);
}

/* The text, to be imported again; on a terminal nothing in it acts. */
static int
print(const struct options *options)
{
	struct failure      failure     = { 0 };
	struct corrections *corrections = corrections_load(&failure);
	struct buffer       text        = { 0 };
	struct buffer       shown       = { 0 };
	int                 status      = 0;

	if (failure.kind != FAILURE_NONE)
		status = complain(options, &failure);
	corrections_write(corrections, &text);
	if (isatty(STDOUT_FILENO) == 1)
		plain_add_but(&shown, text.at, text.count, "\n\t");
	else
		buffer_add(&shown, text.at, text.count);
	sheet_print(options, shown.at, shown.count, stdout);
	if (!printed(options))
		status = 2;
	array_free(&shown);
	array_free(&text);
	corrections_free(corrections);
	return status;
}

int
corrections_run(const struct options *options)
{
	return options->import != NULL ? import(options) : print(options);
}
