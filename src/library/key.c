/* key.c: what names that could be one share. */
#include "library/key.h"

#include <string.h>

#include "bytes/utf8.h"
#include "language/hash.h"

/* The class of a folded letter, or 0 for one that is dropped. */
static char32_t
letter_class(char32_t letter)
{
	switch (letter) {
	case U'ا': case U'و': case U'ي': case U'ء': case U'ه': case U' ':
		return 0;
	case U'ش': case U'ص':
		return U'س';
	case U'ط':
		return U'ت';
	case U'ض':
		return U'د';
	case U'ظ': case U'ذ':
		return U'ز';
	case U'ق': case U'غ': case U'ج':
		return U'ك';
	default:
		return letter;
	}
}

uint64_t
name_skeleton(const char *folded, size_t size, uint64_t seed)
{
	char32_t last = 0;

	for (size_t at = 0; at < size;) {
		char32_t letter;

		/* The article comes and goes. */
		if ((at == 0 || folded[at - 1] == ' ') && size - at > 6 &&
		    memcmp(folded + at, "ال", 4) == 0)
			at += 4;
		at += utf8_read(folded + at, size - at, &letter);
		letter = letter_class(letter);
		if (letter != 0 && letter != last)
			seed = hash_pair(seed, letter);
		if (letter != 0)
			last = letter;
	}
	return seed;
}

void
keys_add(struct keys *keys, enum kind kind, enum key_kind of, uint64_t key)
{
	/* 31 bits are four bytes of the database; names_compare() tells those
	 * apart that share them by chance. */
	keys->at[keys->count++] = (int64_t)(hash_pair(key,
	    (uint64_t)kind * 8 + of) & INT32_MAX);
}

struct keys
keys_of(enum kind kind, const char *folded)
{
	size_t      size  = strlen(folded);
	const char *first = strchr(folded, ' ');
	const char *last  = strrchr(folded, ' ');
	struct keys keys  = { .count = 0 };

	keys_add(&keys, kind, KEY_WHOLE, name_skeleton(folded, size, 1));
	if (kind == KIND_PERSON && first == NULL)
		keys_add(&keys, kind, KEY_ALONE, name_skeleton(folded, size, 1));
	if (first == NULL)
		return keys;
	if (kind == KIND_PERSON) {
		uint64_t ends = name_skeleton(folded, (size_t)(first - folded), 1);

		keys_add(&keys, kind, KEY_ENDS,
		    name_skeleton(last + 1, strlen(last + 1), ends));
		keys_add(&keys, kind, KEY_SURNAME,
		    name_skeleton(last + 1, strlen(last + 1), 1));
		return keys;
	}
	keys_add(&keys, kind, KEY_WHOLE, name_skeleton(first + 1,
	    strlen(first + 1), 1));
	keys_add(&keys, kind, KEY_WHOLE, name_skeleton(folded,
	    (size_t)(last - folded), 1));
	return keys;
}
