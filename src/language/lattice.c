/* lattice.c: the linear chain over a sequence's labels. */
#include "language/lattice.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/memory.h"
#include "language/row.h"

#define FORBIDDEN (-1e30f)

static bool
label_is_open(size_t label)
{
	return label != 0 && (label_position(label) == BEGIN ||
	    label_position(label) == INNER);
}

static bool
label_goes_on(size_t label)
{
	return label != 0 && (label_position(label) == INNER ||
	    label_position(label) == END);
}

bool
labels_may_follow(size_t a, size_t b)
{
	if (label_is_open(a))
		return label_goes_on(b) && label_type(a) == label_type(b);
	return !label_goes_on(b);
}

struct transitions
transitions_new(size_t labels)
{
	struct transitions transitions = { .labels = labels };

	assert(labels <= LABELS_MOST);
	transitions.stride = (labels + 7) / 8 * 8;
	transitions.types = labels / POSITIONS;
	transitions.score = memory_new(labels * transitions.stride,
	    sizeof *transitions.score);
	transitions.likely = memory_new(labels * transitions.stride,
	    sizeof *transitions.likely);
	transitions.likely_to = memory_new(labels * transitions.stride,
	    sizeof *transitions.likely_to);
	return transitions;
}

void
transitions_set(struct transitions *transitions)
{
	size_t stride = transitions->stride;

	for (size_t a = 0; a < transitions->labels; a++) {
		float *score  = transitions->score + a * stride;
		float *likely = transitions->likely + a * stride;

		for (size_t b = 0; b < transitions->labels; b++) {
			if (!labels_may_follow(a, b))
				score[b] = FORBIDDEN;
			likely[b] = score[b] > FORBIDDEN
			    ? expf(score[b]) : 0;
			transitions->likely_to[b * stride + a] = likely[b];
		}
	}
}

void
transitions_free(struct transitions *transitions)
{
	free(transitions->score);
	free(transitions->likely);
	free(transitions->likely_to);
	*transitions = (struct transitions){ 0 };
}

void
lattice_resize(struct lattice *lattice, size_t places, size_t stride)
{
	size_t cells = places * stride;

	if (cells > lattice->room) {
		size_t size = sizeof *lattice->score;

		lattice->room = cells + cells / 2;
		lattice->score = memory_resize(lattice->score,
		    lattice->room, size);
		lattice->psi = memory_resize(lattice->psi,
		    lattice->room, size);
		lattice->alpha = memory_resize(lattice->alpha,
		    lattice->room, size);
		lattice->beta = memory_resize(lattice->beta,
		    lattice->room, size);
		lattice->marginal = memory_resize(lattice->marginal,
		    lattice->room, size);
		lattice->best = memory_resize(lattice->best,
		    lattice->room, 1);
	}
	lattice->places = places;
	lattice->stride = stride;
	if (cells > 0)
		memset(lattice->score, 0, cells * sizeof *lattice->score);
}

/* The label from which the best path goes on to `b`. */
static size_t
best_before(const float *before, const struct transitions *transitions,
    size_t b)
{
	size_t best = 0;
	float  most = -INFINITY;

	for (size_t a = 0; a < transitions->labels; a++) {
		float here = before[a] +
		    transitions->score[a * transitions->stride + b];

		if (here > most) {
			most = here;
			best = a;
		}
	}
	return best;
}

/* The best ways from `before` to the labels of one type that go on. */
static void
raise_open(float *here, const float *before,
    const struct transitions *transitions, size_t type)
{
	size_t open[] = { label_of(type, BEGIN), label_of(type, INNER) };

	for (size_t i = 0; i < 2; i++) {
		const float *score = transitions->score +
		    open[i] * transitions->stride;

		for (size_t b = open[0] + INNER; b <= open[0] + END; b++) {
			float to = before[open[i]] + score[b];

			here[b] = to > here[b] ? to : here[b];
		}
	}
}

/* Viterbi: v_t(b) = s_t(b) + max_a (v_{t-1}(a) + A(a, b)), v_{-1}(O) = 0; O
 * stands behind the last place too. v takes psi's room. The way back is found
 * again where the path goes, rather than kept for every label. */
