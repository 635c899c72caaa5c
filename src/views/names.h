/* names.h: the view that lists who, where and when, by kind. */
#ifndef QARI_VIEWS_NAMES_H
#define QARI_VIEWS_NAMES_H

#include "views/reader.h"

/* `reader` lies below it and is lent. */
struct view *names_new(struct reader *reader);

#endif
