/* quote_row.h: a sentence on one row, cut so that what it is shown for is
 * seen. */
#ifndef QARI_VIEWS_QUOTE_ROW_H
#define QARI_VIEWS_QUOTE_ROW_H

#include "bytes/span.h"
#include "views/app.h"
#include "views/label.h"

/* Draws `text` into the strip, in `role`, and `mention`, bytes of it, in
 * `marked`. */
void quote_row_draw(const char *text, struct span mention, enum role role,
    enum role marked, const struct app *app, struct grid *grid,
    struct strip strip);

#endif
