/* styles.h: what words mean to what they look like: mentions, hits and the
 * focus become styles, and styles are laid over the cells of a grid. */
#ifndef QARI_VIEWS_STYLES_H
#define QARI_VIEWS_STYLES_H

#include "language/find.h"
#include "language/analysis.h"
#include "layout/grid.h"
#include "views/view.h"

/* What stands out in a text. */
struct highlights {
	const struct mentions *mentions;        /* may be NULL */
	const struct dates    *dates;           /* of the mentions */
	enum kind              only;            /* KINDS: all stand out */
	size_t                 focus;           /* mention; SIZE_MAX: none */
	const struct needle   *needle;          /* may be NULL */
	struct span            hit;             /* the current one, or empty */
	struct span            selected;        /* or empty */
};

enum role role_of_kind(enum kind kind);

/* The styles of what stands out in `window` of `text[size]`, sorted, without
 * overlaps: mentions lie lowest, those of the same as the focus in a look of
 * their own, then hits, the focus, the current hit, what is selected. The
 * caller frees them. */
struct styles styles_of(const struct highlights *highlights,
    const char *text, size_t size, struct span window);

/* `above` laid over `below`. The caller frees the result. */
struct styles styles_over(const struct styles *below,
    const struct styles *above);

/* Gives the cells their styles' roles; stand-ins for controls keep theirs. */
void styles_paint(const struct styles *styles, struct cell *cells,
    size_t count);

/* The same for all rows of `box`. */
void styles_paint_box(const struct styles *styles, struct grid *grid,
    struct box box);

#endif
