/* card.c: the box that tells what is known of the mention one is at. It
 * lies over the half of the article that the mention is not in. */
#include "views/card.h"

#include "language/calendar.h"
#include "views/legend.h"
#include "views/list.h"
#include "views/styles.h"

struct card {
	struct view    view;
	struct reader *reader;          /* lent */
};

/* One thing known: what it is, and its value in lines. */
struct fact {
	const char   *label;            /* static */
	struct buffer value;
};

struct facts ARRAY_OF(struct fact);

enum { LABEL_COLUMNS = 22, VALUE_LEAST = 16, FORMS_MOST = 12, AROUND = 80 };

static const enum message needs[] = {
	[ANCHOR_NONE]    = MESSAGE_CARD_UNRESOLVED,
	[ANCHOR_DAY]     = MESSAGE_CARD_NEEDS_DAY,
	[ANCHOR_YEAR]    = MESSAGE_CARD_NEEDS_YEAR,
	[ANCHOR_CONTEXT] = MESSAGE_CARD_NEEDS_CONTEXT,
};

static const struct mention *
mention_of(const struct card *card)
{
	return &card->reader->analysis->mentions.at[card->reader->focus];
}

static void
add(const struct app *app, struct facts *facts, enum message label,
    const char *value, size_t size)
{
	struct fact fact = { app_text(app, label), { 0 } };

	buffer_add(&fact.value, value, size);
	array_add(facts, fact);
}

static void
add_string(const struct app *app, struct facts *facts, enum message label,
    const char *value)
{
	add(app, facts, label, value, strlen(value));
}

/* Appends `part` to a list of values, unless it is there already. */
static void
add_to_list(struct buffer *list, const char *part, size_t size)
{
	static const char comma[] = "، ";
	size_t            start   = 0;

	for (size_t i = 0; i <= list->count; i++) {
		bool ends = i == list->count ||
		    (i + 3 <= list->count && memcmp(list->at + i, comma, 3)
		    == 0);

		if (!ends)
			continue;
		if (i - start == size && size > 0 &&
		    memcmp(list->at + start, part, size) == 0)
			return;
		start = i + 3;
	}
	if (list->count > 0)
		buffer_add(list, comma, 3);
	buffer_add(list, part, size);
}

/* How often it is mentioned, and in what forms. */
static size_t
gather(const struct card *card, struct buffer *forms)
{
	const struct reader   *reader   = card->reader;
	const struct mentions *mentions = &reader->analysis->mentions;
	const char            *text     = reader->article->text.at;
	size_t                 count    = 0;
	size_t                 listed   = 0;

	for (size_t i = 0; i < mentions->count; i++) {
		struct span span = mentions->at[i].span;

		if (!reader_same(reader, i, reader->focus))
			continue;
		count++;
		if (listed++ < FORMS_MOST)
			add_to_list(forms, text + span.start, span_size(span));
	}
	return count;
}

static void
add_count(const struct app *app, struct facts *facts, size_t count)
{
	struct argument value    = { .number = count };
	struct buffer   sentence = { 0 };

	message_write(app->options->language, MESSAGE_TIMES, &value, 1,
	    &sentence);
	add(app, facts, MESSAGE_CARD_MENTIONS, sentence.at, sentence.count);
	array_free(&sentence);
}

/* The month in the systems of other countries. */
static void
add_months(const struct app *app, struct facts *facts, int month)
{
	struct buffer names = { 0 };

	for (int system = 0; system < MONTHS_HIJRI; system++) {
		const char *name = month_name((enum month_system)system,
		    month);

		add_to_list(&names, name, strlen(name));
	}
	add(app, facts, MESSAGE_CARD_MONTHS, names.at, names.count);
	array_free(&names);
}

static void
add_hijri(const struct app *app, struct facts *facts, const char *iso)
{
	struct day day;
	char       text[96];
	int        year;
	int        month;
	int        of_month;

	if (strlen(iso) != strlen("2024-01-31") || !day_parse(iso, &day) ||
	    !hijri_of_day(day, &year, &month, &of_month))
		return;
	snprintf(text, sizeof text, "%d %s %d", of_month,
	    month_name(MONTHS_HIJRI, month), year);
	add_string(app, facts, MESSAGE_CARD_HIJRI, text);
}

static void
add_date(const struct app *app, struct facts *facts, const struct date *date)
{
	if (date->iso[0] != '\0') {
		add_string(app, facts, MESSAGE_CARD_VALUE, date->iso);
		add_hijri(app, facts, date->iso);
	} else {
		add_string(app, facts, MESSAGE_CARD_VALUE,
		    date->partial[0] != '\0' ? date->partial
		    : app_text(app, MESSAGE_CARD_UNRESOLVED));
		if (date->missing != ANCHOR_NONE)
			add_string(app, facts, MESSAGE_CARD_MISSING,
			    app_text(app, needs[date->missing]));
	}
	if (date->relative)
		add_string(app, facts, MESSAGE_CARD_COUNTED,
		    app_text(app, MESSAGE_CARD_RELATIVE));
	if (date->month > 0 && !date->hijri)
		add_months(app, facts, date->month);
}

