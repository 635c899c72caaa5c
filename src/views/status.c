/* status.c: the line at the bottom of the screen. */
#include "views/status.h"

#include "views/label.h"

enum { LEAST_TITLE = 8 };       /* columns the title keeps beside the place */

/* The view's place, and before it what was typed of a command. The title's
 * columns stay free. */
static void
put_place(const struct app *app, struct grid *grid, struct strip *strip,
    const struct buffer *place, enum role role)
{
	struct layout_options label = app_label_options(app);
	struct strip          rest  = *strip;
	struct strip          kept;
	struct buffer         typed = { 0 };

	if (strip->columns <= 2 * LEAST_TITLE)
		return;
	kept = strip_cut(&rest, LEAST_TITLE, label.base);
	label_put_at_end(grid, &rest, place->at, place->count, role, &label);
	pending_write(&app->pending, &typed);
	if (typed.count > 0) {
		strip_cut_end(&rest, 1, label.base);
		label_put_at_end(grid, &rest, typed.at, typed.count, role,
		    &label);
	}
	array_free(&typed);
	strip_cut_end(&rest, 1, label.base);
	strip->left = kept.left < rest.left ? kept.left : rest.left;
	strip->columns = kept.columns + rest.columns;
}

static void
put_title(const struct app *app, struct grid *grid, struct strip *strip,
    const struct buffer *title)
{
	struct layout_options label = app_label_options(app);

	label_put(grid, strip, title->at, title->count, ROLE_STATUS, &label);
}

void
status_draw(struct app *app, struct view *view, struct grid *grid, size_t row)
{
	struct layout_options label  = app_label_options(app);
	bool                  asking = app->prompt.kind != PROMPT_NONE;
	enum role             role   = asking ? ROLE_PROMPT : ROLE_STATUS;
	struct strip          strip  = strip_of_row(grid, row);
	struct buffer         title  = { 0 };
	struct buffer         place  = { 0 };

	grid_fill_row(grid, row, role);
	strip_cut(&strip, 1, DIRECTION_LTR);
	strip_cut(&strip, 1, DIRECTION_RTL);
	view->kind->status(view, app, &title, &place);
	if (asking || app->notice.count == 0)
		put_place(app, grid, &strip, &place, role);
	if (asking)
		prompt_draw(&app->prompt, grid, strip, &label);
	else
		put_title(app, grid, &strip, app->notice.count > 0
		    ? &app->notice : &title);
	array_free(&title);
	array_free(&place);
}
