/* place.h: where the library lies: its path, its folder, its file's mode. */
#ifndef QARI_LIBRARY_PLACE_H
#define QARI_LIBRARY_PLACE_H

#include <stdbool.h>

#include "bytes/failure.h"

/* $XDG_DATA_HOME/qari/library.db, or the same in ~/.local/share; NULL when
 * neither variable is set. The caller frees it. */
char *library_place(void);

/* The file at `path`, its folder's symbolic links resolved, after seeing
 * that it is a regular file and no link. With `make` it is made when missing,
 * 0600, and its folders 0700; with `write` its mode is mended. NULL and
 * `failure` when it is not to be used. The caller frees it. */
char *place_prepare(const char *path, bool write, bool make,
    struct failure *failure);

#endif
