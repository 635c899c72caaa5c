/* label.h: short texts on the grid, each laid out alone: so that a name in
 * one script never moves its neighbours. */
#ifndef QARI_VIEWS_LABEL_H
#define QARI_VIEWS_LABEL_H

#include "layout/grid.h"
#include "layout/layout.h"

struct strip {                  /* columns of one row */
	size_t row;
	size_t left;
	size_t columns;
};

/* Puts `text[size]` at the strip's start side, which is the right one when
 * `options->base` is right to left, and cuts it to fit. The text's own
 * direction is found from its letters; without any it is the base. Takes the
 * columns it covered off the strip. */
void label_put(struct grid *grid, struct strip *strip, const char *text,
    size_t size, enum role role, const struct layout_options *options);

/* The same at the strip's end side. */
void label_put_at_end(struct grid *grid, struct strip *strip,
    const char *text, size_t size, enum role role,
    const struct layout_options *options);

/* Takes `columns` off the strip's start side and returns them as a strip. */
struct strip strip_cut(struct strip *strip, size_t columns,
    enum direction base);

/* The same off its end side. */
struct strip strip_cut_end(struct strip *strip, size_t columns,
    enum direction base);

/* All columns of `row` of the grid. */
struct strip strip_of_row(const struct grid *grid, size_t row);

#endif
