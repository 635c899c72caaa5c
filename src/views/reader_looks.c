/* reader_looks.c: how the article's text is set. */
#include "views/reader_commands.h"

enum {
	WIDTH_STEP  = 4,        /* cells */
	WIDTH_LEAST = 16
};

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

void
reader_wider(struct reader *reader, struct app *app, size_t count)
{
	(void)reader;
	(void)count;
	set_width(app, width_now(app) + WIDTH_STEP);
}

void
reader_narrower(struct reader *reader, struct app *app, size_t count)
{
	size_t width = width_now(app);

	(void)reader;
	(void)count;
	set_width(app, width > WIDTH_STEP ? width - WIDTH_STEP : 1);
}

void
reader_width(struct reader *reader, struct app *app, size_t count)
{
	(void)reader;
	set_width(app, count > 0 ? count : COLUMN_USUAL);
}

void
reader_harakat(struct reader *reader, struct app *app, size_t count)
{
	(void)reader;
	(void)count;
	app->layout.harakat = !app->layout.harakat;
	app_say(app, app->layout.harakat ? MESSAGE_HARAKAT_SHOWN
	    : MESSAGE_HARAKAT_HIDDEN);
}

void
reader_reveal(struct reader *reader, struct app *app, size_t count)
{
	(void)count;
	if (reader->oddities.steering == 0 && !app->layout.reveal) {
		app_say(app, MESSAGE_STEERED_NOT);
		return;
	}
	app->layout.reveal = !app->layout.reveal;
	progress_reset(&reader->progress);
	app_say(app, app->layout.reveal ? MESSAGE_REVEALED
	    : MESSAGE_REVEALED_NOT);
}

void
reader_boilerplate(struct reader *reader, struct app *app, size_t count)
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
