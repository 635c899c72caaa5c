/* home.c: where a reader's own files lie. */
#include "bytes/home.h"

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

void
home_make_folders(const char *path)
{
	char folder[PATH_MAX];

	for (const char *slash = path; (slash = strchr(slash + 1, '/')) !=
	    NULL;) {
		if ((size_t)(slash - path) >= sizeof folder)
			return;
		memcpy(folder, path, (size_t)(slash - path));
		folder[slash - path] = '\0';
		mkdir(folder, 0700);
	}
}
