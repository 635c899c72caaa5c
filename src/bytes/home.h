/* home.h: where a reader's own files lie, by the XDG Base Directory
 * specification. */
#ifndef QARI_BYTES_HOME_H
#define QARI_BYTES_HOME_H

#include <stdbool.h>

#include "bytes/failure.h"

/* "$variable/name", or "$HOME/beneath/name" where the variable is not set to
 * a path from the root; NULL when neither is. The caller frees it. */
char *home_path(const char *variable, const char *beneath, const char *name);

/* Makes the folders above `path` that are missing, 0700; false and `failure`
 * when one cannot be made. */
bool home_make_folders(const char *path, struct failure *failure);

#endif
