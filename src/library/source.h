/* source.h: the files articles come from. */
#ifndef QARI_LIBRARY_SOURCE_H
#define QARI_LIBRARY_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "bytes/failure.h"
#include "bytes/file.h"

/* How a file is known to be as it was. */
struct source_state {
	int64_t size;           /* bytes */
	int64_t changed;        /* ns since 1970 */
};

/* The path by which a file is kept: from the root, links resolved where the
 * file is there. The caller frees it. */
char *source_path(const char *path);

bool source_state(const char *path, struct source_state *state);

/* Appends the regular files at `path`: itself, or all below the folder,
 * sorted, hidden ones and backups (name~) left out; a folder that is a
 * symbolic link is not entered. A folder that cannot be read is a failure,
 * the others are listed all the same. */
bool sources_list(const char *path, struct paths *paths,
    struct failure *failure);

#endif
