/* reader_select.c: the view that lies over the reader while words of the
 * article are selected: to mark them as a name, or to copy them. */
#include "views/reader_commands.h"

enum { COPY_MOST = 64 << 10 };          /* bytes; xterm takes some more */

struct select {
	struct view    view;
	struct reader *reader;          /* lent */
};

/* Where it begins: at what the reader is at, if that is on the screen, which
 * is then held; else at the first word there. */
static struct selection
first_selection(struct reader *reader)
{
	struct span shown   = page_span(&reader->page);
	struct span spans[] = { reader->search.hit, reader->spot };

	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
		if (!span_is_empty(spans[i]) && span_overlaps(spans[i], shown))
			return (struct selection){ spans[i], true, false };
	return (struct selection){
	    word_from(&reader->article->text, shown.start), false, false };
}

static void
reveal(struct reader *reader)
{
	page_reveal(&reader->page, selection_moving(&reader->selection,
	    &reader->article->text).start);
}

/* Moves on or back by so many words or letters. */
static void
move(struct reader *reader, struct app *app, selection_mover *by, bool on,
    size_t count)
{
	reader_read_ahead(reader, app, 0);
	do
		if (!by(&reader->selection, &reader->article->text, on))
			break;
	while (count-- > 1);
	reveal(reader);
}

/* Whether the line that the moving end is in runs from right to left. */
static bool
runs_left(const struct reader *reader)
{
	return reader_runs_left(reader, selection_moving(&reader->selection,
	    &reader->article->text).start);
}

/* The byte of the cell of `row` nearest to `column` that stands for one. */
static size_t
byte_near(const struct grid *grid, size_t row, size_t column)
{
	for (size_t off = 0; off < grid->columns; off++) {
		size_t right = column + off;

		if (off <= column &&
		    grid_cell(grid, row, column - off)->byte != CELL_NO_BYTE)
			return grid_cell(grid, row, column - off)->byte;
		if (right < grid->columns &&
		    grid_cell(grid, row, right)->byte != CELL_NO_BYTE)
			return grid_cell(grid, row, right)->byte;
	}
	return CELL_NO_BYTE;
}

/* The byte under the cursor's column in the next row down or up that has
 * text. */
static size_t
byte_of_line(const struct reader *reader, const struct grid *grid, bool down)
{
	size_t row  = grid->cursor_row;
	size_t byte = CELL_NO_BYTE;

	while (byte == CELL_NO_BYTE && (down ? row + 1 < reader->page.rows
	    : row > 0)) {
		row = down ? row + 1 : row - 1;
		byte = byte_near(grid, row, grid->cursor_column);
	}
	return byte;
}

/* Lines down or up, each as near to the column as there is text. At the edge
 * of the screen the page moves. */
static void
move_lines(struct reader *reader, struct app *app, bool down, size_t count)
{
	const struct buffer *text = &reader->article->text;

	reader_read_ahead(reader, app, 0);
	do {
		size_t byte = byte_of_line(reader, app->grid, down);

		if (byte == CELL_NO_BYTE &&
		    page_scroll(&reader->page, down ? 2 : -2)) {
			app_draw(app);
			byte = byte_of_line(reader, app->grid, down);
		}
		if (byte == CELL_NO_BYTE)
			return;
		selection_reach(&reader->selection, text,
		    word_from(text, byte));
		app_draw(app);
	} while (count-- > 1);
}

static void
ask_kind(struct reader *reader, struct app *app)
{
	const struct parts *parts = &reader->article->parts;
	struct span         span  = reader->selection.span;

	if (article_part_at(reader->article, span.start) >= parts->count ||
	    article_part_at(reader->article, span.start) !=
	    article_part_at(reader->article, span.end - 1))
		app_say(app, MESSAGE_CORRECTION_NO_NAME);
	else
		app_ask(app, PROMPT_KEY, MESSAGE_CORRECTION_KIND_WANTED);
}

