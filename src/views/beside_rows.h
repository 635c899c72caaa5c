/* beside_rows.h: the view of two reports, as its own files see it: set into
 * rows, side by side or one sentence below the other. */
#ifndef QARI_VIEWS_BESIDE_ROWS_H
#define QARI_VIEWS_BESIDE_ROWS_H

#include "layout/layout.h"
#include "library/compare.h"
#include "views/app.h"

#define BESIDE_GAP   3          /* columns between the two */
#define BESIDE_LABEL 3          /* columns for A and B, where they stand one
                                 * below the other */

/* One row of the screen: a line of either report, or of both. */
struct row {
	size_t pair;
	size_t line[SIDES];             /* SIZE_MAX: none */
};

struct beside {
	struct view        view;
	struct article    *article[SIDES];      /* owned */
	struct comparison *comparison;          /* empty … */
	struct comparing  *comparing;           /* … while there is this, … */
	bool               compared;            /* … or before */
	size_t             percent;             /* of it that is done */
	struct lines      *lines[SIDES];        /* [comparison->count] */
	struct layout_options layout;           /* they were set with */
	bool               wide;
	struct rows ARRAY_OF(struct row) rows;
	size_t             top;                 /* row */
	size_t             shown;               /* rows of the box */
};

static inline bool
is_in_both(const struct counterpart *pair)
{
	return !span_is_empty(pair->span[SIDE_A]) &&
	    !span_is_empty(pair->span[SIDE_B]);
}

/* Sets all sentences for a box of so many columns, if they are not; the pair
 * at the top stays there. */
void beside_set(struct beside *beside, const struct app *app,
    size_t columns);

/* The first row of a pair. */
size_t beside_row_of(const struct beside *beside, size_t pair);

void beside_free_lines(struct beside *beside);

/* Takes the two; false when one cannot be read, which is said. Whether they
 * are so short that they are compared before anything is shown. One slice of
 * reading and comparing them; false when nothing is left, or, said as well,
 * one could not be read on and the view is gone. */
bool beside_take(struct beside *beside, struct app *app,
    const struct chosen *first, const struct chosen *second);
bool beside_is_brief(const struct beside *beside);
bool beside_work(struct view *view, struct app *app);

#endif
