/* shelf.h: the view that lists articles by headline. */
#ifndef QARI_VIEWS_SHELF_H
#define QARI_VIEWS_SHELF_H

#include "bytes/file.h"
#include "views/app.h"

/* Of the files at `paths`, which become the view's own. */
struct view *shelf_new(struct paths *paths);

#endif
