/* library_page_draw.c: how the page of a name looks. */
#include <math.h>
#include <stdio.h>

#include "views/app_library.h"
#include "views/legend.h"
#include "views/library_page.h"
#include "views/months.h"
#include "views/quote_row.h"
#include "views/styles.h"

enum {
	HIGH_FROM = 20,         /* rows from which the bars are … */
	HIGH      = 3,          /* … so many rows high */
	DATE_SIZE = 16
};

static void
put(const char *text, struct strip *strip, enum role role,
    const struct app *app, struct grid *grid)
{
	struct layout_options label = app_label_options(app);

	label_put_text(grid, strip, text, strlen(text), role, &label);
}

static struct strip
next_row(struct box *box)
{
	struct strip strip = { box->row, box->column, box->columns };

	strip_cut(&strip, 1, DIRECTION_LTR);
	strip_cut(&strip, 1, DIRECTION_RTL);
	box->row++;
	box->rows--;
	return strip;
}

static void
draw_title(const struct library_page *page, const struct app *app,
    struct grid *grid, struct box *box)
{
	struct layout_options label = app_label_options(app);
	struct argument       value = { .number = page->articles.count };
	struct buffer         count = { 0 };
	struct strip          strip;

	if (box->rows < 3)
		return;
	grid_fill_row(grid, box->row, ROLE_TITLE);
	strip = next_row(box);
	message_write(app->options->language, MESSAGE_ARTICLE_COUNT, &value, 1,
	    &count);
	buffer_add_string(&count, " · ");
	buffer_add_string(&count, kind_name(app, page->figure.kind));
	label_put_at_end(grid, &strip, count.at, count.count, ROLE_TITLE,
	    &label);
	strip_cut_end(&strip, 1, label.base);
	put(page->figure.name, &strip, ROLE_TITLE, app, grid);
	array_free(&count);
}

/* The other forms of its name, in one row, each laid out alone. */
static void
draw_forms(const struct library_page *page, const struct app *app,
    struct grid *grid, struct box *box)
{
	enum direction base  = app_label_options(app).base;
	bool           begun = false;
	struct strip   strip;

	if (page->forms.count < 2 || box->rows < 4)
		return;
	strip = next_row(box);
	put(app_text(app, MESSAGE_PAGE_FORMS), &strip, ROLE_DIMMED, app, grid);
	for (size_t i = 0; i < page->forms.count; i++) {
		if (strcmp(page->forms.at[i].name, page->figure.name) == 0)
			continue;
		if (begun) {
			strip_cut(&strip, 1, base);
			put("·", &strip, ROLE_DIMMED, app, grid);
			strip_cut(&strip, 1, base);
		}
		put(page->forms.at[i].name, &strip, ROLE_TEXT, app, grid);
		begun = true;
	}
}

static void
draw_months(const struct library_page *page, const struct app *app,
    struct grid *grid, struct box *box)
{
	const struct month_counts *months = &page->months;
	size_t          rows = box->rows + 2 >= HIGH_FROM ? HIGH : 1;
	struct box      bars = *box;
	struct buffer   text = { 0 };
	char            from[DATE_SIZE], to[DATE_SIZE];
	struct argument value[2] = { { from, 0 }, { to, 0 } };
	struct strip    strip;

	if (months->count < 2 || box->rows < rows + 4)
		return;
	bars.column++;
	bars.columns -= bars.columns > 2 ? 2 : bars.columns;
	months_draw(months, app, grid, bars, rows);
	box->row += rows;
	box->rows -= rows;
	snprintf(from, sizeof from, "%04d-%02d", (int)months->at[0].year %
	    10000, months->at[0].month);
	snprintf(to, sizeof to, "%04d-%02d", (int)months->at[months->count -
	    1].year % 10000, months->at[months->count - 1].month);
	message_write(app->options->language, MESSAGE_PAGE_MONTHS, value, 2,
	    &text);
	strip = next_row(box);
	array_add(&text, '\0');
	put(text.at, &strip, ROLE_DIMMED, app, grid);
	array_free(&text);
}

static void
draw_heading(const struct library_page *page, const struct app *app,
    struct grid *grid, struct strip strip, enum part_of_page part, size_t i)
{
	static const enum message headings[PARTS] = {
		[PART_COMPANY]  = MESSAGE_PAGE_COMPANY,
		[PART_QUOTES]   = MESSAGE_PAGE_QUOTES,
		[PART_ARTICLES] = MESSAGE_PAGE_ARTICLES,
	};

