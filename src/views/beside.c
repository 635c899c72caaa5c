/* beside.c: the view of two reports: sentences that say the same beside one
 * another where there is room, else one after the other; what only one says
 * stands alone. Names, numbers and dates that only one of two sentences gives
 * stand out, and names that are spelt otherwise. */
#include "views/beside.h"

#include "views/beside_rows.h"
#include "views/label.h"
#include "views/list.h"

enum { LEGEND_FROM = 10 };      /* rows from which there is a legend */

/* The strip of a side, as wide as the lines; the first at the start side. */
static struct strip
strip_of_side(const struct beside *beside, const struct app *app,
    struct box box, size_t row, int side)
{
	enum direction base  = app_label_options(app).base;
	size_t         width = beside->layout.width;
	size_t         all   = beside->wide ? 2 * width + BESIDE_GAP
	    : width + BESIDE_LABEL;
	struct strip   strip = { row, box.column, box.columns };

	strip_cut(&strip, (box.columns - all) / 2, base);
	if (!beside->wide)
		strip_cut(&strip, BESIDE_LABEL, base);
	else if (side == SIDE_B)
		strip_cut(&strip, width + BESIDE_GAP, base);
	return strip_cut(&strip, width, base);
}

static const char *
letter_of(const struct app *app, int side)
{
	return message_plain(app->options->language, side == SIDE_A
	    ? MESSAGE_COMPARE_A : MESSAGE_COMPARE_B);
}

static void
put_letter(const struct app *app, struct grid *grid, struct strip text,
    int side, enum role role)
{
	struct layout_options label  = app_label_options(app);
	const char           *letter = letter_of(app, side);
	struct strip          strip  = text;

	strip.columns = BESIDE_LABEL;
	strip.left = label.base == DIRECTION_RTL ? text.left + text.columns
	    : text.left - BESIDE_LABEL;
	label_put(grid, &strip, letter, strlen(letter), role, &label);
}

static void
draw_side(const struct beside *beside, const struct app *app,
    struct grid *grid, struct box box, size_t at, int side)
{
	const struct row *row   = &beside->rows.at[at];
	size_t            line  = row->line[side];
	struct strip      strip = strip_of_side(beside, app, box,
	    box.row + at - beside->top, side);

	if (line == SIZE_MAX)
		return;
	grid_put_line(grid, strip.row, strip.left, strip.columns,
	    &beside->lines[side][row->pair].at[line]);
	if (!beside->wide && line == 0)
		put_letter(app, grid, strip, side, ROLE_KEY);
}

/* Headline, and how much of the report the other has too. */
static void
draw_title(const struct beside *beside, const struct app *app,
    struct grid *grid, struct strip strip, int side)
{
	const struct article *article = beside->article[side];
	struct span           title   = article_title(article);
	struct layout_options label   = app_label_options(app);
	struct argument       value   = { .number = (size_t)(
	    beside->comparison->shared[side] * 100 + 0.5) };
	struct buffer         shared  = { 0 };

	if (!beside->wide)
		put_letter(app, grid, strip, side, ROLE_TITLE);
	if (beside->compared)
		message_write(app->options->language, beside->wide
		    ? MESSAGE_COMPARE_HAS : MESSAGE_PERCENT, &value, 1,
		    &shared);
	label_put_at_end(grid, &strip, shared.at, shared.count, ROLE_TITLE,
	    &label);
	strip_cut_end(&strip, 1, label.base);
	label_put_text(grid, &strip, article->text.at + title.start,
	    span_size(title), ROLE_TITLE, &label);
	array_free(&shared);
}

static void
draw_titles(const struct beside *beside, const struct app *app,
    struct grid *grid, struct box *box)
{
	size_t rows = beside->wide ? 1 : SIDES;

	if (box->rows < rows + 2)
		return;
	for (size_t i = 0; i < rows; i++)
		grid_fill_row(grid, box->row + i, ROLE_TITLE);
	for (int side = 0; side < SIDES; side++)
		draw_title(beside, app, grid, strip_of_side(beside, app, *box,
		    box->row + (beside->wide ? 0 : (size_t)side), side),
		    side);
	box->row += rows;
	box->rows -= rows;
}

/* What the two looks mean. */
static void
draw_legend(const struct app *app, struct grid *grid, struct box *box)
{
	static const struct {
		enum message what;
		enum role    role;
	} looks[] = {
		{ MESSAGE_COMPARE_DIFFERS, ROLE_HIT },
		{ MESSAGE_COMPARE_WRITTEN, ROLE_SAME },
	};
	struct layout_options label = app_label_options(app);
	struct strip          strip;

	if (box->rows < LEGEND_FROM)
		return;
	strip = strip_of_row(grid, box->row + --box->rows);
	strip_cut(&strip, 1, label.base);
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
		const char *what = app_text(app, looks[i].what);

		label_put(grid, &strip, what, strlen(what), looks[i].role,
		    &label);
		strip_cut(&strip, BESIDE_GAP, label.base);
	}
}

/* Where the first line begins. */
static void
put_cursor(const struct app *app, struct grid *grid, struct strip strip)
{
	bool right = app_label_options(app).base == DIRECTION_RTL &&
	    strip.columns > 0;

	grid->cursor_row = strip.row;
	grid->cursor_column = right ? strip.left + strip.columns - 1
	    : strip.left;
}

