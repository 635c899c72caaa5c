/* likes.c: tokens of a text that are taken for the same. */
#include "language/likes.h"

#include "language/hash.h"

enum { LETTERS_LEAST = 3 };             /* of a word looked for elsewhere */

static bool
is_looked_for(const struct tokens *tokens, size_t i)
{
	return (tokens->at[i].kind == TOKEN_WORD ||
	    tokens->at[i].kind == TOKEN_LATIN) &&
	    tokens->at[i].letters >= LETTERS_LEAST;
}

/* The hash by which token `i` is like others, alone or together with the
 * next one; 0 when it is not looked for. */
static uint64_t
likeness_of(const struct decoding *first, size_t i, bool with_next)
{
	const struct tokens *tokens = first->tokens;
	uint64_t stem = decoding_word(first, i)->stem | 1;

	if (!with_next)
		return is_looked_for(tokens, i) ? stem : 0;
	if (i + 1 >= tokens->count ||
	    tokens->at[i + 1].part != tokens->at[i].part ||
	    !(is_looked_for(tokens, i) || is_looked_for(tokens, i + 1)))
		return 0;
	return hash_pair(stem, decoding_word(first, i + 1)->stem) | 1;
}

/* A hash and the tokens that have it. */
struct like {
	uint64_t hash;                  /* 0: free */
	uint32_t count;
	uint32_t group;                 /* 0: has no number yet */
};

#define NO_SLOT UINT32_MAX

/* The likes of all tokens, in open addressing; `at[i]` gets the slot of
 * each. */
static struct like *
count_likes(const struct decoding *first, bool with_next,
    uint32_t *at)
{
	size_t       tokens = first->tokens->count;
	size_t       slots = 16;
	struct like *like;

	while (slots < 2 * tokens)
		slots *= 2;
	like = memory_new(slots, sizeof *like);
	for (size_t i = 0; i < tokens; i++) {
		uint64_t hash = likeness_of(first, i, with_next);
		size_t   slot = hash_mix(hash) & (slots - 1);

		at[i] = NO_SLOT;
		if (hash == 0)
			continue;
		while (like[slot].hash != 0 && like[slot].hash != hash)
			slot = (slot + 1) & (slots - 1);
		like[slot].hash = hash;
		like[slot].count++;
		at[i] = (uint32_t)slot;
	}
	return like;
}

size_t
likes_group(const struct decoding *first, bool with_next, uint32_t *group)
{
	struct like *like = count_likes(first, with_next, group);
	size_t       count = FIRST_GROUP;

	for (size_t i = 0; i < first->tokens->count; i++) {
		struct like *own;

		if (group[i] == NO_SLOT) {
			group[i] = NO_GROUP;
			continue;
		}
		own = &like[group[i]];
		if (own->count > 1 && own->group == 0)
			own->group = (uint32_t)count++;
		group[i] = own->count == 1 ? ALONE : own->group;
	}
	free(like);
	return count;
}
