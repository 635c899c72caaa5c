/* file.c: read a file, pipe or standard input in slices; list a folder;
 * write a file whole or not at all. */
#include "bytes/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct file {
	int     fd;
	bool    ended;
	bool    streams;        /* it is no regular file */
	size_t  size;           /* bytes when opened; 0 for a pipe */
	size_t  taken;          /* bytes read so far */
	char   *path;
};

static bool
is_readable_kind(const struct stat *status, bool is_input)
{
	if (S_ISREG(status->st_mode) || S_ISFIFO(status->st_mode))
		return true;
	/* Standard input may be a socket or a terminal that is typed at. */
	return is_input &&
	    (S_ISSOCK(status->st_mode) || S_ISCHR(status->st_mode));
}

static bool
check_kind(int fd, bool is_input, const char *path, struct stat *status,
    struct failure *failure)
{
	if (fstat(fd, status) < 0)
		return failure_set_errno(failure, path);
	if (S_ISDIR(status->st_mode)) {
		errno = EISDIR;
		return failure_set_errno(failure, path);
	}
	if (!is_readable_kind(status, is_input))
		return failure_set(failure, FAILURE_NOT_A_FILE, path);
	return true;
}

struct file *
file_open(const char *path, struct failure *failure)
{
	bool is_input = strcmp(path, "-") == 0;
	struct stat  status;
	struct file *file;
	int fd;

	/* O_NONBLOCK: a pipe without a writer must not hold us here. */
	fd = is_input ? dup(STDIN_FILENO)
	    : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (fd < 0) {
		failure_set_errno(failure, path);
		return NULL;
	}
	if (!check_kind(fd, is_input, path, &status, failure)) {
		close(fd);
		return NULL;
	}
	if (!is_input)
		fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
	file = memory_new(1, sizeof *file);
	file->fd = fd;
	file->streams = !S_ISREG(status.st_mode);
	file->size = S_ISREG(status.st_mode) ? (size_t)status.st_size : 0;
	file->path = memory_string(path, strlen(path));
	return file;
}

/* Whether there is something to read, or the end, within so many
 * milliseconds (-1: for ever). A pipe that had no writer yet gives neither,
 * though it could be read, as empty. */
static bool
is_ready(const struct file *file, int milliseconds)
{
	struct pollfd ready = { .fd = file->fd, .events = POLLIN };
	int           count;

	do
		count = poll(&ready, 1, milliseconds);
	while (count < 0 && errno == EINTR && milliseconds < 0);
	return count != 0;
}

bool
file_waits(const struct file *file)
{
	return file->streams && !file->ended && !is_ready(file, 0);
}

int
file_descriptor(const struct file *file)
{
	return file->fd;
}

bool
file_read(struct file *file, struct buffer *into, size_t most,
    struct failure *failure)
{
	size_t wanted = into->count + most;

	while (!file->ended && into->count < wanted) {
		ssize_t got;

		if (file->streams)
			is_ready(file, -1);
		array_reserve(into, wanted - into->count);
		got = read(file->fd, into->at + into->count,
		    wanted - into->count);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return failure_set_errno(failure, file->path);
		file->ended = got == 0;
		into->count += (size_t)got;
		file->taken += (size_t)got;
		if (file->taken > FILE_LIMIT) {
			file->ended = true;
			return failure_set_limit(failure, file->path,
			    FILE_LIMIT);
		}
		if (file->streams)
			break;          /* it gives what it has */
	}
	return true;
}

bool
file_ended(const struct file *file)
{
	return file->ended;
}

size_t
file_size(const struct file *file)
{
	return file->size;
}

size_t
file_taken(const struct file *file)
{
	return file->taken;
}

void
file_close(struct file *file)
{
	if (file == NULL)
		return;
	close(file->fd);
	free(file->path);
	free(file);
}

