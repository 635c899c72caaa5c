/* reader_move.c: moving in an article by rows and pages, and to its ends. */
#include "views/reader_commands.h"

enum {
	ROWS_MOST  = 10000,     /* rows a count may move by */
	PAGES_MOST = 1000
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
scroll(struct reader *reader, struct app *app, long rows)
{
	reader_read_ahead(reader, app, rows > 0 ? (size_t)rows : 0);
	page_scroll(&reader->page, rows);
}

static void
turn(struct reader *reader, struct app *app, long pages)
{
	reader_read_ahead(reader, app, pages > 0
	    ? (size_t)pages * reader->page.rows : 0);
	page_turn(&reader->page, pages);
}

void
reader_line_down(struct reader *reader, struct app *app, size_t count)
{
	scroll(reader, app, times(count, ROWS_MOST));
}

void
reader_line_up(struct reader *reader, struct app *app, size_t count)
{
	scroll(reader, app, -times(count, ROWS_MOST));
}

static long
half_page(const struct reader *reader)
{
	return reader->page.rows > 1 ? (long)reader->page.rows / 2 : 1;
}

void
reader_half_page_down(struct reader *reader, struct app *app, size_t count)
{
	scroll(reader, app, half_page(reader) * times(count, PAGES_MOST));
}

void
reader_half_page_up(struct reader *reader, struct app *app, size_t count)
{
	scroll(reader, app, -half_page(reader) * times(count, PAGES_MOST));
}

void
reader_page_forward(struct reader *reader, struct app *app, size_t count)
{
	turn(reader, app, times(count, PAGES_MOST));
}

void
reader_page_back(struct reader *reader, struct app *app, size_t count)
{
	turn(reader, app, -times(count, PAGES_MOST));
}

bool
reader_runs_left(const struct reader *reader, size_t byte)
{
	const struct block *block = blocks_at(reader->blocks, byte);

	return block == NULL || block->lines.at[0].direction == DIRECTION_RTL;
}

void
reader_left(struct reader *reader, struct app *app, size_t count)
{
	long pages = times(count, PAGES_MOST);
	bool on    = reader_runs_left(reader, reader->page.top.byte);

	turn(reader, app, on ? pages : -pages);
}

void
reader_right(struct reader *reader, struct app *app, size_t count)
{
	long pages = times(count, PAGES_MOST);
	bool back  = reader_runs_left(reader, reader->page.top.byte);

	turn(reader, app, back ? -pages : pages);
}

void
reader_top(struct reader *reader, struct app *app, size_t count)
{
	(void)app;
	(void)count;
	reader_jump_from_here(reader);
	page_to_start(&reader->page);
}

/* Goes as far as was read, and on when more is. */
void
reader_end(struct reader *reader, struct app *app, size_t count)
{
	(void)app;
	(void)count;
	reader_jump_from_here(reader);
	page_to_end(&reader->page);
	reader->percent = 100;
	if (!reader->article->complete)
		reader->goal = GOAL_PERCENT;
}

void
reader_go_percent(struct reader *reader, struct app *app, size_t count)
{
	if (count == 0) {
		app_say(app, MESSAGE_PERCENT_WANTED);
		return;
	}
	if (count >= 100) {
		reader_end(reader, app, 0);
		return;
	}
	reader_jump_from_here(reader);
	reader->goal = GOAL_PERCENT;
	reader->percent = count;
	reader_reach_goal(reader);
}
