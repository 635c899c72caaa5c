/* fill.h: letters to lines. Internal to layout. */
#ifndef QARI_LAYOUT_FILL_H
#define QARI_LAYOUT_FILL_H

#include "layout/paragraph.h"

/* The line that starts at letter `start`: as many letters as fit into
 * `width` columns, ending where a line may end or else between any two
 * cells. White space at a line's end hangs beyond `end`; at the paragraph's
 * end it stays as far as there is room. Sets paragraph->columns of the
 * line's tabs. `next` > `start` unless the paragraph is empty. Calling it
 * for one line after the other takes linear time. */
struct range line_fill(struct paragraph *paragraph, size_t start,
    size_t width);

#endif
