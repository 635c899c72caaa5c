/* facts.c: what is known of a mention, fact after fact. */
#include "views/facts.h"

#include <stdio.h>

#include "language/calendar.h"
#include "language/correction.h"
#include "views/legend.h"

enum {
	FORMS_MOST = 12,        /* forms that are listed */
	AROUND     = 80         /* bytes around the first mention */
};

static const enum message needs[] = {
	[ANCHOR_NONE]    = MESSAGE_CARD_UNRESOLVED,
	[ANCHOR_DAY]     = MESSAGE_CARD_NEEDS_DAY,
	[ANCHOR_YEAR]    = MESSAGE_CARD_NEEDS_YEAR,
	[ANCHOR_CONTEXT] = MESSAGE_CARD_NEEDS_CONTEXT,
};

static const struct mention *
mention_of(const struct reader *reader)
{
	return &reader->analysis->mentions.at[reader->focus];
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
gather(const struct reader *reader, struct buffer *forms)
{
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

/* Whether the only form is the name itself. */
static bool
is_name(const struct reader *reader, const struct buffer *forms)
{
	uint32_t    entity = mention_of(reader)->entity;
	const char *name;

	if (entity == NONE)
		return false;
	name = reader->analysis->entities->at[entity].name;
	return forms->count == strlen(name) &&
	    memcmp(forms->at, name, forms->count) == 0;
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

/* The words around a mention. */
static void
add_around(const struct reader *reader, const struct app *app,
    struct facts *facts, enum message label, size_t mention)
{
	const struct article *article = reader->article;
	struct span           name;
	struct span           around;

	name = reader->analysis->mentions.at[mention].span;
	around = article->parts.at[article_part_at(article,
	    name.start)].span;
	if (name.start > around.start + AROUND)
		around.start = space_from(article, name.start - AROUND);
	if (around.end > name.end + AROUND)
		around.end = space_from(article, name.end + AROUND);
	add(app, facts, label, article->text.at + around.start,
	    span_size(span_common(around, span_of(0, article->text.count))));
}

/* The first and the next mention of the same. */
static void
add_first_and_next(const struct reader *reader, const struct app *app,
    struct facts *facts)
{
	size_t count = reader->analysis->mentions.count;
	size_t first = 0;
	size_t next  = reader->focus + 1;

	while (!reader_same(reader, first, reader->focus))
		first++;
	while (next < count && !reader_same(reader, next, reader->focus))
		next++;
	add_around(reader, app, facts, MESSAGE_CARD_FIRST, first);
	if (next < count)
		add_around(reader, app, facts, MESSAGE_CARD_NEXT, next);
}

/* Of a text that is no mention. */
static struct facts
facts_of_spot(const struct reader *reader, const struct app *app)
{
	const char              *text  = reader->article->text.at +
	    reader->spot.start;
	size_t                   size  = span_size(reader->spot);
	const struct correction *said  = app->models == NULL ? NULL
	    : corrections_on(app->models->corrections, text, size);
	struct facts             facts = { 0 };

	add(app, &facts, MESSAGE_CARD_TEXT, text, size);
	add_string(app, &facts, MESSAGE_CARD_KIND, app_text(app,
	    said != NULL && said->decision == DECISION_NOT
	    ? MESSAGE_CARD_SAID_NOT : MESSAGE_CARD_NO_KIND));
	add_string(app, &facts, MESSAGE_CARD_CORRECT,
	    app_text(app, MESSAGE_CARD_KEYS));
	return facts;
}

struct facts
facts_of(const struct reader *reader, const struct app *app)
{
	const struct analysis *analysis = reader->analysis;
	const struct mention  *mention;
	struct facts           facts    = { 0 };
	struct buffer          forms    = { 0 };
	size_t                 count;

	if (reader->focus == NO_FOCUS)
		return facts_of_spot(reader, app);
	mention = mention_of(reader);
	count = gather(reader, &forms);
	add_string(app, &facts, MESSAGE_CARD_KIND,
	    kind_name(app, mention->kind));
	if (mention->entity != NONE)
		add_string(app, &facts, MESSAGE_CARD_NAME,
		    analysis->entities->at[mention->entity].name);
	if (mention->date != NONE)
		add_date(app, &facts, &analysis->dates.at[mention->date]);
	add_count(app, &facts, count);
	if (!is_name(reader, &forms))
		add(app, &facts, MESSAGE_CARD_FORMS, forms.at, forms.count);
	add_first_and_next(reader, app, &facts);
	add_string(app, &facts, MESSAGE_CARD_CORRECT,
	    app_text(app, MESSAGE_CARD_KEYS));
	array_free(&forms);
	return facts;
}

void
facts_free(struct facts *facts)
{
	for (size_t i = 0; i < facts->count; i++)
		array_free(&facts->at[i].value);
	array_free(facts);
}
