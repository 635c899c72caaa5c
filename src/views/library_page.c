/* library_page.c: all that the library has of one person, agency, place or
 * event: its names, when it was spoken of, together with whom, the sentences
 * that name it, the articles by date. */
#include "views/app_library.h"
#include "views/library_page.h"
#include "views/library_view.h"

enum {
	COMPANY = 12,           /* figures named together with it */
	QUOTES  = 20            /* sentences */
};

static size_t
rows_in(const struct library_page *page, enum part_of_page part)
{
	switch (part) {
	case PART_COMPANY:
		return page->company.count;
	case PART_QUOTES:
		return page->quotes.count;
	case PART_ARTICLES:
	case PARTS:
		break;
	}
	return page->articles.count;
}

enum part_of_page
page_part(const struct library_page *page, size_t i, size_t *at)
{
	for (enum part_of_page part = 0; part < PARTS; part++) {
		size_t rows = rows_in(page, part);

		if (rows == 0)
			continue;
		if (i <= rows) {
			*at = i == 0 ? SIZE_MAX : i - 1;
			return part;
		}
		i -= rows + 1;
	}
	return PARTS;
}

static void
count_rows(struct library_page *page)
{
	page->list.count = 0;
	for (enum part_of_page part = 0; part < PARTS; part++)
		if (rows_in(page, part) > 0)
			page->list.count += rows_in(page, part) + 1;
	if (page->list.current == 0 && page->list.count > 1)
		page->list.current = 1;
}

bool
page_gather(struct library_page *page, struct app *app)
{
	struct library *library = app_library(app, false);
	int64_t         id      = page->figure.id;

	if (library == NULL)
		return false;
	switch (page->gathered) {
	case 0:
		free(page->figure.name);
		page->figure = (struct figure){ .id = id };
		if (!library_figure(library, id, &page->figure))
			page->figure.name = memory_string("", 0);
		page->forms = library_forms(library, page->figure.id);
		page->articles = library_articles_naming(library,
		    page->figure.id);
		break;
	case 1:
		page->months = library_months(library, page->figure.id);
		break;
	case 2:
		page->quotes = library_quotes(library, page->figure.id,
		    QUOTES);
		break;
	case 3:
		page->company = library_company(library, page->figure.id,
		    COMPANY);
		break;
	default:
		return false;
	}
	page->gathered++;
	count_rows(page);
	app->changed = true;
	return app_library_is_well(app);
}

/* An article opens at the first sentence that names the figure. */
static bool
open_article(struct library_page *page, struct app *app, size_t at)
{
	struct places_named places = library_names_in(app->library,
	    page->articles.at[at]);
	struct span         found  = { 0, 0 };
	bool                done;

	for (size_t i = places.count; i-- > 0;)
		if (places.at[i].figure == page->figure.id)
			found = places.at[i].span;
	places_named_free(&places);
	if (!app_library_is_well(app))
		return false;
	done = library_read_at(app, page->articles.at[at], found.start, found);
	return done;
}

static bool
open_row(struct library_page *page, struct app *app, size_t i)
{
	size_t              at;
	enum part_of_page   part = page_part(page, i, &at);
	const struct quote *quote;

	if (part == PARTS || at == SIZE_MAX || app_library(app, false) == NULL)
		return false;
	if (part == PART_COMPANY) {
		app_push(app, library_page_new(page->company.at[at].id));
		return true;
	}
	if (part == PART_ARTICLES)
		return open_article(page, app, at);
	quote = &page->quotes.at[at];
	return library_read_at(app, quote->article, quote->sentence.start,
	    quote->mention);
}

/* To the next row that is of an article. */
static bool
step(struct view *view, struct app *app, long by)
{
	struct library_page *page = (struct library_page *)view;
	size_t               i    = page->list.current;

	for (;;) {
		size_t            at;
		enum part_of_page part;

		if (by > 0 ? i + 1 >= page->list.count : i == 0)
			return false;
		i = by > 0 ? i + 1 : i - 1;
		part = page_part(page, i, &at);
		if (part == PART_COMPANY || at == SIZE_MAX)
			continue;
		page->list.current = i;
		app_pop_above(app, view);
		return open_row(page, app, i);
	}
}

/* To the next heading, or the one before. */
static void
jump(struct library_page *page, int by)
{
	size_t i = page->list.current;
	size_t at;

	while (by > 0 ? i + 1 < page->list.count : i > 0) {
		i = by > 0 ? i + 1 : i - 1;
		page_part(page, i, &at);
		if (at == SIZE_MAX)
			break;
	}
	page->list.current = i;
}

/* Articles and sentences can be compared, and their stories told. */
static int64_t
article_of_row(const struct library_page *page, size_t i)
{
	size_t            at;
	enum part_of_page part = page_part(page, i, &at);

	if (part == PARTS || part == PART_COMPANY || at == SIZE_MAX)
		return 0;
	return part == PART_QUOTES ? page->quotes.at[at].article
	    : page->articles.at[at];
}

static bool
run(struct view *view, struct app *app, enum command command, size_t count)
{
	struct library_page *page = (struct library_page *)view;

	switch (command) {
	case COMMAND_OPEN:
		open_row(page, app, page->list.current);
		return true;
	case COMMAND_ENTITY_NEXT:
	case COMMAND_ENTITY_PREVIOUS:
		jump(page, command == COMMAND_ENTITY_NEXT ? 1 : -1);
		return true;
	case COMMAND_TIMELINE:
		app_push(app, library_timeline_new(page->figure.id));
		return true;
	default:
		return list_run(&page->list, command, count) ||
		    library_run_in_list(app, command,
		    article_of_row(page, page->list.current));
	}
}

static bool
work(struct view *view, struct app *app)
{
	return page_gather((struct library_page *)view, app);
}

static bool
status(struct view *view, struct app *app, struct buffer *title,
    struct buffer *place)
{
	struct library_page *page = (struct library_page *)view;
	size_t               at;

	if (page_part(page, page->list.current, &at) == PART_QUOTES &&
	    at != SIZE_MAX)
		buffer_add_string(title, page->quotes.at[at].title);
	else if (page->figure.name != NULL)
		buffer_add_string(title, page->figure.name);
	list_place(&page->list, app, place);
	if (page->gathered < PAGE_ALL) {
		buffer_add_string(place, "\n");
		buffer_add_string(place, app_text(app, MESSAGE_PAGE_READING));
	}
	return true;
}

static void
page_free(struct view *view)
{
	struct library_page *page = (struct library_page *)view;

	free(page->figure.name);
	figures_free(&page->forms);
	array_free(&page->months);
	figures_free(&page->company);
	quotes_free(&page->quotes);
	array_free(&page->articles);
	summaries_free(&page->window);
	free(page);
}

static const struct view_kind page_kind = {
	.name   = "library-page",
	.draw   = library_page_draw,
	.run    = run,
	.work   = work,
	.status = status,
	.free   = page_free,
	.step   = step,
};

struct view *
library_page_new(int64_t figure)
{
	struct library_page *page = memory_new(1, sizeof *page);

	page->view.kind = &page_kind;
	page->figure.id = figure;
	return &page->view;
}
