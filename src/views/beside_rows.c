/* beside_rows.c: two reports set into rows. */
#include "views/beside_rows.h"

enum { WIDE_FROM = 90 };        /* columns from which they stand side by
                                 * side */

void
beside_free_lines(struct beside *beside)
{
	for (int side = 0; side < SIDES; side++) {
		for (size_t i = 0; beside->lines[side] != NULL &&
		    i < beside->comparison->count; i++)
			lines_free(&beside->lines[side][i]);
		free(beside->lines[side]);
		beside->lines[side] = NULL;
	}
	beside->rows.count = 0;
}

static int
compare_styles(const void *a, const void *b)
{
	const struct style *one = a;
	const struct style *two = b;

	return one->span.start < two->span.start ? -1
	    : one->span.start > two->span.start;
}

/* Of two sentences that say the same, what differs; a sentence that stands
 * alone differs as a whole. */
static struct styles
styles_of_side(const struct counterpart *pair, int side)
{
	struct styles styles = { 0 };
	size_t        kept   = 0;

	if (!is_in_both(pair))
		return styles;
	for (size_t i = 0; i < pair->only[side].count; i++)
		array_add(&styles, (struct style){
		    pair->only[side].at[i].span, ROLE_HIT });
	for (size_t i = 0; i < pair->respelt.count; i++)
		array_add(&styles, (struct style){
		    pair->respelt.at[i].span[side], ROLE_SAME });
	if (styles.count == 0)
		return styles;
	qsort(styles.at, styles.count, sizeof *styles.at, compare_styles);
	for (size_t i = 1; i < styles.count; i++)
		if (styles.at[i].span.start >= styles.at[kept].span.end)
			styles.at[++kept] = styles.at[i];
	styles.count = kept + 1;
	return styles;
}

static void
set_side(struct beside *beside, size_t i, int side)
{
	const struct counterpart *pair   = &beside->comparison->at[i];
	struct styles             styles;

	if (span_is_empty(pair->span[side]))
		return;
	styles = styles_of_side(pair, side);
	beside->lines[side][i] = layout_paragraph(
	    beside->article[side]->text.at, pair->span[side], &styles,
	    &beside->layout);
	array_free(&styles);
}

static void
add_row(struct beside *beside, size_t pair, size_t a, size_t b)
{
	array_add(&beside->rows, (struct row){ pair, { a, b } });
}

/* The rows of a pair, and a blank one behind them. */
static void
add_pair(struct beside *beside, size_t i)
{
	size_t a = beside->lines[SIDE_A][i].count;
	size_t b = beside->lines[SIDE_B][i].count;

	if (beside->wide)
		for (size_t n = 0; n < a || n < b; n++)
			add_row(beside, i, n < a ? n : SIZE_MAX,
			    n < b ? n : SIZE_MAX);
	else {
		for (size_t n = 0; n < a; n++)
			add_row(beside, i, n, SIZE_MAX);
		for (size_t n = 0; n < b; n++)
			add_row(beside, i, SIZE_MAX, n);
	}
	if (i + 1 < beside->comparison->count)
		add_row(beside, i, SIZE_MAX, SIZE_MAX);
}

size_t
beside_row_of(const struct beside *beside, size_t pair)
{
	size_t row = 0;

	while (row + 1 < beside->rows.count &&
	    beside->rows.at[row].pair < pair)
		row++;
	return row;
}

void
beside_set(struct beside *beside, const struct app *app, size_t columns)
{
	struct layout_options layout = app->layout;
	size_t                count  = beside->comparison->count;
	bool                  wide   = columns >= WIDE_FROM;
	size_t                room   = wide ? (columns - BESIDE_GAP - 2) / 2
	    : columns > BESIDE_LABEL + 2 ? columns - BESIDE_LABEL - 2 : 1;
	size_t                pair   = beside->top < beside->rows.count
	    ? beside->rows.at[beside->top].pair : 0;

	if (layout.width > room)
		layout.width = room;
	if (beside->lines[SIDE_A] != NULL && beside->wide == wide &&
	    memcmp(&layout, &beside->layout, sizeof layout) == 0)
		return;
	beside_free_lines(beside);
	beside->layout = layout;
	beside->wide = wide;
	for (int side = 0; side < SIDES; side++) {
		beside->lines[side] = memory_new(count + 1,
		    sizeof *beside->lines[side]);
		for (size_t i = 0; i < count; i++)
			set_side(beside, i, side);
	}
	for (size_t i = 0; i < count; i++)
		add_pair(beside, i);
	beside->top = beside_row_of(beside, pair);
}
