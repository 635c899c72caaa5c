/* names_rows.c: the rows of the index of names. */
#include "views/names_rows.h"

/* Mentions of the same beside one another, in the order of the text. An
 * unresolved date is the same as none. */
static int
compare_same(const void *a, const void *b)
{
	const struct name *one = a;
	const struct name *two = b;
	int                iso = strcmp(one->iso, two->iso);

	if (one->entity != two->entity)
		return one->entity < two->entity ? -1 : 1;
	if (iso != 0)
		return iso;
	return one->first < two->first ? -1 : one->first > two->first;
}

static bool
is_same(const struct name *one, const struct name *two)
{
	return one->entity == two->entity && strcmp(one->iso, two->iso) == 0 &&
	    (one->entity != NONE || one->iso[0] != '\0');
}

/* The most mentioned first, dates as they come in the text. */
static int
compare_rows(const void *a, const void *b)
{
	const struct name *one = a;
	const struct name *two = b;

	if (one->mentions != two->mentions && one->kind != KIND_DATE)
		return one->mentions < two->mentions ? 1 : -1;
	return one->first < two->first ? -1 : one->first > two->first;
}

static struct name
name_of(const struct reader *reader, size_t i)
{
	const struct analysis *analysis = reader->analysis;
	const struct mention  *mention  = &analysis->mentions.at[i];

	return (struct name){
		.kind     = mention->kind,
		.entity   = mention->entity,
		.iso      = mention->date == NONE ? ""
		    : analysis->dates.at[mention->date].iso,
		.first    = i,
		.mentions = 1,
	};
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
		if (is_same(&row[kept], &row[i]))
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

static void
add_kind(struct names_rows *rows, const struct reader *reader, bool others,
    enum kind kind)
{
	const struct mentions *mentions = &reader->analysis->mentions;
	size_t                 heading  = rows->count;
	size_t                 first    = heading + 1;

	array_add(rows, (struct name){ .kind = kind, .heading = true,
	    .iso = "" });
	for (size_t i = 0; i < mentions->count; i++)
		if (mentions->at[i].kind == kind &&
		    (!others || is_other(reader, i)))
			array_add(rows, name_of(reader, i));
	rows->at[heading].mentions = rows->count - first;
	if (rows->count == first) {
		rows->count = heading;
		return;
	}
	sort(rows, first, compare_same);
	join(rows, first);
	sort(rows, first, compare_rows);
}

void
names_rows_make(struct names_rows *rows, const struct reader *reader,
    bool others)
{
	rows->count = 0;
	if (reader->analysis == NULL)
		return;
	for (int kind = 0; kind < KINDS; kind++)
		add_kind(rows, reader, others, (enum kind)kind);
}
