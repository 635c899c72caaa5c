/* card.h: the box that tells what is known of the mention one is at. */
#ifndef QARI_VIEWS_CARD_H
#define QARI_VIEWS_CARD_H

#include "views/reader.h"

/* Of the reader's focus, or spot. `reader` lies below it and is lent. */
struct view *card_new(struct reader *reader);

#endif
