/* names_draw.c: the rows of the index of names, drawn: the name, a date's
 * value, and how often it is mentioned. */
#include <string.h>

#include "views/legend.h"
#include "views/names_inside.h"
#include "views/styles.h"

enum {
	GAP = 2                 /* columns between name, value and count */
};

/* How often a row's name is mentioned: in words, or as a bare number where
 * words take too much of the row. */
static void
write_number(const struct names *names, const struct app *app, size_t i,
    bool bare, struct buffer *out)
{
	struct argument value = { .number = names->rows.at[i].mentions };

	message_write(app->options->language, bare ? MESSAGE_NUMBER
	    : MESSAGE_TIMES, &value, 1, out);
}

/* How the numbers on the screen are set in `columns` columns. */
static void
fit_numbers(struct names *names, const struct app *app, size_t columns)
{
	struct layout_options label = app_label_options(app);
	const struct list    *list  = &names->list;

	for (int bare = 0; bare < 2; bare++) {
		names->bare = bare != 0;
		names->numbers = 0;
		for (size_t i = 0; i < list_shown(list); i++) {
			struct buffer text = { 0 };
			size_t        wide;

			write_number(names, app, list->top + i, names->bare,
			    &text);
			wide = label_width(text.at, text.count, &label);
			array_free(&text);
			if (wide > names->numbers)
				names->numbers = wide;
		}
		if (names->numbers <= columns / 4)
			break;
	}
}

static void
put_number(const struct names *names, const struct app *app,
    struct grid *grid, struct strip *strip, size_t i)
{
	struct layout_options label  = app_label_options(app);
	struct strip          column = strip_cut_end(strip, names->numbers,
	    label.base);
	struct buffer         count  = { 0 };

	strip_cut_end(strip, GAP, label.base);
	write_number(names, app, i, names->bare, &count);
	label_put_at_end(grid, &column, count.at, count.count,
	    list_role(&names->list, i, ROLE_DIMMED), &label);
	array_free(&count);
}

static void
put_text(const struct names *names, const struct app *app, struct grid *grid,
    struct strip *strip, size_t i)
{
	struct layout_options  label    = app_label_options(app);
	enum role              role     = list_role(&names->list, i,
	    ROLE_TEXT);
	const struct analysis *analysis = names->reader->analysis;
	const struct mention  *mention;
	const char            *text = names->reader->article->text.at;
	const char            *name;

	mention = &analysis->mentions.at[names->rows.at[i].first];
	if (mention->entity == NONE) {
		label_put_text(grid, strip, text + mention->span.start,
		    span_size(mention->span), role, &label);
		return;
	}
	name = analysis->entities->at[mention->entity].name;
	label_put_text(grid, strip, name, strlen(name), role, &label);
}

/* The value of a date, beside the counts, where there is room. */
static void
put_value(const struct names *names, const struct app *app,
    struct grid *grid, struct strip *strip, size_t i)
{
	struct layout_options label = app_label_options(app);
	const char           *iso   = names->rows.at[i].iso;

	if (strip->columns < strlen(iso) + GAP)
		return;
	label_put_at_end(grid, strip, iso, strlen(iso),
	    list_role(&names->list, i, ROLE_DIMMED), &label);
}

static void
draw_row(const struct names *names, const struct app *app, struct grid *grid,
    struct box box, size_t i)
{
	const struct name    *name  = &names->rows.at[i];
	struct layout_options label = app_label_options(app);
	struct strip          strip = list_row(&names->list, app, grid, box, i);
	const char           *kind  = kind_plural(app, name->kind);

	put_number(names, app, grid, &strip, i);
	if (name->heading) {
		label_put(grid, &strip, kind, strlen(kind), list_role(
		    &names->list, i, role_of_kind(name->kind)), &label);
		return;
	}
	strip_cut(&strip, 2, label.base);
	put_text(names, app, grid, &strip, i);
	put_value(names, app, grid, &strip, i);
}

void
names_draw_rows(struct names *names, const struct app *app,
    struct grid *grid, struct box box)
{
	fit_numbers(names, app, box.columns);
	for (size_t i = 0; i < list_shown(&names->list); i++)
		draw_row(names, app, grid, box, names->list.top + i);
}