	put(app_text(app, headings[part]), &strip,
	    list_role(&page->list, i, ROLE_HEADLINE), app, grid);
}

/* How strong the tie is: so many times as often together as by chance. */
static void
draw_companion(const struct library_page *page, const struct app *app,
    struct grid *grid, struct strip strip, size_t at, size_t i)
{
	const struct figure  *other = &page->company.at[at];
	struct layout_options label = app_label_options(app);
	struct argument       value = { .number = other->articles };
	struct buffer         count = { 0 };
	char                  times[32];

	message_write(app->options->language, MESSAGE_ARTICLE_COUNT, &value, 1,
	    &count);
	snprintf(times, sizeof times, " ×%.*f", other->strength < 3.3 ? 1 : 0,
	    exp2(other->strength));
	buffer_add_string(&count, times);
	label_put_at_end(grid, &strip, count.at, count.count,
	    list_role(&page->list, i, ROLE_DIMMED), &label);
	strip_cut_end(&strip, 1, label.base);
	put(other->name, &strip, list_role(&page->list, i,
	    role_of_kind(other->kind)), app, grid);
	array_free(&count);
}

static void
draw_quote(const struct library_page *page, const struct app *app,
    struct grid *grid, struct strip strip, size_t at, size_t i)
{
	const struct quote *quote = &page->quotes.at[at];
	size_t              from  = quote->sentence.start;

	quote_row_draw(quote->text, span_of(quote->mention.start - from,
	    quote->mention.end - from), list_role(&page->list, i, ROLE_TEXT),
	    i == page->list.current ? ROLE_HIT_CURRENT
	    : role_of_kind(page->figure.kind), app, grid, strip);
}

static const struct summary *
summary_of(struct library_page *page, struct app *app, size_t at)
{
	size_t most = page->list.rows;

	if (page->window.count > 0 && page->first <= at &&
	    at < page->first + page->window.count &&
	    page->changes == app->library_changes)
		return &page->window.at[at - page->first];
	summaries_free(&page->window);
	if (app->library == NULL)
		return NULL;
	if (most > page->articles.count - at)
		most = page->articles.count - at;
	page->window = library_summaries(app->library, page->articles.at + at,
	    most);
	page->first = at;
	page->changes = app->library_changes;
	return app_library_is_well(app) ? &page->window.at[0] : NULL;
}

static void
draw_article(struct library_page *page, struct app *app, struct grid *grid,
    struct strip strip, size_t at, size_t i)
{
	struct layout_options label   = app_label_options(app);
	const struct summary *summary = summary_of(page, app, at);
	char                  date[DATE_SIZE] = "";

	if (summary == NULL)
		return;
	if (day_is_known(summary->published))
		snprintf(date, sizeof date, "%04d-%02d-%02d",
		    (int)summary->published.year % 10000,
		    summary->published.month, summary->published.day);
	label_put_at_end(grid, &strip, date, strlen(date),
	    list_role(&page->list, i, ROLE_DIMMED), &label);
	strip_cut_end(&strip, 1, label.base);
	put(summary->title, &strip, list_role(&page->list, i, ROLE_TEXT), app,
	    grid);
}

static void
draw_row(struct library_page *page, struct app *app, struct grid *grid,
    struct box box, size_t i)
{
	struct strip      strip = list_row(&page->list, app, grid, box, i);
	size_t            at;
	enum part_of_page part  = page_part(page, i, &at);

	if (at == SIZE_MAX) {
		draw_heading(page, app, grid, strip, part, i);
		return;
	}
	strip_cut(&strip, 2, app_label_options(app).base);
	if (part == PART_COMPANY)
		draw_companion(page, app, grid, strip, at, i);
	else if (part == PART_QUOTES)
		draw_quote(page, app, grid, strip, at, i);
	else
		draw_article(page, app, grid, strip, at, i);
}

void
library_page_draw(struct view *view, struct app *app, struct grid *grid,
    struct box box)
{
	struct library_page *page = (struct library_page *)view;

	while (page->gathered < PAGE_FIRST && page_gather(page, app))
		continue;
	draw_title(page, app, grid, &box);
	draw_forms(page, app, grid, &box);
	draw_months(page, app, grid, &box);
	list_fit(&page->list, box.rows);
	for (size_t i = 0; i < list_shown(&page->list); i++)
		draw_row(page, app, grid, box, page->list.top + i);
}
