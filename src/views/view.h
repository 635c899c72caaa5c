/* view.h: a view is a row of functions. */
#ifndef QARI_VIEWS_VIEW_H
#define QARI_VIEWS_VIEW_H

#include "layout/grid.h"
#include "views/command.h"
#include "views/prompt.h"

struct app;
struct view;

/* The part of the grid that is a view's own. */
struct box {
	size_t row;
	size_t column;
	size_t rows;
	size_t columns;
};

struct view_kind {
	const char *name;               /* in scripts and tests */

	/* Draws into `box` and puts the grid's cursor on the focus. */
	void (*draw)(struct view *view, struct app *app, struct grid *grid,
	    struct box box);

	/* Runs a command; false when it is not one of this view's. `count`
	 * is the number typed before it, 0 when none was. */
	bool (*run)(struct view *view, struct app *app, enum command command,
	    size_t count);

	/* Does one slice (some milliseconds at most) of pending work and
	 * says whether any is left. NULL: there is never any. */
	bool (*work)(struct view *view, struct app *app);

	/* What the status line says: title at its start, place at its end.
	 * Both are written as UTF-8 into the buffers; each line of `place`
	 * is set alone, and the last ones go when there is no room. True when
	 * the title has a direction of its own, as a headline has, and is no
	 * sentence of the interface. */
	bool (*status)(struct view *view, struct app *app,
	    struct buffer *title, struct buffer *place);

	void (*free)(struct view *view);

	/* Opens the article that comes `by` rows after the current one, in
	 * place of any views above; false when there is none. NULL: it is
	 * no list of articles. */
	bool (*step)(struct view *view, struct app *app, long by);

	/* Hears what is typed at a prompt it opened (app_ask). NULL: it
	 * opens none. */
	void (*answer)(struct view *view, struct app *app,
	    enum prompt_answer answer);

	/* Keys that hold in it before those that hold everywhere. */
	enum key_set keys;
};

/* Every view begins with one. */
struct view {
	const struct view_kind *kind;
};

#endif
