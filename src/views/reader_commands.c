/* reader_commands.c: what each command does in the reader. */
#include "views/reader.h"

#include "views/card.h"
#include "views/names.h"

enum {
	WIDTH_STEP  = 4,        /* cells */
	WIDTH_LEAST = 16,
	ROWS_MOST   = 10000,    /* rows a count may move by */
	PAGES_MOST  = 1000
};

/* How often: what was typed, within reason; once when nothing was. */
static long
times(size_t count, size_t most)
{
	if (count == 0)
		return 1;
	return (long)(count < most ? count : most);
}

static void
told_of_edge(struct reader *reader, struct app *app, bool moved, bool down)
{
	if (moved || (down && !reader->article->complete))
		return;
	app_say(app, down ? MESSAGE_AT_END : MESSAGE_AT_TOP);
}

static void
scroll(struct reader *reader, struct app *app, long rows)
{
	reader_read_ahead(reader, app);
	told_of_edge(reader, app, page_scroll(&reader->page, rows), rows > 0);
}

static void
turn(struct reader *reader, struct app *app, long pages)
{
	reader_read_ahead(reader, app);
	told_of_edge(reader, app, page_turn(&reader->page, pages), pages > 0);
}

static void
line_down(struct reader *reader, struct app *app, size_t count)
{
	scroll(reader, app, times(count, ROWS_MOST));
}

static void
line_up(struct reader *reader, struct app *app, size_t count)
{
	scroll(reader, app, -times(count, ROWS_MOST));
}

static long
half_page(const struct reader *reader)
{
	return reader->page.rows > 1 ? (long)reader->page.rows / 2 : 1;
}

static void
half_page_down(struct reader *reader, struct app *app, size_t count)
{
	scroll(reader, app, half_page(reader) * times(count, PAGES_MOST));
}

static void
half_page_up(struct reader *reader, struct app *app, size_t count)
{
	scroll(reader, app, -half_page(reader) * times(count, PAGES_MOST));
}

static void
page_forward(struct reader *reader, struct app *app, size_t count)
{
	turn(reader, app, times(count, PAGES_MOST));
}

static void
page_back(struct reader *reader, struct app *app, size_t count)
{
	turn(reader, app, -times(count, PAGES_MOST));
}

/* Whether the text at the top runs from right to left. */
static bool
runs_left(const struct reader *reader)
{
	const struct article *article = reader->article;
	size_t                part    = article_part_at(article,
	    reader->page.top.byte);

	return part >= article->parts.count ||
	    layout_direction(article->text.at,
	    article->parts.at[part].span) == DIRECTION_RTL;
}

static void
left(struct reader *reader, struct app *app, size_t count)
{
	long pages = times(count, PAGES_MOST);

	turn(reader, app, runs_left(reader) ? pages : -pages);
}

static void
right(struct reader *reader, struct app *app, size_t count)
{
	long pages = times(count, PAGES_MOST);

	turn(reader, app, runs_left(reader) ? -pages : pages);
}

static void
to_top(struct reader *reader, struct app *app, size_t count)
{
	(void)app;
	(void)count;
	reader_jump_from_here(reader);
	page_to_start(&reader->page);
}

/* Goes as far as was read, and on when more is. */
static void
to_end(struct reader *reader, struct app *app, size_t count)
{
	(void)app;
	(void)count;
	reader_jump_from_here(reader);
	page_to_end(&reader->page);
	if (!reader->article->complete)
		reader->goal = GOAL_END;
}

static void
go_percent(struct reader *reader, struct app *app, size_t count)
{
	const struct article *article = reader->article;
	size_t                size    = article->complete
	    ? article->text.count : article_source_size(article);

	if (count == 0) {
		app_say(app, MESSAGE_PERCENT_WANTED);
		return;
	}
	if (count >= 100) {
		to_end(reader, app, 0);
		return;
	}
	reader_jump_from_here(reader);
	reader->goal = (size_t)((double)size * (double)count / 100);
	if (reader->goal < article->text.count) {
		page_to(&reader->page, reader->goal);
		reader->goal = GOAL_NONE;
	}
}