void
lattice_decode(struct lattice *lattice, const struct transitions *transitions)
{
	size_t stride = lattice->stride;
	size_t best = 0;

	for (size_t t = 0; t < lattice->places; t++) {
		float       *here   = lattice->psi + t * stride;
		const float *before = t == 0 ? here : here - stride;

		for (size_t b = 0; b < stride; b++)
			here[b] = t == 0 ? transitions->score[b] : FORBIDDEN;
		for (size_t a = 0; t > 0 && a < transitions->labels; a++)
			if (!label_is_open(a))
				row_raise(here, transitions->score +
				    a * stride, before[a], stride);
		for (size_t type = 0; t > 0 && type < transitions->types;
		    type++)
			raise_open(here, before, transitions, type);
		row_add(here, lattice->score + t * stride, 1, stride);
	}
	for (size_t t = lattice->places; t > 0; t--) {
		best = best_before(lattice->psi + (t - 1) * stride,
		    transitions, best);
		lattice->best[t - 1] = (uint8_t)best;
	}
}

/* psi_t(b) = exp(s_t(b) - m_t), m_t the place's highest score; returns the
 * sum of m_t. */
static double
exponentiate(struct lattice *lattice, size_t labels)
{
	size_t stride = lattice->stride;
	double sum = 0;

	for (size_t t = 0; t < lattice->places; t++) {
		float *psi  = lattice->psi + t * stride;
		float  most;

		memcpy(psi, lattice->score + t * stride,
		    stride * sizeof *psi);
		for (size_t b = labels; b < stride; b++)
			psi[b] = psi[0];
		most = row_most(psi, stride);
		row_exp(psi, most, stride);
		sum += (double)most;
	}
	return sum;
}

/* Few transitions are allowed. From O, E and S go those to O, B and S, of
 * which whole rows are added; from B and I, of each type, two to I and E. */

/* to(b) = sum_a from(a) e^A(a,b) */
static void
step_forward(float *restrict to, const float *restrict from,
    const struct transitions *transitions)
{
	size_t stride = transitions->stride;

	memset(to, 0, stride * sizeof *to);
	for (size_t a = 0; a < transitions->labels; a++)
		if (!label_is_open(a))
			row_add(to, transitions->likely + a * stride, from[a],
			    stride);
	for (size_t type = 0; type < transitions->types; type++) {
		size_t       begin = label_of(type, BEGIN);
		const float *after_begin =
		    transitions->likely + begin * stride;
		const float *after_inner = after_begin + INNER * stride;

		for (size_t b = begin + INNER; b <= begin + END; b++)
			to[b] = from[begin] * after_begin[b] +
			    from[begin + INNER] * after_inner[b];
	}
}

/* to(a) = sum_b e^A(a,b) from(b) */
static void
step_back(float *restrict to, const float *restrict from,
    const struct transitions *transitions)
{
	size_t stride = transitions->stride;

	memset(to, 0, stride * sizeof *to);
	for (size_t b = 0; b < transitions->labels; b++)
		if (!label_goes_on(b))
			row_add(to, transitions->likely_to + b * stride,
			    from[b], stride);
	for (size_t type = 0; type < transitions->types; type++) {
		size_t       begin = label_of(type, BEGIN);
		const float *to_inner = transitions->likely_to +
		    label_of(type, INNER) * stride;
		const float *to_end = to_inner + stride;

		for (size_t a = begin; a <= begin + INNER; a++)
			to[a] = from[begin + INNER] * to_inner[a] +
			    from[begin + END] * to_end[a];
	}
}

/* alpha_t(b) = psi_t(b) sum_a alpha_{t-1}(a) e^A(a,b), scaled to sum 1;
 * returns the sum of the logarithms of the scales. */
