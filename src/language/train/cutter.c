/* cutter.c: learning which clitics stand before names: AdaGrad (Duchi, Hazan
 * and Singer 2011) on the conditional logit of cut.c,
 *	g(f) = sum over ways of (P(way) - [way is right]) f(way),
 *	w -= alpha (g + l2 w) / sqrt(sum of g^2). */
#include "language/train/cutter.h"

#include <math.h>

#include "language/cut.h"
#include "language/train/random.h"

enum { EPOCHS = 15, STRIDE = 8, SLOTS = 1 << 18 };

#define ALPHA 0.2f
#define DECAY 1e-3f

struct weighed {
	uint64_t hash;                  /* 0: free */
	float    weight;
	float    squares;
};

struct cut_case {
	const struct text   *text;
	const struct answer *answer;
};

struct cut_cases ARRAY_OF(struct cut_case);

static struct weighed *
find_weight(struct weighed *table, uint64_t hash)
{
	size_t at = hash & (SLOTS - 1);

	while (table[at].hash != 0 && table[at].hash != hash)
		at = (at + 1) & (SLOTS - 1);
	table[at].hash = hash;
	return &table[at];
}

static void
learn_way(struct weighed *table, const struct cut *cut, float gradient)
{
	for (size_t i = 0; i < cut->features.count; i++) {
		struct weighed *at = find_weight(table, cut->features.at[i]);
		float g = gradient + DECAY * at->weight;

		at->squares += g * g;
		at->weight -= ALPHA * g / sqrtf(at->squares + 1e-6f);
	}
}

static void
learn_case(struct weighed *table, const struct weights *weights,
    const struct cut_case *of)
{
	const struct answer *answer = of->answer;
	const struct tokens *tokens = &of->text->tokens;
	size_t     cut = answer->span.start -
	    tokens->at[answer->first].span.start;
	struct cut cuts[CUTS_MOST];
	size_t     count = cuts_of(weights, tokens, of->text->label,
	    answer->first, answer->type, cuts);
	float      likely[CUTS_MOST];
	float      sum = 0;

	for (size_t k = 0; k < count; k++) {
		float score = 0;

		for (size_t i = 0; i < cuts[k].features.count; i++)
			score += find_weight(table,
			    cuts[k].features.at[i])->weight;
		likely[k] = expf(fminf(score, 30));
		sum += likely[k];
	}
	for (size_t k = 1; k < count; k++) {
		bool right = cut_bytes(tokens, answer->first,
		    cuts[k].letters) == cut;

		learn_way(table, &cuts[k], likely[k] / sum -
		    (right ? 1.0f : 0.0f));
	}
}

static struct cut_cases
cases_of(const struct corpus *corpus, const uint8_t *keep)
{
	struct cut_cases cases = { 0 };

	for (size_t i = 0; i < corpus->texts.count; i++) {
		const struct text *text = &corpus->texts.at[i];

		for (size_t k = 0; k < text->answers.count; k++)
			if ((keep == NULL || keep[i]) &&
			    !text->answers.at[k].optional)
				array_add(&cases, (struct cut_case){ text,
				    &text->answers.at[k] });
	}
	return cases;
}

static struct crf
crf_of(const struct weighed *table)
{
	struct crf crf = { .transitions = { .labels = 1, .stride = STRIDE } };

	crf.hash = memory_new(SLOTS, sizeof *crf.hash);
	crf.weight = memory_new((size_t)SLOTS * STRIDE, sizeof *crf.weight);
	for (size_t i = 0; i < SLOTS; i++)
		if (table[i].hash != 0) {
			crf.weight[crf.features * STRIDE] = table[i].weight;
			crf.hash[crf.features++] = table[i].hash;
		}
	return crf;
}

struct crf
cutter_learn(const struct corpus *corpus, const uint8_t *keep,
    const struct weights *weights)
{
	struct weighed  *table = memory_new(SLOTS, sizeof *table);
	struct cut_cases cases = cases_of(corpus, keep);
	uint64_t         random = 1;
	struct crf       crf;

	for (int epoch = 0; epoch < EPOCHS; epoch++)
		for (size_t i = cases.count; i > 0; i--) {
			size_t          other = random_below(&random, i);
			struct cut_case kept = cases.at[i - 1];

			cases.at[i - 1] = cases.at[other];
			cases.at[other] = kept;
			learn_case(table, weights, &cases.at[i - 1]);
		}
	crf = crf_of(table);
	array_free(&cases);
	free(table);
	return crf;
}
