/* facts.c: what is known of a mention, fact after fact. */
#include "views/facts.h"

#include <stdio.h>

#include "language/calendar.h"
#include "language/correction.h"
#include "views/legend.h"

enum {
	FORMS_MOST = 12,        /* forms that are listed */
	AROUND     = 80         /* bytes around a mention */
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

/* How often it is mentioned, and in what forms other than `own`. */
static size_t
gather(const struct reader *reader, const char *own, struct buffer *forms)
{
	const struct mentions *mentions = &reader->analysis->mentions;
	size_t                 count    = 0;
	size_t                 listed   = 0;

	for (size_t i = 0; i < mentions->count; i++) {
		char *form;

		if (!reader_same(reader, i, reader->focus))
			continue;
		count++;
		form = reader_name(reader, i);
		if (strcmp(form, own) != 0 && listed++ < FORMS_MOST)
			add_to_list(forms, form, strlen(form));
		free(form);
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

/* The Hijri day of the day that `iso` begins with; false when it begins with
 * none. */
static bool
write_hijri(const char *iso, struct buffer *out)
{
	char       text[sizeof "2024-01-31"];
	struct day day;
	char       hijri[96];
	int        year;
	int        month;
	int        of_month;

	snprintf(text, sizeof text, "%s", iso);
	if (strlen(text) != sizeof text - 1 || !day_parse(text, &day) ||
	    !hijri_of_day(day, &year, &month, &of_month))
		return false;
	snprintf(hijri, sizeof hijri, "%d %s %d", of_month,
	    month_name(MONTHS_HIJRI, month), year);
	buffer_add_string(out, hijri);
	return true;
}

/* Of a day, or of the first and the last of some days. */
static void
add_hijri(const struct app *app, struct facts *facts, const char *iso)
{
	struct buffer text  = { 0 };
	const char   *until = strchr(iso, '/');

	if (!write_hijri(iso, &text))
		return;
	if (until != NULL) {
		buffer_add_string(&text, " – ");
		if (!write_hijri(until + 1, &text))
			text.count -= strlen(" – ");
	}
	add(app, facts, MESSAGE_CARD_HIJRI, text.at, text.count);
	array_free(&text);
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

/* The words around a mention, with an ellipsis where its paragraph goes
 * on. */
static void
add_around(const struct reader *reader, const struct app *app,
    struct facts *facts, enum message label, size_t mention)
{
	static const char     ellipsis[] = "…";
	const struct article *article = reader->article;
	struct span           name    =
	    reader->analysis->mentions.at[mention].span;
	struct span           part    = article->parts.at[article_part_at(
	    article, name.start)].span;
	struct span           around  = part;
	struct buffer         words   = { 0 };

	if (name.start > part.start + AROUND)
		around.start = space_from(article, name.start - AROUND) + 1;
	if (around.start > name.start)
		around.start = name.start;
	if (part.end > name.end + AROUND)
		around.end = space_from(article, name.end + AROUND);
	if (around.end > part.end)
		around.end = part.end;
	if (around.start > part.start)
		buffer_add_string(&words, ellipsis);
	buffer_add(&words, article->text.at + around.start,
	    span_size(around));
	if (around.end < part.end)
		buffer_add_string(&words, ellipsis);
	add(app, facts, label, words.at, words.count);
	array_free(&words);
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

/* What it is called: its entity's fullest name, or its own text. */
static char *
own_name(const struct reader *reader)
{
	uint32_t    entity = mention_of(reader)->entity;
	const char *name;

	if (entity == NONE)
		return reader_name(reader, reader->focus);
	name = reader->analysis->entities->at[entity].name;
	return memory_string(name, strlen(name));
}

struct facts
facts_of(const struct reader *reader, const struct app *app)
{
	const struct mention *mention;
	struct facts          facts = { 0 };
	struct buffer         forms = { 0 };
	char                 *own;
	size_t                count;

	if (reader->focus == NO_FOCUS)
		return facts_of_spot(reader, app);
	mention = mention_of(reader);
	own = own_name(reader);
	count = gather(reader, own, &forms);
	add_string(app, &facts, MESSAGE_CARD_KIND,
	    kind_name(app, mention->kind));
	add_string(app, &facts, mention->entity == NONE ? MESSAGE_CARD_TEXT
	    : MESSAGE_CARD_NAME, own);
	if (forms.count > 0)
		add(app, &facts, MESSAGE_CARD_FORMS, forms.at, forms.count);
	if (mention->date != NONE)
		add_date(app, &facts,
		    &reader->analysis->dates.at[mention->date]);
	add_count(app, &facts, count);
	add_first_and_next(reader, app, &facts);
	add_string(app, &facts, MESSAGE_CARD_CORRECT,
	    app_text(app, MESSAGE_CARD_KEYS));
	array_free(&forms);
	free(own);
	return facts;
}

void
facts_free(struct facts *facts)
{
	for (size_t i = 0; i < facts->count; i++)
		array_free(&facts->at[i].value);
	array_free(facts);
}
