/* shift.c: rows of the screen that only moved. */
#include "screen/shift.h"

#include <stdlib.h>
#include <string.h>

/* FNV-1a over what can be seen of the row. */
static struct row_sum
sum_of(const struct cell *cell, size_t cells, const bool erasable[ROLES])
{
	struct row_sum sum = { .hash = 14695981039346656037u };

	for (size_t i = 0; i < cells; i++) {
		uint64_t seen  = cell[i].letter;
		bool     blank = seen == ' ' && cell[i].mark[0] == 0 &&
		    erasable[cell[i].role];

		if (!blank) {
			seen |= (uint64_t)cell[i].role << 32 |
			    (uint64_t)cell[i].mark[0] << 40;
			sum.text++;
		}
		sum.hash = (sum.hash ^ seen) * 1099511628211u;
	}
	return sum;
}

/* Looks for the longest stretch of rows that stood `by` rows further down,
 * and keeps it in `best` when it spares more. */
static void
try_shift(const struct row_sum *old, const struct row_sum *new, long rows,
    long by, struct shift *best)
{
	long start = by > 0 ? 0 : -by;
	long end   = by > 0 ? rows - by : rows;

	for (long row = start; row < end; row++) {
		struct shift found = { .by = by };
		long         from  = row;

		for (; row < end && new[row].hash == old[row + by].hash; row++)
			if (new[row].hash != old[row].hash)
				found.spared += new[row].text;
		found.top = (size_t)(by > 0 ? from : from + by);
		found.bottom = (size_t)(by > 0 ? row + by : row);
		if (found.spared > best->spared)
			*best = found;
	}
}

struct shift
shift_find(const struct grid *old, const struct grid *new,
    const bool erasable[ROLES], struct row_sum *sums)
{
	struct shift    best = { 0 };
	struct row_sum *news = sums + new->rows;

	for (size_t row = 0; row < new->rows; row++) {
		sums[row] = sum_of(grid_cell(old, row, 0), old->columns,
		    erasable);
		news[row] = sum_of(grid_cell(new, row, 0), new->columns,
		    erasable);
	}
	for (long by = 1; by < (long)new->rows; by++) {
		try_shift(sums, news, (long)new->rows, by, &best);
		try_shift(sums, news, (long)new->rows, -by, &best);
	}
	return best;
}

void
shift_apply(struct grid *grid, struct shift shift)
{
	size_t by    = (size_t)labs(shift.by);
	size_t kept  = shift.bottom - shift.top - by;
	size_t from  = shift.by > 0 ? shift.top + by : shift.top;
	size_t to    = shift.by > 0 ? shift.top : shift.top + by;
	size_t freed = shift.by > 0 ? shift.bottom - by : shift.top;

	memmove(grid_cell(grid, to, 0), grid_cell(grid, from, 0),
	    kept * grid->columns * sizeof *grid->cell);
	for (size_t i = 0; i < by; i++)
		grid_fill_row(grid, freed + i, ROLE_TEXT);
}
