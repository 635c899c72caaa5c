/* source.c: the files articles come from. */
#include "library/source.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bytes/memory.h"

enum { DEPTH_MOST = 64 };       /* folders in folders */

char *
source_path(const char *path)
{
	char *real = realpath(path, NULL);
	char  here[PATH_MAX];

	if (real != NULL)
		return real;
	if (path[0] == '/' || getcwd(here, sizeof here) == NULL)
		return memory_string(path, strlen(path));
	return path_join(here, path);
}

bool
source_state(const char *path, struct source_state *state)
{
	struct stat status;

	if (stat(path, &status) < 0)
		return false;
	state->size = status.st_size;
	state->changed = (int64_t)status.st_mtim.tv_sec * 1000000000 +
	    status.st_mtim.tv_nsec;
	return true;
}

static int
is_wanted(const struct dirent *entry)
{
	return file_name_is_text(entry->d_name);
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static bool list_folder(const char *folder, int depth, struct paths *paths,
    struct failure *failure);

/* Takes the file, goes into the folder, passes over all else. */
static bool
list_entry(char *path, int depth, struct paths *paths,
    struct failure *failure)
{
	struct stat status;
	bool        good = true;

	if (lstat(path, &status) == 0 && S_ISDIR(status.st_mode))
		good = depth == DEPTH_MOST || list_folder(path, depth + 1,
		    paths, failure);
	else if (stat(path, &status) == 0 && S_ISREG(status.st_mode)) {
		array_add(paths, path);
		return true;
	}
	free(path);
	return good;
}

static bool
list_folder(const char *folder, int depth, struct paths *paths,
    struct failure *failure)
{
	struct dirent **entries;
	int  count = scandir(folder, &entries, is_wanted, by_name);
	bool good  = true;

	if (count < 0)
		return failure_set_errno(failure, folder);
	for (int i = 0; i < count; i++) {
		good &= list_entry(path_join(folder, entries[i]->d_name),
		    depth, paths, failure);
		free(entries[i]);
	}
	free(entries);
	return good;
}

bool
sources_list(const char *path, struct paths *paths, struct failure *failure)
{
	if (file_is_folder(path))
		return list_folder(path, 0, paths, failure);
	array_add(paths, memory_string(path, strlen(path)));
	return true;
}
