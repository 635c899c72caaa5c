/* shelf.h: the view that lists articles by headline. */
#ifndef QARI_VIEWS_SHELF_H
#define QARI_VIEWS_SHELF_H

#include "bytes/file.h"
#include "views/app.h"

/* Of the files at `paths`, which become the view's own. */
struct view *shelf_new(struct paths *paths);

/* Opens the article that comes `by` rows after the current one, in place of
 * any views above `view`; passes over files that cannot be read. False when
 * there is none, or `view` is not a shelf. */
bool shelf_step(struct view *view, struct app *app, long by);

#endif
