/* article_row.c: how a list shows an article. */
#include "views/article_row.h"

enum {
	SOURCE_MOST   = 16,     /* columns */
	SOURCE_FROM   = 56,     /* width from which the source is shown */
	HEADLINE_PART = 2,      /* the headline has at least this part: 1/2 */
	TAGS_PART     = 3,      /* of its column the tags have at most 1/3 */
	GAP           = 1,      /* between two columns … */
	HEADLINE_GAP  = 2       /* … and between two texts */
};

static void
widen(size_t *column, const char *text, size_t most, const struct app *app)
{
	struct layout_options label = app_label_options(app);
	size_t                width = label_width(text, strlen(text),
	    &label);

	if (width > most)
		width = most;
	if (width > *column)
		*column = width;
}

void
article_columns_take(struct article_columns *columns,
    const struct article_row *row, const struct app *app)
{
	widen(&columns->flags, row->flags, SIZE_MAX, app);
	widen(&columns->source, row->source, SOURCE_MOST, app);
	if (!row->dimmed)
		widen(&columns->end, row->end, SIZE_MAX, app);
}

void
article_columns_fit(struct article_columns *columns, size_t width)
{
	if (width < SOURCE_FROM)
		columns->source = 0;
	if ((columns->flags + columns->source + columns->end) *
	    HEADLINE_PART > width)
		columns->end = 0;
}

static void
put(const char *text, struct strip strip, enum role role,
    const struct app *app, struct grid *grid)
{
	struct layout_options label = app_label_options(app);

	label_put_text(grid, &strip, text, strlen(text), role, &label);
}

/* A column at the strip's end side, and a gap before it. */
static struct strip
cut_column(struct strip *strip, size_t columns, size_t gap,
    enum direction base)
{
	struct strip cut = strip_cut_end(strip, columns, base);

	if (columns > 0)
		strip_cut_end(strip, gap, base);
	return cut;
}

/* Arabic headlines start at the right in an English list too, where their
 * beginnings are then below one another. */
static enum direction
direction_of(const char *headline, const struct app *app)
{
	size_t size = strlen(headline);

	return !label_is_latin(headline, size) &&
	    layout_direction(headline, span_of(0, size)) == DIRECTION_RTL
	    ? DIRECTION_RTL : app_label_options(app).base;
}

/* The headline and, in what room it leaves, at most a part, the tags: right
 * behind it unless it ends at the other side. */
static void
put_headline(const struct article_row *row, struct strip strip,
    const struct app *app, struct grid *grid, enum role role,
    enum role tagged)
{
	struct layout_options label = app_label_options(app);
	enum direction        base  = label.base;
	size_t                tags  = 0;
	size_t                width = 0;
	struct strip          cut   = strip;

	widen(&tags, row->tags, strip.columns / TAGS_PART, app);
	widen(&width, row->headline, strip.columns - tags -
	    (tags > 0 ? HEADLINE_GAP : 0), app);
	label.base = direction_of(row->headline, app);
	if (tags > 0 && label.base == base) {
		strip = strip_cut(&cut, width, base);
		strip_cut(&cut, HEADLINE_GAP, base);
	} else
		cut = cut_column(&strip, tags, HEADLINE_GAP, base);
	label_put_text(grid, &strip, row->headline, strlen(row->headline),
	    role, &label);
	label.base = base;
	label_put(grid, &cut, row->tags, strlen(row->tags), tagged, &label);
}

void
article_row_draw(const struct article_row *row,
    const struct article_columns *columns, const struct list *list,
    const struct app *app, struct grid *grid, struct box box, size_t i)
{
	struct layout_options label = app_label_options(app);
	struct strip          strip = list_row(list, app, grid, box, i);
	size_t                end   = columns->end;
	struct strip          cut;

	if (row->dimmed)
		widen(&end, row->end, SIZE_MAX, app);
	if (columns->flags > 0) {
		cut = strip_cut(&strip, columns->flags, label.base);
		label_put(grid, &cut, row->flags, strlen(row->flags),
		    list_role(list, i, ROLE_KEY), &label);
		strip_cut(&strip, 1, label.base);
	}
	cut = cut_column(&strip, end, columns->source > 0 ? GAP : HEADLINE_GAP,
	    label.base);
	label_put_at_end(grid, &cut, row->end, strlen(row->end),
	    list_role(list, i, ROLE_DIMMED), &label);
	cut = cut_column(&strip, columns->source, HEADLINE_GAP, label.base);
	put(row->source, cut, list_role(list, i, ROLE_SECTION), app, grid);
	put_headline(row, strip, app, grid, list_role(list, i, row->dimmed
	    ? ROLE_DIMMED : ROLE_TEXT), list_role(list, i, ROLE_KEY));
}