static double
forward(struct lattice *lattice, const struct transitions *transitions)
{
	size_t stride = lattice->stride;
	double log_z = 0;
	double scale = 1;

	for (size_t t = 0; t < lattice->places; t++) {
		float *here = lattice->alpha + t * stride;

		if (t == 0)
			memcpy(here, transitions->likely,
			    stride * sizeof *here);
		else
			step_forward(here, here - stride, transitions);
		row_multiply(here, lattice->psi + t * stride, stride);
		scale *= (double)row_normalise(here, stride);
		/* Far from the ends of what a double holds. */
		if (scale < 1e-200 || scale > 1e200) {
			log_z += log(scale);
			scale = 1;
		}
	}
	return log_z + log(scale);
}

/* beta_t(a) = sum_b e^A(a,b) psi_{t+1}(b) beta_{t+1}(b), scaled; the last
 * one is e^A(a,O). */
static void
backward(struct lattice *lattice, const struct transitions *transitions)
{
	size_t stride = lattice->stride;
	float  next[LABELS_MOST];

	for (size_t t = lattice->places; t-- > 0;) {
		float *here = lattice->beta + t * stride;

		if (t + 1 == lattice->places)
			memcpy(here, transitions->likely_to,
			    stride * sizeof *here);
		else {
			memcpy(next, here + stride, stride * sizeof *next);
			row_multiply(next, lattice->psi + (t + 1) * stride,
			    stride);
			step_back(here, next, transitions);
		}
		row_normalise(here, stride);
	}
}

/* P(b at t) = alpha_t(b) beta_t(b) / sum_b' alpha_t(b') beta_t(b'). */
double
lattice_sum(struct lattice *lattice, const struct transitions *transitions)
{
	size_t stride = lattice->stride;
	size_t cells  = lattice->places * stride;
	double log_z  = exponentiate(lattice, transitions->labels);
	float  last   = 0;

	if (lattice->places == 0)
		return 0;
	log_z += forward(lattice, transitions);
	backward(lattice, transitions);
	memcpy(lattice->marginal, lattice->alpha,
	    cells * sizeof *lattice->marginal);
	row_multiply(lattice->marginal, lattice->beta, cells);
	for (size_t t = 0; t < lattice->places; t++)
		row_normalise(lattice->marginal + t * stride, stride);
	for (size_t a = 0; a < transitions->labels; a++)
		last += lattice->alpha[cells - stride + a] *
		    transitions->likely[a * stride];
	return log_z + log((double)last);
}

/* P(a at t, b at t+1) = alpha_t(a) e^A(a,b) psi_{t+1}(b) beta_{t+1}(b),
 * scaled to sum 1 over all a and b. */
static void
expect_pair(const struct lattice *lattice,
    const struct transitions *transitions, size_t t, float *expected)
{
	size_t       stride = lattice->stride;
	const float *alpha = lattice->alpha + t * stride;
	float        next[LABELS_MOST];
	float        sum = 0;

	for (size_t b = 0; b < stride; b++)
		next[b] = lattice->psi[(t + 1) * stride + b] *
		    lattice->beta[(t + 1) * stride + b];
	for (size_t a = 0; a < transitions->labels; a++)
		for (size_t b = 0; b < stride; b++)
			sum += alpha[a] * next[b] *
			    transitions->likely[a * stride + b];
	for (size_t a = 0; a < transitions->labels; a++)
		for (size_t b = 0; b < stride; b++)
			expected[a * stride + b] += alpha[a] * next[b] *
			    transitions->likely[a * stride + b] / sum;
}

void
lattice_expect(const struct lattice *lattice,
    const struct transitions *transitions, float *expected)
{
	size_t       stride = lattice->stride;
	const float *last = lattice->marginal + (lattice->places - 1) * stride;

	if (lattice->places == 0)
		return;
	for (size_t b = 0; b < transitions->labels; b++) {
		expected[b] += lattice->marginal[b];
		expected[b * stride] += last[b];
	}
	for (size_t t = 0; t + 1 < lattice->places; t++)
		expect_pair(lattice, transitions, t, expected);
}

void
lattice_free(struct lattice *lattice)
{
	free(lattice->score);
	free(lattice->psi);
	free(lattice->alpha);
	free(lattice->beta);
	free(lattice->marginal);
	free(lattice->best);
	*lattice = (struct lattice){ 0 };
}
