/* article_row.h: how a list shows an article: its flags, headline, source
 * and date or length, each laid out alone, from the interface's start side
 * on. */
#ifndef QARI_VIEWS_ARTICLE_ROW_H
#define QARI_VIEWS_ARTICLE_ROW_H

#include "views/list.h"

struct article_row {
	const char *flags;              /* "" or a few signs */
	const char *headline;
	const char *tags;               /* "" when there are none */
	const char *source;             /* or section; "" when not known */
	const char *end;                /* what stands at the end side */
	bool        dimmed;             /* there is no headline but a name; the
	                                 * end takes what room it needs */
};

/* The columns of a screen of rows, as wide as what is in them. */
struct article_columns {
	size_t flags;
	size_t source;
	size_t end;
};

/* Makes the columns as wide as the row needs. */
void article_columns_take(struct article_columns *columns,
    const struct article_row *row, const struct app *app);

/* Makes them less where the headline would have too little of `width`. */
void article_columns_fit(struct article_columns *columns, size_t width);

/* Draws row `i` of the list. */
void article_row_draw(const struct article_row *row,
    const struct article_columns *columns, const struct list *list,
    const struct app *app, struct grid *grid, struct box box, size_t i);

#endif
