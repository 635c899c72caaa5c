/* months.c: how often, month by month, as bars of characters. */
#include "views/months.h"

enum {
	LEVELS     = 8,         /* heights a cell can show */
	WIDE_MOST  = 4,         /* columns of a bar, where there is room */
	BARS_MOST  = 200
};

static int64_t
number_of(const struct month_count *month)
{
	return (int64_t)month->year * 12 + month->month - 1;
}

/* A bar's cell that is filled to `level` of LEVELS. */
static char32_t
block(size_t level, bool plain)
{
	static const char32_t blocks[] = U" ▁▂▃▄▅▆▇█";
	static const char32_t letters[] = U" ..::||##";

	return plain ? letters[level] : blocks[level];
}

struct bars {
	size_t height[BARS_MOST];       /* articles */
	size_t count;
	size_t highest;
};

static struct bars
bars_of(const struct month_counts *months, size_t columns)
{
	struct bars bars  = { 0 };
	int64_t     first = number_of(&months->at[0]);
	int64_t     last  = number_of(&months->at[months->count - 1]);
	int64_t     wide;

	columns = columns < BARS_MOST ? columns : BARS_MOST;
	wide = (last - first) / (int64_t)columns + 1;
	bars.count = (size_t)((last - first) / wide) + 1;
	for (size_t i = 0; i < months->count; i++) {
		size_t at = (size_t)((number_of(&months->at[i]) - first) /
		    wide);

		bars.height[at] += months->at[i].articles;
		if (bars.height[at] > bars.highest)
			bars.highest = bars.height[at];
	}
	return bars;
}

/* One month with articles among many shows at least as the lowest bar. */
static size_t
level_of(const struct bars *bars, size_t i, size_t rows)
{
	size_t most  = rows * LEVELS;
	size_t level = bars->height[i] * most / bars->highest;

	return bars->height[i] > 0 && level == 0 ? 1 : level;
}

static void
draw_column(const struct bars *bars, size_t i, const struct app *app,
    struct grid *grid, struct box box, size_t rows)
{
	bool   rtl    = app_label_options(app).base == DIRECTION_RTL;
	bool   plain  = strcmp(app->theme->name, "mono") == 0;
	size_t wide   = box.columns / bars->count;
	size_t at     = i / (wide < WIDE_MOST ? wide : WIDE_MOST);
	size_t column = box.column + (rtl ? box.columns - 1 - i : i);
	size_t level  = at < bars->count ? level_of(bars, at, rows) : 0;

	for (size_t row = rows; row-- > 0 && level > 0;) {
		struct cell *cell  = grid_cell(grid, box.row + row, column);
		size_t       shown = level < LEVELS ? level : LEVELS;

		cell->letter = block(shown, plain);
		cell->role = ROLE_DATE;
		level -= shown;
	}
}

void
months_draw(const struct month_counts *months, const struct app *app,
    struct grid *grid, struct box box, size_t rows)
{
	struct bars bars;

	if (months->count == 0 || box.columns == 0 || rows > box.rows)
		return;
	bars = bars_of(months, box.columns);
	for (size_t i = 0; i < box.columns; i++)
		draw_column(&bars, i, app, grid, box, rows);
}