static void
mark_set(struct reader *reader, struct app *app, size_t count)
{
	(void)count;
	reader->asked = COMMAND_MARK_SET;
	app_ask(app, PROMPT_KEY, MESSAGE_MARK_WANTED);
}

static void
mark_go(struct reader *reader, struct app *app, size_t count)
{
	(void)count;
	reader->asked = COMMAND_MARK_GO;
	app_ask(app, PROMPT_KEY, MESSAGE_MARK_GO_WANTED);
}

static void
entity_info(struct reader *reader, struct app *app, size_t count)
{
	size_t mention = reader_mention(reader);

	(void)count;
	if (mention == NO_FOCUS && span_is_empty(reader->search.hit)) {
		app_say(app, MESSAGE_NAME_WANTED);
		return;
	}
	if (mention != NO_FOCUS)
		reader_focus(reader, mention);
	else
		reader->spot = reader->search.hit;
	app_push(app, card_new(reader));
}

static void
entity_index(struct reader *reader, struct app *app, size_t count)
{
	(void)count;
	reader->index_wanted = true;
	app_push(app, names_new(reader));
}

static void
position(struct reader *reader, struct app *app, size_t count)
{
	const struct article *article = reader->article;
	size_t                part    = article_part_at(article,
	    reader->page.top.byte);
	struct argument       value[5] = { { 0 } };

	(void)count;
	value[0].number = part < article->parts.count ? part + 1 : part;
	value[1].number = article->parts.count;
	progress_pages(&reader->progress, &reader->page, article,
	    &value[2].number, &value[3].number);
	value[4].number = progress_percent(&reader->page, article);
	app_say_with(app, MESSAGE_POSITION_IS, value, 5);
}

/* The column's width as it is seen. */
static size_t
width_now(const struct app *app)
{
	return app->layout.width < app->grid->columns
	    ? app->layout.width : app->grid->columns;
}

static void
set_width(struct app *app, size_t width)
{
	struct argument value;

	app->layout.width = width > WIDTH_LEAST ? width : WIDTH_LEAST;
	value = (struct argument){ .number = width_now(app) };
	app_say_with(app, MESSAGE_WIDTH_IS, &value, 1);
}

static void
wider(struct reader *reader, struct app *app, size_t count)
{
	(void)reader;
	(void)count;
	set_width(app, width_now(app) + WIDTH_STEP);
}

static void
narrower(struct reader *reader, struct app *app, size_t count)
{
	size_t width = width_now(app);

	(void)reader;
	(void)count;
	set_width(app, width > WIDTH_STEP ? width - WIDTH_STEP : 1);
}

static void
usual_width(struct reader *reader, struct app *app, size_t count)
{
	(void)reader;
	set_width(app, count > 0 ? count : COLUMN_USUAL);
}

static void
harakat(struct reader *reader, struct app *app, size_t count)
{
	(void)reader;
	(void)count;
	app->layout.harakat = !app->layout.harakat;
	app_say(app, app->layout.harakat ? MESSAGE_HARAKAT_SHOWN
	    : MESSAGE_HARAKAT_HIDDEN);
}

static void
boilerplate(struct reader *reader, struct app *app, size_t count)
{
	bool folding = !blocks_folding(reader->blocks);

	(void)count;
	if (article_part(reader->article, PART_BOILERPLATE) == NULL) {
		app_say(app, MESSAGE_BOILERPLATE_NONE);
		return;
	}
	blocks_set_folding(reader->blocks, folding);
	progress_reset(&reader->progress);
	app_say(app, folding ? MESSAGE_BOILERPLATE_HIDDEN
	    : MESSAGE_BOILERPLATE_SHOWN);
}

