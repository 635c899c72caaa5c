/* names_rows.c: the rows of the index of names. */
#include "views/names_rows.h"

#include <string.h>

#include "language/fold.h"
#include "library/period.h"

/* Names by entity, dates by value, and those without one by their text. */
static int
compare_what(const struct name *one, const struct name *two)
{
	int iso = strcmp(one->iso, two->iso);

	if (one->entity != two->entity)
		return one->entity < two->entity ? -1 : 1;
	if (iso != 0)
		return iso;
	if (one->size != two->size)
		return one->size < two->size ? -1 : 1;
	return memcmp(one->text, two->text, one->size);
}

/* Mentions of the same beside one another, in the order of the text. */
static int
compare_same(const void *a, const void *b)
{
	const struct name *one  = a;
	const struct name *two  = b;
	int                what = compare_what(one, two);

	if (what != 0)
		return what;
	return one->first < two->first ? -1 : one->first > two->first;
}

/* The most mentioned first, dates in order of time. */
static int
compare_rows(const void *a, const void *b)
{
	const struct name *one = a;
	const struct name *two = b;

	if (one->day != two->day)
		return one->day < two->day ? -1 : 1;
	if (one->mentions != two->mentions && one->kind != KIND_DATE)
		return one->mentions < two->mentions ? 1 : -1;
	return one->first < two->first ? -1 : one->first > two->first;
}

static struct name
name_of(const struct reader *reader, size_t i)
{
	const struct analysis *analysis = reader->analysis;
	const struct mention  *mention  = &analysis->mentions.at[i];
	struct name            name     = {
		.kind     = mention->kind,
		.entity   = mention->entity,
		.iso      = mention->date == NONE ? ""
		    : analysis->dates.at[mention->date].iso,
		.text     = "",
		.first    = i,
		.mentions = 1,
	};
	int64_t last;

	if (!period_of(name.iso, strlen(name.iso), &name.day, &last))
		name.day = UNDATED;
	if (name.entity == NONE && *name.iso == '\0') {
		name.text = reader->article->text.at + mention->span.start;
		name.size = span_size(mention->span);
	}
	return name;
}

static void
sort(struct names_rows *rows, size_t first,
    int (*compare)(const void *, const void *))
{
	if (rows->count > first)
		qsort(rows->at + first, rows->count - first,
		    sizeof *rows->at, compare);
}

/* Joins the rows from `first` on that are of the same. */
static void
join(struct names_rows *rows, size_t first)
{
	struct name *row  = rows->at;
	size_t       kept = first;

	for (size_t i = first + 1; i < rows->count; i++)
		if (compare_what(&row[kept], &row[i]) == 0)
			row[kept].mentions++;
		else
			row[++kept] = row[i];
	rows->count = kept + 1;
}

/* Whether the focus could be the same as the mention. */
static bool
is_other(const struct reader *reader, size_t mention)
{
	const struct mention *at = reader->analysis->mentions.at;

	return reader->focus == NO_FOCUS ||
	    (at[mention].kind == at[reader->focus].kind &&
	    at[mention].entity != NONE &&
	    !reader_same(reader, mention, reader->focus));
}

static bool
holds(const char *text, size_t size, const char *words)
{
	struct buffer folded = { 0 };
	bool          found;

	fold_text(text, size, &folded);
	array_add(&folded, '\0');
	found = strstr(folded.at, words) != NULL;
	array_free(&folded);
	return found;
}

/* Keeps the rows from `first` on that have the words in them: in the fullest
 * name, in the text of the first mention, or in the value of a date. */
static void
filter(struct names_rows *rows, size_t first, const struct reader *reader,
    const char *words)
{
	const struct analysis *analysis = reader->analysis;
	size_t                 kept     = first;

	for (size_t i = first; i < rows->count; i++) {
		struct name *row  = &rows->at[i];
		struct span  span = analysis->mentions.at[row->first].span;
		const char  *name = row->entity == NONE ? row->iso
		    : analysis->entities->at[row->entity].name;

		if (holds(name, strlen(name), words) ||
		    holds(reader->article->text.at + span.start,
		    span_size(span), words))
			rows->at[kept++] = *row;
	}
	rows->count = kept;
}

static void
add_kind(struct names_rows *rows, const struct reader *reader,
    const struct names_wanted *wanted, enum kind kind)
{
	const struct mentions *mentions = &reader->analysis->mentions;
	size_t                 heading  = rows->count;
	size_t                 first    = heading + 1;

	array_add(rows, (struct name){ .kind = kind, .heading = true,
	    .iso = "" });
	for (size_t i = 0; i < mentions->count; i++)
		if (mentions->at[i].kind == kind &&
		    (!wanted->others || is_other(reader, i)))
			array_add(rows, name_of(reader, i));
	if (rows->count > first) {
		sort(rows, first, compare_same);
		join(rows, first);
	}
	if (*wanted->words != '\0')
		filter(rows, first, reader, wanted->words);
	if (rows->count == first) {
		rows->count = heading;
		return;
	}
	for (size_t i = first; i < rows->count; i++)
		rows->at[heading].mentions += rows->at[i].mentions;
	sort(rows, first, compare_rows);
}

void
names_rows_make(struct names_rows *rows, const struct reader *reader,
    const struct names_wanted *wanted)
{
	rows->count = 0;
	if (reader->analysis == NULL)
		return;
	for (int kind = 0; kind < KINDS; kind++)
		if (wanted->only == KINDS || (int)wanted->only == kind)
			add_kind(rows, reader, wanted, (enum kind)kind);
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
