/* multimap.h: numbers kept under hashes, any number under each. */
#ifndef QARI_LANGUAGE_MULTIMAP_H
#define QARI_LANGUAGE_MULTIMAP_H

#include <stdint.h>

#include "bytes/array.h"

#define MULTIMAP_END UINT32_MAX

struct multimap_entry {
	uint64_t hash;
	uint32_t value;
	uint32_t next;          /* entry of the same bucket; MULTIMAP_END */
};

struct multimap {
	uint32_t *buckets;      /* [mask + 1] the latest entry of each */
	size_t    mask;
	struct multimap_entries ARRAY_OF(struct multimap_entry) entries;
};

/* Begins as { 0 }; freed with multimap_free(). */
void multimap_add(struct multimap *map, uint64_t hash, uint32_t value);

/* The latest entry with that hash, and the one before `entry`;
 * MULTIMAP_END when there is none. */
uint32_t multimap_first(const struct multimap *map, uint64_t hash);
uint32_t multimap_next(const struct multimap *map, uint32_t entry);

/* The value of any entry with that hash; `none` when there is none. */
uint32_t multimap_value(const struct multimap *map, uint64_t hash,
    uint32_t none);

void multimap_free(struct multimap *map);

#endif
