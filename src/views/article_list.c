/* article_list.c: the articles of the library as a list: in an order, or
 * those with some words, or those a search found. */
#include "views/article_list.h"

#include "views/app_library.h"

enum {
	FIRST_IDS = 512,        /* of many articles, before the first screen */
	FILTERED  = 1000,       /* articles looked through in a slice */
	HITS      = 64          /* first of the hits of a search */
};

static const struct article_ids *
ids_of(const struct article_list *list)
{
	return list->shown == SHOWN_ALL ? &list->all : &list->some;
}

int64_t
article_list_at(const struct article_list *list, size_t i)
{
	const struct article_ids *ids = ids_of(list);

	return i < ids->count ? ids->at[i] : 0;
}

static void
go_to(struct article_list *list, int64_t article)
{
	const struct article_ids *ids = ids_of(list);

	for (size_t i = 0; article != 0 && i < ids->count; i++)
		if (ids->at[i] == article)
			list->list.current = i;
}

static void
forget_window(struct article_list *list)
{
	summaries_free(&list->window);
}

/* The first of the numbers in their order, or all; the list has its length
 * from the start. */
static void
order_ids(struct article_list *list, struct app *app, bool whole)
{
	struct library *library = app_library(app, true);
	int64_t         here    = article_list_at(list, list->list.current);

	if (library == NULL || list->given)
		return;
	array_free(&list->all);
	list->all = library_order(library, list->order, 0, whole
	    ? SIZE_MAX : FIRST_IDS);
	list->whole = whole || list->all.count < FIRST_IDS;
	list->version = library_version(library);
	list->openings = app->library_openings;
	forget_window(list);
	list->total = list->whole ? list->all.count : library_count(library);
	if (list->shown != SHOWN_ALL)
		return;
	list->list.count = list->total;
	if (whole)
		go_to(list, here);
	app_library_is_well(app);
}

static void
need_whole(struct article_list *list, struct app *app)
{
	if (!list->whole)
		order_ids(list, app, true);
}

static void
fill_window(struct article_list *list, struct app *app)
{
	const struct article_ids *ids;
	size_t top   = list->list.top;
	size_t count = list_shown(&list->list);

	if (list->window.count > 0 && list->first <= top && top + count <=
	    list->first + list->window.count &&
	    list->changes == app->library_changes)
		return;
	forget_window(list);
	if (app_library(app, true) == NULL)
		return;
	if (top + count > ids_of(list)->count)
		need_whole(list, app);
	ids = ids_of(list);
	if (top >= ids->count)
		return;
	if (count > ids->count - top)
		count = ids->count - top;
	list->window = library_summaries(app->library, ids->at + top, count);
	list->first = top;
	list->changes = app->library_changes;
	app_library_is_well(app);
}

void
article_list_show_all(struct article_list *list)
{
	int64_t here = article_list_at(list, list->list.current);

	list->wants = false;
	if (list->shown == SHOWN_ALL)
		return;
	list->shown = SHOWN_ALL;
	array_free(&list->some);
	query_free(list->query);
	list->query = NULL;
	list->words.count = 0;
	list->list.count = list->total;
	list->list.current = 0;
	forget_window(list);
	go_to(list, here);
}

static void
begin_some(struct article_list *list, enum shown shown,
    const struct buffer *typed)
{
	article_list_show_all(list);
	list->shown = shown;
	buffer_add(&list->words, typed->at, typed->count);
	list->looked = 0;
	list->list.count = 0;
	list->list.current = 0;
	list->list.top = 0;
	forget_window(list);
}

/* Looks through some more of all articles; false when through. */
static bool
filter_on(struct article_list *list, struct app *app)
{
	size_t left = list->all.count - list->looked;
	size_t some = left < FILTERED ? left : FILTERED;

	if (list->shown != SHOWN_FILTERED || some == 0 ||
	    app->library == NULL)
		return false;
	library_filter(app->library, list->words.at, list->words.count,
	    list->all.at + list->looked, some, &list->some);
	list->looked += some;
	if (list->list.count < list->some.count || some == left)
		app->changed = true;
	list->list.count = list->some.count;
	return app_library_is_well(app);
}

