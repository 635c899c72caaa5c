/* row.h: arithmetic on rows of labels.
 *
 * Rows are worked on by blocks of a fixed size, which compilers make vectors
 * of; a row's length, its stride, is a multiple of it. */
#ifndef QARI_LANGUAGE_ROW_H
#define QARI_LANGUAGE_ROW_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

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

/* row = exp(row - most) where row <= most, and not less than 2^-99: no row
 * may sum to 0. With t = x / log 2, n the nearest integer and f = t - n,
 * exp x = 2^n 2^f; 2^f is its Taylor polynomial of degree 5, right to 2e-6,
 * and 2^n is made of its bits. */
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

/* row scaled to sum 1; returns what it summed to. */
static inline float
row_normalise(float *row, size_t stride)
{
	float lane[BLOCK] = { 0 };
	float sum = 0;
	float share;

	for (size_t b = 0; b < stride; b += BLOCK)
		for (size_t k = 0; k < BLOCK; k++)
			lane[k] += row[b + k];
	for (size_t k = 0; k < BLOCK; k++)
		sum += lane[k];
	share = 1 / sum;
	for (size_t b = 0; b < stride; b += BLOCK)
		for (size_t k = 0; k < BLOCK; k++)
			row[b + k] *= share;
	return sum;
}

static inline float
row_most(const float *row, size_t stride)
{
	float lane[BLOCK];
	float most = row[0];

	for (size_t k = 0; k < BLOCK; k++)
		lane[k] = row[k];
	for (size_t b = BLOCK; b < stride; b += BLOCK)
		for (size_t k = 0; k < BLOCK; k++)
			lane[k] = row[b + k] > lane[k] ? row[b + k] : lane[k];
	for (size_t k = 0; k < BLOCK; k++)
		most = lane[k] > most ? lane[k] : most;
	return most;
}

#endif
