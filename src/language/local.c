/* local.c: the distinct names of one article, and which of them are near. */
#include "language/local.h"

#include <stdlib.h>
#include <string.h>

#include "bytes/memory.h"
#include "language/hash.h"

enum local_key { LOCAL_LETTERS, LOCAL_FIRST_WORD };

/* Whether the letter before the mention is the first lam of للـ, so that its
 * own lam is the article: للمديرية, and not لليبيا's ل. */
static bool
lam_is_article(const struct tokens *tokens, const struct mention *mention)
{
	const struct token *token = &tokens->at[mention->first];
	const char *word = token_folded(tokens, mention->first);
	const char *text = tokens->text;
	size_t      lam  = sizeof "ل" - 1;

	return mention->span.start > token->span.start &&
	    span_size(mention->span) > lam && strstr(word, "لل") != NULL &&
	    memcmp(text + mention->span.start, "ل", lam) == 0 &&
	    memcmp(text + mention->span.start - lam, "ل", lam) == 0;
}

char *
mention_name(const struct tokens *tokens, const struct mention *mention)
{
	struct buffer text = { 0 };

	if (lam_is_article(tokens, mention))
		buffer_add_string(&text, "ا");
	buffer_add(&text, tokens->text + mention->span.start,
	    span_size(mention->span));
	buffer_add(&text, "", 1);
	return text.at;
}

static uint64_t
local_hash(enum local_key key, enum kind kind, const char *bytes, size_t size)
{
	return hash_pair(hash_bytes(bytes, size), (uint64_t)key * KINDS + kind);
}

static bool
locals_equal(const struct local *a, const struct local *b)
{
	size_t      a_size, b_size;
	const char *a_letters = name_from(&a->name, 0, false, &a_size);
	const char *b_letters = name_from(&b->name, 0, false, &b_size);

	return a->kind == b->kind && a->name.words == b->name.words &&
	    a_size == b_size && memcmp(a_letters, b_letters, a_size) == 0;
}

/* Lets the local be found by its letters, its first word and its keys. */
static void
keep_local(struct locals *locals, uint64_t letters, uint32_t place)
{
	const struct local *local = &locals->at[place];
	size_t              size;
	const char         *first;

	multimap_add(&locals->by_key, letters, place);
	if (local->kind == KIND_PERSON && local->name.words > 1) {
		first = name_word(&local->name, 0, &size);
		multimap_add(&locals->by_key, local_hash(LOCAL_FIRST_WORD,
		    KIND_PERSON, first, size), place);
	}
	locals->keys.count = 0;
	name_keys_add(&locals->keys, local->kind, &local->name);
	for (size_t i = 0; i < locals->keys.count; i++)
		multimap_add(&locals->by_name, locals->keys.at[i].kept,
		    place);
}

static uint32_t
local_of_mention(struct locals *locals, const struct tokens *tokens,
    const struct mention *mention)
{
	struct local local = { .kind = mention->kind, .entity = NONE };
	size_t       size;
	const char  *letters;
	uint64_t     hash;
	uint32_t     at;

	local.text = mention_name(tokens, mention);
	name_read(&local.name, local.text, strlen(local.text));
	letters = name_from(&local.name, 0, false, &size);
	hash = local_hash(LOCAL_LETTERS, local.kind, letters, size);
	at = multimap_first(&locals->by_key, hash);
	for (; at != MULTIMAP_END; at = multimap_next(&locals->by_key, at)) {
		uint32_t known = locals->by_key.entries.at[at].value;

		if (locals_equal(&locals->at[known], &local)) {
			free(local.text);
			return known;
		}
	}
	name_look_up(&local.name);
	locals->at[locals->count] = local;
	keep_local(locals, hash, (uint32_t)locals->count);
	return (uint32_t)locals->count++;
}

/* Sorts the mentions by local, so that those of each stand together. */
static void
sort_places(struct locals *locals, size_t mentions)
{
	uint32_t from = 0;

	for (size_t i = 0; i < mentions; i++)
		if (locals->of[i] != NONE)
			locals->at[locals->of[i]].count++;
	for (size_t i = 0; i < locals->count; i++) {
		locals->at[i].first = from;
		from += locals->at[i].count;
		locals->at[i].count = 0;
	}
	for (size_t i = 0; i < mentions; i++) {
		struct local *local;

		if (locals->of[i] == NONE)
			continue;
		local = &locals->at[locals->of[i]];
		locals->places[local->first + local->count++] = (uint32_t)i;
	}
}

