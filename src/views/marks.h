/* marks.h: places in an article that a letter leads back to. */
#ifndef QARI_VIEWS_MARKS_H
#define QARI_VIEWS_MARKS_H

#include "screen/key.h"
#include "views/page.h"

struct mark {
	key_code     letter;
	struct place place;
};

struct marks ARRAY_OF(struct mark);

void marks_set(struct marks *marks, key_code letter, struct place place);

/* False when there is no such mark. */
bool marks_get(const struct marks *marks, key_code letter,
    struct place *place);

#endif