bool
file_is_folder(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool
file_is_stream(const char *path)
{
	struct stat status;

	return strcmp(path, "-") == 0 ||
	    (stat(path, &status) == 0 && !S_ISREG(status.st_mode));
}

static int
compare_paths(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char *
path_join(const char *folder, const char *name)
{
	size_t length = strlen(folder);
	size_t room   = length + strlen(name) + 2;
	char  *path   = memory_new(room, 1);

	snprintf(path, room, "%s%s%s", folder, length > 0 &&
	    folder[length - 1] == '/' ? "" : "/", name);
	return path;
}

bool
file_name_is_text(const char *name)
{
	static const char *const records[] = { ".tsv", ".csv", ".json",
	    ".jsonl", ".ndjson", ".xml", ".conll", ".ann" };
	const char *end = strrchr(name, '.');

	if (name[0] == '.' || name[strlen(name) - 1] == '~')
		return false;
	for (size_t i = 0; i < sizeof records / sizeof *records; i++)
		if (end != NULL && strcasecmp(end, records[i]) == 0)
			return false;
	return true;
}

/* NULL and an errno of zero at the end. */
static struct dirent *
next_entry(DIR *folder)
{
	errno = 0;
	return readdir(folder);
}

bool
folder_list(const char *path, struct paths *paths, struct failure *failure)
{
	DIR           *folder = opendir(path);
	struct dirent *entry;
	bool           read;

	if (folder == NULL)
		return failure_set_errno(failure, path);
	while ((entry = next_entry(folder)) != NULL) {
		struct stat status;
		char       *file;

		if (!file_name_is_text(entry->d_name))
			continue;
		file = path_join(path, entry->d_name);
		if (stat(file, &status) == 0 && S_ISREG(status.st_mode))
			array_add(paths, file);
		else
			free(file);
	}
	read = errno == 0 || failure_set_errno(failure, path);
	closedir(folder);
	if (paths->count > 0)
		qsort(paths->at, paths->count, sizeof *paths->at,
		    compare_paths);
	return read;
}

void
paths_free(struct paths *paths)
{
	for (size_t i = 0; i < paths->count; i++)
		free(paths->at[i]);
	array_free(paths);
}

static bool
write_all(int fd, const char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t wrote = write(fd, bytes, size);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote < 0)
			return false;
		bytes += wrote;
		size -= (size_t)wrote;
	}
	return true;
}

static int
open_folder_of(const char *path)
{
	const char *slash  = strrchr(path, '/');
	size_t      length = slash == NULL ? 0 : (size_t)(slash - path);
	char       *folder = slash == NULL ? memory_string(".", 1)
	    : memory_string(path, length > 0 ? length : 1);
	int         fd     = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	free(folder);
	return fd;
}

int
folder_lock(const char *path, struct failure *failure)
{
	int fd = open_folder_of(path);

	if (fd >= 0 && flock(fd, LOCK_EX) == 0)
		return fd;
	failure_set_errno(failure, path);
	if (fd >= 0)
		close(fd);
	return -1;
}

/* So that the rename itself outlives a power failure. */
static void
sync_folder_of(const char *path)
{
	int fd = open_folder_of(path);

	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
}

/* What was left by one that was killed is taken away: it would stay for
 * ever. */
static int
open_anew(const char *path)
{
	unlink(path);
	return open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
	    0600);
}

/* By way of the file `beside`. False and errno on failure. */
static bool
replace(const char *path, const char *beside, const char *bytes, size_t size)
{
	int  fd = open_anew(beside);
	int  error;
	bool done;

	if (fd < 0)
		return false;
	done = write_all(fd, bytes, size) && fsync(fd) == 0;
	done = close(fd) == 0 && done;
	done = done && rename(beside, path) == 0;
	error = errno;
	if (done)
		sync_folder_of(path);
	else
		unlink(beside);
	errno = error;
	return done;
}

bool
file_replace(const char *path, const char *bytes, size_t size,
    struct failure *failure)
{
	char       *real   = realpath(path, NULL);
	const char *target = real != NULL ? real : path;
	size_t      length = strlen(target);
	char       *beside = memory_new(length + 5, 1);
	bool        done;

	memcpy(beside, target, length);
	memcpy(beside + length, ".new", 5);
	done = replace(target, beside, bytes, size) ||
	    failure_set_errno(failure, path);
	free(beside);
	free(real);
	return done;
}
