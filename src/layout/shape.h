/* shape.h: letters to their presentation forms. Internal to layout. */
#ifndef QARI_LAYOUT_SHAPE_H
#define QARI_LAYOUT_SHAPE_H

#include "layout/paragraph.h"

/* Replaces Arabic letters by the forms their neighbours ask for, over the
 * whole paragraph, so that a word cut by a line's end keeps its forms; lam
 * and alef become one letter. Levels are resolved before. */
void letters_shape(struct paragraph *paragraph);

#endif
