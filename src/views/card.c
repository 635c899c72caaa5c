/* card.c: the box that tells what is known of the mention one is at. It
 * lies over the half of the article that the mention is not in. */
#include "views/card.h"

#include "views/facts.h"
#include "views/names.h"
#include "views/names_rows.h"
#include "views/reader_commands.h"

struct card {
	struct view    view;
	struct reader *reader;          /* lent */
	size_t         top;             /* rows above the first one shown … */
	struct span    spot;            /* … of this mention's card */
};

enum {
	GAP         = 2,        /* columns between a label and its value */
	VALUE_LEAST = 16,       /* columns; with fewer, values stand below */
	ROWS_LEAST  = 4,        /* of the box, however small the screen */
	ARTICLE     = 3         /* rows of the article that stay in sight */
};

static size_t
widest(const struct lines *lines)
{
	size_t columns = 0;

	for (size_t i = 0; i < lines->count; i++)
		if (lines->at[i].columns > columns)
			columns = lines->at[i].columns;
	return columns;
}

/* The columns of the labels, the gap among them; 0 when the values stand
 * below. */
static size_t
label_columns(const struct app *app, const struct facts *facts,
    size_t columns)
{
	struct layout_options label = app_label_options(app);
	size_t                most  = 0;

	label.width = columns > 0 ? columns : 1;
	for (size_t i = 0; i < facts->count; i++) {
		const char  *text  = facts->at[i].label;
		struct lines lines = layout_label(text, strlen(text),
		    ROLE_DIMMED, &label);

		if (widest(&lines) > most)
			most = widest(&lines);
		lines_free(&lines);
	}
	most += GAP;
	return most + VALUE_LEAST <= columns ? most : 0;
}

/* A fact as it is set in the columns of a box. */
struct entry {
	struct strip label;             /* of the fact's first row */
	struct strip value;             /* of the value's first row */
	struct lines lines;             /* the value's */
	size_t       rows;
};

/* Its strips are those of row 0. The caller frees the lines. */
static struct entry
entry_of(const struct app *app, const struct fact *fact, struct box box,
    size_t labels)
{
	struct layout_options value = app_label_options(app);
	enum direction        base  = value.base;
	struct strip          strip = { 0, box.column, box.columns };
	struct entry          entry;

	strip_cut(&strip, 1, DIRECTION_LTR);
	strip_cut(&strip, 1, DIRECTION_RTL);
	entry.label = strip;
	if (labels > 0) {
		entry.label = strip_cut(&strip, labels, base);
		strip_cut_end(&entry.label, GAP, base);
	} else
		strip_cut(&strip, GAP, base);
	value.width = strip.columns > 0 ? strip.columns : 1;
	value.base = DIRECTION_AUTO;
	entry.lines = layout_paragraph(fact->value.at,
	    span_of(0, fact->value.count), NULL, &value);
	entry.value = strip_cut(&strip, widest(&entry.lines), base);
	entry.value.row = labels == 0;
	entry.rows = entry.lines.count + (labels == 0);
	return entry;
}

/* Draws a fact, of which `hidden` rows lie above the box, as far as the box
 * reaches; returns the rows of the box it takes. */
static size_t
draw_fact(const struct app *app, struct grid *grid, const struct fact *fact,
    struct box box, size_t hidden, size_t labels)
{
	struct layout_options label = app_label_options(app);
	struct entry          entry = entry_of(app, fact, box, labels);
	size_t                rows  = entry.rows;

	for (size_t i = hidden; i < rows && i < hidden + box.rows; i++) {
		size_t row = box.row + i - hidden;

		entry.label.row = row;
		if (i == 0)
			label_put(grid, &entry.label, fact->label,
			    strlen(fact->label), ROLE_DIMMED, &label);
		if (i >= entry.value.row)
			grid_put_line(grid, row, entry.value.left,
			    entry.value.columns,
			    &entry.lines.at[i - entry.value.row]);
	}
	lines_free(&entry.lines);
	return rows - hidden < box.rows ? rows - hidden : box.rows;
}

/* The rows a fact takes. */
static size_t
rows_of(const struct app *app, const struct fact *fact, struct box box,
    size_t labels)
{
	struct entry entry = entry_of(app, fact, box, labels);

	lines_free(&entry.lines);
	return entry.rows;
}

/* The rows of the facts, without the last one: what keys there are, which is
 * always shown. */
static size_t
rows_of_all(const struct app *app, const struct facts *facts, struct box box,
    size_t labels)
{
	size_t rows = 0;

	for (size_t i = 0; i + 1 < facts->count; i++)
		rows += rows_of(app, &facts->at[i], box, labels);
	return rows;
}

/* The part of `box` that the card takes, of at most `rows` rows: below the
 * cursor, or above it with a bar between it and the article. */
