/* reader_focus.c: from mention to mention in the reader. */
#include "views/reader.h"

static const struct mentions *
mentions_of(const struct reader *reader)
{
	static const struct mentions none;

	return reader->analysis == NULL ? &none : &reader->analysis->mentions;
}

void
reader_focus(struct reader *reader, size_t focus)
{
	reader->focus = focus;
	page_reveal(&reader->page, mentions_of(reader)->at[focus].span.start);
}

size_t
reader_mention(const struct reader *reader)
{
	const struct mentions *mentions = mentions_of(reader);
	struct span            hit      = reader->search.hit;
	size_t                 i        = mentions_at(mentions, hit.start);

	if (reader->focus != NO_FOCUS)
		return reader->focus;
	if (i < mentions->count && span_overlaps(mentions->at[i].span, hit))
		return i;
	return NO_FOCUS;
}

/* Where the next and the last mention are counted from: the mention the
 * reader is at, the hit, else the edge of the screen. */
static size_t
first_after(const struct reader *reader)
{
	const struct mentions *mentions = mentions_of(reader);
	struct span            shown    = page_span(&reader->page);
	struct span            hit      = reader->search.hit;

	if (reader->focus != NO_FOCUS &&
	    span_overlaps(mentions->at[reader->focus].span, shown))
		return reader->focus + 1;
	if (!span_is_empty(hit) && span_overlaps(hit, shown))
		return mentions_at(mentions, hit.start);
	return mentions_at(mentions, shown.start);
}

/* One past it, so that 0 says there is none. */
static size_t
last_before(const struct reader *reader)
{
	const struct mentions *mentions = mentions_of(reader);
	struct span            shown    = page_span(&reader->page);
	struct span            hit      = reader->search.hit;

	if (reader->focus != NO_FOCUS &&
	    span_overlaps(mentions->at[reader->focus].span, shown))
		return reader->focus;
	if (!span_is_empty(hit) && span_overlaps(hit, shown))
		return mentions_at(mentions, hit.start);
	return mentions_at(mentions, shown.end);
}

void
reader_entity_next(struct reader *reader, struct app *app, size_t count)
{
	const struct mentions *mentions;
	size_t                 next;

	reader_analyse(reader, app);
	mentions = mentions_of(reader);
	next = first_after(reader) + (count > 0 ? count - 1 : 0);
	if (mentions->count == 0)
		app_say(app, MESSAGE_NAMES_NONE);
	else if (next >= mentions->count)
		app_say(app, MESSAGE_NAMES_LAST);
	else
		reader_focus(reader, next);
}

void
reader_entity_previous(struct reader *reader, struct app *app, size_t count)
{
	const struct mentions *mentions;
	size_t                 before;

	reader_analyse(reader, app);
	mentions = mentions_of(reader);
	before = last_before(reader);
	count = count > 0 ? count : 1;
	if (mentions->count == 0)
		app_say(app, MESSAGE_NAMES_NONE);
	else if (before < count)
		app_say(app, MESSAGE_NAMES_FIRST);
	else
		reader_focus(reader, before - count);
}

/* An unresolved date is the same as none but itself. */
static bool
dates_same(const struct date *a, const struct date *b)
{
	return a == b || (a->iso[0] != '\0' && strcmp(a->iso, b->iso) == 0);
}

bool
reader_same(const struct reader *reader, size_t a, size_t b)
{
	const struct mention *at    = mentions_of(reader)->at;
	const struct date    *dates = reader->analysis->dates.at;

	if (a == b)
		return true;
	if (at[a].date != NONE && at[b].date != NONE)
		return dates_same(&dates[at[a].date], &dates[at[b].date]);
	return at[a].entity != NONE && at[a].entity == at[b].entity;
}

void
reader_entity_same(struct reader *reader, struct app *app, size_t count)
{
	const struct mentions *mentions = mentions_of(reader);
	size_t                 here     = reader_mention(reader);
	size_t                 next     = here;

	(void)count;
	if (here == NO_FOCUS) {
		app_say(app, MESSAGE_NAME_WANTED);
		return;
	}
	do
		next = (next + 1) % mentions->count;
	while (!reader_same(reader, here, next));
	if (next == here)
		app_say(app, MESSAGE_NAME_ONLY_ONE);
	reader_jump_from_here(reader);
	reader_focus(reader, next);
}
