/* crf.c: learning the weights of a linear-chain CRF.
 *
 * With s_i(y) = sum of w(f, y) over the features f of token i and A(y, y')
 * the transitions, P(y_1..y_n) = exp(sum_i s_i(y_i) + A(y_{i-1}, y_i)) / Z.
 * The gradient of -log P of the right labels is, for each weight, how often
 * its feature is expected minus how often it is there.
 *
 * Steps are per coordinate FTRL-proximal (McMahan et al., "Ad Click
 * Prediction", 2013, algorithm 1): with n the sum of squared gradients,
 *	sigma = (sqrt(n + g^2) - sqrt n) / alpha
 *	z += g - sigma w;  n += g^2
 *	w = 0 when |z| <= l1, else
 *	    -(z - sign(z) l1) / ((beta + sqrt n) / alpha + l2)
 *
 * A share of each token's features is left out at random, and the others
 * count the more for it: rare features then learn to stand in for the word
 * itself, which is what an unseen name has. */
#include "language/train/crf.h"

#include <math.h>

#include "language/train/random.h"

/* Gradients smaller than this change nothing that is kept. */
#define GRADIENT_LEAST 5e-4f

const struct crf_options crf_usual = {
	.epochs = 12, .alpha = 0.1f, .beta = 1, .l1 = 0.3f, .l2 = 3,
	.dropout = 0.2f, .runs = 1, .seed = 1
};

struct coordinate {
	float z;
	float root;                     /* sqrt n */
};

struct learner {
	const struct crf_options *options;
	const struct examples    *examples;
	struct crf                crf;
	struct coordinate        *coordinate;   /* [F, S] */
	struct coordinate        *between;      /* [L, S] of transitions */
	float                    *expected;     /* [L, S] */
	struct lattice            lattice;
	uint32_t                 *kept;         /* features of a sequence … */
	size_t                   *kept_start;   /* … token by token */
	size_t                    kept_room;
	uint64_t                  random;
	bool                      transitions_stay;
};

static float
step(const struct crf_options *options, struct coordinate *at, float weight,
    float gradient, float l1)
{
	float root = sqrtf(at->root * at->root + gradient * gradient);

	at->z += gradient - (root - at->root) / options->alpha * weight;
	at->root = root;
	if (fabsf(at->z) <= l1)
		return 0;
	return -(at->z - copysignf(l1, at->z)) /
	    ((options->beta + root) / options->alpha + options->l2);
}

/* Chooses the features of tokens [first, first + places) that stay. */
static void
drop_features(struct learner *learner, size_t first, size_t places)
{
	const struct examples *examples = learner->examples;
	size_t   most = examples->start[first + places] -
	    examples->start[first];
	uint64_t drop = (uint64_t)(learner->options->dropout * 4294967296.0f);
	size_t   used = 0;

	if (most + places + 1 > learner->kept_room) {
		learner->kept_room = 2 * (most + places + 1);
		learner->kept = memory_resize(learner->kept,
		    learner->kept_room, sizeof *learner->kept);
		learner->kept_start = memory_resize(learner->kept_start,
		    learner->kept_room, sizeof *learner->kept_start);
	}
	for (size_t t = 0; t < places; t++) {
		learner->kept_start[t] = used;
		for (size_t f = examples->start[first + t];
		    f < examples->start[first + t + 1]; f++)
			if (random_next(&learner->random) >> 32 >= drop)
				learner->kept[used++] = examples->feature[f];
	}
	learner->kept_start[places] = used;
}

static void
score_places(struct learner *learner, size_t first, size_t places)
{
	const float *given = learner->examples->given;
	size_t stride = learner->crf.transitions.stride;
	float  more = 1 / (1 - learner->options->dropout);

	lattice_resize(&learner->lattice, places, stride);
	for (size_t t = 0; t < places; t++) {
		float *score = learner->lattice.score + t * stride;

		for (size_t f = learner->kept_start[t];
		    f < learner->kept_start[t + 1]; f++) {
			const float *weight = learner->crf.weight +
			    learner->kept[f] * stride;

			for (size_t b = 0; b < stride; b++)
				score[b] += weight[b];
		}
		for (size_t b = 0; b < stride; b++)
			score[b] *= more;
		for (size_t b = 0; given != NULL && b < stride; b++)
			score[b] += given[(first + t) * stride + b];
	}
}

/* Steps for the features of the place `t` whose right label is `label`. */
static void
step_place(struct learner *learner, size_t t, size_t label)
{
	const struct crf_options *options = learner->options;
	size_t       stride = learner->crf.transitions.stride;
	const float *marginal = learner->lattice.marginal + t * stride;
	float        more = 1 / (1 - options->dropout);
	size_t       moved[LABELS_MOST];
	float        gradient[LABELS_MOST];
	size_t       count = 0;

	for (size_t b = 0; b < learner->crf.transitions.labels; b++) {
		float g = marginal[b] - (b == label ? 1.0f : 0.0f);

		if (fabsf(g) < GRADIENT_LEAST)
			continue;
		gradient[count] = g * more;
		moved[count++] = b;
	}
	for (size_t f = learner->kept_start[t];
	    f < learner->kept_start[t + 1]; f++) {
		size_t row = learner->kept[f] * stride;

		for (size_t k = 0; k < count; k++)
			learner->crf.weight[row + moved[k]] = step(options,
			    &learner->coordinate[row + moved[k]],
			    learner->crf.weight[row + moved[k]],
			    gradient[k], options->l1);
	}
}

