/* print.h: articles on standard output, without a screen. */
#ifndef QARI_VIEWS_PRINT_H
#define QARI_VIEWS_PRINT_H

#include <stdio.h>

#include "document/article.h"
#include "views/app.h"

/* Writes the article's text as it is, in logical order. False and `failure`
 * when it could not all be read. */
bool print_text(struct article *article, FILE *out, struct failure *failure);

/* Writes the article as it would be set: in visual order, shaped, wrapped
 * and aligned in a column of app->layout.width cells; in the theme's colours
 * when they are asked for. */
bool print_page(struct app *app, struct article *article, FILE *out,
    struct failure *failure);

/* Writes the first row of the grid, blanks at its end left out. `theme` NULL:
 * no escapes. */
void print_row(const struct grid *grid, const struct theme *theme, FILE *out);

/* Writes "==> path <==" above one of several articles, as head(1) does, and
 * an empty line before and after it. `app` as for print_page(), or NULL where
 * texts are written as they are; there print_end() ends a last line that has
 * no end. */
void print_name(struct app *app, const char *path, bool first, FILE *out);
void print_end(const struct article *article, FILE *out);

#endif
