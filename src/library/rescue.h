/* rescue.h: a damaged library set aside, and what can be read of it saved. */
#ifndef QARI_LIBRARY_RESCUE_H
#define QARI_LIBRARY_RESCUE_H

#include <stdbool.h>

#include "bytes/failure.h"

/* Renames the library at `path` to path.bad (or .bad2 …, which is not there)
 * and makes a new one of the reader's own and the articles that can be read,
 * without index and names. `*aside` gets the new name, owned by the caller.
 * When another process did so meanwhile, nothing is done. */
bool rescue(const char *path, char **aside, struct failure *failure);

#endif
