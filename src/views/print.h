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

#endif
