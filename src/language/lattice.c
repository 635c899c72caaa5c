/* lattice.c: the linear chain over a sequence's labels. */
#include "language/lattice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/memory.h"
#include "language/row.h"

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

/* out[i] = row[which[i]] */
static void
gather(float *out, const float *row, const uint8_t *which, size_t count)
{
	for (size_t i = 0; i < count; i++)
		out[i] = row[which[i]];
}

static void
scatter(float *row, const float *in, const uint8_t *which, size_t count)
{
	for (size_t i = 0; i < count; i++)
		row[which[i]] = in[i];
}

/* to(b) = max_a (from(a) + A(a,b)) */
static void
step_best(float *to, const float *from, const struct transitions *transitions)
{
	float before[LABELS_MOST];
	float behind[LABELS_MOST];

	gather(before, from, transitions->closed, transitions->outer);
	rows_most(behind, transitions->outer_score, before,
	    transitions->outer, transitions->outer_stride);
	scatter(to, behind, transitions->opening, transitions->outer);
	for (size_t type = 0; type < transitions->types; type++) {
		size_t       begin = label_of(type, BEGIN);
		const float *score = transitions->score +
		    begin * transitions->stride;
		const float *inner = score + INNER * transitions->stride;

		for (size_t b = begin + INNER; b <= begin + END; b++)
			to[b] = fmaxf(from[begin] + score[b],
			    from[begin + INNER] + inner[b]);
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
		float *here = lattice->psi + t * stride;

		if (t == 0)
			memcpy(here, transitions->score,
			    stride * sizeof *here);
		else
			step_best(here, here - stride, transitions);
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
		float *score = lattice->score + t * stride;
		float  most;

		for (size_t b = labels; b < stride; b++)
			score[b] = score[0];
		most = row_most(score, stride);
		row_exp(lattice->psi + t * stride, score, most, stride);
		sum += (double)most;
	}
	return sum;
}

/* to(b) = sum_a from(a) e^A(a,b) */
static void
step_forward(float *to, const float *from,
    const struct transitions *transitions)
{
	size_t stride = transitions->stride;
	float  before[LABELS_MOST];
	float  behind[LABELS_MOST];

	gather(before, from, transitions->closed, transitions->outer);
	rows_sum(behind, transitions->outer_likely, before,
	    transitions->outer, transitions->outer_stride);
	scatter(to, behind, transitions->opening, transitions->outer);
	for (size_t type = 0; type < transitions->types; type++) {
		size_t       begin = label_of(type, BEGIN);
		const float *likely = transitions->likely + begin * stride;
		const float *inner = likely + INNER * stride;

		for (size_t b = begin + INNER; b <= begin + END; b++)
			to[b] = from[begin] * likely[b] +
			    from[begin + INNER] * inner[b];
	}
}

/* to(a) = sum_b e^A(a,b) from(b) */
static void
step_back(float *to, const float *from, const struct transitions *transitions)
{
	float behind[LABELS_MOST];
	float before[LABELS_MOST];

	gather(behind, from, transitions->opening, transitions->outer);
	rows_sum(before, transitions->outer_likely_to, behind,
	    transitions->outer, transitions->outer_stride);
	scatter(to, before, transitions->closed, transitions->outer);
	for (size_t type = 0; type < transitions->types; type++) {
		size_t begin = label_of(type, BEGIN);

		for (size_t a = begin; a <= begin + INNER; a++) {
			const float *likely = transitions->likely +
			    a * transitions->stride;

			to[a] = from[begin + INNER] * likely[begin + INNER] +
			    from[begin + END] * likely[begin + END];
		}
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
		for (size_t b = transitions->labels; b < stride; b++)
			here[b] = 0;
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
			for (size_t a = 0; a < transitions->labels; a++)
				here[a] = transitions->likely[a * stride];
		else {
			memcpy(next, here + stride, stride * sizeof *next);
			row_multiply(next, lattice->psi + (t + 1) * stride,
			    stride);
			step_back(here, next, transitions);
		}
		for (size_t a = transitions->labels; a < stride; a++)
			here[a] = 0;
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
