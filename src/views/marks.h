/* marks.h: places in an article that a letter leads back to. A place is a
 * byte of the text. */
#ifndef QARI_VIEWS_MARKS_H
#define QARI_VIEWS_MARKS_H

#include "bytes/array.h"
#include "screen/key.h"

struct mark {
	key_code letter;
	size_t   byte;
};

struct marks ARRAY_OF(struct mark);

void marks_set(struct marks *marks, key_code letter, size_t byte);

/* False when there is no such mark. */
bool marks_get(const struct marks *marks, key_code letter, size_t *byte);

#endif
