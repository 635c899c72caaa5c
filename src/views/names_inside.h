/* names_inside.h: what names.c and names_draw.c share. */
#ifndef QARI_VIEWS_NAMES_INSIDE_H
#define QARI_VIEWS_NAMES_INSIDE_H

#include "views/list.h"
#include "views/names_rows.h"

struct names {
	struct view    view;
	struct reader *reader;          /* lent */
	struct list    list;
	struct names_rows rows;
	size_t         mentions;        /* there were when it was made … */
	size_t         analyses;        /* … in this analysis */
	bool           asks;            /* which is the same as the focus */
	enum kind      only;            /* of this kind; KINDS: of all */
	struct buffer  words;           /* of the rows shown, as typed */
	size_t         numbers;         /* columns of the counts shown … */
	bool           bare;            /* … which are numbers alone */
};

/* Draws the rows of the list that the box has room for. */
void names_draw_rows(struct names *names, const struct app *app,
    struct grid *grid, struct box box);

#endif
