/* lattice.c: the best path, the marginals and Z, against trying all paths. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <string.h>
#include <cmocka.h>

#include "language/lattice.h"

enum { LABELS = 5, STRIDE = 8, PLACES = 4, PATHS = 625 };

/* Two types would be 9 labels; one is enough to try all paths. */
static struct transitions
some_transitions(void)
{
	struct transitions transitions = transitions_new(LABELS);

	for (size_t i = 0; i < LABELS * STRIDE; i++)
		transitions.score[i] = (float)((i * 37) % 11) / 7 - 0.6f;
	transitions_set(&transitions);
	return transitions;
}

static void
set_scores(struct lattice *lattice)
{
	lattice_resize(lattice, PLACES, STRIDE);
	for (size_t t = 0; t < PLACES; t++)
		for (size_t b = 0; b < LABELS; b++)
			lattice->score[t * STRIDE + b] =
			    (float)((t * 13 + b * 29) % 17) / 5 - 1.5f;
}

/* The score of path number `n`; false when it is forbidden. */
static bool
path_score(const struct lattice *lattice,
    const struct transitions *transitions, size_t n, size_t path[PLACES],
    double *score)
{
	size_t before = 0;

	*score = 0;
	for (size_t t = 0; t < PLACES; t++, n /= LABELS) {
		path[t] = n % LABELS;
		if (!labels_may_follow(before, path[t]))
			return false;
		*score += (double)(lattice->score[t * STRIDE + path[t]] +
		    transitions->score[before * STRIDE + path[t]]);
		before = path[t];
	}
	if (!labels_may_follow(before, 0))
		return false;
	*score += (double)transitions->score[before * STRIDE];
	return true;
}

static void
agrees_with_all_paths(void **state)
{
	struct transitions transitions = some_transitions();
	struct lattice     lattice = { 0 };
	double             marginal[PLACES][LABELS] = { { 0 } };
	double             z = 0;
	double             most = -INFINITY;
	size_t             best[PLACES] = { 0 };
	double             log_z;

	(void)state;
	set_scores(&lattice);
	for (size_t n = 0; n < PATHS; n++) {
		size_t path[PLACES];
		double score;

		if (!path_score(&lattice, &transitions, n, path, &score))
			continue;
		z += exp(score);
		for (size_t t = 0; t < PLACES; t++)
			marginal[t][path[t]] += exp(score);
		if (score > most) {
			most = score;
			memcpy(best, path, sizeof best);
		}
	}
	log_z = lattice_sum(&lattice, &transitions);
	assert_true(fabs(log_z - log(z)) < 1e-4);
	for (size_t t = 0; t < PLACES; t++)
		for (size_t b = 0; b < LABELS; b++)
			assert_true(fabs((double)lattice.marginal[t * STRIDE +
			    b] - marginal[t][b] / z) < 1e-4);
	lattice_decode(&lattice, &transitions);
	for (size_t t = 0; t < PLACES; t++)
		assert_int_equal(lattice.best[t], best[t]);
	lattice_free(&lattice);
	transitions_free(&transitions);
}

/* Every place has one transition into it, and one leads out of the last. */
static void
expects_one_transition_a_place(void **state)
{
	struct transitions transitions = some_transitions();
	struct lattice     lattice = { 0 };
	float              expected[LABELS * STRIDE] = { 0 };
	double             sum = 0;

	(void)state;
	set_scores(&lattice);
	lattice_sum(&lattice, &transitions);
	lattice_expect(&lattice, &transitions, expected);
	for (size_t a = 0; a < LABELS; a++)
		for (size_t b = 0; b < LABELS; b++) {
			sum += (double)expected[a * STRIDE + b];
			if (!labels_may_follow(a, b))
				assert_true(expected[a * STRIDE + b] <= 0);
		}
	assert_true(fabs(sum - (PLACES + 1)) < 1e-4);
	lattice_free(&lattice);
	transitions_free(&transitions);
}

static void
keeps_names_whole(void **state)
{
	(void)state;
	assert_true(labels_may_follow(0, label_of(0, BEGIN)));
	assert_false(labels_may_follow(0, label_of(0, INNER)));
	assert_true(labels_may_follow(label_of(1, BEGIN), label_of(1, END)));
	assert_false(labels_may_follow(label_of(0, BEGIN), label_of(1, END)));
	assert_false(labels_may_follow(label_of(0, BEGIN), 0));
	assert_true(labels_may_follow(label_of(0, END), label_of(0, BEGIN)));
	assert_true(labels_may_follow(label_of(0, SINGLE), 0));
}

static void
stays_finite(void **state)
{
	struct transitions transitions = some_transitions();
	struct lattice     lattice = { 0 };

	(void)state;
	set_scores(&lattice);
	for (size_t i = 0; i < PLACES * STRIDE; i++)
		lattice.score[i] *= 1e6f;
	lattice_sum(&lattice, &transitions);
	for (size_t i = 0; i < PLACES * STRIDE; i++)
		assert_true(isfinite(lattice.marginal[i]));
	lattice_free(&lattice);
	transitions_free(&transitions);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_all_paths),
		cmocka_unit_test(expects_one_transition_a_place),
		cmocka_unit_test(keeps_names_whole),
		cmocka_unit_test(stays_finite),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
