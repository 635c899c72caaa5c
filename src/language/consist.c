/* consist.c: what an article says of a word in one place helps in others
 * (after Finkel, Grenager and Manning 2005, and Krishnan and Manning 2006:
 * "non-local" evidence, here as one step of scores). */
#include "language/consist.h"

#include <math.h>

#include "language/hash.h"

enum { LETTERS_LEAST = 3 };

#define SMOOTH 0.05f

/* What is gathered of one stem, for each type: P(type) summed over its
 * places, the most, and the most of the others. */
struct sight {
	float  sum;
	float  most;
	float  second;
	size_t most_at;                 /* token */
};

struct sights {                         /* G stems, Y types */
	size_t        types;            /* Y */
	size_t        slots;            /* a power of two */
	uint64_t     *stem;             /* [slots] */
	uint32_t     *slot;             /* [slots] 1 + index */
	uint32_t     *places;           /* [G] */
	struct sight *sight;            /* [G, Y] */
	size_t        count;            /* G */
	uint32_t     *of;               /* [tokens] index; NONE: not looked at */
};

#define NO_SIGHT UINT32_MAX

/* P(type at token i) = sum of its four labels' marginals. */
static float
type_probability(const struct decoding *decoding, size_t i, size_t type)
{
	const float *row = decoding->marginal +
	    i * decoding->transitions.stride + label_of(type, BEGIN);

	return row[BEGIN] + row[INNER] + row[END] + row[SINGLE];
}

static uint32_t
find_stem(struct sights *sights, uint64_t stem)
{
	size_t at = stem & (sights->slots - 1);

	for (; sights->slot[at] != 0; at = (at + 1) & (sights->slots - 1))
		if (sights->stem[at] == stem)
			return sights->slot[at] - 1;
	sights->stem[at] = stem;
	sights->slot[at] = (uint32_t)++sights->count;
	return sights->slot[at] - 1;
}

static void
see(struct sight *sight, float probability, size_t i)
{
	sight->sum += probability;
	if (probability > sight->most) {
		sight->second = sight->most;
		sight->most = probability;
		sight->most_at = i;
	} else if (probability > sight->second)
		sight->second = probability;
}

static void
gather(struct sights *sights, const struct decoding *decoding)
{
	const struct tokens *tokens = decoding->tokens;

	for (size_t i = 0; i < tokens->count; i++) {
		enum token_kind kind = tokens->at[i].kind;
		uint32_t        index;

		sights->of[i] = NO_SIGHT;
		if ((kind != TOKEN_WORD && kind != TOKEN_LATIN) ||
		    tokens->at[i].letters < LETTERS_LEAST)
			continue;
		index = find_stem(sights, decoding_word(decoding, i)->stem);
		sights->of[i] = index;
		sights->places[index]++;
		for (size_t type = 0; type < sights->types; type++)
			see(&sights->sight[index * sights->types + type],
			    type_probability(decoding, i, type), i);
	}
}

/* With p the token's own P(type) and q the half of the most and half of the
 * mean of the others':
 *	s(labels of type) += lambda log((q + e) / (p + e)),
 * and half as much for O with P(O). */
static void
adjust(const struct sights *sights, struct decoding *decoding, size_t i,
    float lambda)
{
	size_t   stride = decoding->transitions.stride;
	uint32_t index = sights->of[i];
	float    others = (float)(sights->places[index] - 1);
	float   *score = decoding->score + i * stride;
	float    own_o = decoding->marginal[i * stride];
	float    other_o = 1;

	for (size_t type = 0; type < sights->types; type++) {
		const struct sight *sight =
		    &sights->sight[index * sights->types + type];
		float own = type_probability(decoding, i, type);
		float most = sight->most_at == i ? sight->second : sight->most;
		float other = 0.5f * most +
		    0.5f * (sight->sum - own) / others;
		float more = lambda * logf((other + SMOOTH) / (own + SMOOTH));

		other_o -= other;
		for (size_t k = 0; k < POSITIONS; k++)
			score[label_of(type, BEGIN) + k] += more;
	}
	if (other_o < 0)
		other_o = 0;
	score[0] += 0.5f * lambda *
	    logf((other_o + SMOOTH) / (own_o + SMOOTH));
}

void
consist(struct decoding *decoding, float lambda)
{
	size_t        tokens = decoding->tokens->count;
	struct sights sights = { .slots = 16 };

	sights.types = decoding->weights->header.types;
	while (sights.slots < 2 * tokens)
		sights.slots *= 2;
	sights.stem = memory_new(sights.slots, sizeof *sights.stem);
	sights.slot = memory_new(sights.slots, sizeof *sights.slot);
	sights.of = memory_new(tokens + 1, sizeof *sights.of);
	sights.places = memory_new(tokens + 1, sizeof *sights.places);
	sights.sight = memory_new((tokens + 1) * sights.types,
	    sizeof *sights.sight);
	gather(&sights, decoding);
	for (size_t i = 0; i < tokens; i++)
		if (sights.of[i] != NO_SIGHT &&
		    sights.places[sights.of[i]] > 1)
			adjust(&sights, decoding, i, lambda);
	free(sights.stem);
	free(sights.slot);
	free(sights.of);
	free(sights.places);
	free(sights.sight);
}
