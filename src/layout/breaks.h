/* breaks.h: where a line may end. Internal to layout. */
#ifndef QARI_LAYOUT_BREAKS_H
#define QARI_LAYOUT_BREAKS_H

#include "layout/paragraph.h"

/* Fills paragraph->breaks by UAX #14; never before the first letter. The
 * letters are not yet shaped. */
void breaks_find(struct paragraph *paragraph);

/* Whether the letters are all of the plain kinds for which breaks_plain()
 * gives what ICU gives. */
bool breaks_are_plain(const struct paragraph *paragraph);

/* The two ways, for tests. The second returns false when ICU has no data. */
void breaks_plain(struct paragraph *paragraph);
bool breaks_by_icu(struct paragraph *paragraph);

#endif
