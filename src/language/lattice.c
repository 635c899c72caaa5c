/* lattice.c: the linear chain over a sequence's labels. */
#include "language/lattice.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/memory.h"

#define FORBIDDEN (-1e30f)

/* Rows are worked on by blocks of a fixed size, which compilers make vectors
 * of; a row's length is a multiple of it. */
enum { BLOCK = 8 };

/* to += by * row */
static inline void
row_add(float *restrict to, const float *restrict row, float by,
    size_t stride)
{
	for (size_t b = 0; b < stride; b += BLOCK)
		for (size_t k = 0; k < BLOCK; k++)
			to[b + k] += by * row[b + k];
}

/* to *= row */
static inline void
row_multiply(float *restrict to, const float *restrict row, size_t stride)
{
	for (size_t b = 0; b < stride; b += BLOCK)
		for (size_t k = 0; k < BLOCK; k++)
			to[b + k] *= row[b + k];
}

/* to = max(to, row + more) */
static inline void
row_raise(float *restrict to, const float *restrict row, float more,
    size_t stride)
{
	for (size_t b = 0; b < stride; b += BLOCK)
		for (size_t k = 0; k < BLOCK; k++) {
			float here = row[b + k] + more;

			to[b + k] = here > to[b + k] ? here : to[b + k];
		}
}

static inline float
row_product(const float *restrict a, const float *restrict b, size_t stride)
{
	float lane[BLOCK] = { 0 };
	float sum = 0;

	for (size_t i = 0; i < stride; i += BLOCK)
		for (size_t k = 0; k < BLOCK; k++)
			lane[k] += a[i + k] * b[i + k];
	for (size_t k = 0; k < BLOCK; k++)
		sum += lane[k];
	return sum;
}

/* row = exp(row - most) where row <= most, and not less than 2^-99: no row
 * may sum to 0. With t = x / log 2, n
 * the nearest integer and f = t - n, exp x = 2^n 2^f; 2^f is its Taylor
 * polynomial of degree 5, right to 2e-6, and 2^n is made of its bits. */
static inline void
row_exp(float *restrict row, float most, size_t stride)
{
	for (size_t b = 0; b < stride; b += BLOCK) {
		int32_t bits[BLOCK];
		float   power[BLOCK];

		for (size_t k = 0; k < BLOCK; k++) {
			float   t = (row[b + k] - most) * 1.44269504f;
			int32_t n;
			float   f;

			t = t > -99.0f ? t : -99.0f;
			n = (int32_t)(t - 0.5f);
			f = t - (float)n;
			row[b + k] = 1 + f * (0.69314718f + f * (0.24022651f +
			    f * (0.05550411f + f * (0.00961813f +
			    f * 0.00133336f))));
			bits[k] = (n + 127) * (1 << 23);
		}
		memcpy(power, bits, sizeof power);
		for (size_t k = 0; k < BLOCK; k++)
			row[b + k] *= power[k];
	}
}

static bool
label_is_open(size_t label)
{
	return label != 0 && (label_position(label) == BEGIN ||
	    label_position(label) == INNER);
}

bool
labels_may_follow(size_t a, size_t b)
{
	bool goes_on = b != 0 && (label_position(b) == INNER ||
	    label_position(b) == END);

	if (label_is_open(a))
		return goes_on && label_type(a) == label_type(b);
	return !goes_on;
}

struct transitions
transitions_new(size_t labels)
{
	struct transitions transitions = { .labels = labels };

	assert(labels <= LABELS_MOST);
	transitions.stride = (labels + 7) / 8 * 8;
	transitions.score = memory_new(labels * transitions.stride,
	    sizeof *transitions.score);
	transitions.likely = memory_new(labels * transitions.stride,
	    sizeof *transitions.likely);
	return transitions;
}

void
transitions_set(struct transitions *transitions)
{
	for (size_t a = 0; a < transitions->labels; a++) {
		float *score  = transitions->score + a * transitions->stride;
		float *likely = transitions->likely + a * transitions->stride;

		for (size_t b = 0; b < transitions->labels; b++) {
			if (!labels_may_follow(a, b))
				score[b] = FORBIDDEN;
			likely[b] = score[b] > FORBIDDEN
			    ? expf(score[b]) : 0;
		}
	}
}

void
transitions_free(struct transitions *transitions)
{
	free(transitions->score);
	free(transitions->likely);
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
			here[b] = t == 0 ? transitions->score[b] : -INFINITY;
		for (size_t a = 0; t > 0 && a < transitions->labels; a++)
			row_raise(here, transitions->score + a * stride,
			    before[a], stride);
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
	double sum = 0;

	for (size_t t = 0; t < lattice->places; t++) {
		const float *score = lattice->score + t * lattice->stride;
		float       *psi   = lattice->psi + t * lattice->stride;
		float        most  = score[0];

		for (size_t b = 1; b < labels; b++)
			if (score[b] > most)
				most = score[b];
		memcpy(psi, score, labels * sizeof *psi);
		for (size_t b = labels; b < lattice->stride; b++)
			psi[b] = most;
		row_exp(psi, most, lattice->stride);
		sum += (double)most;
	}
	return sum;
}

/* row[S] scaled to sum 1; returns what it summed to. */
static float
normalise(float *row, size_t stride)
{
	float sum = 0;
	float share;

	for (size_t b = 0; b < stride; b++)
		sum += row[b];
	share = 1 / sum;
	for (size_t b = 0; b < stride; b += BLOCK)
		for (size_t k = 0; k < BLOCK; k++)
			row[b + k] *= share;
	return sum;
}

/* alpha_t(b) = psi_t(b) sum_a alpha_{t-1}(a) e^A(a,b), scaled to sum 1;
 * returns the sum of the logarithms of the scales. */
static double
forward(struct lattice *lattice, const struct transitions *transitions)
{
	size_t stride = lattice->stride;
	double log_z = 0;

	for (size_t t = 0; t < lattice->places; t++) {
		const float *psi    = lattice->psi + t * stride;
		float       *here   = lattice->alpha + t * stride;
		const float *before = t == 0 ? here : here - stride;

		if (t == 0)
			memcpy(here, transitions->likely,
			    stride * sizeof *here);
		else
			memset(here, 0, stride * sizeof *here);
		for (size_t a = 0; t > 0 && a < transitions->labels; a++)
			row_add(here, transitions->likely + a * stride,
			    before[a], stride);
		row_multiply(here, psi, stride);
		log_z += log((double)normalise(here, stride));
	}
	return log_z;
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

		memset(here, 0, stride * sizeof *here);
		for (size_t b = 0; t + 1 < lattice->places && b < stride; b++)
			next[b] = here[stride + b] *
			    lattice->psi[(t + 1) * stride + b];
		for (size_t a = 0; a < transitions->labels; a++) {
			const float *likely = transitions->likely + a * stride;

			here[a] = t + 1 == lattice->places ? likely[0]
			    : row_product(likely, next, stride);
		}
		normalise(here, stride);
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
	for (size_t i = 0; i < cells; i++)
		lattice->marginal[i] = lattice->alpha[i] * lattice->beta[i];
	for (size_t t = 0; t < lattice->places; t++)
		normalise(lattice->marginal + t * stride, stride);
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
