/* bidi.h: levels of letters and their order on a line (UAX #9). Internal to
 * layout. */
#ifndef QARI_LAYOUT_BIDI_H
#define QARI_LAYOUT_BIDI_H

#include "layout/paragraph.h"

/* Fills paragraph->level and ->direction: P2 to I2, and L1 without its
 * fourth part. */
void levels_resolve(struct paragraph *paragraph, enum direction base);

/* Fills paragraph->types with FriBidi's names of the classes; returns how
 * many runs of one class there are. */
size_t bidi_types(const struct paragraph *paragraph);

/* The runs of letters [start, end), a line or its visible part, in visual
 * order from left to right (L1 part 4, L2), replacing what `runs` held. The
 * letters of a run of odd level go from right to left. */
void line_reorder(const struct paragraph *paragraph, size_t start, size_t end,
    struct runs *runs);

#endif
