/* legend.h: the five kinds of name in the looks they have in the text. */
#ifndef QARI_VIEWS_LEGEND_H
#define QARI_VIEWS_LEGEND_H

#include "views/app.h"

/* Draws the legend into `row`, centred in as many columns as the grid has;
 * left out where it does not fit. Kinds that do not stand out are dimmed. */
void legend_draw(const struct app *app, struct grid *grid, size_t row);

/* What the kind is called, one of it and several. */
const char *kind_name(const struct app *app, enum kind kind);
const char *kind_plural(const struct app *app, enum kind kind);

#endif
