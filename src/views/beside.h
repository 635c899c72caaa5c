/* beside.h: the view of two reports side by side. */
#ifndef QARI_VIEWS_BESIDE_H
#define QARI_VIEWS_BESIDE_H

#include "views/app.h"

/* Compares the two and shows it; says what hinders. */
void beside_show(struct app *app, const struct chosen *first,
    const struct chosen *second);

#endif