struct locals
locals_of(const struct tokens *tokens, const struct mentions *mentions)
{
	struct locals locals = {
		.at = memory_new(mentions->count, sizeof *locals.at),
		.of = memory_new(mentions->count, sizeof *locals.of),
		.places = memory_new(mentions->count, sizeof *locals.places)
	};

	for (size_t i = 0; i < mentions->count; i++)
		locals.of[i] = mentions->at[i].kind == KIND_DATE ? NONE
		    : local_of_mention(&locals, tokens, &mentions->at[i]);
	sort_places(&locals, mentions->count);
	return locals;
}

/* What an article leaves out once it was said: the end of a long event's
 * name, and of other names the nationality. */
static bool
cut_short(const struct local *a, const struct local *b)
{
	const struct local *brief = a->name.words < b->name.words ? a : b;
	const struct local *full  = brief == a ? b : a;
	size_t brief_size, size;
	const char *letters = name_from(&brief->name, 0, false, &brief_size);

	if (brief->name.words == full->name.words || brief->name.words < 2 ||
	    brief->kind == KIND_PERSON || memcmp(letters,
	    name_from(&full->name, 0, false, &size), brief_size) != 0)
		return false;
	return (brief->kind == KIND_EVENT && brief->name.words >= 3) ||
	    (full->name.words == brief->name.words + 1 &&
	    is_nationality(&full->name, brief->name.words));
}

/* The mention of `local` nearest to mention `i`: looking back, then on. */
static size_t
nearest_mention(const struct locals *locals, const struct local *local,
    size_t i)
{
	const uint32_t *places = locals->places + local->first;
	size_t          low = 0, high = local->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (places[middle] < i)
			low = middle + 1;
		else
			high = middle;
	}
	return places[low > 0 ? low - 1 : 0];
}

/* Whether mention `a` is nearer to mention `i` than `b` is. */
static bool
is_nearer(size_t a, size_t b, size_t i)
{
	if ((a < i) != (b < i))
		return a < i;
	return a < i ? a > b : a < b;
}

static bool
may_be_same(const struct local *local, const struct local *other)
{
	return other->kind == local->kind && other->entity != NONE &&
	    other != local && (compare_names(local->kind, &local->name,
	    &other->name) != DIFFERENT || cut_short(local, other));
}

uint32_t
local_nearby(struct locals *locals, size_t i)
{
	const struct local    *local = &locals->at[locals->of[i]];
	const struct multimap *map   = &locals->by_name;
	size_t                 best  = SIZE_MAX;
	uint32_t               found = NONE;

	locals->keys.count = 0;
	name_keys_add(&locals->keys, local->kind, &local->name);
	for (size_t k = 0; k < locals->keys.count; k++) {
		uint32_t at = multimap_first(map,
		    locals->keys.at[k].sought);

		for (; at != MULTIMAP_END; at = multimap_next(map, at)) {
			const struct local *other =
			    &locals->at[map->entries.at[at].value];
			size_t place = nearest_mention(locals, other, i);

			if ((best != SIZE_MAX &&
			    !is_nearer(place, best, i)) ||
			    !may_be_same(local, other))
				continue;
			best = place;
			found = other->entity;
		}
	}
	return found;
}

uint32_t
local_first_named(const struct locals *locals, const struct name *name)
{
	const struct multimap *map   = &locals->by_key;
	uint32_t               found = NONE;
	size_t                 size;
	const char            *word  = name_word(name, 0, &size);
	uint32_t               at    = multimap_first(map, local_hash(
	    LOCAL_FIRST_WORD, KIND_PERSON, word, size));

	for (; at != MULTIMAP_END; at = multimap_next(map, at)) {
		const struct local *other =
		    &locals->at[map->entries.at[at].value];

		if (other->entity == NONE)
			continue;
		if (found != NONE && found != other->entity)
			return NONE;
		found = other->entity;
	}
	return found;
}

void
locals_free(struct locals *locals)
{
	for (size_t i = 0; i < locals->count; i++)
		free(locals->at[i].text);
	free(locals->at);
	free(locals->of);
	free(locals->places);
	multimap_free(&locals->by_key);
	multimap_free(&locals->by_name);
	array_free(&locals->keys);
}
