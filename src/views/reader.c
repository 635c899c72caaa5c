/* reader.c: the view in which an article is read: what it shows. */
#include "views/reader.h"

#include "bytes/utf8.h"
#include "views/label.h"
#include "views/legend.h"
#include "views/styles.h"

enum {
	LEGEND_FROM = 10,       /* rows from which there is a legend */
	TITLE_MOST  = 4096      /* bytes of a headline that are looked at */
};

static void
draw_empty(const struct reader *reader, const struct app *app,
    struct grid *grid, struct box box)
{
	struct layout_options label = app_label_options(app);
	struct strip          strip = { box.row, box.column, box.columns };
	const char           *text  = app_text(app, reader->article->complete
	    ? MESSAGE_ARTICLE_EMPTY : MESSAGE_WAITING);

	label_put(grid, &strip, text, strlen(text), ROLE_DIMMED, &label);
}

/* Lines are set anew when the column or the terminal has another width. */
static size_t
set_layout(struct reader *reader, const struct app *app, struct box box)
{
	struct layout_options layout = app->layout;

	if (layout.width > box.columns)
		layout.width = box.columns;
	if (reader->progress.width != layout.width)
		progress_reset(&reader->progress);
	reader->progress.width = layout.width;
	blocks_set_layout(reader->blocks, &layout);
	return layout.width;
}

/* Braille displays and magnifiers follow the cursor, so it stands where the
 * reader is: on the first letter of `span` that is shown. */
static bool
put_cursor(struct grid *grid, struct box box, struct span span)
{
	size_t least = SIZE_MAX;

	if (span_is_empty(span))
		return false;
	/* Rows are in the order of the text. */
	for (size_t row = box.row; least == SIZE_MAX &&
	    row < box.row + box.rows; row++)
		for (size_t i = 0; i < box.columns; i++) {
			size_t column = box.column + i;
			size_t byte   = grid_cell(grid, row, column)->byte;

			if (byte == CELL_NO_BYTE || !span_holds(span, byte) ||
			    byte >= least)
				continue;
			least = byte;
			grid->cursor_row = row;
			grid->cursor_column = column;
		}
	return least != SIZE_MAX;
}

static struct highlights
highlights_of(const struct reader *reader, const struct app *app)
{
	return (struct highlights){
		.mentions = reader->analysis == NULL ? NULL
		    : &reader->analysis->mentions,
		.dates    = reader->analysis == NULL ? NULL
		    : &reader->analysis->dates,
		.only     = app->only,
		.focus    = span_is_empty(reader->selection.span)
		    ? reader->focus : NO_FOCUS,
		.needle   = reader->search.needle,
		.hit      = reader->search.hit,
		.selected = reader->selection.span,
	};
}

static void
draw_highlights(const struct reader *reader, const struct app *app,
    struct grid *grid, struct box box)
{
	const struct buffer *text       = &reader->article->text;
	struct highlights    highlights = highlights_of(reader,
	    app);
	struct span          shown      = page_span(&reader->page);
	struct styles        styles     = styles_of(&highlights, text->at,
	    text->count, shown);

	styles_paint_box(&styles, grid, box);
	array_free(&styles);
	if (put_cursor(grid, box, selection_moving(&reader->selection,
	    text)))
		return;
	if (highlights.mentions != NULL && reader->focus != NO_FOCUS &&
	    put_cursor(grid, box, highlights.mentions->at[reader->focus].span))
		return;
	if (put_cursor(grid, box, highlights.hit) ||
	    put_cursor(grid, box, reader->spot))
		return;
	put_cursor(grid, box, shown);
}

void
reader_draw(struct view *view, struct app *app, struct grid *grid,
    struct box box)
{
	struct reader *reader = (struct reader *)view;
	size_t         width;

	if (box.rows >= LEGEND_FROM)
		legend_draw(app, grid, box.row + --box.rows);
	if (box.rows == 0)
		return;
	if (reader->article->parts.count == 0) {
		draw_empty(reader, app, grid, box);
		return;
	}
	width = set_layout(reader, app, box);
	page_draw(&reader->page, grid, box, width);
	draw_highlights(reader, app, grid, box);
}

