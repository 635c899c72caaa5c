/* names.c: the view that lists who, where and when, by kind. */
#include "views/names.h"

#include "views/card.h"
#include "views/legend.h"
#include "views/list.h"
#include "views/styles.h"

/* A heading, or all mentions of the same. */
struct name {
	enum kind   kind;
	bool        heading;
	uint32_t    entity;             /* NONE for a date … */
	const char *iso;                /* … whose value this is; lent */
	size_t      first;              /* mention */
	size_t      mentions;           /* of it, or of its kind */
};

struct names {
	struct view    view;
	struct reader *reader;          /* lent */
	struct list    list;
	struct rows ARRAY_OF(struct name) rows;
	size_t         mentions;        /* there were when it was made … */
	size_t         analyses;        /* … in this analysis */
	bool           asks;            /* which is the same as the focus */
};

enum { COUNT_COLUMNS = 10, VALUE_COLUMNS = 22 };

static const struct mentions *
mentions_of(const struct names *names)
{
	static const struct mentions none;

	return names->reader->analysis == NULL ? &none
	    : &names->reader->analysis->mentions;
}

/* Mentions of the same beside one another, in the order of the text. An
 * unresolved date is the same as none. */
static int
compare_same(const void *a, const void *b)
{
	const struct name *one = a;
	const struct name *two = b;
	int                iso = strcmp(one->iso, two->iso);

	if (one->entity != two->entity)
		return one->entity < two->entity ? -1 : 1;
	if (iso != 0)
		return iso;
	return one->first < two->first ? -1 : one->first > two->first;
}

static bool
is_same(const struct name *one, const struct name *two)
{
	return one->entity == two->entity && strcmp(one->iso, two->iso) == 0 &&
	    (one->entity != NONE || one->iso[0] != '\0');
}

/* The most mentioned first, dates as they come in the text. */
static int
compare_rows(const void *a, const void *b)
{
	const struct name *one = a;
	const struct name *two = b;

	if (one->mentions != two->mentions && one->kind != KIND_DATE)
		return one->mentions < two->mentions ? 1 : -1;
	return one->first < two->first ? -1 : one->first > two->first;
}

static struct name
name_of(const struct names *names, size_t i)
{
	const struct analysis *analysis = names->reader->analysis;
	const struct mention  *mention  = &analysis->mentions.at[i];

	return (struct name){
		.kind     = mention->kind,
		.entity   = mention->entity,
		.iso      = mention->date == NONE ? ""
		    : analysis->dates.at[mention->date].iso,
		.first    = i,
		.mentions = 1,
	};
}

static void
sort(struct names *names, size_t first,
    int (*compare)(const void *, const void *))
{
	if (names->rows.count > first)
		qsort(names->rows.at + first, names->rows.count - first,
		    sizeof *names->rows.at, compare);
}

/* Joins the rows from `first` on that are of the same. */
static void
join(struct names *names, size_t first)
{
	struct name *row  = names->rows.at;
	size_t       kept = first;

	for (size_t i = first + 1; i < names->rows.count; i++)
		if (is_same(&row[kept], &row[i]))
			row[kept].mentions++;
		else
			row[++kept] = row[i];
	names->rows.count = kept + 1;
}

/* Whether the mention can be in the list. */
static bool
is_listed(const struct names *names, size_t mention)
{
	const struct reader *reader = names->reader;

	return !names->asks || reader->focus == NO_FOCUS ||
	    (mentions_of(names)->at[mention].kind ==
	    mentions_of(names)->at[reader->focus].kind &&
	    mentions_of(names)->at[mention].entity != NONE &&
	    !reader_same(reader, mention, reader->focus));
}

static void
add_kind(struct names *names, enum kind kind)
{
	const struct mentions *mentions = mentions_of(names);
	size_t                 heading  = names->rows.count;
	size_t                 first    = heading + 1;

	array_add(&names->rows, (struct name){ .kind = kind, .heading = true,
	    .iso = "" });
	for (size_t i = 0; i < mentions->count; i++)
		if (mentions->at[i].kind == kind && is_listed(names, i))
			array_add(&names->rows, name_of(names, i));
	names->rows.at[heading].mentions = names->rows.count - first;
	if (names->rows.count == first) {
		names->rows.count = heading;
		return;
	}
	sort(names, first, compare_same);
	join(names, first);
	sort(names, first, compare_rows);
}

