/* place.c: where the library lies: its path, its folder, its file's mode. */
#include "library/place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bytes/home.h"
#include "bytes/memory.h"

char *
library_place(void)
{
	return home_path("XDG_DATA_HOME", ".local/share", "qari/library.db");
}

/* The path with its folder's links resolved: SQLite is told to follow none,
 * and would refuse a home that is reached through one. NULL and errno when
 * there is no such folder. */
static char *
resolved(const char *path)
{
	const char *slash  = strrchr(path, '/');
	char       *folder = slash == NULL ? memory_string(".", 1)
	    : memory_string(path, slash == path ? 1 : (size_t)(slash - path));
	char       *real   = realpath(folder, NULL);
	const char *name   = slash == NULL ? path : slash + 1;
	char       *joined = NULL;

	free(folder);
	if (real == NULL)
		return NULL;
	joined = memory_new(strlen(real) + strlen(name) + 2, 1);
	sprintf(joined, "%s/%s", strcmp(real, "/") == 0 ? "" : real, name);
	free(real);
	return joined;
}

/* Makes the file, or sees that it is a plain file of ours. */
static bool
prepare_file(const char *path, bool write, bool make,
    struct failure *failure)
{
	int         flags = make ? O_RDWR | O_CREAT
	    : write ? O_RDWR : O_RDONLY;
	struct stat status;
	int         fd;

	fd = open(path, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0600);
	if (fd < 0 && write && (errno == EROFS || errno == EACCES))
		fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC |
		    O_NONBLOCK);
	if (fd < 0 || fstat(fd, &status) < 0) {
		failure_set_errno(failure, path);
		if (fd >= 0)
			close(fd);
		return false;
	}
	if (S_ISREG(status.st_mode) && write && (status.st_mode & 077) != 0)
		fchmod(fd, 0600);
	close(fd);
	if (!S_ISREG(status.st_mode))
		return failure_set(failure, FAILURE_NOT_A_FILE, path);
	return true;
}

char *
place_prepare(const char *path, bool write, bool make,
    struct failure *failure)
{
	char *real;

	if (make)
		home_make_folders(path);
	real = resolved(path);
	if (real == NULL)
		failure_set_errno(failure, path);
	else if (!prepare_file(real, write, make, failure)) {
		free(real);
		real = NULL;
	}
	return real;
}
