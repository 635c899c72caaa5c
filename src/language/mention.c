/* mention.c: lists of mentions, and how several become one. */
#include "language/mention.h"

#include <stdint.h>
#include <stdlib.h>

static int
by_preference(const void *a, const void *b)
{
	const struct mention *one = a;
	const struct mention *two = b;
	size_t size_one = span_size(one->span);
	size_t size_two = span_size(two->span);

	if (size_one != size_two)
		return size_one > size_two ? -1 : 1;
	if (one->finder != two->finder)
		return one->finder > two->finder ? -1 : 1;
	return one->span.start < two->span.start ? -1 :
	    one->span.start > two->span.start;
}

static void
take_all(struct mentions *into, const struct mentions *from)
{
	if (from == NULL)
		return;
	for (size_t i = 0; i < from->count; i++)
		if (!span_is_empty(from->at[i].span))
			array_add(into, from->at[i]);
}

/* Puts the mention where it belongs unless one that stands there is
 * preferred. */
static void
insert(struct mentions *sorted, const struct mention *mention)
{
	size_t place = mentions_at(sorted, mention->span.start);

	if (place < sorted->count &&
	    span_overlaps(sorted->at[place].span, mention->span))
		return;
	array_reserve(sorted, 1);
	memmove(sorted->at + place + 1, sorted->at + place,
	    (sorted->count - place) * sizeof *sorted->at);
	sorted->at[place] = *mention;
	sorted->count++;
}

struct mentions
mentions_merge(const struct mentions *known, const struct mentions *tagged,
    const struct mentions *dates)
{
	struct mentions all    = { 0 };
	struct mentions sorted = { 0 };

	take_all(&all, known);
	take_all(&all, tagged);
	take_all(&all, dates);
	if (all.count > 0)
		qsort(all.at, all.count, sizeof *all.at, by_preference);
	for (size_t i = 0; i < all.count; i++)
		insert(&sorted, &all.at[i]);
	array_free(&all);
	return sorted;
}

size_t
mentions_at(const struct mentions *mentions, size_t byte)
{
	return span_find(mentions->at, mentions->count, sizeof *mentions->at,
	    byte);
}