void
article_list_filter(struct article_list *list, struct app *app,
    const struct buffer *typed)
{
	need_whole(list, app);
	begin_some(list, SHOWN_FILTERED, typed);
	filter_on(list, app);
}

/* Takes the first `most` of the hits. */
static void
take_hits(struct article_list *list, struct app *app, size_t most)
{
	struct hits hits = library_search(app->library, list->query, 0, most);

	list->some.count = 0;
	for (size_t i = 0; i < hits.count; i++)
		array_add(&list->some, hits.at[i].article.id);
	list->hits = hits.all > hits.count && hits.count == most
	    ? hits.all : hits.count;
	list->list.count = list->hits;
	hits_free(&hits);
	forget_window(list);
	app_library_is_well(app);
}

void
article_list_search(struct article_list *list, const struct buffer *typed)
{
	list->wanted.count = 0;
	buffer_add(&list->wanted, typed->at, typed->count);
	list->wants = true;
}

static void
search(struct article_list *list, struct app *app)
{
	const struct buffer *typed = &list->wanted;
	struct query        *query = query_new(typed->at, typed->count);

	list->wants = false;
	if (query->count == 0 || app_library(app, true) == NULL) {
		query_free(query);
		article_list_show_all(list);
		return;
	}
	begin_some(list, SHOWN_FOUND, typed);
	list->query = query;
	take_hits(list, app, HITS);
}

/* More hits are taken when their rows are come to. */
static void
reach_hits(struct article_list *list, struct app *app)
{
	size_t end  = list->list.current + list->list.rows + 1;
	size_t most = list->some.count > 0 ? list->some.count : HITS;

	if (list->shown != SHOWN_FOUND || app->library == NULL ||
	    list->some.count >= list->hits || end <= list->some.count)
		return;
	while (most < end)
		most *= 4;
	take_hits(list, app, most);
}

/* Another program has changed the library meanwhile. */
static void
follow_changes(struct article_list *list, struct app *app)
{
	if (app->library == NULL || list->given ||
	    (library_version(app->library) == list->version &&
	    list->openings == app->library_openings))
		return;
	order_ids(list, app, true);
}

bool
article_list_reach(struct article_list *list, struct app *app, size_t i)
{
	if (i >= list->list.count)
		return false;
	list->list.current = i;
	reach_hits(list, app);
	if (i >= ids_of(list)->count)
		need_whole(list, app);
	return i < ids_of(list)->count;
}

void
article_list_set_order(struct article_list *list, struct app *app,
    enum shelf_order order)
{
	article_list_show_all(list);
	list->order = order;
	order_ids(list, app, true);
	list->list.current = 0;
	list->list.top = 0;
}

void
article_list_fill(struct article_list *list, struct app *app, size_t rows)
{
	if (list->all.count == 0)
		order_ids(list, app, false);
	else
		follow_changes(list, app);
	list_fit(&list->list, rows);
	reach_hits(list, app);
	fill_window(list, app);
}

struct summary *
article_list_summary(struct article_list *list, size_t i)
{
	return i >= list->first && i - list->first < list->window.count
	    ? &list->window.at[i - list->first] : NULL;
}

bool
article_list_is_looking(const struct article_list *list)
{
	return list->shown == SHOWN_FILTERED &&
	    list->looked < list->all.count;
}

void
article_list_settle(struct article_list *list, struct app *app)
{
	if (list->wants)
		search(list, app);
}

bool
article_list_work(struct article_list *list, struct app *app)
{
	if (list->wants) {
		search(list, app);
		app->changed = true;
		return true;
	}
	if (list->whole || list->given || list->all.count == 0)
		return filter_on(list, app);
	order_ids(list, app, true);
	app->changed = true;
	return true;
}

void
article_list_free(struct article_list *list)
{
	forget_window(list);
	query_free(list->query);
	array_free(&list->all);
	array_free(&list->some);
	array_free(&list->words);
	array_free(&list->wanted);
}
