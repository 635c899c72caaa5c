/* second.c: the second reading of an article (after Krishnan and Manning
 * 2006, "An effective two-stage model for exploiting non-local dependencies
 * in named entity recognition", and Cohen and Carvalho 2005, "Stacked
 * sequential learning"). */
#include "language/second.h"

#include "language/hash.h"
#include "language/likes.h"
#include "language/row.h"

enum { LOOK = 2 };                       /* labels looked at on either side */

enum family {
	VOTE_MOST = 128, VOTE_MEAN, VOTE_LABEL, VOTE_OWN, VOTE_NONE,
	LABEL_HERE, LABEL_SURE, LABEL_PAIR, LABEL_TRIPLE, LABEL_WORD,
	LABEL_CLUSTER
};

/* The most of P(type) in a group, where, and the most elsewhere. */
struct most {
	float  first;
	float  second;
	size_t at;                      /* token */
};

/* By what tokens are taken for the same. */
enum likeness {
	BY_STEM          = SECOND_STEM,
	BY_STEM_AND_NEXT = SECOND_STEM_AND_NEXT,
	BY_STEM_AND_LAST = SECOND_STEM_AND_LAST,
	LIKENESSES
};

/* G groups of tokens that are taken for the same (see likes.h), S labels in a
 * row, Y types. */
struct groups {
	uint32_t    *of;                /* [N] the group of each token, NO_GROUP
	                                 * or ALONE */
	uint32_t    *places;            /* [G] */
	float       *sum;               /* [G, S] of the marginals */
	struct most *most;              /* [G, Y] */
	size_t       count;             /* G */
};

struct second {
	const struct decoding *first;
	size_t                 types;   /* Y */
	uint8_t               *label;   /* [N] likeliest by its marginal */
	struct groups          groups[LIKENESSES];
};

static const float *
marginal_of(const struct second *second, size_t i)
{
	return second->first->marginal +
	    i * second->first->transitions.stride;
}

/* P(type) = the sum of its four labels' marginals. */
static float
type_sum(const float *row, size_t type)
{
	row += label_of(type, BEGIN);
	return row[BEGIN] + row[INNER] + row[END] + row[SINGLE];
}

/* Where tokens are alike together with the next ones, the next ones are alike
 * together with those before. */
static void
group_from_next(struct groups *groups, const struct groups *next,
    size_t tokens)
{
	groups->count = next->count;
	for (size_t i = 1; i < tokens; i++)
		groups->of[i] = next->of[i - 1];
}

static void
see(struct most *most, float probability, size_t i)
{
	if (probability > most->first) {
		most->second = most->first;
		most->first = probability;
		most->at = i;
	} else if (probability > most->second)
		most->second = probability;
}

static void
sum_groups(struct groups *groups, const struct second *second)
{
	size_t stride = second->first->transitions.stride;
	size_t types = second->types;

	groups->places = memory_new(groups->count, sizeof *groups->places);
	groups->sum = memory_new(groups->count * stride, sizeof *groups->sum);
	groups->most = memory_new(groups->count * types,
	    sizeof *groups->most);
	for (size_t i = 0; i < second->first->tokens->count; i++) {
		size_t       group = groups->of[i];
		const float *row = marginal_of(second, i);

		if (group < FIRST_GROUP)
			continue;
		groups->places[group]++;
		row_add(groups->sum + group * stride, row, 1, stride);
		for (size_t type = 0; type < types; type++)
			see(&groups->most[group * types + type],
			    type_sum(row, type), i);
	}
}

static uint8_t
likeliest(const float *row, size_t stride)
{
	float   most = row_most(row, stride);
	uint8_t best = 0;

	while (row[best] < most)
		best++;
	return best;
}

struct second *
second_new(const struct decoding *first)
{
	struct second *second = memory_new(1, sizeof *second);
	size_t         tokens = first->tokens->count;

	second->first = first;
	second->types = first->weights->header.types;
	second->label = memory_new(tokens + 1, 1);
	for (size_t i = 0; i < tokens; i++)
		second->label[i] = likeliest(marginal_of(second, i),
		    first->transitions.stride);
	for (size_t k = 0; k < LIKENESSES; k++) {
		struct groups *groups = &second->groups[k];

		groups->of = memory_new(tokens + 1, sizeof *groups->of);
		if (k == BY_STEM_AND_LAST)
			group_from_next(groups, groups - 1, tokens);
		else
			groups->count = likes_group(first,
			    k == BY_STEM_AND_NEXT, groups->of);
		sum_groups(groups, second);
	}
	return second;
}

static void
add(struct features *features, enum family family, size_t row, uint64_t value)
{
	if (features->count < FEATURES_MOST)
		features->at[features->count++] = hash_pair(value,
		    (uint64_t)family << 16 | row << 8);
}

static uint64_t
bin_of(float probability)
{
	static const float bounds[] = {
		0.02f, 0.1f, 0.3f, 0.5f, 0.7f, 0.9f, 0.98f
	};
	uint64_t bin = 0;

	while (bin < 7 && probability >= bounds[bin])
		bin++;
	return bin;
}

