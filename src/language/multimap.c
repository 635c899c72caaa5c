/* multimap.c: numbers kept under hashes. What stands under one hash is a
 * list, so that adding to it does not walk over it. */
#include "language/multimap.h"

#include <stdlib.h>
#include <string.h>

#include "bytes/memory.h"

enum { LEAST = 64 };            /* buckets, a power of two */

static void
link_entry(struct multimap *map, uint32_t entry)
{
	struct multimap_entry *at     = &map->entries.at[entry];
	uint32_t              *bucket = &map->buckets[at->hash & map->mask];

	at->next = *bucket;
	*bucket = entry;
}

static void
grow(struct multimap *map)
{
	size_t count = map->buckets == NULL ? LEAST : 2 * (map->mask + 1);

	map->buckets = memory_resize(map->buckets, count,
	    sizeof *map->buckets);
	memset(map->buckets, 0xFF, count * sizeof *map->buckets);
	map->mask = count - 1;
	for (size_t i = 0; i < map->entries.count; i++)
		link_entry(map, (uint32_t)i);
}

void
multimap_add(struct multimap *map, uint64_t hash, uint32_t value)
{
	if (map->buckets == NULL || map->entries.count > map->mask)
		grow(map);
	array_add(&map->entries, (struct multimap_entry){ .hash = hash,
	    .value = value });
	link_entry(map, (uint32_t)(map->entries.count - 1));
}

static uint32_t
with_hash(const struct multimap *map, uint32_t entry, uint64_t hash)
{
	while (entry != MULTIMAP_END &&
	    map->entries.at[entry].hash != hash)
		entry = map->entries.at[entry].next;
	return entry;
}

uint32_t
multimap_first(const struct multimap *map, uint64_t hash)
{
	return map->buckets == NULL ? MULTIMAP_END
	    : with_hash(map, map->buckets[hash & map->mask], hash);
}

uint32_t
multimap_next(const struct multimap *map, uint32_t entry)
{
	const struct multimap_entry *at = &map->entries.at[entry];

	return with_hash(map, at->next, at->hash);
}

uint32_t
multimap_value(const struct multimap *map, uint64_t hash, uint32_t none)
{
	uint32_t entry = multimap_first(map, hash);

	return entry == MULTIMAP_END ? none : map->entries.at[entry].value;
}

void
multimap_free(struct multimap *map)
{
	free(map->buckets);
	array_free(&map->entries);
	*map = (struct multimap){ 0 };
}
