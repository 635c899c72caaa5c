/* place.h: where the library lies: its path, its folder, its file's mode. */
#ifndef QARI_LIBRARY_PLACE_H
#define QARI_LIBRARY_PLACE_H

#include <stdbool.h>

#include "library/store.h"

/* $XDG_DATA_HOME/qari/library.db, or the same in ~/.local/share; NULL when
 * neither variable is set. The caller frees it. */
char *library_place(void);

/* The file at `path`, its folder's symbolic links resolved, after seeing
 * that it is a regular file and no link, and begins as a library does, or is
 * to be salvaged. To be made, it is made when missing, 0600, and its folders
 * 0700; to be written, its mode is mended. NULL and `failure` when it is not
 * to be used, FAILURE_NOT_A_LIBRARY when it holds something else. The caller
 * frees it. */
char *place_prepare(const char *path, enum store_mode mode,
    struct failure *failure);

/* Whether a file that does not begin as a library has traces of one. */
bool place_was_library(const char *path);

#endif
