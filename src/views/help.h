/* help.h: the view that shows every command with its keys. */
#ifndef QARI_VIEWS_HELP_H
#define QARI_VIEWS_HELP_H

#include "layout/layout.h"
#include "views/view.h"

/* The help in that language, its labels laid out as `options` says (width
 * aside). Freed by its kind. */
struct view *help_new(enum language language,
    const struct layout_options *options);

#endif
