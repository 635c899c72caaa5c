/* compare.c: two reports beside one another.
 *
 * Sentences are compared by their words, bare and without inflexion, and by
 * whom and what they name; each takes the one of the other report most like
 * it. With s sentences in both reports, of which n have a word, the word
 * weighs w = log((s + 1) / n). With A and B the sums of w² over the words of
 * two sentences, and C that over the words both have, they are as alike as
 *
 *	C / sqrt(min(A, B) * sqrt(A * B)),
 *
 * between the cosine and the part of the shorter one that the longer says:
 * what one report says in a sentence the other often says in two. */
#include "library/compare.h"

#include <math.h>
#include <string.h>

#include "library/report.h"

enum { SHARED_WORDS = 2 };      /* the least two sentences must share */

static const double alike_enough = 0.20;
static const double alike_surely = 0.40;        /* though it is another's
                                                 * counterpart already */

struct feature {
	uint64_t hash;
	double   weight;        /* squared */
};

/* How many sentences have each feature; then what it weighs. */
struct counts ARRAY_OF(struct feature);

static int
compare_features(const void *a, const void *b)
{
	const struct feature *x = a;
	const struct feature *y = b;

	return (x->hash > y->hash) - (x->hash < y->hash);
}

/* Counts in how many sentences each feature stands, and weighs it. */
static struct counts
count_features(const struct report reports[SIDES])
{
	struct counts counts = { 0 };
	size_t        kept   = 0;
	double        all    = 1;

	for (int side = 0; side < SIDES; side++)
		for (size_t i = 0; i < reports[side].sentences.count; i++) {
			const struct word_set *words =
			    &reports[side].sentences.at[i].words;

			all++;
			for (size_t j = 0; j < words->count; j++)
				array_add(&counts, (struct feature){
				    words->at[j], 1 });
		}
	if (counts.count > 0)
		qsort(counts.at, counts.count, sizeof *counts.at,
		    compare_features);
	for (size_t i = 0; i < counts.count; i++) {
		if (kept > 0 && counts.at[kept - 1].hash ==
		    counts.at[i].hash)
			counts.at[kept - 1].weight++;
		else
			counts.at[kept++] = counts.at[i];
	}
	counts.count = kept;
	for (size_t i = 0; i < counts.count; i++) {
		double weight = log(all / counts.at[i].weight);

		counts.at[i].weight = weight * weight;
	}
	return counts;
}

static double
weight_of(const struct counts *counts, uint64_t hash)
{
	struct feature  key = { hash, 0 };
	const struct feature *found = bsearch(&key, counts->at,
	    counts->count, sizeof *counts->at, compare_features);

	return found != NULL ? found->weight : 0;
}

static double
sentences_alike(const struct counts *counts, const struct sentence *a,
    const struct sentence *b)
{
	double both   = 0;
	size_t shared = 0;

	for (size_t i = 0, j = 0; i < a->words.count && j < b->words.count;) {
		uint64_t x = a->words.at[i], y = b->words.at[j];

		if (x == y) {
			both += weight_of(counts, x);
			shared++;
		}
		i += x <= y;
		j += y <= x;
	}
	if (shared < SHARED_WORDS || both <= 0)
		return 0;
	return both / sqrt(fmin(a->weight, b->weight) *
	    sqrt(a->weight * b->weight));
}

/* Every sentence of A with every one of B. */
struct table {
	size_t  rows;                   /* A's */
	size_t  columns;                /* B's */
	double *alike;                  /* [rows * columns] */
};

static struct table
table_of(struct report reports[SIDES])
{
	struct counts counts = count_features(reports);
	struct table  table  = { reports[SIDE_A].sentences.count,
	    reports[SIDE_B].sentences.count, NULL };

	for (int side = 0; side < SIDES; side++)
		for (size_t i = 0; i < reports[side].sentences.count; i++) {
			struct sentence *sentence =
			    &reports[side].sentences.at[i];

			for (size_t j = 0; j < sentence->words.count; j++)
				sentence->weight += weight_of(&counts,
				    sentence->words.at[j]);
		}
	table.alike = memory_new(table.rows * table.columns,
	    sizeof *table.alike);
	for (size_t i = 0; i < table.rows; i++)
		for (size_t j = 0; j < table.columns; j++)
			table.alike[i * table.columns + j] = sentences_alike(
			    &counts, &reports[SIDE_A].sentences.at[i],
			    &reports[SIDE_B].sentences.at[j]);
	array_free(&counts);
	return table;
}

/* Which sentence of the other each one was given; NONE: none. */
struct pairing {
	uint32_t *of_a;                 /* [rows] */
	uint32_t *of_b;                 /* [columns] */
};

