/* status.h: the line at the bottom: what is read and how far, what was just
 * said, or the prompt. */
#ifndef QARI_VIEWS_STATUS_H
#define QARI_VIEWS_STATUS_H

#include "views/app.h"

void status_draw(struct app *app, struct view *view,
    struct grid *grid, size_t row);

#endif
