/* card.c: the box that tells what is known of the mention one is at. It
 * lies over the half of the article that the mention is not in. */
#include "views/card.h"

#include "views/facts.h"
#include "views/list.h"
#include "views/names.h"
#include "views/reader_commands.h"

struct card {
	struct view    view;
	struct reader *reader;          /* lent */
};

enum { LABEL_COLUMNS = 22, VALUE_LEAST = 16 };

static size_t
widest(const struct lines *lines)
{
	size_t columns = 0;

	for (size_t i = 0; i < lines->count; i++)
		if (lines->at[i].columns > columns)
			columns = lines->at[i].columns;
	return columns;
}

/* Takes the columns of the labels off the strip, which keeps those of the
 * values. */
static struct strip
cut_label(struct strip *strip, enum direction base)
{
	strip_cut(strip, 1, DIRECTION_LTR);
	strip_cut(strip, 1, DIRECTION_RTL);
	return strip_cut(strip, strip->columns > LABEL_COLUMNS + VALUE_LEAST
	    ? LABEL_COLUMNS : strip->columns / 3, base);
}

static struct lines
lines_of(const struct fact *fact, size_t width,
    const struct layout_options *label)
{
	struct layout_options value = *label;

	value.width = width > 0 ? width : 1;
	value.base = DIRECTION_AUTO;
	return layout_paragraph(fact->value.at,
	    span_of(0, fact->value.count), NULL, &value);
}

/* The rows a fact takes in `box`. */
static size_t
rows_of(const struct app *app, const struct fact *fact, struct box box)
{
	struct layout_options label = app_label_options(app);
	struct strip          strip = { 0, box.column, box.columns };
	struct lines          lines;
	size_t                rows;

	cut_label(&strip, label.base);
	lines = lines_of(fact, strip.columns, &label);
	rows = lines.count;
	lines_free(&lines);
	return rows;
}

/* Draws a fact from row `row` of the grid on, as far as `box` reaches. */
static void
draw_fact(const struct app *app, struct grid *grid, const struct fact *fact,
    struct box box, size_t row)
{
	struct layout_options label = app_label_options(app);
	struct strip          value = { row, box.column, box.columns };
	struct strip          name  = cut_label(&value, label.base);
	struct lines          lines = lines_of(fact, value.columns, &label);

	value = strip_cut(&value, widest(&lines), label.base);
	label_put(grid, &name, fact->label, strlen(fact->label), ROLE_DIMMED,
	    &label);
	for (size_t i = 0; i < lines.count && row + i < box.row + box.rows;
	    i++)
		grid_put_line(grid, row + i, value.left, value.columns,
		    &lines.at[i]);
	lines_free(&lines);
}

/* The part of `box` that the card takes: below the cursor or above it. */
static struct box
place(const struct app *app, const struct grid *grid,
    const struct facts *facts, struct box box)
{
	struct box card = box;
	size_t     rows = 1;

	for (size_t i = 0; i < facts->count; i++)
		rows += rows_of(app, &facts->at[i], box);
	card.rows = rows < box.rows ? rows : box.rows;
	if (grid->cursor_row < box.row + box.rows - card.rows)
		card.row = box.row + box.rows - card.rows;
	return card;
}

/* Guesses and what the reader said are told apart. */
static enum message
title_of(const struct reader *reader)
{
	if (reader->focus == NO_FOCUS)
		return MESSAGE_CARD_UNMARKED;
	return reader->analysis->mentions.at[reader->focus].finder ==
	    FOUND_BY_READER ? MESSAGE_CARD_CONFIRMED : MESSAGE_CARD_GUESS;
}

static void
draw(struct view *view, struct app *app, struct grid *grid, struct box box)
{
	struct card  *card  = (struct card *)view;
	struct facts  facts = facts_of(card->reader, app);
	struct box    inner;
	size_t        row;

	reader_draw(&card->reader->view, app, grid, box);
	inner = place(app, grid, &facts, box);
	for (size_t i = 0; i < inner.rows; i++)
		grid_fill_row(grid, inner.row + i, ROLE_TEXT);
	list_title(app, grid, &inner, app_text(app, title_of(card->reader)));
	row = inner.row;
	for (size_t i = 0; i < facts.count && row < inner.row + inner.rows;
	    i++) {
		draw_fact(app, grid, &facts.at[i], inner, row);
		row += rows_of(app, &facts.at[i], inner);
	}
	facts_free(&facts);
}

/* A list of those it can be the same as. */
static void
ask_same(struct reader *reader, struct app *app)
{
	if (reader->focus == NO_FOCUS)
		app_say(app, MESSAGE_NAME_WANTED);
	else if (!names_has_others(reader))
		app_say(app, MESSAGE_CORRECTION_NO_OTHER);
	else
		app_push(app, names_new_same(reader));
}

static bool
run(struct view *view, struct app *app, enum command command, size_t count)
{
	struct card *card = (struct card *)view;

	switch (command) {
	case COMMAND_ENTITY_NEXT:
		reader_entity_next(card->reader, app, count);
		return true;
	case COMMAND_ENTITY_PREVIOUS:
		reader_entity_previous(card->reader, app, count);
		return true;
	case COMMAND_ENTITY_SAME:
		reader_entity_same(card->reader, app, count);
		return true;
	case COMMAND_CORRECT_SAME:
		ask_same(card->reader, app);
		return true;
	case COMMAND_ENTITY_INFO:
	case COMMAND_OPEN:
		app_pop(app);
		return true;
	default:
		return reader_correct(card->reader, app, command);
	}
}

static void
answer(struct view *view, struct app *app, enum prompt_answer answered)
{
	if (answered == PROMPT_ACCEPTED)
		reader_kind_answer(((struct card *)view)->reader, app);
}

static bool
work(struct view *view, struct app *app)
{
	return reader_work(&((struct card *)view)->reader->view, app);
}

static void
status(struct view *view, struct app *app, struct buffer *title,
    struct buffer *place_out)
{
	struct view *reader = &((struct card *)view)->reader->view;

	reader->kind->status(reader, app, title, place_out);
}

static void
card_free(struct view *view)
{
	free(view);
}

static const struct view_kind card_kind = {
	.name     = "card",
	.draw     = draw,
	.run      = run,
	.work     = work,
	.status   = status,
	.free     = card_free,
	.answer   = answer,
	.corrects = true,
};

struct view *
card_new(struct reader *reader)
{
	struct card *card = memory_new(1, sizeof *card);

	card->view.kind = &card_kind;
	card->reader = reader;
	return &card->view;
}