/* While a long article is analysed, the rows are made anew only now and
 * then: when a quarter more names are known. */
static bool
is_current(const struct names *names)
{
	const struct reader *reader = names->reader;
	size_t               known  = mentions_of(names)->count;

	if (names->analyses != reader->analyses)
		return false;
	if (names->mentions == known)
		return true;
	return reader->analysis->parts < reader->article->parts.count &&
	    names->mentions > 0 && known < names->mentions * 5 / 4;
}

/* Names come in while a long article is analysed: the row stays with its
 * name. */
static void
make_rows(struct names *names)
{
	struct list *list = &names->list;
	size_t       here = list->current < names->rows.count
	    ? names->rows.at[list->current].first : 0;
	bool         anew = names->rows.count == 0;

	if (is_current(names))
		return;
	names->mentions = mentions_of(names)->count;
	names->analyses = names->reader->analyses;
	names->rows.count = 0;
	for (int kind = 0; kind < KINDS; kind++)
		add_kind(names, (enum kind)kind);
	list->count = names->rows.count;
	list->current = list->count > 1;
	for (size_t i = 0; !anew && i < names->rows.count; i++)
		if (!names->rows.at[i].heading &&
		    names->rows.at[i].first == here)
			list->current = i;
}

static void
put_number(const struct names *names, const struct app *app,
    struct grid *grid, struct strip *strip, size_t i, enum role role)
{
	struct layout_options label  = app_label_options(app);
	struct argument       value  = {
		.number = names->rows.at[i].mentions };
	struct buffer         count  = { 0 };

	message_write(app->options->language, MESSAGE_TIMES, &value, 1,
	    &count);
	label_put_at_end(grid, strip, count.at, count.count, role, &label);
	array_free(&count);
}

static void
put_text(const struct names *names, const struct app *app, struct grid *grid,
    struct strip *strip, size_t i, enum role role)
{
	struct layout_options  label    = app_label_options(app);
	const struct analysis *analysis = names->reader->analysis;
	const struct mention  *mention;
	const char            *text = names->reader->article->text.at;

	mention = &analysis->mentions.at[names->rows.at[i].first];
	if (mention->entity != NONE) {
		const char *name = analysis->entities->at[mention->entity].name;

		label_put_text(grid, strip, name, strlen(name), role, &label);
		return;
	}
	label_put_text(grid, strip, text + mention->span.start,
	    span_size(mention->span), role, &label);
	if (mention->date != NONE && strip->columns > VALUE_COLUMNS) {
		const char *iso = analysis->dates.at[mention->date].iso;

		strip_cut(strip, 2, label.base);
		label_put(grid, strip, iso, strlen(iso),
		    list_role(&names->list, i, ROLE_DIMMED), &label);
	}
}

static void
draw_row(const struct names *names, const struct app *app, struct grid *grid,
    struct box box, size_t i)
{
	const struct name    *name  = &names->rows.at[i];
	struct layout_options label = app_label_options(app);
	struct strip          strip = list_row(&names->list, app, grid, box, i);
	enum role             role  = role_of_kind(name->kind);
	struct strip          text;

	if (name->heading) {
		const char *kind = kind_plural(app, name->kind);

		label_put(grid, &strip, kind, strlen(kind),
		    list_role(&names->list, i, role), &label);
		put_number(names, app, grid, &strip, i,
		    list_role(&names->list, i, ROLE_DIMMED));
		return;
	}
	strip_cut(&strip, 2, label.base);
	text = strip_cut(&strip, strip.columns > COUNT_COLUMNS
	    ? strip.columns - COUNT_COLUMNS : strip.columns, label.base);
	put_text(names, app, grid, &text, i,
	    list_role(&names->list, i, ROLE_TEXT));
	put_number(names, app, grid, &strip, i,
	    list_role(&names->list, i, ROLE_DIMMED));
}