static void
add(struct app *app, struct buffer *out, enum message message,
    const struct argument *arguments, size_t count)
{
	if (out->count > 0)
		buffer_add_string(out, "\n");
	message_write(app->options->language, message, arguments, count, out);
}

static void
add_query(const struct reader *reader, struct app *app, struct buffer *out)
{
	char           *query = memory_string(reader->search.query.at,
	    reader->search.query.count);
	struct argument value = { query, 0 };

	add(app, out, MESSAGE_HITS_NONE, &value, 1);
	free(query);
}

static void
add_hits(struct reader *reader, struct app *app, struct buffer *out)
{
	bool   all;
	size_t total  = search_total(&reader->search, reader->article, &all);
	size_t number = search_number(&reader->search, reader->article);
	struct argument hits[2] = { { .number = number }, { .number = total } };

	if (reader->search.needle == NULL)
		return;
	if (number > 0)
		add(app, out, MESSAGE_HIT_OF, hits, 2);
	else if (all && total == 0)
		add_query(reader, app, out);
}

void
reader_title(const struct reader *reader, struct buffer *title)
{
	const struct article *article = reader->article;
	struct span           name    = article_title(article);

	/* A headline may be a paragraph of any length. */
	if (span_size(name) > TITLE_MOST)
		name.end = utf8_start(article->text.at,
		    name.start + TITLE_MOST);
	if (span_is_empty(name))
		buffer_add_string(title, article->name);
	else
		buffer_add(title, article->text.at + name.start,
		    span_size(name));
}

static bool
status(struct view *view, struct app *app, struct buffer *title,
    struct buffer *place)
{
	struct reader  *reader = (struct reader *)view;
	struct argument percent;
	struct argument pages[2] = { { 0 } };
	struct argument help     = { "?", 0 };

	percent = (struct argument){ .number = progress_percent(&reader->page,
	    reader->article) };
	progress_pages(&reader->progress, &reader->page, reader->article,
	    &pages[0].number, &pages[1].number);
	reader_title(reader, title);
	add_hits(reader, app, place);
	if (reader_awaits(reader) || reader_is_reading(reader))
		add(app, place, reader_awaits(reader) ? MESSAGE_WAITING
		    : MESSAGE_READING, NULL, 0);
	if (reader->article->parts.count > 0 || reader->article->complete)
		add(app, place, MESSAGE_PERCENT, &percent, 1);
	if (reader->progress.rows > 0)
		add(app, place, MESSAGE_PAGE_OF, pages, 2);
	if (!reader->obeyed && app->views.count == 1)
		add(app, place, MESSAGE_KEY_FOR_HELP, &help, 1);
	return true;
}

static void
reader_free(struct view *view)
{
	struct reader *reader = (struct reader *)view;

	search_clear(&reader->search);
	search_clear(&reader->searched);
	progress_free(&reader->progress);
	array_free(&reader->marks);
	blocks_free(reader->blocks);
	analysis_free(reader->analysis);
	article_free(reader->article);
	free(reader);
}

static const struct view_kind reader_kind = {
	.name   = "reader",
	.draw   = reader_draw,
	.run    = reader_run,
	.work   = reader_work,
	.status = status,
	.free   = reader_free,
	.answer = reader_answer,
};

struct view *
reader_new(struct app *app, struct article *article)
{
	struct reader *reader = memory_new(1, sizeof *reader);

	reader->view.kind = &reader_kind;
	reader->article = article;
	reader->blocks = blocks_new(article, app->options->language);
	reader->page.blocks = reader->blocks;
	reader->focus = NO_FOCUS;
	reader->goal = GOAL_NONE;
	reader->asked = COMMAND_NONE;
	reader_tell_oddities(reader, app);
	return &reader->view;
}

bool
view_is_reader(const struct view *view)
{
	return view != NULL && view->kind == &reader_kind;
}
