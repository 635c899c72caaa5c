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

/* SQLite's file format, 1.3 and 1.6: the header of the file and of its first
 * page. */
enum {
	PAGE_SIZE = 16, APPLICATION = 68, LEAF = 100, CELLS = 103, HEAD = 108
};

/* Whether the file begins as a library does: empty; a database of ours; or a
 * database with no tables, as ours is while all of it is in the journal. */
static bool
is_library(int fd, off_t size)
{
	static const unsigned char none[4];
	unsigned char              head[HEAD];

	if (size == 0)
		return true;
	if (pread(fd, head, HEAD, 0) != HEAD ||
	    memcmp(head, "SQLite format 3", 16) != 0)
		return false;
	if (memcmp(head + APPLICATION, "qari", 4) == 0)
		return true;
	return memcmp(head + APPLICATION, none, 4) == 0 &&
	    size == head[PAGE_SIZE] << 8 && head[LEAF] == 0x0D &&
	    memcmp(head + CELLS, none, 2) == 0;
}

/* Makes the file, or sees that it is a plain file of ours. */
static bool
prepare_file(const char *path, enum store_mode mode, struct failure *failure)
{
	bool        write = mode == STORE_WRITE || mode == STORE_MAKE;
	int         flags = mode == STORE_MAKE ? O_RDWR | O_CREAT
	    : write ? O_RDWR : O_RDONLY;
	struct stat status;
	bool        good;
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
	good = S_ISREG(status.st_mode) ||
	    failure_set(failure, FAILURE_NOT_A_FILE, path);
	if (good && mode != STORE_SALVAGE && !is_library(fd, status.st_size))
		good = failure_set(failure, FAILURE_NOT_A_LIBRARY, path);
	if (good && write && (status.st_mode & 077) != 0)
		fchmod(fd, 0600);
	close(fd);
	return good;
}

char *
place_prepare(const char *path, enum store_mode mode,
    struct failure *failure)
{
	char *real;

	if (mode == STORE_MAKE && !home_make_folders(path, failure))
		return NULL;
	real = resolved(path);
	if (real == NULL)
		failure_set_errno(failure, path);
	else if (!prepare_file(real, mode, failure)) {
		free(real);
		real = NULL;
	}
	return real;
}

bool
place_was_library(const char *path)
{
	/* Of the tables, which the first page lists from its end. */
	static const char trace[] = "tokenize = 'arabic'";
	char   *page = memory_new(STORE_PAGE, 1);
	int     fd   = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC |
	    O_NONBLOCK);
	ssize_t got  = fd < 0 ? -1 : pread(fd, page, STORE_PAGE, 0);
	bool    was;

	/* A text that tells of it has no NUL. */
	was = got > 0 && memchr(page, '\0', (size_t)got) != NULL &&
	    memmem(page, (size_t)got, trace, sizeof trace - 1) != NULL;
	if (fd >= 0)
		close(fd);
	free(page);
	return was;
}
