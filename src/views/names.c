/* names.c: the view that lists who, where and when, by kind. */
#include "views/names.h"

#include "language/fold.h"
#include "views/card.h"
#include "views/names_inside.h"

static const struct mentions *
mentions_of(const struct names *names)
{
	static const struct mentions none;

	return names->reader->analysis == NULL ? &none
	    : &names->reader->analysis->mentions;
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

static void
fill_rows(struct names *names)
{
	struct names_wanted wanted = { names->only, names->asks, "" };
	struct buffer       folded = { 0 };

	fold_text(names->words.at, names->words.count, &folded);
	array_add(&folded, '\0');
	wanted.words = folded.at;
	names_rows_make(&names->rows, names->reader, &wanted);
	array_free(&folded);
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
	fill_rows(names);
	list->count = names->rows.count;
	list->current = list->count > 1;
	for (size_t i = 0; !anew && i < names->rows.count; i++)
		if (!names->rows.at[i].heading &&
		    names->rows.at[i].first == here)
			list->current = i;
}

/* Whether more may come. */
static bool
is_reading(const struct names *names, const struct app *app)
{
	return !reader_knows_all(names->reader) &&
	    (app->models != NULL || !app->models_tried);
}

static enum message
why_empty(const struct names *names, const struct app *app)
{
	if (is_reading(names, app))
		return MESSAGE_READING;
	return names->words.count > 0 ? MESSAGE_NONE_OF_KIND
	    : MESSAGE_NAMES_NONE;
}

static void
draw(struct view *view, struct app *app, struct grid *grid, struct box box)
{
	struct names *names = (struct names *)view;

	make_rows(names);
	list_title(app, grid, &box, app_text(app, names->asks
	    ? MESSAGE_SAME_TITLE : names->only == KIND_DATE
	    ? MESSAGE_ARTICLE_DATES : MESSAGE_INDEX_TITLE));
	list_fit(&names->list, box.rows);
	names_draw_rows(names, app, grid, box);
	if (names->list.count == 0)
		list_say_empty(app, grid, box, why_empty(names,
		    app));
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

/* The rows are then made anew. */
static void
set_words(struct names *names, const struct buffer *typed)
{
	names->words.count = 0;
	if (typed != NULL)
		buffer_add(&names->words, typed->at, typed->count);
	names->rows.count = 0;
	names->analyses = SIZE_MAX;
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
	case COMMAND_FILTER:
	case COMMAND_SEARCH:
		app_ask(app, PROMPT_LINE, MESSAGE_FILTER_PROMPT);
		return true;
	case COMMAND_QUIT:
		if (names->words.count == 0)
			return false;
		set_words(names, NULL);
		return true;
	case COMMAND_ENTITY_INDEX:
	case COMMAND_TIMELINE:
		if (names->only != (command == COMMAND_TIMELINE ? KIND_DATE
		    : KINDS))
			return false;
		app_pop(app);
		return true;
	default:
		return false;
	}
}

static void
answer(struct view *view, struct app *app, enum prompt_answer answered)
{
	if (answered == PROMPT_CANCELLED)
		set_words((struct names *)view, NULL);
	else if (answered == PROMPT_CHANGED)
		set_words((struct names *)view, &app->prompt.text);
}

static bool
work(struct view *view, struct app *app)
{
	return reader_work(&((struct names *)view)->reader->view, app);
}

static void
add_reading(const struct app *app, struct buffer *place)
{
	if (place->count > 0)
		buffer_add_string(place, "\n");
	buffer_add_string(place, app_text(app, MESSAGE_READING));
}

static bool
status(struct view *view, struct app *app, struct buffer *title,
    struct buffer *place)
{
	struct names   *names = (struct names *)view;
	bool            some  = names->words.count > 0;
	char           *words = memory_string(names->words.at,
	    names->words.count);
	struct argument typed = { words, 0 };

	if (some)
		message_write(app->options->language, MESSAGE_FILTERED,
		    &typed, 1, title);
	else
		reader_title(names->reader, title);
	free(words);
	if (names->list.count > 0)
		list_place(&names->list, app, place);
	if (is_reading(names, app))
		add_reading(app, place);
	return !some;
}

static void
names_free(struct view *view)
{
	struct names *names = (struct names *)view;

	array_free(&names->rows);
	array_free(&names->words);
	free(names);
}

static const struct view_kind names_kind = {
	.name   = "names",
	.draw   = draw,
	.run    = run,
	.work   = work,
	.status = status,
	.free   = names_free,
	.answer = answer,
};

struct view *
names_new(struct reader *reader)
{
	struct names *names = memory_new(1, sizeof *names);

	names->view.kind = &names_kind;
	names->reader = reader;
	names->only = KINDS;
	return &names->view;
}

struct view *
names_new_dates(struct reader *reader)
{
	struct view *view = names_new(reader);

	((struct names *)view)->only = KIND_DATE;
	return view;
}

struct view *
names_new_same(struct reader *reader)
{
	struct view *view = names_new(reader);

	((struct names *)view)->asks = true;
	return view;
}