/* Takes the likest pair of sentences that are both free, again and again. */
static struct pairing
pair_up(const struct table *table)
{
	struct pairing pairing = {
		memory_new(table->rows, sizeof *pairing.of_a),
		memory_new(table->columns, sizeof *pairing.of_b)
	};

	memset(pairing.of_a, 0xFF, table->rows * sizeof *pairing.of_a);
	memset(pairing.of_b, 0xFF, table->columns * sizeof *pairing.of_b);
	for (;;) {
		double best = alike_enough;
		size_t row  = 0, column = 0;

		for (size_t i = 0; i < table->rows; i++)
			for (size_t j = 0; j < table->columns; j++)
				if (pairing.of_a[i] == NONE &&
				    pairing.of_b[j] == NONE &&
				    table->alike[i * table->columns + j] >
				    best) {
					best = table->alike[
					    i * table->columns + j];
					row = i;
					column = j;
				}
		if (best <= alike_enough)
			return pairing;
		pairing.of_a[row] = (uint32_t)column;
		pairing.of_b[column] = (uint32_t)row;
	}
}

/* The best row for B's sentence, or column for A's, whoever has it. */
static uint32_t
likest(const struct table *table, bool of_a, size_t i)
{
	size_t   count = of_a ? table->columns : table->rows;
	double   best  = alike_surely;
	uint32_t found = NONE;

	for (size_t j = 0; j < count; j++) {
		double alike = table->alike[of_a ? i * table->columns + j
		    : j * table->columns + i];

		if (alike > best) {
			best = alike;
			found = (uint32_t)j;
		}
	}
	return found;
}

static void
add_counterpart(struct comparison *comparison,
    const struct report reports[SIDES], const struct table *table,
    uint32_t row, uint32_t column)
{
	struct counterpart counterpart = { .alike = 0 };

	if (row != NONE)
		counterpart.span[SIDE_A] =
		    reports[SIDE_A].sentences.at[row].span;
	if (column != NONE)
		counterpart.span[SIDE_B] =
		    reports[SIDE_B].sentences.at[column].span;
	if (row != NONE && column != NONE) {
		counterpart.alike =
		    table->alike[row * table->columns + column];
		note_differences(reports, &counterpart);
		comparison->shared[SIDE_A] += 1.0 / (double)table->rows;
		comparison->shared[SIDE_B] += 1.0 / (double)table->columns;
	}
	array_add(comparison, counterpart);
}

/* What only B says stands behind what B says before it. */
static void
add_rest_of_b(struct comparison *comparison,
    const struct report reports[SIDES], const struct table *table,
    const struct pairing *pairing, size_t column)
{
	for (; column < table->columns && pairing->of_b[column] == NONE;
	    column++)
		if (likest(table, false, column) == NONE)
			add_counterpart(comparison, reports, table, NONE,
			    (uint32_t)column);
		else
			comparison->shared[SIDE_B] +=
			    1.0 / (double)table->columns;
}

struct comparison *
comparison_of(const struct article *a, const struct article *b,
    const struct models *models)
{
	struct comparison *comparison = memory_new(1, sizeof *comparison);
	struct entities   *entities   = entities_new();
	struct report      reports[SIDES] = {
		report_of(a, models, entities), report_of(b, models, entities)
	};
	struct table       table   = table_of(reports);
	struct pairing     pairing = pair_up(&table);

	comparison->entities = entities;
	add_rest_of_b(comparison, reports, &table, &pairing, 0);
	for (size_t i = 0; i < table.rows; i++) {
		uint32_t column = pairing.of_a[i];

		if (column == NONE && likest(&table, true, i) != NONE) {
			comparison->shared[SIDE_A] += 1.0 /
			    (double)table.rows;
			continue;
		}
		add_counterpart(comparison, reports, &table, (uint32_t)i,
		    column);
		if (column != NONE)
			add_rest_of_b(comparison, reports, &table, &pairing,
			    (size_t)column + 1);
	}
	free(pairing.of_a);
	free(pairing.of_b);
	free(table.alike);
	report_free(&reports[SIDE_A]);
	report_free(&reports[SIDE_B]);
	return comparison;
}

void
comparison_free(struct comparison *comparison)
{
	if (comparison == NULL)
		return;
	for (size_t i = 0; i < comparison->count; i++) {
		struct counterpart *one = &comparison->at[i];

		for (size_t j = 0; j < one->respelt.count; j++) {
			free(one->respelt.at[j].name[SIDE_A]);
			free(one->respelt.at[j].name[SIDE_B]);
		}
		array_free(&one->only[SIDE_A]);
		array_free(&one->only[SIDE_B]);
		array_free(&one->respelt);
	}
	entities_free(comparison->entities);
	array_free(comparison);
	free(comparison);
}
