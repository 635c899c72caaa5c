/* months.h: how often, month by month, as bars of characters. */
#ifndef QARI_VIEWS_MONTHS_H
#define QARI_VIEWS_MONTHS_H

#include "library/figures.h"
#include "library/library.h"
#include "views/app.h"

/* Draws the counts into `rows` rows of the box from its first on, time
 * running from the interface's start side: a column for each month, or for as
 * many together as the width asks. Bars are of blocks, and of ASCII letters
 * in a theme without colours. */
void months_draw(const struct month_counts *months, const struct app *app,
    struct grid *grid, struct box box, size_t rows);

#endif
