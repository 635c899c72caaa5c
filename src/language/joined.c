/* joined.c: names that the reader says are one. Names that are one are of
 * one class. */
#include "language/joined.h"

#include <string.h>

#include "bytes/memory.h"

struct row {
	char  *letters;                 /* [size] of the name; owned */
	size_t size;
	size_t class;
};

struct class {
	uint32_t entity[KINDS];
};

struct joined {
	struct rows    ARRAY_OF(struct row)   rows;     /* sorted */
	struct classes ARRAY_OF(struct class) classes;
};

struct joined *
joined_new(void)
{
	return memory_new(1, sizeof(struct joined));
}

static int
compare(const struct row *row, const char *letters, size_t size)
{
	if (row->size != size)
		return row->size < size ? -1 : 1;
	return memcmp(row->letters, letters, size);
}

/* The first row that does not come before the letters. */
static size_t
place_of(const struct joined *joined, const char *letters, size_t size)
{
	size_t low = 0, high = joined->rows.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare(&joined->rows.at[middle], letters, size) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct row *
find(const struct joined *joined, const struct name *name)
{
	size_t      size;
	const char *letters = name_from(name, 0, false, &size);
	size_t      place   = place_of(joined, letters, size);

	if (place < joined->rows.count &&
	    compare(&joined->rows.at[place], letters, size) == 0)
		return &joined->rows.at[place];
	return NULL;
}

static size_t
new_class(struct joined *joined)
{
	struct class class;

	for (int kind = 0; kind < KINDS; kind++)
		class.entity[kind] = NONE;
	array_add(&joined->classes, class);
	return joined->classes.count - 1;
}

static void
add_row(struct joined *joined, const struct name *name, size_t class)
{
	struct row  row     = { .class = class };
	const char *letters = name_from(name, 0, false, &row.size);
	size_t      place   = place_of(joined, letters, row.size);

	row.letters = memory_string(letters, row.size);
	array_reserve(&joined->rows, 1);
	memmove(joined->rows.at + place + 1, joined->rows.at + place,
	    (joined->rows.count - place) * sizeof row);
	joined->rows.at[place] = row;
	joined->rows.count++;
}

/* All names of class `b` are of class `a` from now on. */
static void
unite(struct joined *joined, size_t a, size_t b)
{
	for (size_t i = 0; i < joined->rows.count; i++)
		if (joined->rows.at[i].class == b)
			joined->rows.at[i].class = a;
	for (int kind = 0; kind < KINDS; kind++)
		if (joined->classes.at[a].entity[kind] == NONE)
			joined->classes.at[a].entity[kind] =
			    joined->classes.at[b].entity[kind];
}

void
joined_add(struct joined *joined, const char *a, const char *b)
{
	struct name one, two;
	struct row *row_one, *row_two;

	name_read(&one, a, strlen(a));
	name_read(&two, b, strlen(b));
	row_one = find(joined, &one);
	row_two = find(joined, &two);
	if (row_one != NULL && row_two != NULL) {
		if (row_one->class != row_two->class)
			unite(joined, row_one->class, row_two->class);
	} else if (row_one != NULL)
		add_row(joined, &two, row_one->class);
	else if (row_two != NULL)
		add_row(joined, &one, row_two->class);
	else {
		size_t class = new_class(joined);

		add_row(joined, &one, class);
		if (find(joined, &two) == NULL)
			add_row(joined, &two, class);
	}
}

uint32_t *
joined_entity(struct joined *joined, enum kind kind, const struct name *name)
{
	struct row *row = joined->rows.count == 0 ? NULL
	    : find(joined, name);

	return row == NULL ? NULL
	    : &joined->classes.at[row->class].entity[kind];
}

void
joined_free(struct joined *joined)
{
	if (joined == NULL)
		return;
	for (size_t i = 0; i < joined->rows.count; i++)
		free(joined->rows.at[i].letters);
	array_free(&joined->rows);
	array_free(&joined->classes);
	free(joined);
}
