/* induce.c: a lexicon learned from what a tagger makes of raw text.
 *
 * For each known word w, over its places i in the text, the means of
 *	P(i is in a name of type t)		own
 *	P(a name of type t starts at i + 1)	next
 *	P(a name of type t ended at i - 1)	before
 * are sorted into bins. Words with the same bins share a profile. */
#include "language/train/induce.h"

#include "language/decode.h"
#include "language/hash.h"

enum {
	PROFILES_MOST = 32768,          /* what a record has bits for */
	STARTS = 1,                     /* values of profile.place */
	GOES_ON = 2
};

/* Sums over a word's places. */
struct sums {
	float places;
	float own[PROFILE_TYPES];
	float next[PROFILE_TYPES];
	float before[PROFILE_TYPES];
	float starts;                   /* P(starts a name), all types */
};

struct inducing {
	const struct knowledge *knowledge;
	const struct weights   *teacher;
	size_t                  types;
	struct sums            *sums;   /* [V] */
};

static const float *
marginal_of(const struct decoding *decoding, size_t i)
{
	return decoding->marginal + i * decoding->transitions.stride;
}

/* P(a name of the type starts at the token), P(one ends). */
static float
starts_with(const float *row, size_t type)
{
	return row[label_of(type, BEGIN)] + row[label_of(type, SINGLE)];
}

static float
ends_with(const float *row, size_t type)
{
	return row[label_of(type, END)] + row[label_of(type, SINGLE)];
}

static bool
same_part(const struct tokens *tokens, size_t a, size_t b)
{
	return b < tokens->count && tokens->at[a].part == tokens->at[b].part;
}

static void
add_place(struct inducing *inducing, const struct decoding *decoding,
    size_t i)
{
	const struct tokens *tokens = decoding->tokens;
	const struct token  *token = &tokens->at[i];
	const float *here = marginal_of(decoding, i);
	uint32_t     word = knowledge_find(inducing->knowledge,
	    word_key(tokens->text + token->span.start,
	    span_size(token->span), token->kind, NULL));
	struct sums *sums;

	if (word == WORD_UNKNOWN)
		return;
	sums = &inducing->sums[word];
	sums->places++;
	for (size_t type = 0; type < inducing->types; type++) {
		float starts = starts_with(here, type);

		sums->own[type] += starts + here[label_of(type, INNER)] +
		    here[label_of(type, END)];
		sums->starts += starts;
		if (same_part(tokens, i, i + 1))
			sums->next[type] += starts_with(
			    marginal_of(decoding, i + 1), type);
		if (i > 0 && same_part(tokens, i, i - 1))
			sums->before[type] += ends_with(
			    marginal_of(decoding, i - 1), type);
	}
}

static void
run_teacher(struct inducing *inducing, const struct buffer *raw, size_t every)
{
	struct decoding *decoding = decoding_new(inducing->teacher);
	struct article   article;
	size_t           at = 0;
	size_t           number = 0;

	while (raw_next(raw, &at, &article)) {
		if (number++ % every == 0) {
			struct tokens tokens = tokens_split(&article, 0,
			    article.parts.count);

			decoding_score(decoding, &tokens);
			decoding_run(decoding);
			for (size_t i = 0; i < tokens.count; i++)
				add_place(inducing, decoding, i);
			tokens_free(&tokens);
		}
		array_free(&article.parts);
	}
	decoding_free(decoding);
}

static uint8_t
bin_of(float mean)
{
	static const float bounds[] = {
		0.01f, 0.04f, 0.12f, 0.3f, 0.6f, 0.85f
	};
	uint8_t bin = 0;

	while (bin < 6 && mean >= bounds[bin])
		bin++;
	return bin;
}

static struct profile
profile_of(const struct sums *sums, size_t types)
{
	struct profile profile = { .place = 0 };
	float          own = 0;

	if (sums->places <= 0)
		return profile;
	for (size_t type = 0; type < types; type++) {
		profile.own[type] = bin_of(sums->own[type] / sums->places);
		profile.next[type] = bin_of(sums->next[type] / sums->places);
		profile.before[type] =
		    bin_of(sums->before[type] / sums->places);
		own += sums->own[type];
	}
	if (own / sums->places >= 0.04f)
		profile.place = sums->starts > own / 2 ? STARTS : GOES_ON;
	return profile;
}

/* Finds or adds a profile; 0 when there is no more room. */
static uint16_t
intern_profile(struct profiles *profiles, const struct profile *profile,
    uint32_t *slot, size_t slots)
{
	size_t at = hash_bytes((const char *)profile, sizeof *profile) &
	    (slots - 1);

	for (; slot[at] != 0; at = (at + 1) & (slots - 1))
		if (memcmp(&profiles->at[slot[at] - 1], profile,
		    sizeof *profile) == 0)
			return (uint16_t)(slot[at] - 1);
	if (profiles->count >= PROFILES_MOST)
		return 0;
	array_add(profiles, *profile);
	slot[at] = (uint32_t)profiles->count;
	return (uint16_t)(profiles->count - 1);
}

void
induce_lexicon(struct knowledge *knowledge, size_t which,
    const struct weights *teacher, const struct buffer *raw, size_t every)
{
	struct profiles *profiles = &knowledge->profiles[which];
	struct inducing  inducing = { .knowledge = knowledge,
		.teacher = teacher, .types = teacher->header.types };
	size_t           slots = 1 << 18;
	uint32_t        *slot = memory_new(slots, sizeof *slot);

	if (inducing.types > PROFILE_TYPES)
		inducing.types = PROFILE_TYPES;
	inducing.sums = memory_new(knowledge->words + 1,
	    sizeof *inducing.sums);
	run_teacher(&inducing, raw, every);
	profiles->count = 0;
	intern_profile(profiles, &(struct profile){ .place = 0 }, slot, slots);
	for (size_t i = 0; i < knowledge->words; i++) {
		struct profile profile = profile_of(&inducing.sums[i],
		    inducing.types);

		knowledge->profile[which][i] = intern_profile(profiles,
		    &profile, slot, slots);
	}
	free(inducing.sums);
	free(slot);
}
