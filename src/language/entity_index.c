/* entity_index.c: how the entities of a run are found again by their names:
 * by the letters of every form read, and people by what their names are
 * compared by. */
#include "language/entity_index.h"

#include <stdlib.h>

#include "bytes/memory.h"
#include "language/hash.h"
#include "language/multimap.h"
#include "language/name_keys.h"

struct form {
	struct name name;
	uint32_t    entity;
};

struct entity_index {
	struct multimap entities;       /* by the keys of keys_of() */
	struct multimap people;         /* places in `forms`, by name_keys */
	struct name_keys keys;          /* of the name under way */
	struct forms ARRAY_OF(struct form *) forms;     /* people of several
	                                                 * words */
};

enum key_of { KEY_WHOLE, KEY_ALIAS, KEY_STATE };

struct entity_index *
entity_index_new(void)
{
	return memory_new(1, sizeof(struct entity_index));
}

static uint64_t
key_hash(enum kind kind, enum key_of of, const char *bytes, size_t size)
{
	return hash_pair(hash_bytes(bytes, size), (uint64_t)kind * 8 + of);
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

/* The keys of a person's name. */
static const struct name_keys *
person_keys(struct entity_index *index, const struct name *name)
{
	index->keys.count = 0;
	name_keys_add(&index->keys, KIND_PERSON, name);
	return &index->keys;
}

void
entity_index_add(struct entity_index *index, enum kind kind,
    const struct name *name, uint32_t entity)
{
	const struct name_keys *keys;
	struct form *form;
	uint64_t hashes[3];
	size_t   count = keys_of(kind, name, hashes);

	for (size_t i = 0; i < count; i++)
		if (multimap_first(&index->entities, hashes[i]) ==
		    MULTIMAP_END)
			multimap_add(&index->entities, hashes[i], entity);
	if (kind != KIND_PERSON || name->words < 2)
		return;
	form = memory_new(1, sizeof *form);
	form->name = *name;
	form->entity = entity;
	keys = person_keys(index, name);
	for (size_t i = 0; i < keys->count; i++)
		multimap_add(&index->people, keys->at[i].kept,
		    (uint32_t)index->forms.count);
	array_add(&index->forms, form);
}

uint32_t
entity_index_find(const struct entity_index *index, enum kind kind,
    const struct name *name)
{
	uint64_t hashes[3];
	size_t   count = keys_of(kind, name, hashes);
	uint32_t found = NONE;

	for (size_t i = 0; i < count && found == NONE; i++)
		found = multimap_value(&index->entities, hashes[i], NONE);
	return found;
}

/* Whether a word of one name is, letter for letter, a word of the other. */
static bool
share_word(const struct name *a, const struct name *b)
{
	size_t a_size, b_size;

	for (size_t i = 0; i < a->words; i++) {
		const char *word = name_word(a, i, &a_size);

		for (size_t j = 0; j < b->words; j++) {
			const char *other = name_word(b, j, &b_size);

			if (a_size == b_size &&
			    memcmp(word, other, a_size) == 0)
				return true;
		}
	}
	return false;
}

uint32_t
entity_index_person(struct entity_index *index, const struct name *name)
{
	const struct name_keys *keys  = person_keys(index, name);
	const struct multimap  *map   = &index->people;
	uint32_t                found = NONE;

	for (size_t k = 0; k < keys->count; k++) {
		uint32_t at = multimap_first(map, keys->at[k].sought);

		for (; at != MULTIMAP_END; at = multimap_next(map, at)) {
			const struct form *form =
			    index->forms.at[map->entries.at[at].value];

			if (form->entity == found ||
			    !share_word(name, &form->name) ||
			    compare_names(KIND_PERSON, name, &form->name) ==
			    DIFFERENT)
				continue;
			if (found != NONE)
				return NONE;
			found = form->entity;
		}
	}
	return found;
}

void
entity_index_free(struct entity_index *index)
{
	for (size_t i = 0; i < index->forms.count; i++)
		free(index->forms.at[i]);
	array_free(&index->forms);
	array_free(&index->keys);
	multimap_free(&index->entities);
	multimap_free(&index->people);
	free(index);
}
