/* row.h: arithmetic on rows of labels, four or eight at once.
 *
 * A row's length, its stride, is a multiple of eight. The vectors are those
 * of GCC and clang, of the 16 bytes that all machines have: at -O2 they make
 * few of loops by themselves. */
#ifndef QARI_LANGUAGE_ROW_H
#define QARI_LANGUAGE_ROW_H

#include <stddef.h>
#include <stdint.h>

enum { BLOCK = 4 };

/* They lie wherever a row's numbers do. */
typedef float   floats __attribute__((vector_size(16), aligned(4),
    may_alias));
typedef int32_t ints   __attribute__((vector_size(16), aligned(4),
    may_alias));
typedef int16_t shorts __attribute__((vector_size(16), aligned(2),
    may_alias));

#define FLOATS(row) (*(floats *)(row))
#define FLOATS_OF(row) (*(const floats *)(row))

/* The greater of each two. */
#define MOST_OF(a, b)                                                         \
	((floats)(((ints)(a) & ((a) > (b))) | ((ints)(b) & ~((a) > (b)))))

/* to += by * row */
static inline void
row_add(float *to, const float *row, float by, size_t stride)
{
	for (size_t b = 0; b < stride; b += BLOCK)
		FLOATS(to + b) += by * FLOATS_OF(row + b);
}

/* to *= row */
static inline void
row_multiply(float *to, const float *row, size_t stride)
{
	for (size_t b = 0; b < stride; b += BLOCK)
		FLOATS(to + b) *= FLOATS_OF(row + b);
}

enum { WIDE = 3 * BLOCK };

/* to = sum over i of by[i] * row[i], for `count` rows of a stride that is a
 * multiple of WIDE. */
static inline void
rows_sum(float *to, const float *rows, const float *by, size_t count,
    size_t stride)
{
	for (size_t b = 0; b < stride; b += WIDE) {
		const float *row = rows + b;
		floats       sum[3] = { { 0 } };

		for (size_t i = 0; i < count; i++, row += stride) {
			sum[0] += by[i] * FLOATS_OF(row);
			sum[1] += by[i] * FLOATS_OF(row + BLOCK);
			sum[2] += by[i] * FLOATS_OF(row + 2 * BLOCK);
		}
		for (size_t k = 0; k < 3; k++)
			FLOATS(to + b + k * BLOCK) = sum[k];
	}
}

/* to = max over i of more[i] + row[i], in the same way. */
static inline void
rows_most(float *to, const float *rows, const float *more, size_t count,
    size_t stride)
{
	for (size_t b = 0; b < stride; b += WIDE) {
		const float *row = rows + b;
		floats       most[3];

		for (size_t k = 0; k < 3; k++)
			most[k] = more[0] + FLOATS_OF(row + k * BLOCK);
		for (size_t i = 1; i < count; i++) {
			row += stride;
			for (size_t k = 0; k < 3; k++) {
				floats here = more[i] +
				    FLOATS_OF(row + k * BLOCK);

				most[k] = MOST_OF(here, most[k]);
			}
		}
		for (size_t k = 0; k < 3; k++)
			FLOATS(to + b + k * BLOCK) = most[k];
	}
}

static inline float
row_most(const float *row, size_t stride)
{
	floats most = FLOATS_OF(row);
	float  one;

	for (size_t b = BLOCK; b < stride; b += BLOCK) {
		floats here = FLOATS_OF(row + b);

		most = MOST_OF(here, most);
	}
	one = most[0];
	for (size_t k = 1; k < BLOCK; k++)
		one = most[k] > one ? most[k] : one;
	return one;
}

/* row scaled to sum 1; returns what it summed to. */
static inline float
row_normalise(float *row, size_t stride)
{
	floats lane = FLOATS_OF(row);
	float  sum = 0;

	for (size_t b = BLOCK; b < stride; b += BLOCK)
		lane += FLOATS_OF(row + b);
	for (size_t k = 0; k < BLOCK; k++)
		sum += lane[k];
	for (size_t b = 0; b < stride; b += BLOCK)
		FLOATS(row + b) *= 1 / sum;
	return sum;
}

/* to = exp(row - most) where row <= most, and not less than 2^-99: no row
 * may sum to 0. With t = x / log 2, n the nearest integer and f = t - n,
 * exp x = 2^n 2^f; 2^f is its Taylor polynomial of degree 5, right to 2e-6,
 * and 2^n is made of its bits. */
static inline void
row_exp(float *to, const float *row, float most, size_t stride)
{
	const floats least = (floats){ 0 } - 99.0f;

	for (size_t b = 0; b < stride; b += BLOCK) {
		floats given = (FLOATS_OF(row + b) - most) * 1.44269504f;
		floats t = MOST_OF(given, least);
		ints   n = __builtin_convertvector(t - 0.5f, ints);
		floats f = t - __builtin_convertvector(n, floats);
		floats power = 1 + f * (0.69314718f + f * (0.24022651f + f *
		    (0.05550411f + f * (0.00961813f + f * 0.00133336f))));

		FLOATS(to + b) = power * (floats)((n + 127) * (1 << 23));
	}
}

/* to += row, whole numbers. */
static inline void
row_sum(int16_t *to, const int16_t *row, size_t stride)
{
	for (size_t b = 0; b < stride; b += 2 * BLOCK)
		*(shorts *)(to + b) += *(const shorts *)(row + b);
}

/* to += by * row, of whole numbers. */
static inline void
row_add_sum(float *to, const int16_t *row, float by, size_t stride)
{
	for (size_t b = 0; b < stride; b += BLOCK) {
		ints here = { row[b], row[b + 1], row[b + 2], row[b + 3] };

		FLOATS(to + b) += by * __builtin_convertvector(here, floats);
	}
}

/* to = (all - own) / n */
static inline void
row_others(float *to, const float *all, const float *own, float n,
    size_t stride)
{
	for (size_t b = 0; b < stride; b += BLOCK)
		FLOATS(to + b) = (FLOATS_OF(all + b) - FLOATS_OF(own + b)) /
		    n;
}

#endif