static void
draw(struct view *view, struct app *app, struct grid *grid, struct box box)
{
	struct names *names = (struct names *)view;

	make_rows(names);
	list_title(app, grid, &box, app_text(app, names->asks
	    ? MESSAGE_SAME_TITLE : MESSAGE_INDEX_TITLE));
	list_fit(&names->list, box.rows);
	for (size_t i = 0; i < list_shown(&names->list); i++)
		draw_row(names, app, grid, box, names->list.top + i);
	if (names->list.count == 0 && box.rows > 0) {
		struct layout_options label = app_label_options(app);
		struct strip strip = { box.row, box.column, box.columns };
		const char  *text  = app_text(app, MESSAGE_NAMES_NONE);

		label_put(grid, &strip, text, strlen(text), ROLE_DIMMED,
		    &label);
	}
}

/* The mention of the current row; of a heading, its kind's first row. */
static bool
current(const struct names *names, size_t *mention)
{
	size_t i = names->list.current;

	while (i < names->rows.count && names->rows.at[i].heading)
		i++;
	if (i >= names->rows.count)
		return false;
	*mention = names->rows.at[i].first;
	return true;
}

/* Enter: goes to the name, or has the reader say it is the same. */
static void
take(struct names *names, struct app *app, size_t mention)
{
	struct reader *reader = names->reader;
	bool           asks   = names->asks;

	app_pop(app);
	if (asks) {
		reader_say_same(reader, app, mention);
		return;
	}
	reader_jump_from_here(reader);
	reader_focus(reader, mention);
}

static bool
run(struct view *view, struct app *app, enum command command, size_t count)
{
	struct names  *names  = (struct names *)view;
	struct reader *reader = names->reader;
	size_t         mention;

	make_rows(names);
	if (list_run(&names->list, command, count))
		return true;
	switch (command) {
	case COMMAND_OPEN:
		if (!current(names, &mention))
			return true;
		take(names, app, mention);
		return true;
	case COMMAND_ENTITY_INFO:
		if (names->asks || !current(names, &mention))
			return true;
		reader_focus(reader, mention);
		app_push(app, card_new(reader));
		return true;
	case COMMAND_ENTITY_INDEX:
		app_pop(app);
		return true;
	default:
		return false;
	}
}

static bool
work(struct view *view, struct app *app)
{
	return reader_work(&((struct names *)view)->reader->view, app);
}

static void
add_reading(const struct app *app, struct buffer *place)
{
	buffer_add_string(place, "\n");
	buffer_add_string(place, app_text(app, MESSAGE_READING));
}

static void
status(struct view *view, struct app *app, struct buffer *title,
    struct buffer *place)
{
	struct names         *names   = (struct names *)view;
	const struct article *article = names->reader->article;

	reader_title(names->reader, title);
	list_place(&names->list, app, place);
	if (names->reader->analysis == NULL ||
	    names->reader->analysis->parts < article->parts.count)
		add_reading(app, place);
}

static void
names_free(struct view *view)
{
	struct names *names = (struct names *)view;

	array_free(&names->rows);
	free(names);
}

static const struct view_kind names_kind = {
	.name   = "names",
	.draw   = draw,
	.run    = run,
	.work   = work,
	.status = status,
	.free   = names_free,
};

struct view *
names_new(struct reader *reader)
{
	struct names *names = memory_new(1, sizeof *names);

	names->view.kind = &names_kind;
	names->reader = reader;
	return &names->view;
}

struct view *
names_new_same(struct reader *reader)
{
	struct view *view = names_new(reader);

	((struct names *)view)->asks = true;
	return view;
}

bool
names_has_others(const struct reader *reader)
{
	const struct mentions *mentions = &reader->analysis->mentions;
	const struct mention  *focus    = &mentions->at[reader->focus];

	for (size_t i = 0; i < mentions->count; i++)
		if (mentions->at[i].kind == focus->kind &&
		    mentions->at[i].entity != NONE &&
		    mentions->at[i].entity != focus->entity)
			return true;
	return false;
}
