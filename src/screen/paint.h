/* paint.h: a grid to the bytes that make a terminal show it. */
#ifndef QARI_SCREEN_PAINT_H
#define QARI_SCREEN_PAINT_H

#include "bytes/array.h"
#include "layout/grid.h"
#include "screen/caps.h"

struct painter;

/* A painter for terminals of those capabilities, lent for its life. */
struct painter *painter_new(const struct caps *caps);

/* The looks of the roles from now on; what is shown already stays. */
void painter_set_theme(struct painter *painter, const struct theme *theme);

/* The terminal shows anything: the next grid is sent whole. */
void painter_forget(struct painter *painter);

/* Appends to `out` the bytes that make the terminal show `grid`, knowing
 * what it was last told to show: nothing for the same grid. They set no mode
 * that outlives them, and end with the default look. */
void painter_paint(struct painter *painter, const struct grid *grid,
    struct buffer *out);

void painter_free(struct painter *painter);

#endif
