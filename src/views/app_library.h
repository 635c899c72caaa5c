/* app_library.h: the library as the views have it: opened when it is first
 * asked for, mended, its index made anew while no key waits. */
#ifndef QARI_VIEWS_APP_LIBRARY_H
#define QARI_VIEWS_APP_LIBRARY_H

#include "library/library.h"
#include "views/app.h"

/* The library, lent. NULL when it cannot be opened, which is said once; or,
 * unless `make`, when there is none. Its index begins to be made anew where
 * that is needed. */
struct library *app_library(struct app *app, bool make);

/* The same for what is kept of an article, if there is one: its index may
 * wait. */
struct library *app_library_of_reader(struct app *app);

/* To be called after the library was asked: says what went wrong, if
 * anything, and mends a damaged one. False when something did. */
bool app_library_is_well(struct app *app);

/* Whether the reader's own can be put there; says once that it cannot. With
 * `unasked`, as nobody asked for it, there being no place for a library is
 * not worth a word. */
bool app_library_keeps(struct app *app, bool unasked);

/* Does one slice of making the index anew, of finding stories, or, when the
 * reader rests, of reading names anew by what was decided of them; false when
 * there is no need. */
bool app_library_work(struct app *app);

/* Whether it is known which articles report one event; if not, finding out is
 * begun, and said. */
bool app_library_has_stories(struct app *app);

/* Makes lasting what is half done, before a command is obeyed. */
void app_library_pause(struct app *app);

void app_library_close(struct app *app);

#endif
