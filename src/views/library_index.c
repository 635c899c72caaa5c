/* library_index.c: whom, where and what the articles of the library name, by
 * kind, in most articles first. */
#include <stdio.h>

#include "language/fold.h"
#include "library/figures.h"
#include "views/app_library.h"
#include "views/legend.h"
#include "views/library_view.h"
#include "views/list.h"
#include "views/styles.h"

enum { FIRST_IDS = 512 };       /* of many names, before the first screen */

#define KINDS_NAMED KIND_DATE   /* dates are in the timeline */

struct library_index {
	struct view        view;
	struct list        list;
	enum kind          kind;        /* that is shown */
	size_t             count[KINDS_NAMED];
	struct article_ids ids;         /* of that kind, with the words, … */
	bool               there;       /* … were read … */
	bool               whole;       /* … to the last */
	struct buffer      words;       /* as typed */
	bool               wants;       /* they are others, to be seen to when
	                                 * no key waits */
	struct figures     window;      /* of the rows from `first` on */
	size_t             first;
	size_t             changes;     /* app->library_changes at that time */
	int64_t            version;     /* of the library */
};

static void
forget(struct library_index *index)
{
	array_free(&index->ids);
	figures_free(&index->window);
	index->there = false;
	index->whole = false;
}

/* Those of which a name has the typed words in it; a name in Latin letters
 * that none has is taken by its sound. */
static struct article_ids
ids_like(struct library *library, const struct library_index *index)
{
	struct buffer      folded = { 0 };
	struct article_ids ids;
	struct figures     sounding;

	fold_text(index->words.at, index->words.count, &folded);
	array_add(&folded, '\0');
	ids = library_figure_ids_like(library, index->kind, folded.at);
	if (ids.count == 0) {
		sounding = library_figures(library, index->kind, folded.at, 0,
		    FIRST_IDS);
		for (size_t i = 0; i < sounding.count; i++)
			array_add(&ids, sounding.at[i].id);
		figures_free(&sounding);
	}
	array_free(&folded);
	return ids;
}

static void
read_ids(struct library_index *index, struct app *app, bool whole)
{
	struct library *library = app_library(app, false);
	bool            all     = index->words.count == 0;

	if (library == NULL)
		return;
	figures_free(&index->window);
	array_free(&index->ids);
	index->ids = all ? library_figure_ids(library, index->kind, whole
	    ? SIZE_MAX : FIRST_IDS) : ids_like(library, index);
	index->there = true;
	index->whole = !all || whole || index->ids.count < FIRST_IDS;
	index->version = library_version(library);
	index->changes = app->library_changes;
	for (int kind = 0; kind < KINDS_NAMED; kind++)
		index->count[kind] = library_figure_count(library,
		    (enum kind)kind);
	index->list.count = index->whole ? index->ids.count
	    : index->count[index->kind];
	app_library_is_well(app);
}

static void
fill_window(struct library_index *index, struct app *app)
{
	size_t top = index->list.top;
	size_t end = top + list_shown(&index->list);

	if (app->library == NULL || (index->window.count > 0 &&
	    index->first == top && index->window.count == end - top))
		return;
	if (end > index->ids.count && !index->whole)
		read_ids(index, app, true);
	figures_free(&index->window);
	for (size_t i = top; i < end && i < index->ids.count; i++) {
		struct figure figure = { .kind = index->kind };

		if (!library_figure(app->library, index->ids.at[i], &figure))
			figure.name = memory_string("", 0);
		array_add(&index->window, figure);
	}
	index->first = top;
	app_library_is_well(app);
}

/* The kinds with how many there are of each; the one that is shown stands
 * out. Where there is no room for all, that one alone. */
static void
draw_kinds(const struct library_index *index, const struct app *app,
    struct grid *grid, struct box *box)
{
	struct layout_options label = app_label_options(app);
	struct strip          strip = strip_of_row(grid, box->row);
	bool                  all   = box->columns >= 64;

	if (box->rows < 3)
		return;
	grid_fill_row(grid, box->row, ROLE_TITLE);
	strip_cut(&strip, 1, label.base);
	for (int kind = 0; kind < KINDS_NAMED; kind++) {
		char          number[32];
		const char   *name = kind_plural(app, (enum kind)kind);
		enum role     role = kind == (int)index->kind ? ROLE_FOCUS
		    : ROLE_TITLE;

		if (!all && role == ROLE_TITLE)
			continue;
		snprintf(number, sizeof number, " %zu", index->count[kind]);
		label_put(grid, &strip, name, strlen(name), role, &label);
		label_put(grid, &strip, number, strlen(number), ROLE_TITLE,
		    &label);
		strip_cut(&strip, 3, label.base);
	}
	box->row++;
	box->rows--;
}

static void
draw_row(const struct library_index *index, const struct app *app,
    struct grid *grid, struct box box, size_t i)
{
	const struct figure  *figure = &index->window.at[i - index->first];
	const struct list    *list   = &index->list;
	struct layout_options label  = app_label_options(app);
	struct strip          strip  = list_row(list, app, grid, box, i);
	struct argument       value  = { .number = figure->articles };
	struct buffer         count  = { 0 };