/* The text as it is in the article, in its own order and letters. Only where
 * the reader wants it: what is on the clipboard is not ours to change by a
 * key that was meant for something else. */
static void
copy(struct reader *reader, struct app *app)
{
	struct span span = reader->selection.span;

	if (!app->options->clipboard || span_size(span) > COPY_MOST) {
		app_say(app, app->options->clipboard ? MESSAGE_COPY_TOO_LONG
		    : MESSAGE_COPIES_NOT);
		return;
	}
	app->copied.count = 0;
	buffer_add(&app->copied, reader->article->text.at + span.start,
	    span_size(span));
	app->wish = WISH_COPY;
	app_pop_above(app, &reader->view);
}

static bool
run(struct view *view, struct app *app, enum command command, size_t count)
{
	struct reader *reader = ((struct select *)view)->reader;

	switch (command) {
	case COMMAND_SELECT_LEFT:
	case COMMAND_SELECT_RIGHT:
		move(reader, app, selection_move, (command ==
		    COMMAND_SELECT_LEFT) == runs_left(reader), count);
		return true;
	case COMMAND_SELECT_NEXT:
	case COMMAND_SELECT_BACK:
	case COMMAND_PAGE_BACK:
		move(reader, app, selection_move,
		    command == COMMAND_SELECT_NEXT, count);
		return true;
	case COMMAND_SELECT_LETTER_LEFT:
	case COMMAND_SELECT_LETTER_RIGHT:
		move(reader, app, selection_move_letter, (command ==
		    COMMAND_SELECT_LETTER_LEFT) == runs_left(reader), count);
		return true;
	case COMMAND_LINE_DOWN:
	case COMMAND_LINE_UP:
		move_lines(reader, app, command == COMMAND_LINE_DOWN, count);
		return true;
	case COMMAND_SELECT:
	case COMMAND_OPEN:
		selection_hold(&reader->selection, &reader->article->text);
		return true;
	case COMMAND_SELECT_OTHER_END:
		reader->selection.held = true;
		reader->selection.front = !reader->selection.front;
		reveal(reader);
		return true;
	case COMMAND_SELECT_MARK:
		ask_kind(reader, app);
		return true;
	case COMMAND_SELECT_COPY:
		copy(reader, app);
		return true;
	default:
		return false;
	}
}

static void
draw(struct view *view, struct app *app, struct grid *grid, struct box box)
{
	reader_draw(&((struct select *)view)->reader->view, app, grid, box);
}

static void
answer(struct view *view, struct app *app, enum prompt_answer answered)
{
	struct reader *reader = ((struct select *)view)->reader;

	if (answered == PROMPT_ACCEPTED && reader_kind_answer(reader, app))
		app_pop_above(app, &reader->view);
}

static bool
work(struct view *view, struct app *app)
{
	return reader_work(&((struct select *)view)->reader->view, app);
}

static bool
status(struct view *view, struct app *app, struct buffer *title,
    struct buffer *place)
{
	const struct reader *reader = ((struct select *)view)->reader;

	(void)place;
	buffer_add_string(title, app_text(app, !reader->selection.held
	    ? MESSAGE_SELECTING_FIRST : app->options->clipboard
	    ? MESSAGE_SELECTING : MESSAGE_SELECTING_ONLY));
	return false;
}

static void
select_free(struct view *view)
{
	((struct select *)view)->reader->selection = (struct selection){
	    { 0, 0 }, false, false };
	free(view);
}

static const struct view_kind select_kind = {
	.name   = "select",
	.draw   = draw,
	.run    = run,
	.work   = work,
	.status = status,
	.free   = select_free,
	.answer = answer,
	.keys   = KEYS_OF_SELECTION,
};

void
reader_select(struct reader *reader, struct app *app, size_t count)
{
	struct select *select;

	(void)count;
	reader->selection = first_selection(reader);
	if (span_is_empty(reader->selection.span))
		return;
	select = memory_new(1, sizeof *select);
	select->view.kind = &select_kind;
	select->reader = reader;
	app_push(app, &select->view);
}
