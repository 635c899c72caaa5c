/* status.c: the line at the bottom of the screen. */
#include "views/status.h"

#include "views/label.h"

#define SEPARATOR " · "

enum { PLACES = 6, SEPARATOR_COLUMNS = 3, GAP = 2 };

struct piece {                  /* of what stands at the line's end */
	const char *text;
	size_t      size;
};

/* The lines of `place` that fit into `room` columns, the first ones before
 * the others; their number. */
static size_t
fitting(const struct buffer *place, size_t room,
    const struct layout_options *label, struct piece pieces[PLACES])
{
	size_t start = 0;
	size_t count = 0;

	while (start < place->count && count < PLACES) {
		const char *text = place->at + start;
		const char *end  = memchr(text, '\n', place->count - start);
		size_t      size = end == NULL ? place->count - start
		    : (size_t)(end - text);
		size_t      columns = label_width(text, size, label) +
		    (count > 0 ? SEPARATOR_COLUMNS : 0);

		if (columns > room)
			break;
		room -= columns;
		pieces[count++] = (struct piece){ text, size };
		start += size + 1;
	}
	return count;
}

/* Keys typed of a command come first, then the view's place. At most half
 * the line is taken. */
static void
put_place(const struct app *app, struct grid *grid, struct strip *strip,
    const struct buffer *place, enum role role)
{
	struct layout_options label = app_label_options(app);
	struct buffer         whole = { 0 };
	struct piece          pieces[PLACES];
	size_t                count;

	label.width = grid->columns;
	pending_write(&app->pending, &whole);
	if (whole.count > 0)
		buffer_add_string(&whole, "\n");
	buffer_add(&whole, place->at, place->count);
	count = fitting(&whole, strip->columns / 2, &label, pieces);
	for (size_t i = count; i-- > 0;) {
		label_put_at_end(grid, strip, pieces[i].text, pieces[i].size,
		    role, &label);
		if (i > 0)
			label_put_at_end(grid, strip, SEPARATOR,
			    strlen(SEPARATOR), role, &label);
	}
	strip_cut_end(strip, count > 0 ? GAP : 0, label.base);
	array_free(&whole);
}

void
status_draw(struct app *app, struct view *view, struct grid *grid, size_t row)
{
	struct layout_options label  = app_label_options(app);
	bool                  asking = app->prompt.kind != PROMPT_NONE;
	bool                  told   = !asking && app->notice.count > 0;
	enum role             role   = asking ? ROLE_PROMPT : ROLE_STATUS;
	struct strip          strip  = strip_of_row(grid, row);
	struct buffer         title  = { 0 };
	struct buffer         place  = { 0 };
	bool                  own;

	grid_fill_row(grid, row, role);
	strip_cut(&strip, 1, DIRECTION_LTR);
	strip_cut(&strip, 1, DIRECTION_RTL);
	own = view->kind->status(view, app, &title, &place);
	if (!told)
		put_place(app, grid, &strip, &place, role);
	if (asking)
		prompt_draw(&app->prompt, grid, strip, &label);
	else if (told)
		label_put(grid, &strip, app->notice.at, app->notice.count,
		    role, &label);
	else
		(own ? label_put_text : label_put)(grid, &strip, title.at,
		    title.count, role, &label);
	array_free(&title);
	array_free(&place);
}
