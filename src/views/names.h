/* names.h: the view that lists who, where and when, by kind. */
#ifndef QARI_VIEWS_NAMES_H
#define QARI_VIEWS_NAMES_H

#include "views/reader.h"

/* `reader` lies below it and is lent. */
struct view *names_new(struct reader *reader);

/* Its dates alone, in order of time. */
struct view *names_new_dates(struct reader *reader);

/* The same as a question: which of them is the same as the reader's focus?
 * Enter has the reader say so. There must be others of its kind. */
struct view *names_new_same(struct reader *reader);

#endif
