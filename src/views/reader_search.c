/* reader_search.c: searching in the reader: a hit is shown while the query
 * is still being typed. */
#include "views/reader_commands.h"

bool
reader_search_on(struct reader *reader, struct app *app)
{
	struct search *search = &reader->search;
	enum sought    sought;

	if (!search_can_seek(search, reader->article))
		return false;
	sought = search_slice(search, reader->article);
	app->changed = app->changed || sought != SOUGHT_NOTHING;
	if (sought != SOUGHT_FOUND)
		return true;
	reader->focus = NO_FOCUS;
	reader->spot = span_of(0, 0);
	page_reveal(&reader->page, search->hit.start);
	if (search->wrapped)
		app_say(app, search->hit.start < search->from
		    ? MESSAGE_HITS_FROM_TOP : MESSAGE_HITS_FROM_END);
	return true;
}

void
reader_search(struct reader *reader, struct app *app, size_t count)
{
	(void)count;
	search_clear(&reader->searched);
	reader->searched = reader->search;
	reader->search = (struct search){ 0 };
	reader->origin = reader->page.top;
	reader->asked = COMMAND_SEARCH;
	app_ask(app, PROMPT_LINE, MESSAGE_SEARCH_PROMPT);
}

/* The search and the place as they were before the prompt. */
static void
restore(struct reader *reader)
{
	search_clear(&reader->search);
	reader->search = reader->searched;
	reader->searched = (struct search){ 0 };
	reader->page.top = reader->origin;
}

static void
accept(struct reader *reader, struct app *app)
{
	if (app->prompt.text.count == 0) {
		restore(reader);
		reader_search_next(reader, app, 1);
		return;
	}
	search_clear(&reader->searched);
	reader->jumped = reader->origin.byte;
}

void
reader_search_answer(struct reader *reader, struct app *app,
    enum prompt_answer answer)
{
	const struct buffer *typed = &app->prompt.text;

	switch (answer) {
	case PROMPT_CHANGED:
		reader->page.top = reader->origin;
		search_start(&reader->search, typed->at, typed->count,
		    reader->origin.byte);
		reader_search_on(reader, app);
		break;
	case PROMPT_ACCEPTED:
		accept(reader, app);
		break;
	case PROMPT_CANCELLED:
		restore(reader);
		break;
	case PROMPT_UNCHANGED:
		break;
	}
}

/* From the current hit if it is on the screen, else from the screen's top. */
static void
seek(struct reader *reader, struct app *app, enum seeking seeking,
    size_t count)
{
	struct search *search = &reader->search;
	struct span    shown  = page_span(&reader->page);
	size_t         from   = shown.start;

	if (search->needle == NULL) {
		app_say(app, MESSAGE_SEARCH_NOTHING);
		return;
	}
	if (!span_is_empty(search->hit) && span_overlaps(shown, search->hit))
		from = seeking == SEEKING_FORWARD
		    ? search->hit.end : search->hit.start;
	reader_jump_from_here(reader);
	search_seek(search, seeking, from, count);
	reader_search_on(reader, app);
}

void
reader_search_next(struct reader *reader, struct app *app, size_t count)
{
	seek(reader, app, SEEKING_FORWARD, count);
}

void
reader_search_previous(struct reader *reader, struct app *app, size_t count)
{
	seek(reader, app, SEEKING_BACK, count);
}