/* Transitions are few: they pay no L1. */
static void
step_transitions(struct learner *learner, const uint8_t *label, size_t places)
{
	struct transitions *transitions = &learner->crf.transitions;
	size_t stride = transitions->stride;
	size_t before = 0;

	memset(learner->expected, 0, transitions->labels * stride *
	    sizeof *learner->expected);
	lattice_expect(&learner->lattice, transitions, learner->expected);
	for (size_t t = 0; t <= places; t++) {
		size_t here = t < places ? label[t] : 0;

		learner->expected[before * stride + here] -= 1;
		before = here;
	}
	for (size_t i = 0; i < transitions->labels * stride; i++)
		if (transitions->likely[i] > 0 &&
		    fabsf(learner->expected[i]) >= GRADIENT_LEAST)
			transitions->score[i] = step(learner->options,
			    &learner->between[i], transitions->score[i],
			    learner->expected[i], 0);
	transitions_set(transitions);
}

static void
learn_sequence(struct learner *learner, size_t first, size_t places)
{
	const uint8_t *label = learner->examples->label + first;

	drop_features(learner, first, places);
	score_places(learner, first, places);
	lattice_sum(&learner->lattice, &learner->crf.transitions);
	for (size_t t = 0; t < places; t++)
		step_place(learner, t, label[t]);
	if (!learner->transitions_stay)
		step_transitions(learner, label, places);
}

/* The first tokens of all sequences, shuffled (Fisher and Yates). */
static void
shuffle(size_t *order, size_t count, uint64_t *random)
{
	for (size_t i = count; i > 1; i--) {
		size_t other = random_below(random, i);
		size_t kept = order[i - 1];

		order[i - 1] = order[other];
		order[other] = kept;
	}
}

static void
learn_epochs(struct learner *learner)
{
	const struct examples *examples = learner->examples;
	size_t *order = memory_new(examples->tokens + 1, sizeof *order);
	size_t  count = 0;

	for (size_t n = 0; n < examples->tokens; n++)
		if (examples->first[n])
			order[count++] = n;
	for (int epoch = 0; epoch < learner->options->epochs; epoch++) {
		shuffle(order, count, &learner->random);
		for (size_t i = 0; i < count; i++) {
			size_t end = order[i] + 1;

			while (end < examples->tokens && !examples->first[end])
				end++;
			learn_sequence(learner, order[i], end - order[i]);
		}
	}
	free(order);
}

/* Everything back to 0; transitions to the given ones. */
static void
start_run(struct learner *learner, const struct transitions *transitions)
{
	struct crf *crf = &learner->crf;
	size_t      stride = crf->transitions.stride;
	size_t      cells = crf->features * stride;
	size_t      between = crf->transitions.labels * stride;

	memset(crf->weight, 0, cells * sizeof *crf->weight);
	memset(learner->coordinate, 0, cells * sizeof *learner->coordinate);
	memset(learner->between, 0, between * sizeof *learner->between);
	memset(crf->transitions.score, 0,
	    between * sizeof *crf->transitions.score);
	if (transitions != NULL)
		memcpy(crf->transitions.score, transitions->score,
		    between * sizeof *crf->transitions.score);
	transitions_set(&crf->transitions);
}

/* Runs that differ in their order and in what they leave out err in
 * different places; the mean of their weights errs less. */
static void
learn_runs(struct learner *learner, const struct transitions *transitions)
{
	struct crf *crf = &learner->crf;
	size_t  cells = crf->features * crf->transitions.stride;
	size_t  between = crf->transitions.labels * crf->transitions.stride;
	float  *sum = memory_new(cells + between, sizeof *sum);
	float   share = 1 / (float)learner->options->runs;

	for (int run = 0; run < learner->options->runs; run++) {
		learner->random = learner->options->seed + (uint64_t)run;
		start_run(learner, transitions);
		learn_epochs(learner);
		for (size_t i = 0; i < cells; i++)
			sum[i] += share * crf->weight[i];
		for (size_t i = 0; i < between; i++)
			sum[cells + i] += share * crf->transitions.score[i];
	}
	memcpy(crf->weight, sum, cells * sizeof *sum);
	memcpy(crf->transitions.score, sum + cells, between * sizeof *sum);
	transitions_set(&crf->transitions);
	free(sum);
}

struct crf
crf_learn(struct examples *examples, const struct transitions *transitions,
    const struct crf_options *options)
{
	struct learner learner = { .options = options, .examples = examples,
		.transitions_stay = transitions != NULL };
	struct crf    *crf = &learner.crf;
	size_t         labels = 1 + POSITIONS * examples->types;
	size_t         cells;

	crf->transitions = transitions_new(labels);
	crf->features = examples->features;
	crf->hash = examples->hash;
	examples->hash = NULL;
	cells = (crf->features + 1) * crf->transitions.stride;
	crf->weight = memory_new(cells, sizeof *crf->weight);
	learner.coordinate = memory_new(cells, sizeof *learner.coordinate);
	learner.between = memory_new(labels * crf->transitions.stride,
	    sizeof *learner.between);
	learner.expected = memory_new(labels * crf->transitions.stride,
	    sizeof *learner.expected);
	learn_runs(&learner, transitions);

	free(learner.coordinate);
	free(learner.between);
	free(learner.expected);
	free(learner.kept);
	free(learner.kept_start);
	lattice_free(&learner.lattice);
	return learner.crf;
}

void
crf_free(struct crf *crf)
{
	free(crf->hash);
	free(crf->weight);
	transitions_free(&crf->transitions);
	*crf = (struct crf){ 0 };
}
