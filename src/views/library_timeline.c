/* library_timeline.c: the dates that articles give, in order of time, each
 * with the sentence that gives it. */
#include "library/figures.h"
#include "views/app_library.h"
#include "views/library_view.h"
#include "views/list.h"
#include "views/quote_row.h"

enum {
	SLICE       = 100,      /* sentences looked at together */
	DAY_SECONDS = 86400
};

struct library_timeline {
	struct view    view;
	struct list    list;
	int64_t        figure;          /* 0: of all */
	struct moments all;             /* or of articles that name it … */
	size_t         looked;          /* … looked through, for … */
	struct moments moments;         /* … those whose sentence names it
	                                 * and has the words */
	struct buffer  words;           /* as typed */
	bool           there;           /* all were read */
	struct quotes  window;          /* of the rows from `first` on */
	size_t         first;
	int64_t        day;             /* where it begins: that given … */
	bool           given;           /* … or the latest article's */
	bool           moved;           /* by the reader, off that day */
};

/* How many rows are of dates before that day. */
static size_t
rows_before(const struct moments *moments, int64_t day)
{
	size_t low  = 0;
	size_t high = moments->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (moments->at[middle].first < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The first row of the day given; else the last one that is not after the
 * latest article's. */
static size_t
row_of_day(const struct library_timeline *timeline)
{
	size_t after = rows_before(&timeline->moments, timeline->day +
	    !timeline->given);

	if (timeline->given && after < timeline->moments.count)
		return after;
	return after > 0 ? after - 1 : 0;
}

/* The day of the latest article. */
static int64_t
latest_day(struct library *library)
{
	struct article_ids ids = library_order(library, SHELF_NEWEST, 0, 1);
	struct summary     summary;
	int64_t            day = 0;

	if (ids.count > 0 && library_summary(library, ids.at[0], &summary)) {
		day = day_is_known(summary.published)
		    ? day_number(summary.published)
		    : summary.added / DAY_SECONDS;
		summary_free(&summary);
	}
	array_free(&ids);
	return day;
}

static void
show_rows(struct library_timeline *timeline)
{
	timeline->list.count = timeline->moments.count;
	if (timeline->moved)
		return;
	timeline->list.current = row_of_day(timeline);
	timeline->list.top = timeline->list.current;
}

/* Begins to look through all. */
static void
look_anew(struct library_timeline *timeline)
{
	timeline->moved = false;
	timeline->looked = 0;
	timeline->moments.count = 0;
	quotes_free(&timeline->window);
	if (timeline->figure == 0 && timeline->words.count == 0) {
		for (size_t i = 0; i < timeline->all.count; i++)
			array_add(&timeline->moments, timeline->all.at[i]);
		timeline->looked = timeline->all.count;
	}
	show_rows(timeline);
}

/* When all are shown again, it is from the day on where one was. */
static void
set_words(struct library_timeline *timeline, const struct buffer *typed)
{
	size_t at = timeline->list.current;

	if (typed == NULL && at < timeline->moments.count) {
		timeline->day = timeline->moments.at[at].first;
		timeline->given = true;
	}
	timeline->words.count = 0;
	if (typed != NULL)
		buffer_add(&timeline->words, typed->at, typed->count);
	look_anew(timeline);
}

static void
answer(struct view *view, struct app *app, enum prompt_answer answer)
{
	struct library_timeline *timeline = (struct library_timeline *)view;

	if (answer == PROMPT_CANCELLED)
		set_words(timeline, NULL);
	else if (answer == PROMPT_CHANGED)
		set_words(timeline, &app->prompt.text);
}

static bool
is_wanted(const struct library_timeline *timeline, struct library *library,
    const struct moment *moment)
{
	return (timeline->words.count == 0 || library_says_there(library,
	    moment, timeline->words.at, timeline->words.count)) &&
	    (timeline->figure == 0 || library_names_there(library, moment,
	    timeline->figure));
}

static void
gather(struct library_timeline *timeline, struct app *app)
{
	struct library *library = app_library(app, false);

	if (timeline->there || library == NULL)
		return;
	timeline->there = true;
	if (!timeline->given)
		timeline->day = latest_day(library);
	timeline->all = library_moments(library, timeline->figure);
	look_anew(timeline);
	app_library_is_well(app);
}

static bool
work(struct view *view, struct app *app)
{
	struct library_timeline *timeline = (struct library_timeline *)view;
	size_t                   end = timeline->looked + SLICE;

	if (timeline->looked == timeline->all.count || app->library == NULL)
		return false;
	for (; timeline->looked < end && timeline->looked <
	    timeline->all.count; timeline->looked++) {
		struct moment *moment = &timeline->all.at[timeline->looked];

		if (is_wanted(timeline, app->library, moment))
			array_add(&timeline->moments, *moment);
	}
	show_rows(timeline);
	app->changed = true;
	return app_library_is_well(app);
}

static void
fill_window(struct library_timeline *timeline, struct app *app)
{
	size_t top = timeline->list.top;
	size_t end = top + list_shown(&timeline->list);

	if (app->library == NULL || (timeline->first == top &&
	    timeline->window.count == end - top))
		return;
	quotes_free(&timeline->window);
	for (size_t i = top; i < end; i++) {
		struct quote quote = { 0 };

		if (!library_quote(app->library, &timeline->moments.at[i],
		    &quote)) {
			quote.text = memory_string("", 0);
			quote.iso = memory_string("", 0);
		}
		array_add(&timeline->window, quote);
	}
	timeline->first = top;
	app_library_is_well(app);
}

static size_t
date_columns(const struct library_timeline *timeline, const struct app *app)
{
	struct layout_options label  = app_label_options(app);
	size_t                widest = 0;

	for (size_t i = 0; i < timeline->window.count; i++) {
		const char *iso   = timeline->window.at[i].iso;
		size_t      width = label_width(iso, strlen(iso), &label);

		if (width > widest)
			widest = width;
	}
	return widest;
}

static void
draw_row(const struct library_timeline *timeline, const struct app *app,
    struct grid *grid, struct box box, size_t i, size_t dates)
{
	const struct quote   *quote = &timeline->window.at[i -
	    timeline->first];
	const struct list    *list  = &timeline->list;
	struct layout_options label = app_label_options(app);
	struct strip          strip = list_row(list, app, grid, box, i);
	struct strip          cut   = strip_cut(&strip, dates, label.base);

	label_put(grid, &cut, quote->iso, strlen(quote->iso),
	    list_role(list, i, ROLE_DATE), &label);
	strip_cut(&strip, 1, label.base);
	quote_row_draw(quote->text, span_of(quote->mention.start -
	    quote->sentence.start, quote->mention.end -
	    quote->sentence.start), list_role(list, i, ROLE_TEXT),
	    i == list->current ? ROLE_HIT_CURRENT : ROLE_DATE, app, grid,
	    strip);
}

static void
draw(struct view *view, struct app *app, struct grid *grid, struct box box)
{
	struct library_timeline *timeline = (struct library_timeline *)view;
	struct figure            figure;
	size_t                   dates;

	gather(timeline, app);
	if (timeline->figure != 0 && app->library != NULL &&
	    library_figure(app->library, timeline->figure, &figure)) {
		list_title(app, grid, &box, figure.name);
		free(figure.name);
	} else
		list_title(app, grid, &box,
		    app_text(app, MESSAGE_TIMELINE_TITLE));
	list_fit(&timeline->list, box.rows);
	fill_window(timeline, app);
	dates = date_columns(timeline, app);
	for (size_t i = 0; i < timeline->window.count; i++)
		draw_row(timeline, app, grid, box, timeline->first + i,
		    dates < box.columns / 2 ? dates : box.columns / 2);
	if (timeline->list.count == 0 &&
	    timeline->looked == timeline->all.count)
		list_say_empty(app, grid, box, timeline->words.count > 0
		    ? MESSAGE_NONE_OF_KIND : MESSAGE_TIMELINE_EMPTY);
}

static bool
open_row(struct library_timeline *timeline, struct app *app)
{
	struct quote quote = { 0 };
	size_t       at    = timeline->list.current;
	bool         done;

	if (at >= timeline->moments.count || app_library(app, false) == NULL ||
	    !library_quote(app->library, &timeline->moments.at[at], &quote))
		return false;
	done = library_read_at(app, quote.article, quote.sentence.start,
	    quote.mention);
	quote_free(&quote);
	return done;
}

static bool
step(struct view *view, struct app *app, long by)
{
	struct library_timeline *timeline = (struct library_timeline *)view;
	struct list             *list     = &timeline->list;

	if (by > 0 ? list->current + 1 >= list->count : list->current == 0)
		return false;
	list->current = by > 0 ? list->current + 1 : list->current - 1;
	app_pop_above(app, view);
	return open_row(timeline, app);
}

static bool
run(struct view *view, struct app *app, enum command command, size_t count)
{
	struct library_timeline *timeline = (struct library_timeline *)view;

	switch (command) {
	case COMMAND_OPEN:
		open_row(timeline, app);
		return true;
	case COMMAND_TIMELINE:
		app_pop(app);
		return true;
	case COMMAND_FILTER:
	case COMMAND_SEARCH:
		app_ask(app, PROMPT_LINE, MESSAGE_FILTER_PROMPT);
		return true;
	case COMMAND_QUIT:
		if (timeline->words.count == 0)
			return false;
		set_words(timeline, NULL);
		return true;
	default:
		timeline->moved = true;
		return list_run(&timeline->list, command, count) ||
		    library_run_in_list(app, command, timeline->list.current <
		    timeline->moments.count ? timeline->moments.at[
		    timeline->list.current].article : 0);
	}
}

static bool
status(struct view *view, struct app *app, struct buffer *title,
    struct buffer *place)
{
	struct library_timeline *timeline = (struct library_timeline *)view;
	size_t                   at = timeline->list.current - timeline->first;
	char           *words = memory_string(timeline->words.at,
	    timeline->words.count);
	struct argument value = { words, timeline->list.count };
	bool            some  = timeline->words.count > 0;
	bool            titled = !some && timeline->first <=
	    timeline->list.current && at < timeline->window.count &&
	    timeline->window.at[at].title != NULL;

	if (titled)
		buffer_add_string(title, timeline->window.at[at].title);
	else
		message_write(app->options->language, some ? MESSAGE_FILTERED
		    : MESSAGE_DATE_COUNT, &value, 1, title);
	free(words);
	list_place(&timeline->list, app, place);
	if (timeline->looked < timeline->all.count) {
		buffer_add_string(place, "\n");
		buffer_add_string(place, app_text(app, MESSAGE_PAGE_READING));
	}
	return titled;
}

static void
timeline_free(struct view *view)
{
	struct library_timeline *timeline = (struct library_timeline *)view;

	array_free(&timeline->all);
	array_free(&timeline->moments);
	array_free(&timeline->words);
	quotes_free(&timeline->window);
	free(timeline);
}

static const struct view_kind timeline_kind = {
	.name   = "timeline",
	.draw   = draw,
	.run    = run,
	.work   = work,
	.status = status,
	.free   = timeline_free,
	.step   = step,
	.answer = answer,
};

struct view *
library_timeline_new(int64_t figure)
{
	struct library_timeline *timeline = memory_new(1, sizeof *timeline);

	timeline->view.kind = &timeline_kind;
	timeline->figure = figure;
	return &timeline->view;
}

struct view *
library_timeline_at(int64_t day)
{
	struct view             *view     = library_timeline_new(0);
	struct library_timeline *timeline = (struct library_timeline *)view;

	timeline->day = day;
	timeline->given = true;
	return view;
}