static struct box
place(struct grid *grid, struct box box, size_t rows)
{
	struct box card = box;
	size_t     most = box.rows > ROWS_LEAST + ARTICLE
	    ? box.rows - ARTICLE : box.rows;

	card.rows = rows < most ? rows : most;
	if (grid->cursor_row < box.row + box.rows - card.rows)
		card.row = box.row + box.rows - card.rows;
	else if (card.rows < box.rows)
		grid_fill_row(grid, card.row + card.rows, ROLE_STATUS);
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

/* A bar, which becomes a row less of the box. */
static void
draw_title(const struct card *card, const struct app *app, struct grid *grid,
    struct box *box)
{
	struct layout_options label = app_label_options(app);
	struct strip          strip = { box->row, box->column, box->columns };
	const char           *title = app_text(app, title_of(card->reader));

	if (box->rows <= 2)
		return;
	grid_fill_row(grid, box->row, ROLE_STATUS);
	strip_cut(&strip, 1, label.base);
	label_put(grid, &strip, title, strlen(title), ROLE_STATUS, &label);
	box->row++;
	box->rows--;
}

static void
draw_more(const struct app *app, struct grid *grid, size_t row,
    struct box box)
{
	struct layout_options label = app_label_options(app);
	struct strip          strip = { row, box.column, box.columns };
	const char           *text  = app_text(app, MESSAGE_CARD_MORE);

	grid_fill_row(grid, row, ROLE_TEXT);
	strip_cut(&strip, 1, label.base);
	label_put(grid, &strip, text, strlen(text), ROLE_DIMMED, &label);
}

/* All facts but the last, of `all` rows, from the row the reader scrolled
 * to. */
static void
draw_facts(const struct card *card, const struct app *app, struct grid *grid,
    const struct facts *facts, struct box box, size_t all, size_t labels)
{
	struct box rest   = box;
	size_t     hidden = card->top;

	for (size_t i = 0; i + 1 < facts->count; i++) {
		size_t rows = rows_of(app, &facts->at[i], box, labels);

		if (hidden >= rows) {
			hidden -= rows;
			continue;
		}
		rows = draw_fact(app, grid, &facts->at[i], rest, hidden,
		    labels);
		hidden = 0;
		rest.row += rows;
		rest.rows -= rows;
	}
	if (box.rows > 1 && card->top + box.rows < all)
		draw_more(app, grid, box.row + box.rows - 1, box);
}

/* Another mention's card begins at its top; of this one the last row is
 * seen. */
static void
fit(struct card *card, size_t rows, size_t all)
{
	if (!span_same(card->spot, card->reader->spot))
		card->top = 0;
	card->spot = card->reader->spot;
	if (card->top + rows > all)
		card->top = all > rows ? all - rows : 0;
}

static void
draw(struct view *view, struct app *app, struct grid *grid, struct box box)
{
	struct card  *card   = (struct card *)view;
	struct facts  facts  = facts_of(card->reader, app);
	size_t        labels = label_columns(app, &facts, box.columns > 2
	    ? box.columns - 2 : 0);
	const struct fact *keys = &facts.at[facts.count - 1];
	size_t        last   = rows_of(app, keys, box, labels);
	size_t        all    = rows_of_all(app, &facts, box, labels);
	struct box    inner;

	reader_draw(&card->reader->view, app, grid, box);
	inner = place(grid, box, 1 + all + last);
	for (size_t i = 0; i < inner.rows; i++)
		grid_fill_row(grid, inner.row + i, ROLE_TEXT);
	draw_title(card, app, grid, &inner);
	if (inner.rows > last) {
		struct box below = inner;

		inner.rows -= last;
		below.row += inner.rows;
		below.rows = last;
		draw_fact(app, grid, keys, below, 0, labels);
	}
	fit(card, inner.rows, all);
	draw_facts(card, app, grid, &facts, inner, all, labels);
	facts_free(&facts);
}

/* Up and down among more facts than there is room for. */
static bool
scroll(struct card *card, bool down)
{
	if (down)
		card->top++;
	else if (card->top > 0)
		card->top--;
	return true;
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
	struct card   *card   = (struct card *)view;
	struct reader *reader = card->reader;

	switch (command) {
	case COMMAND_LINE_DOWN:
	case COMMAND_LINE_UP:
		return scroll(card, command == COMMAND_LINE_DOWN);
	case COMMAND_ENTITY_NEXT:
		reader_entity_next(reader, app, count);
		return true;
	case COMMAND_ENTITY_PREVIOUS:
		reader_entity_previous(reader, app, count);
		return true;
	case COMMAND_ENTITY_SAME:
		reader_entity_same(reader, app, count);
		return true;
	case COMMAND_SELECT:
		app_pop(app);
		reader_select(reader, app, count);
		return true;
	case COMMAND_CORRECT_SAME:
		ask_same(reader, app);
		return true;
	case COMMAND_ENTITY_INFO:
	case COMMAND_OPEN:
		app_pop(app);
		return true;
	default:
		return reader_correct(reader, app, command);
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

static bool
status(struct view *view, struct app *app, struct buffer *title,
    struct buffer *place_out)
{
	struct view *reader = &((struct card *)view)->reader->view;

	return reader->kind->status(reader, app, title, place_out);
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
	.keys     = KEYS_OF_CARD,
};

struct view *
card_new(struct reader *reader)
{
	struct card *card = memory_new(1, sizeof *card);

	card->view.kind = &card_kind;
	card->reader = reader;
	return &card->view;
}
