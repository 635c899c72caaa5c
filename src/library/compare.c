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

/* Two sentences that may say the same. */
struct likeness {
	double   alike;
	uint32_t row;                   /* A's sentence */
	uint32_t column;                /* B's */
};

struct likenesses ARRAY_OF(struct likeness);

/* The one of the other report that a sentence was given; NONE: none. */
struct mate {
	uint32_t other;
	double   alike;
	bool     said;                  /* though by another's counterpart */
};

struct comparing {
	struct report      reports[SIDES];
	int                reading;             /* this one; SIDES: none */
	struct counts      counts;
	struct likenesses  likenesses;          /* of A's first sentences … */
	size_t             compared;            /* … which are so many */
	struct mate       *mates[SIDES];        /* [sentences]; or NULL */
	size_t             placed;              /* of A, in the comparison */
	struct comparison *comparison;
};

static void
weigh(struct comparing *comparing)
{
	comparing->counts = count_features(comparing->reports);
	for (int side = 0; side < SIDES; side++) {
		struct sentences *sentences =
		    &comparing->reports[side].sentences;

		for (size_t i = 0; i < sentences->count; i++) {
			struct sentence *sentence = &sentences->at[i];

			for (size_t j = 0; j < sentence->words.count; j++)
				sentence->weight += weight_of(
				    &comparing->counts,
				    sentence->words.at[j]);
		}
	}
}

/* Compares A's next sentence with every one of B. */
static void
compare_row(struct comparing *comparing)
{
	const struct sentences *sentences =
	    &comparing->reports[SIDE_B].sentences;
	size_t row = comparing->compared++;

	for (size_t i = 0; i < sentences->count; i++) {
		double alike = sentences_alike(&comparing->counts,
		    &comparing->reports[SIDE_A].sentences.at[row],
		    &sentences->at[i]);

		if (alike > alike_enough)
			array_add(&comparing->likenesses, (struct likeness){
			    alike, (uint32_t)row, (uint32_t)i });
	}
}

/* The likest first; of those as like, what A says first. */
static int
compare_likenesses(const void *a, const void *b)
{
	const struct likeness *x = a;
	const struct likeness *y = b;

	if (x->alike != y->alike)
		return x->alike > y->alike ? -1 : 1;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (x->column > y->column) - (x->column < y->column);
}

/* Takes the likest pair of sentences that are both free, again and again. */
static void
pair_up(struct comparing *comparing)
{
	struct likenesses *likenesses = &comparing->likenesses;

	for (int side = 0; side < SIDES; side++) {
		size_t count = comparing->reports[side].sentences.count;

		comparing->mates[side] = memory_new(count + 1,
		    sizeof *comparing->mates[side]);
		for (size_t i = 0; i < count; i++)
			comparing->mates[side][i].other = NONE;
	}
	if (likenesses->count > 0)
		qsort(likenesses->at, likenesses->count,
		    sizeof *likenesses->at, compare_likenesses);
	for (size_t i = 0; i < likenesses->count; i++) {
		const struct likeness *one = &likenesses->at[i];
		struct mate *a = &comparing->mates[SIDE_A][one->row];
		struct mate *b = &comparing->mates[SIDE_B][one->column];

		if (one->alike > alike_surely)
			a->said = b->said = true;
		if (a->other != NONE || b->other != NONE)
			continue;
		a->other = one->column;
		b->other = one->row;
		a->alike = one->alike;
	}
}

static void
share_sentence(struct comparing *comparing, int side)
{
	comparing->comparison->shared[side] += 1.0 /
	    (double)comparing->reports[side].sentences.count;
}

