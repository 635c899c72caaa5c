/* cells.h: letters to the cells of lines. Internal to layout. */
#ifndef QARI_LAYOUT_CELLS_H
#define QARI_LAYOUT_CELLS_H

#include "layout/paragraph.h"

/* Fills paragraph->role: that of the style a letter's byte lies in, `role`
 * where there is none. `styles` may be NULL. */
void roles_assign(struct paragraph *paragraph, const struct styles *styles,
    enum role role);

/* Gives stand-ins for controls their own role. */
void roles_of_controls(struct paragraph *paragraph);

/* Appends a line that stands for the bytes of letters [range.start,
 * range.next): no cells yet, but the guard that `options` may ask for. */
void line_begin(struct lines *lines, const struct paragraph *paragraph,
    struct range range, const struct layout_options *options);

/* Appends to the last line the cells of letters [range.start, range.end), in
 * the order and the forms that `display` asks for. */
void line_cells(struct lines *lines, struct paragraph *paragraph,
    struct range range, enum display display);

/* Appends one cell to the last line. */
void line_add(struct lines *lines, struct cell cell);

/* Lends the lines their cells, when there will be no more. */
void lines_settle(struct lines *lines);

#endif
