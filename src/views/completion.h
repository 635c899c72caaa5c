/* completion.h: shells complete our command line. */
#ifndef QARI_VIEWS_COMPLETION_H
#define QARI_VIEWS_COMPLETION_H

#include "views/option.h"

/* Appends the script by which that shell completes tasks, options and their
 * values. */
void completion_write(enum shell shell, struct buffer *out);

#endif
