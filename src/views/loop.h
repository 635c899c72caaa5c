/* loop.h: show, read a key, obey; work while no key waits. */
#ifndef QARI_VIEWS_LOOP_H
#define QARI_VIEWS_LOOP_H

#include "views/app.h"

/* Runs the app on the terminal until it has ended. Returns 0, or 128 plus
 * the signal that ended it, or 2 and `failure` when the terminal cannot show
 * a screen. */
int loop_run(struct app *app, struct failure *failure);

#endif
