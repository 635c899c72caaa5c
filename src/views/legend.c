/* legend.c: the five kinds of name in the looks they have in the text. */
#include "views/legend.h"

#include "views/label.h"
#include "views/styles.h"

enum { GAP = 2 };               /* blank columns between two kinds */

static const struct {
	enum message one;
	enum message several;
} names[] = {
	[KIND_PERSON] = { MESSAGE_PERSON, MESSAGE_PEOPLE },
	[KIND_AGENCY] = { MESSAGE_AGENCY, MESSAGE_AGENCIES },
	[KIND_PLACE]  = { MESSAGE_PLACE, MESSAGE_PLACES },
	[KIND_EVENT]  = { MESSAGE_EVENT, MESSAGE_EVENTS },
	[KIND_DATE]   = { MESSAGE_DATE, MESSAGE_DATES },
};

const char *
kind_name(const struct app *app, enum kind kind)
{
	return app_text(app, names[kind].one);
}

const char *
kind_plural(const struct app *app, enum kind kind)
{
	return app_text(app, names[kind].several);
}

void
legend_draw(const struct app *app, struct grid *grid, size_t row)
{
	struct layout_options label = app_label_options(app);
	struct strip          strip = strip_of_row(grid, row);
	size_t                width = GAP * (KINDS - 1);

	label.width = grid->columns;
	for (int kind = 0; kind < KINDS; kind++) {
		const char *name = kind_plural(app, (enum kind)kind);

		width += label_width(name, strlen(name), &label);
	}
	if (width > grid->columns)
		return;
	strip_cut(&strip, (grid->columns - width) / 2, label.base);
	for (int kind = 0; kind < KINDS; kind++) {
		const char *name = kind_plural(app, (enum kind)kind);

		label_put(grid, &strip, name, strlen(name),
		    app->only == KINDS || (int)app->only == kind
		    ? role_of_kind((enum kind)kind) : ROLE_DIMMED, &label);
		strip_cut(&strip, GAP, label.base);
	}
}