/* What the others of token i's group were: with n of them, p their marginals
 * and own those of i,
 *	the most of P(type), and the mean (sum p - own) / n
 *	the likeliest label of the sum, and how likely. */
static void
add_votes(const struct second *second, size_t likeness, size_t i,
    struct features *features)
{
	const struct groups *groups = &second->groups[likeness];
	size_t       stride = second->first->transitions.stride;
	size_t       group = groups->of[i];
	const float *own = marginal_of(second, i);
	float        n;
	float        others[LABELS_MOST] = { 0 };
	uint64_t     label;
	uint64_t     bin;

	if (group < FIRST_GROUP) {
		add(features, VOTE_NONE, likeness, group == ALONE);
		return;
	}
	n = (float)groups->places[group] - 1;
	row_others(others, groups->sum + group * stride, own, n, stride);
	for (size_t type = 0; type < second->types; type++) {
		const struct most *most =
		    &groups->most[group * second->types + type];
		uint64_t high = bin_of(most->at == i
		    ? most->second : most->first);
		uint64_t mean = bin_of(type_sum(others, type));

		if (high != 0)
			add(features, VOTE_MOST, likeness,
			    (uint64_t)type << 8 | high);
		if (mean != 0)
			add(features, VOTE_MEAN, likeness,
			    (uint64_t)type << 8 | mean);
	}
	label = likeliest(others, stride);
	bin = bin_of(others[label]);
	add(features, VOTE_LABEL, likeness, label << 8 | bin);
	add(features, VOTE_OWN, likeness, (label << 8 | bin) << 8 |
	    second->label[i]);
}

/* The likeliest label `offset` tokens away; all ones outside the part. */
static uint64_t
label_at(const struct second *second, size_t i, int offset)
{
	const struct tokens *tokens = second->first->tokens;
	size_t at = i + (size_t)offset;

	return at < tokens->count && tokens->at[at].part == tokens->at[i].part
	    ? second->label[at] : UINT64_MAX;
}

static void
add_labels(const struct second *second, size_t i, struct features *features)
{
	uint64_t here = second->label[i];
	uint64_t before = label_at(second, i, -1);
	uint64_t behind = label_at(second, i, 1);

	for (int offset = -LOOK; offset <= LOOK; offset++)
		add(features, LABEL_HERE, (size_t)(offset + LOOK),
		    label_at(second, i, offset));
	add(features, LABEL_SURE, 0, here << 8 |
	    bin_of(marginal_of(second, i)[here]));
	add(features, LABEL_PAIR, 0, hash_pair(before, here));
	add(features, LABEL_PAIR, 1, hash_pair(here, behind));
	add(features, LABEL_TRIPLE, 0, hash_pair(hash_pair(before, here),
	    behind));
}

static void
add_words(const struct second *second, size_t i, struct features *features)
{
	const struct word *word = decoding_word(second->first, i);
	uint64_t here = second->label[i];
	uint64_t before = label_at(second, i, -1);
	uint64_t behind = label_at(second, i, 1);

	add(features, LABEL_WORD, 0, hash_pair(before, word->light));
	add(features, LABEL_WORD, 1, hash_pair(here, word->light));
	add(features, LABEL_WORD, 2, hash_pair(behind, word->light));
	add(features, LABEL_CLUSTER, 0, hash_pair(before, word->cluster[1]));
	add(features, LABEL_CLUSTER, 2, hash_pair(behind, word->cluster[1]));
}

void
features_of_second(const struct second *second, size_t i,
    enum second_family family, struct features *features)
{
	if (family == SECOND_LABELS)
		add_labels(second, i, features);
	else if (family == SECOND_WORDS)
		add_words(second, i, features);
	else
		add_votes(second, (enum likeness)family, i, features);
}

static void
weigh_token(const struct decoding *decoding, const struct second *second,
    size_t i, int16_t *sum)
{
	for (enum second_family family = 0; family < SECOND_FAMILIES;
	    family++) {
		struct features features;

		features.count = 0;
		features_of_second(second, i, family, &features);
		if (family == SECOND_WORDS)
			weigh(decoding->weigher, &features, sum);
		else
			weigh_again(decoding->weigher, &features, sum);
	}
}

void
second_score(struct decoding *decoding)
{
	struct second *second = second_new(decoding);
	size_t         stride = decoding->transitions.stride;

	for (size_t i = 0; i < decoding->tokens->count; i++) {
		int16_t *sum = decoding->sum + i * stride;

		memset(sum, 0, stride * sizeof *sum);
		weigh_token(decoding, second, i, sum);
	}
	decoding_add_sums(decoding, decoding->weights->header.second_bias);
	second_free(second);
}

void
second_free(struct second *second)
{
	for (size_t k = 0; k < LIKENESSES; k++) {
		free(second->groups[k].of);
		free(second->groups[k].places);
		free(second->groups[k].sum);
		free(second->groups[k].most);
	}
	free(second->label);
	free(second);
}
