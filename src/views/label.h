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

/* Puts `text[size]`, a sentence of the interface, at the strip's start side,
 * which is the right one when `options->base`, its direction, is right to
 * left, and cuts it to fit. Takes the columns it covered off the strip. */
void label_put(struct grid *grid, struct strip *strip, const char *text,
    size_t size, enum role role, const struct layout_options *options);

/* Whether most letters of the text are Latin ones: then one Arabic name in it
 * does not turn it round. */
bool label_is_latin(const char *text, size_t size);

/* label_put() for a text that has a direction of its own: a headline, a
 * name. */
void label_put_text(struct grid *grid, struct strip *strip, const char *text,
    size_t size, enum role role, const struct layout_options *options);

/* The same as label_put() at the strip's end side. */
void label_put_at_end(struct grid *grid, struct strip *strip,
    const char *text, size_t size, enum role role,
    const struct layout_options *options);

/* How many columns `text[size]` takes when nothing cuts it. */
size_t label_width(const char *text, size_t size,
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
