/* key.h: what names that could be one share: what is left of their letters
 * when those that spellings differ in are dropped or made one. */
#ifndef QARI_LIBRARY_KEY_H
#define QARI_LIBRARY_KEY_H

#include <stddef.h>
#include <stdint.h>

#include "language/kind.h"

enum { KEYS_MOST = 4 };

/* What a key was made of. */
enum key_kind {
	KEY_WHOLE,
	KEY_ENDS,               /* first and last word */
	KEY_SURNAME,            /* the last word of several */
	KEY_ALONE               /* the only word */
};

struct keys {
	int64_t at[KEYS_MOST];          /* [count] */
	size_t  count;
};

/* A number that spellings of one name, folded, share. */
uint64_t name_skeleton(const char *folded, size_t size, uint64_t seed);

/* Adds the key made of a skeleton. */
void keys_add(struct keys *keys, enum kind kind, enum key_kind of,
    uint64_t key);

/* The keys of a name. People are one when first and last word are; other
 * names also without their first word (جمهورية) or their last (العربية). */
struct keys keys_of(enum kind kind, const char *folded);

#endif