/* Commands not in the table are not the reader's. */
static void (*const actions[COMMANDS])(struct reader *reader,
    struct app *app, size_t count) = {
	[COMMAND_LINE_DOWN]       = line_down,
	[COMMAND_LINE_UP]         = line_up,
	[COMMAND_PAGE_FORWARD]    = page_forward,
	[COMMAND_PAGE_BACK]       = page_back,
	[COMMAND_HALF_PAGE_DOWN]  = half_page_down,
	[COMMAND_HALF_PAGE_UP]    = half_page_up,
	[COMMAND_LEFT]            = left,
	[COMMAND_RIGHT]           = right,
	[COMMAND_TOP]             = to_top,
	[COMMAND_END]             = to_end,
	[COMMAND_GO_PERCENT]      = go_percent,
	[COMMAND_MARK_SET]        = mark_set,
	[COMMAND_MARK_GO]         = mark_go,
	[COMMAND_SEARCH]          = reader_search,
	[COMMAND_SEARCH_NEXT]     = reader_search_next,
	[COMMAND_SEARCH_PREVIOUS] = reader_search_previous,
	[COMMAND_ENTITY_NEXT]     = reader_entity_next,
	[COMMAND_ENTITY_PREVIOUS] = reader_entity_previous,
	[COMMAND_ENTITY_INFO]     = entity_info,
	[COMMAND_OPEN]            = entity_info,
	[COMMAND_ENTITY_SAME]     = reader_entity_same,
	[COMMAND_ENTITY_KINDS]    = reader_entity_kinds,
	[COMMAND_ENTITY_INDEX]    = entity_index,
	[COMMAND_POSITION]        = position,
	[COMMAND_WIDER]           = wider,
	[COMMAND_NARROWER]        = narrower,
	[COMMAND_WIDTH]           = usual_width,
	[COMMAND_HARAKAT]         = harakat,
	[COMMAND_BOILERPLATE]     = boilerplate,
};

/* Esc clears a search before it leaves the article. */
static bool
clears_search(struct reader *reader, const struct app *app,
    enum command command)
{
	if (command != COMMAND_QUIT || app->key != '\033' ||
	    reader->search.needle == NULL)
		return false;
	search_clear(&reader->search);
	return true;
}

bool
reader_run(struct view *view, struct app *app, enum command command,
    size_t count)
{
	struct reader *reader = (struct reader *)view;

	reader->goal = GOAL_NONE;
	if (clears_search(reader, app, command))
		return true;
	if (actions[command] == NULL)
		return false;
	actions[command](reader, app, count);
	return true;
}

static bool
is_letter(key_code key)
{
	return key > ' ' && key != 127 && key < PRESSED_NOTHING;
}

static void
say_mark(struct app *app, enum message message, key_code letter)
{
	char            name[32];
	struct argument value = { name, 0 };

	key_write(letter, name, sizeof name);
	app_say_with(app, message, &value, 1);
}

static void
answer_mark(struct reader *reader, struct app *app)
{
	key_code     letter = key_latin(app->prompt.key);
	struct place place  = reader->jumped;

	if (!is_letter(letter))
		app_say(app, MESSAGE_MARK_NO_LETTER);
	else if (reader->asked == COMMAND_MARK_SET) {
		marks_set(&reader->marks, letter, reader->page.top);
		say_mark(app, MESSAGE_MARK_IS_SET, letter);
	} else if (letter == '\'' ||
	    marks_get(&reader->marks, letter, &place)) {
		reader_jump_from_here(reader);
		reader->page.top = place;
	} else
		say_mark(app, MESSAGE_MARK_UNKNOWN, letter);
}

void
reader_answer(struct view *view, struct app *app, enum prompt_answer answer)
{
	struct reader *reader = (struct reader *)view;

	if (reader->asked == COMMAND_SEARCH)
		reader_search_answer(reader, app, answer);
	else if (answer == PROMPT_ACCEPTED)
		answer_mark(reader, app);
}
