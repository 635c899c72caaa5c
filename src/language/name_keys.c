/* name_keys.c: hashes by which the names that may be one find each other, so
 * that a name need not be compared with all others. Each rule of same.c has a
 * relation here: what it asks to be equal of both names, or of one name and
 * of a part of the other. Who finds each other so need not be the same. */
#include "language/name_keys.h"

#include "language/hash.h"

#define ARTICLE "ال"

enum relation { BY_LETTERS, BY_ALIAS, BY_STATE, BY_SOUND, BY_STEM, BY_CUT };

enum { STEM = 2 * (sizeof "ا" - 1) };   /* bytes of a stem that are asked */

enum side { SAME, WHOLE, PART };        /* WHOLE seeks PART and back */

struct maker {
	struct name_keys  *keys;
	const struct name *name;
	enum kind          kind;
};

static void
add(const struct maker *maker, enum relation relation, enum side side,
    uint64_t hash)
{
	static const enum side other[] = {
		[SAME] = SAME, [WHOLE] = PART, [PART] = WHOLE
	};
	uint64_t base = hash_pair(hash,
	    (uint64_t)relation * KINDS + maker->kind);

	array_add(maker->keys, (struct name_key){
		hash_pair(base, side), hash_pair(base, other[side])
	});
}

/* Without spaces and article, alone or behind a head; what a head governs
 * with ل. */
static void
add_letters(const struct maker *maker)
{
	const size_t lam = sizeof "لل" - 1;
	size_t       size;
	const char  *letters = name_from(maker->name, 0, true, &size);
	uint64_t     hash = hash_bytes(letters, size);

	add(maker, BY_LETTERS, SAME, hash);
	if (maker->kind == KIND_PERSON)
		return;
	add(maker, BY_LETTERS, WHOLE, hash);
	letters = name_from(maker->name, 1, true, &size);
	if (maker->name->words > 1)
		add(maker, BY_LETTERS, PART, hash_bytes(letters, size));
	for (size_t i = 1; i < maker->name->words; i++) {
		letters = name_from(maker->name, i, false, &size);
		if (size > lam && memcmp(letters, "لل", lam) == 0)
			add(maker, BY_LETTERS, PART,
			    hash_bytes(letters + lam, size - lam));
	}
}

static uint64_t
sound_of_run(const uint64_t *sounds, size_t count)
{
	uint64_t hash = count;

	for (size_t i = 0; i < count; i++)
		hash = hash_pair(hash, sounds[i]);
	return hash;
}

/* A person by one later word, the first ones, the last two, or the first and
 * the last. */
static void
add_parts_of_person(const struct maker *maker, const uint64_t *sounds)
{
	size_t   words = maker->name->words;
	uint64_t ends[2];

	for (size_t i = 1; i < words; i++)
		add(maker, BY_SOUND, PART, sound_of_run(sounds + i, 1));
	for (size_t count = 2; count < words; count++)
		add(maker, BY_SOUND, PART, sound_of_run(sounds, count));
	if (words > 2) {
		ends[0] = sounds[0];
		ends[1] = sounds[words - 1];
		add(maker, BY_SOUND, PART, sound_of_run(ends, 2));
		add(maker, BY_SOUND, PART,
		    sound_of_run(sounds + words - 2, 2));
	}
}

static void
add_sounds(const struct maker *maker)
{
	uint64_t sounds[NAME_WORDS];
	size_t   words = maker->name->words;
	uint64_t all;

	for (size_t i = 0; i < words; i++) {
		size_t      size;
		const char *word = name_word(maker->name, i, &size);

		sounds[i] = word_sound(word, size);
	}
	all = sound_of_run(sounds, words);
	add(maker, BY_SOUND, SAME, all);
	if (maker->kind != KIND_PERSON)
		return;
	add(maker, BY_SOUND, WHOLE, all);
	add_parts_of_person(maker, sounds);
}

/* A state, and the adjective in its official name. */
static void
add_stems(const struct maker *maker)
{
	const struct name *name = maker->name;
	const size_t       article = sizeof ARTICLE - 1;
	size_t             size;
	const char        *word = name_from(name, 0, true, &size);

	if (name->words == 1)
		add(maker, BY_STEM, WHOLE,
		    hash_bytes(word, size < STEM ? size : STEM));
	if (!name_word_is(name, 0, "الجمهوريه") &&
	    !name_word_is(name, 0, "المملكه"))
		return;
	for (size_t i = 1; i < name->words; i++) {
		word = name_word(name, i, &size);
		if (size < article || memcmp(word, ARTICLE, article) != 0)
			continue;
		for (size_t stem = 0; stem <= STEM && article + stem <= size;
		    stem++)
			add(maker, BY_STEM, PART,
			    hash_bytes(word + article, stem));
	}
}

/* A name, and every beginning of one that may be cut short. */
static void
add_cuts(const struct maker *maker)
{
	const struct name *name = maker->name;
	size_t             size;
	const char        *letters = name_from(name, 0, false, &size);
	bool               may_be_cut = (maker->kind == KIND_EVENT &&
	    name->words > 3) || (name->words > 2 &&
	    is_nationality(name, name->words - 1));
	uint64_t           hash = 0;

	for (size_t i = 0; i < size; i++) {
		if (may_be_cut && ((unsigned char)letters[i] & 0xC0) != 0x80)
			add(maker, BY_CUT, PART, hash);
		hash = hash_pair(hash, (unsigned char)letters[i]);
	}
	if (name->words > 1)
		add(maker, BY_CUT, WHOLE, hash);
}

void
name_keys_add(struct name_keys *keys, enum kind kind,
    const struct name *name)
{
	struct maker maker = { keys, name, kind };

	if (name->words == 0)
		return;
	add_letters(&maker);
	if (name->alias >= 0)
		add(&maker, BY_ALIAS, SAME, (uint64_t)name->alias);
	if (name->state >= 0)
		add(&maker, BY_STATE, SAME, (uint64_t)name->state);
	add_sounds(&maker);
	if (kind != KIND_PERSON) {
		add_stems(&maker);
		add_cuts(&maker);
	}
}