static void
draw(struct view *view, struct app *app, struct grid *grid, struct box box)
{
	struct beside *beside = (struct beside *)view;
	size_t         most;

	beside_set(beside, app, box.columns);
	draw_titles(beside, app, grid, &box);
	draw_legend(app, grid, &box);
	beside->shown = box.rows;
	most = beside->rows.count > box.rows ? beside->rows.count - box.rows
	    : 0;
	if (beside->top > most)
		beside->top = most;
	for (size_t i = beside->top; i < beside->rows.count &&
	    i < beside->top + box.rows; i++)
		for (int side = 0; side < SIDES; side++)
			draw_side(beside, app, grid, box, i, side);
	if (!beside->compared)
		list_say_empty(app, grid, box, MESSAGE_COMPARING);
	put_cursor(app, grid, strip_of_side(beside, app, box, box.row,
	    SIDE_A));
}

static void
scroll(struct beside *beside, struct app *app, size_t by, bool down)
{
	size_t count = beside->rows.count;
	size_t most  = count > beside->shown ? count - beside->shown : 0;
	size_t top   = beside->top;

	if (down)
		beside->top = by < most - top ? top + by : most;
	else
		beside->top = by < top ? top - by : 0;
	if (beside->top == top)
		app_say(app, down ? MESSAGE_AT_END : MESSAGE_AT_TOP);
}

/* Whether the two do not say quite the same there. */
static bool
differs(const struct counterpart *pair)
{
	return !is_in_both(pair) || pair->only[SIDE_A].count > 0 ||
	    pair->only[SIDE_B].count > 0 || pair->respelt.count > 0;
}

static void
to_difference(struct beside *beside, struct app *app, int by)
{
	size_t pair = beside->top < beside->rows.count
	    ? beside->rows.at[beside->top].pair : 0;

	while (by > 0 ? pair + 1 < beside->comparison->count : pair > 0) {
		pair = by > 0 ? pair + 1 : pair - 1;
		if (!differs(&beside->comparison->at[pair]))
			continue;
		beside->top = beside_row_of(beside, pair);
		return;
	}
	app_say(app, by > 0 ? MESSAGE_AT_END : MESSAGE_AT_TOP);
}

static bool
run(struct view *view, struct app *app, enum command command, size_t count)
{
	struct beside *beside = (struct beside *)view;
	size_t         times  = count > 0 ? count : 1;
	size_t         page   = beside->shown > 1 ? beside->shown - 1 : 1;
	bool           rtl    = app_label_options(app).base == DIRECTION_RTL;

	if (command == COMMAND_LEFT || command == COMMAND_RIGHT)
		command = (command == COMMAND_LEFT) == rtl
		    ? COMMAND_PAGE_FORWARD : COMMAND_PAGE_BACK;
	switch (command) {
	case COMMAND_LINE_DOWN:
	case COMMAND_LINE_UP:
		scroll(beside, app, times, command == COMMAND_LINE_DOWN);
		break;
	case COMMAND_HALF_PAGE_DOWN:
	case COMMAND_HALF_PAGE_UP:
		scroll(beside, app, times * (page + 1) / 2,
		    command == COMMAND_HALF_PAGE_DOWN);
		break;
	case COMMAND_PAGE_FORWARD:
	case COMMAND_PAGE_BACK:
		scroll(beside, app, times * page,
		    command == COMMAND_PAGE_FORWARD);
		break;
	case COMMAND_TOP:
		beside->top = 0;
		break;
	case COMMAND_END:
		beside->top = beside->rows.count;
		break;
	case COMMAND_GO_PERCENT:
		beside->top = beside->rows.count * (count < 100 ? count
		    : 100) / 100;
		break;
	case COMMAND_ENTITY_NEXT:
	case COMMAND_ENTITY_PREVIOUS:
		to_difference(beside, app,
		    command == COMMAND_ENTITY_NEXT ? 1 : -1);
		break;
	case COMMAND_COMPARE:
		app_pop(app);
		break;
	default:
		return false;
	}
	return true;
}

static bool
status(struct view *view, struct app *app, struct buffer *title,
    struct buffer *place)
{
	struct beside  *beside = (struct beside *)view;
	size_t          bottom = beside->top + beside->shown;
	struct argument both    = { 0 };
	struct argument percent = { .number = !beside->compared
	    ? beside->percent : bottom >= beside->rows.count ? 100
	    : bottom * 100 / beside->rows.count };

	for (size_t i = 0; i < beside->comparison->count; i++)
		both.number += is_in_both(&beside->comparison->at[i]);
	if (beside->compared)
		message_write(app->options->language,
		    MESSAGE_COMPARE_PAIR_OF, &both, 1, title);
	else
		buffer_add_string(title, app_text(app, MESSAGE_COMPARING));
	message_write(app->options->language, MESSAGE_PERCENT, &percent, 1,
	    place);
	return false;
}

static void
beside_free(struct view *view)
{
	struct beside *beside = (struct beside *)view;

	beside_free_lines(beside);
	array_free(&beside->rows);
	if (beside->comparing != NULL)
		comparison_free(comparing_end(beside->comparing));
	comparison_free(beside->comparison);
	for (int side = 0; side < SIDES; side++)
		article_free(beside->article[side]);
	free(beside);
}

static const struct view_kind beside_kind = {
	.name   = "beside",
	.draw   = draw,
	.run    = run,
	.work   = beside_work,
	.status = status,
	.free   = beside_free,
};

void
beside_show(struct app *app, const struct chosen *first,
    const struct chosen *second)
{
	struct beside *beside = memory_new(1, sizeof *beside);
	bool           brief;

	beside->view.kind = &beside_kind;
	beside->comparison = memory_new(1, sizeof *beside->comparison);
	if (!beside_take(beside, app, first, second) ||
	    app_models(app) == NULL) {
		beside_free(&beside->view);
		return;
	}
	brief = beside_is_brief(beside);
	app_push(app, &beside->view);
	while (brief && beside_work(&beside->view, app))
		continue;
}
