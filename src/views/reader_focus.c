/* reader_focus.c: from mention to mention in the reader. */
#include "views/reader_commands.h"

#include "views/legend.h"

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
	reader->spot = mentions_of(reader)->at[focus].span;
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
 * reader is at, the hit, what was a mention before it was corrected, else
 * the edge of the screen. On from `*next`, back from before `*last`. */
static void
find_here(const struct reader *reader, size_t *next, size_t *last)
{
	const struct mentions *mentions = mentions_of(reader);
	struct span            shown    = page_span(&reader->page);
	struct span            hit      = reader->search.hit;

	if (reader->focus != NO_FOCUS &&
	    span_overlaps(mentions->at[reader->focus].span, shown)) {
		*last = reader->focus;
		*next = *last + 1;
	} else if (!span_is_empty(hit) && span_overlaps(hit, shown))
		*last = *next = mentions_at(mentions, hit.start);
	else if (span_overlaps(reader->spot, shown))
		*last = *next = mentions_at(mentions, reader->spot.start);
	else {
		*next = mentions_at(mentions, shown.start);
		*last = mentions_at(mentions, shown.end);
	}
}

/* From mention `at` on, the `count`th of the kind that stands out;
 * mentions->count when there are fewer. */
static size_t
seek_on(const struct mentions *mentions, enum kind only, size_t at,
    size_t count)
{
	for (; at < mentions->count; at++)
		if ((only == KINDS || mentions->at[at].kind == only) &&
		    --count == 0)
			break;
	return at;
}

/* The same back from before mention `at`; NO_FOCUS when there are fewer. */
static size_t
seek_back(const struct mentions *mentions, enum kind only, size_t at,
    size_t count)
{
	while (at-- > 0)
		if ((only == KINDS || mentions->at[at].kind == only) &&
		    --count == 0)
			return at;
	return NO_FOCUS;
}

/* To mention `to`, or says why there is none: `edge` when there are others. */
static void
go(struct reader *reader, struct app *app, size_t to, enum message edge)
{
	size_t          count = mentions_of(reader)->count;
	struct argument kind  = { 0 };

	if (to < count)
		reader_focus(reader, to);
	else if (count > 0 && app->only != KINDS) {
		kind.text = kind_plural(app, app->only);
		app_say_with(app, MESSAGE_NAMES_NO_MORE, &kind, 1);
	} else if (count > 0)
		app_say(app, edge);
	else if (!app_lacks_models(app))
		app_say(app, reader_knows_all(reader) ? MESSAGE_NAMES_NONE
		    : MESSAGE_READING);
}

static void
step(struct reader *reader, struct app *app, bool on, size_t count)
{
	const struct mentions *mentions;
	size_t                 times = count > 0 ? count : 1;
	size_t                 next;
	size_t                 last;

	reader_analyse(reader, app);
	mentions = mentions_of(reader);
	find_here(reader, &next, &last);
	if (on)
		go(reader, app, seek_on(mentions, app->only, next, times),
		    MESSAGE_NAMES_LAST);
	else
		go(reader, app, seek_back(mentions, app->only, last, times),
		    MESSAGE_NAMES_FIRST);
}

void
reader_entity_next(struct reader *reader, struct app *app, size_t count)
{
	step(reader, app, true, count);
}

void
reader_entity_previous(struct reader *reader, struct app *app, size_t count)
{
	step(reader, app, false, count);
}

void
reader_entity_kinds(struct reader *reader, struct app *app, size_t count)
{
	struct argument kind;

	(void)reader;
	if (count > 0 && count <= KINDS)
		app->only = (enum kind)(count - 1);
	else
		app->only = app->only == KINDS ? KIND_PERSON
		    : (enum kind)(app->only + 1);
	if (app->only == KINDS) {
		app_say(app, MESSAGE_NAMES_ALL);
		return;
	}
	kind = (struct argument){ kind_plural(app, app->only), 0 };
	app_say_with(app, MESSAGE_NAMES_ONLY, &kind, 1);
}

bool
reader_same(const struct reader *reader, size_t a, size_t b)
{
	return mentions_same(&reader->analysis->mentions,
	    &reader->analysis->dates, a, b);
}

bool
reader_knows_all(const struct reader *reader)
{
	return reader->article->complete && reader->analysis != NULL &&
	    reader->analysis->parts >= reader->article->parts.count;
}

/* "mention 2/8 of …" */
static void
say_which(const struct reader *reader, struct app *app)
{
	const struct mentions *mentions = mentions_of(reader);
	struct span            span   = mentions->at[reader->focus].span;
	uint32_t               entity = mentions->at[reader->focus].entity;
	struct argument        value[3] = { { 0 } };
	char                  *text;

	for (size_t i = 0; i < mentions->count; i++)
		if (reader_same(reader, i, reader->focus)) {
			value[0].number += i <= reader->focus;
			value[1].number++;
		}
	text = memory_string(reader->article->text.at + span.start,
	    span_size(span));
	value[2].text = entity == NONE ? text
	    : reader->analysis->entities->at[entity].name;
	app_say_with(app, value[1].number > 1 ? MESSAGE_MENTION_OF
	    : MESSAGE_NAME_ONLY_ONE, value, 3);
	free(text);
}

void
reader_entity_same(struct reader *reader, struct app *app, size_t count)
{
	const struct mentions *mentions = mentions_of(reader);
	size_t                 here     = reader_mention(reader);
	size_t                 next     = here;

	if (here == NO_FOCUS) {
		app_say(app, MESSAGE_NAME_WANTED);
		return;
	}
	for (size_t i = 0; i < (count > 0 ? count : 1) &&
	    i < mentions->count; i++)
		do
			next = (next + 1) % mentions->count;
		while (!reader_same(reader, here, next));
	reader_jump_from_here(reader);
	reader_focus(reader, next);
	say_which(reader, app);
}
