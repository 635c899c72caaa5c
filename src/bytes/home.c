/* home.c: where a reader's own files lie. */
#include "bytes/home.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "bytes/memory.h"

char *
home_path(const char *variable, const char *beneath, const char *name)
{
	const char *folder = getenv(variable);
	const char *home   = getenv("HOME");
	char        path[PATH_MAX];
	int         length;

	/* XDG Base Directory: a relative path is to be ignored. */
	if (folder != NULL && folder[0] == '/')
		length = snprintf(path, sizeof path, "%s/%s", folder, name);
	else if (home != NULL && home[0] == '/')
		length = snprintf(path, sizeof path, "%s/%s/%s", home,
		    beneath, name);
	else
		return NULL;
	if (length < 0 || (size_t)length >= sizeof path)
		return NULL;
	return memory_string(path, (size_t)length);
}

/* What is there already is no failure, whatever mkdir says of it. */
static bool
make_folder(const char *folder, struct failure *failure)
{
	struct stat status;
	int         error;

	if (mkdir(folder, 0700) == 0)
		return true;
	error = errno;
	if (stat(folder, &status) == 0)
		return true;
	errno = error;
	return failure_set_errno(failure, folder);
}

bool
home_make_folders(const char *path, struct failure *failure)
{
	bool made = true;

	for (const char *slash = path; made &&
	    (slash = strchr(slash + 1, '/')) != NULL;) {
		char *folder = memory_string(path, (size_t)(slash - path));

		made = make_folder(folder, failure);
		free(folder);
	}
	return made;
}
