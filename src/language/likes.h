/* likes.h: tokens of a text that are taken for the same, by their stems. */
#ifndef QARI_LANGUAGE_LIKES_H
#define QARI_LANGUAGE_LIKES_H

#include "language/decode.h"

enum {
	NO_GROUP,                       /* of a token that is not looked for */
	ALONE,                          /* of one that has no like */
	FIRST_GROUP
};

/* Groups the tokens of a text, each by its stem, or its own and the next
 * one's. `group[N]` gets the group of each, numbered as they come; returns
 * the number behind the last. */
size_t likes_group(const struct decoding *first, bool with_next,
    uint32_t *group);

#endif