/* The first byte from `byte` on that ends a word. */
static size_t
space_from(const struct article *article, size_t byte)
{
	while (byte < article->text.count &&
	    article->text.at[byte] != ' ' && article->text.at[byte] != '\n')
		byte++;
	return byte;
}

/* The words around the first mention of the same. */
static void
add_first(const struct card *card, const struct app *app,
    struct facts *facts)
{
	const struct reader  *reader  = card->reader;
	const struct article *article = reader->article;
	size_t                first   = 0;
	struct span           name;
	struct span           around;

	while (!reader_same(reader, first, reader->focus))
		first++;
	name = reader->analysis->mentions.at[first].span;
	around = article->parts.at[article_part_at(article,
	    name.start)].span;
	if (name.start > around.start + AROUND)
		around.start = space_from(article, name.start - AROUND);
	if (around.end > name.end + AROUND)
		around.end = space_from(article, name.end + AROUND);
	add(app, facts, MESSAGE_CARD_FIRST, article->text.at + around.start,
	    span_size(span_common(around, span_of(0, article->text.count))));
}

/* All that is known of the mention, one fact after another. */
static struct facts
facts_of(const struct card *card, const struct app *app)
{
	const struct analysis *analysis = card->reader->analysis;
	const struct mention  *mention  = mention_of(card);
	struct facts           facts    = { 0 };
	struct buffer          forms    = { 0 };
	size_t                 count    = gather(card, &forms);

	add_string(app, &facts, MESSAGE_CARD_KIND,
	    kind_name(app, mention->kind));
	if (mention->entity != NONE)
		add_string(app, &facts, MESSAGE_CARD_NAME,
		    analysis->entities->at[mention->entity].name);
	if (mention->date != NONE)
		add_date(app, &facts, &analysis->dates.at[mention->date]);
	add_count(app, &facts, count);
	add(app, &facts, MESSAGE_CARD_FORMS, forms.at, forms.count);
	add_first(card, app, &facts);
	array_free(&forms);
	return facts;
}

static void
facts_free(struct facts *facts)
{
	for (size_t i = 0; i < facts->count; i++)
		array_free(&facts->at[i].value);
	array_free(facts);
}

/* Draws a fact from row `row` on, `rows` at most; returns how many it
 * took. With no grid it only counts. */
static size_t
draw_fact(const struct app *app, struct grid *grid, const struct fact *fact,
    struct box box, size_t row)
{
	struct layout_options label = app_label_options(app);
	struct layout_options value = label;
	struct strip          strip = { row, box.column, box.columns };
	struct strip          left;
	struct lines          lines;
	size_t                rows;

	strip_cut(&strip, 1, DIRECTION_LTR);
	strip_cut(&strip, 1, DIRECTION_RTL);
	left = strip_cut(&strip, strip.columns > LABEL_COLUMNS + VALUE_LEAST
	    ? LABEL_COLUMNS : strip.columns / 3, label.base);
	value.width = strip.columns > 0 ? strip.columns : 1;
	value.base = DIRECTION_AUTO;
	lines = layout_paragraph(fact->value.at,
	    span_of(0, fact->value.count), NULL, &value);
	rows = lines.count;
	for (size_t i = 0; grid != NULL && i < rows &&
	    row + i < box.row + box.rows; i++)
		grid_put_line(grid, row + i, strip.left, strip.columns,
		    &lines.at[i]);
	if (grid != NULL && row < box.row + box.rows)
		label_put(grid, &left, fact->label, strlen(fact->label),
		    ROLE_DIMMED, &label);
	lines_free(&lines);
	return rows;
}

/* The part of `box` that the card takes: below the cursor or above it. */
static struct box
place(const struct app *app, const struct grid *grid,
    const struct facts *facts, struct box box)
{
	size_t rows = 1;
	struct box card = box;

	for (size_t i = 0; i < facts->count; i++)
		rows += draw_fact(app, NULL, &facts->at[i], box, 0);
	card.rows = rows < box.rows ? rows : box.rows;
	if (grid->cursor_row < box.row + box.rows - card.rows)
		card.row = box.row + box.rows - card.rows;
	return card;
}

static void
draw(struct view *view, struct app *app, struct grid *grid, struct box box)
{
	struct card  *card  = (struct card *)view;
	struct facts  facts = facts_of(card, app);
	struct box    inner;
	size_t        row;

	reader_draw(&card->reader->view, app, grid, box);
	inner = place(app, grid, &facts, box);
	for (size_t i = 0; i < inner.rows; i++)
		grid_fill_row(grid, inner.row + i, ROLE_TEXT);
	list_title(app, grid, &inner, app_text(app, MESSAGE_CARD_GUESS));
	row = inner.row;
	for (size_t i = 0; i < facts.count && row < inner.row + inner.rows;
	    i++)
		row += draw_fact(app, grid, &facts.at[i], inner, row);
	facts_free(&facts);
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
	case COMMAND_ENTITY_INFO:
	case COMMAND_OPEN:
		app_pop(app);
		return true;
	default:
		return false;
	}
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
	.name   = "card",
	.draw   = draw,
	.run    = run,
	.work   = work,
	.status = status,
	.free   = card_free,
};

struct view *
card_new(struct reader *reader)
{
	struct card *card = memory_new(1, sizeof *card);

	card->view.kind = &card_kind;
	card->reader = reader;
	return &card->view;
}
