/* entity_index.c: how the entities of a run are found again by their names:
 * a hash table of the letters of every form read, and for people of every
 * word of it. */
#include "language/entity_index.h"

#include <stdlib.h>

#include "bytes/memory.h"
#include "language/hash.h"

/* A way to find an entity: a hash of kind and letters. */
struct key {
	uint64_t hash;          /* 0: free */
	uint32_t entity;
	uint32_t form;          /* for a person's word: in which form */
};

struct form {
	struct name name;
	uint32_t    entity;
};

struct entity_index {
	struct key  *keys;      /* [mask + 1] */
	size_t       mask;
	size_t       used;
	struct form **forms;    /* [count] people of several words */
	size_t       count;
	size_t       room;
};

enum key_of { KEY_WHOLE, KEY_ALIAS, KEY_STATE, KEY_WORD };

struct entity_index *
entity_index_new(void)
{
	struct entity_index *index = memory_new(1, sizeof *index);

	index->mask = 255;
	index->keys = memory_new(index->mask + 1, sizeof *index->keys);
	return index;
}

static uint64_t
key_hash(enum kind kind, enum key_of of, const char *bytes, size_t size)
{
	uint64_t hash = hash_pair(hash_bytes(bytes, size),
	    (uint64_t)kind * 8 + of);

	return hash != 0 ? hash : 1;
}

static void
put_key(struct entity_index *index, struct key key)
{
	size_t slot = key.hash & index->mask;

	while (index->keys[slot].hash != 0)
		slot = (slot + 1) & index->mask;
	index->keys[slot] = key;
}

static void
add_key(struct entity_index *index, struct key key)
{
	struct key *old = index->keys;
	size_t      slots = index->mask + 1;

	if (2 * ++index->used > slots) {
		index->mask = 2 * index->mask + 1;
		index->keys = memory_new(index->mask + 1, sizeof *old);
		for (size_t i = 0; i < slots; i++)
			if (old[i].hash != 0)
				put_key(index, old[i]);
		free(old);
	}
	put_key(index, key);
}

/* The first key with that hash from slot `*slot` on; NULL behind the last.
 * `*slot` moves behind it. */
static const struct key *
next_key(const struct entity_index *index, uint64_t hash, size_t *slot)
{
	for (; index->keys[*slot].hash != 0; ) {
		const struct key *key = &index->keys[*slot];

		*slot = (*slot + 1) & index->mask;
		if (key->hash == hash)
			return key;
	}
	return NULL;
}

static uint32_t
entity_of_key(const struct entity_index *index, uint64_t hash)
{
	size_t slot = hash & index->mask;
	const struct key *key = next_key(index, hash, &slot);

	return key != NULL ? key->entity : NONE;
}

/* The keys of a name by which it is the same whatever else: its letters
 * without spaces and article, and its place in the lists of names. */
static size_t
keys_of(enum kind kind, const struct name *name, uint64_t hashes[3])
{
	size_t      size, count = 0;
	const char *letters = name_from(name, 0, true, &size);

	hashes[count++] = key_hash(kind, KEY_WHOLE, letters, size);
	if (kind != KIND_PERSON && name->alias >= 0)
		hashes[count++] = key_hash(kind, KEY_ALIAS,
		    (const char *)&name->alias, sizeof name->alias);
	if (kind == KIND_PLACE && name->state >= 0)
		hashes[count++] = key_hash(kind, KEY_STATE,
		    (const char *)&name->state, sizeof name->state);
	return count;
}

static uint64_t
word_key(const struct name *name, size_t word)
{
	size_t      size;
	const char *letters = name_word(name, word, &size);

	return key_hash(KIND_PERSON, KEY_WORD, letters, size);
}

void
entity_index_add(struct entity_index *index, enum kind kind,
    const struct name *name, uint32_t entity)
{
	struct form *form;
	uint64_t hashes[3];
	size_t   count = keys_of(kind, name, hashes);

	for (size_t i = 0; i < count; i++)
		if (entity_of_key(index, hashes[i]) == NONE)
			add_key(index, (struct key){ hashes[i], entity, 0 });
	if (kind != KIND_PERSON || name->words < 2)
		return;
	form = memory_new(1, sizeof *form);
	form->name = *name;
	form->entity = entity;
	if (index->count == index->room) {
		index->room = index->room * 2 + 16;
		index->forms = memory_resize(index->forms, index->room,
		    sizeof *index->forms);
	}
	index->forms[index->count] = form;
	for (size_t w = 0; w < name->words; w++)
		add_key(index, (struct key){ word_key(name, w), entity,
		    (uint32_t)index->count });
	index->count++;
}

uint32_t
entity_index_find(const struct entity_index *index, enum kind kind,
    const struct name *name)
{
	uint64_t hashes[3];
	size_t   count = keys_of(kind, name, hashes);
	uint32_t found = NONE;

	for (size_t i = 0; i < count && found == NONE; i++)
		found = entity_of_key(index, hashes[i]);
	return found;
}

uint32_t
entity_index_person(const struct entity_index *index,
    const struct name *name)
{
	uint32_t found = NONE;

	for (size_t w = 0; w < name->words; w++) {
		uint64_t hash = word_key(name, w);
		size_t   slot = hash & index->mask;
		const struct key *key;

		while ((key = next_key(index, hash, &slot)) !=
		    NULL) {
			const struct form *form = index->forms[key->form];

			if (compare_names(KIND_PERSON, name, &form->name) ==
			    DIFFERENT)
				continue;
			if (found != NONE && found != form->entity)
				return NONE;
			found = form->entity;
		}
	}
	return found;
}

void
entity_index_free(struct entity_index *index)
{
	for (size_t i = 0; i < index->count; i++)
		free(index->forms[i]);
	free(index->forms);
	free(index->keys);
	free(index);
}