	message_write(app->options->language, MESSAGE_ARTICLE_COUNT, &value, 1,
	    &count);
	label_put_at_end(grid, &strip, count.at, count.count,
	    list_role(list, i, ROLE_DIMMED), &label);
	strip_cut_end(&strip, 1, label.base);
	label_put_text(grid, &strip, figure->name, strlen(figure->name),
	    list_role(list, i, role_of_kind(figure->kind)), &label);
	array_free(&count);
}

static void
draw(struct view *view, struct app *app, struct grid *grid, struct box box)
{
	struct library_index *index = (struct library_index *)view;

	if (!index->there || index->changes != app->library_changes ||
	    (app->library != NULL && library_version(app->library) !=
	    index->version))
		read_ids(index, app, index->whole);
	draw_kinds(index, app, grid, &box);
	list_fit(&index->list, box.rows);
	fill_window(index, app);
	for (size_t i = 0; i < index->window.count; i++)
		draw_row(index, app, grid, box, index->first + i);
	if (index->list.count == 0)
		list_say_empty(app, grid, box, MESSAGE_NONE_OF_KIND);
}

static void
show_kind(struct library_index *index, int by)
{
	index->kind = (enum kind)(((int)index->kind + by + KINDS_NAMED) %
	    KINDS_NAMED);
	index->list = (struct list){ .rows = index->list.rows };
	forget(index);
}

static void
set_words(struct library_index *index, const struct buffer *typed)
{
	index->words.count = 0;
	if (typed != NULL)
		buffer_add(&index->words, typed->at, typed->count);
	index->wants = true;
}

static bool
settle(struct library_index *index)
{
	if (!index->wants)
		return false;
	index->wants = false;
	index->list.current = 0;
	index->list.top = 0;
	forget(index);
	return true;
}

static void
answer(struct view *view, struct app *app, enum prompt_answer answer)
{
	struct library_index *index = (struct library_index *)view;

	if (answer == PROMPT_CANCELLED)
		set_words(index, NULL);
	else if (answer == PROMPT_CHANGED)
		set_words(index, &app->prompt.text);
	if (answer == PROMPT_CANCELLED || answer == PROMPT_ACCEPTED)
		settle(index);
}

static void
open_row(const struct library_index *index, struct app *app)
{
	if (index->list.current < index->ids.count)
		app_push(app, library_page_new(
		    index->ids.at[index->list.current]));
}

static bool
run(struct view *view, struct app *app, enum command command, size_t count)
{
	struct library_index *index = (struct library_index *)view;
	int forward = app_label_options(app).base == DIRECTION_RTL ? -1 : 1;

	switch (command) {
	case COMMAND_OPEN:
	case COMMAND_ENTITY_INFO:
		open_row(index, app);
		break;
	case COMMAND_RIGHT:
	case COMMAND_LEFT:
		show_kind(index, command == COMMAND_RIGHT ? forward
		    : -forward);
		break;
	case COMMAND_ENTITY_KINDS:
	case COMMAND_ENTITY_NEXT:
		show_kind(index, 1);
		break;
	case COMMAND_ENTITY_PREVIOUS:
		show_kind(index, -1);
		break;
	case COMMAND_FILTER:
	case COMMAND_SEARCH:
		app_ask(app, PROMPT_LINE, MESSAGE_FILTER_PROMPT);
		break;
	case COMMAND_ENTITY_INDEX:
	case COMMAND_LIBRARY_INDEX:
		app_pop(app);
		break;
	case COMMAND_QUIT:
		if (index->words.count == 0)
			return false;
		set_words(index, NULL);
		settle(index);
		break;
	default:
		return list_run(&index->list, command, count);
	}
	return true;
}

static bool
work(struct view *view, struct app *app)
{
	struct library_index *index = (struct library_index *)view;

	if (settle(index)) {
		app->changed = true;
		return true;
	}
	if (!index->there || index->whole)
		return false;
	read_ids(index, app, true);
	app->changed = true;
	return true;
}

static bool
status(struct view *view, struct app *app, struct buffer *title,
    struct buffer *place)
{
	struct library_index *index = (struct library_index *)view;
	char           *words = memory_string(index->words.at,
	    index->words.count);
	struct argument typed = { words, 0 };

	if (index->words.count == 0)
		buffer_add_string(title,
		    app_text(app, MESSAGE_LIBRARY_INDEX_TITLE));
	else
		message_write(app->options->language, MESSAGE_FILTERED,
		    &typed, 1, title);
	list_place(&index->list, app, place);
	free(words);
	return false;
}

static void
index_free(struct view *view)
{
	struct library_index *index = (struct library_index *)view;

	forget(index);
	array_free(&index->words);
	free(index);
}

static const struct view_kind index_kind = {
	.name   = "library-index",
	.draw   = draw,
	.run    = run,
	.work   = work,
	.status = status,
	.free   = index_free,
	.answer = answer,
};

struct view *
library_index_new(void)
{
	struct library_index *index = memory_new(1, sizeof *index);

	index->view.kind = &index_kind;
	return &index->view;
}