static void
add_counterpart(struct comparing *comparing, uint32_t row, uint32_t column)
{
	const struct report *reports     = comparing->reports;
	struct counterpart   counterpart = { .alike = 0 };

	if (row != NONE)
		counterpart.span[SIDE_A] =
		    reports[SIDE_A].sentences.at[row].span;
	if (column != NONE)
		counterpart.span[SIDE_B] =
		    reports[SIDE_B].sentences.at[column].span;
	if (row != NONE && column != NONE) {
		counterpart.alike = comparing->mates[SIDE_A][row].alike;
		note_differences(reports, &counterpart);
		share_sentence(comparing, SIDE_A);
		share_sentence(comparing, SIDE_B);
	}
	array_add(comparing->comparison, counterpart);
}

/* What only B says stands behind what B says before it. */
static void
add_rest_of_b(struct comparing *comparing, size_t column)
{
	const struct mate *mates = comparing->mates[SIDE_B];
	size_t             count = comparing->reports[SIDE_B].sentences.count;

	for (; column < count && mates[column].other == NONE; column++)
		if (!mates[column].said)
			add_counterpart(comparing, NONE, (uint32_t)column);
		else
			share_sentence(comparing, SIDE_B);
}

static void
place_row(struct comparing *comparing)
{
	size_t             row  = comparing->placed++;
	const struct mate *mate = &comparing->mates[SIDE_A][row];

	if (mate->other == NONE && mate->said) {
		share_sentence(comparing, SIDE_A);
		return;
	}
	add_counterpart(comparing, (uint32_t)row, mate->other);
	if (mate->other != NONE)
		add_rest_of_b(comparing, (size_t)mate->other + 1);
}

struct comparing *
comparing_new(const struct article *a, const struct article *b,
    const struct models *models)
{
	struct comparing  *comparing  = memory_new(1, sizeof *comparing);
	struct comparison *comparison = memory_new(1, sizeof *comparison);

	comparison->entities = entities_new();
	comparing->comparison = comparison;
	comparing->reports[SIDE_A] = report_new(a, models,
	    comparison->entities);
	comparing->reports[SIDE_B] = report_new(b, models,
	    comparison->entities);
	return comparing;
}

/* By bytes: of both when they are read, of A when its sentences are compared
 * and when they are placed. */
static double
share_done(const struct comparing *comparing)
{
	size_t count = comparing->reports[SIDE_A].sentences.count;
	double a     = (double)comparing->reports[SIDE_A].article->text.count;
	double all   = 3 * a;
	double done  = 0;

	for (int side = 0; side < SIDES; side++) {
		done += (double)report_read(&comparing->reports[side]);
		if (side == SIDE_B)
			all += (double)
			    comparing->reports[side].article->text.count;
	}
	if (count > 0)
		done += a * (double)(comparing->compared + comparing->placed) /
		    (double)count;
	return all > 0 ? done / all : 1;
}

bool
comparing_next(struct comparing *comparing, double *share)
{
	size_t rows = comparing->reports[SIDE_A].sentences.count;

	if (comparing->reading < SIDES) {
		if (!report_next(&comparing->reports[comparing->reading]))
			comparing->reading++;
		if (comparing->reading == SIDES)
			weigh(comparing);
	} else if (comparing->compared < rows)
		compare_row(comparing);
	else if (comparing->mates[SIDE_A] == NULL) {
		pair_up(comparing);
		add_rest_of_b(comparing, 0);
	} else if (comparing->placed < rows)
		place_row(comparing);
	else
		return false;
	*share = share_done(comparing);
	return true;
}

struct comparison *
comparing_end(struct comparing *comparing)
{
	struct comparison *comparison = comparing->comparison;

	for (int side = 0; side < SIDES; side++) {
		free(comparing->mates[side]);
		report_free(&comparing->reports[side]);
	}
	array_free(&comparing->counts);
	array_free(&comparing->likenesses);
	free(comparing);
	return comparison;
}

struct comparison *
comparison_of(const struct article *a, const struct article *b,
    const struct models *models)
{
	struct comparing *comparing = comparing_new(a, b, models);
	double            share;

	while (comparing_next(comparing, &share))
		continue;
	return comparing_end(comparing);
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
