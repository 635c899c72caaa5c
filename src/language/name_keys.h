/* name_keys.h: hashes by which the names that may be one find each other. */
#ifndef QARI_LANGUAGE_NAME_KEYS_H
#define QARI_LANGUAGE_NAME_KEYS_H

#include "bytes/array.h"
#include "language/name.h"

struct name_key {
	uint64_t kept;          /* the hash this name is kept under */
	uint64_t sought;        /* the hash others are kept under that it may
	                         * be one with */
};

struct name_keys ARRAY_OF(struct name_key);

/* Appends the keys of a name that was looked up. Of two names that
 * compare_names() does not tell apart, or of which one is the other cut
 * short, each seeks a hash the other is kept under. */
void name_keys_add(struct name_keys *keys, enum kind kind,
    const struct name *name);

#endif
