/* ids.c: sets of articles, as sorted row numbers. */
#include "library/ids.h"

static int
compare(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a;
	int64_t y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

void
ids_sort(struct ids *ids)
{
	size_t kept = 0;

	if (ids->count > 0)
		qsort(ids->at, ids->count, sizeof *ids->at, compare);
	for (size_t i = 0; i < ids->count; i++)
		if (kept == 0 || ids->at[kept - 1] != ids->at[i])
			ids->at[kept++] = ids->at[i];
	ids->count = kept;
}

bool
ids_hold(const struct ids *ids, int64_t id)
{
	return ids->count > 0 && bsearch(&id, ids->at, ids->count,
	    sizeof *ids->at, compare) != NULL;
}

void
ids_keep(struct ids *ids, const struct ids *others, bool without)
{
	size_t kept = 0;

	for (size_t i = 0; i < ids->count; i++)
		if (ids_hold(others, ids->at[i]) != without)
			ids->at[kept++] = ids->at[i];
	ids->count = kept;
}
