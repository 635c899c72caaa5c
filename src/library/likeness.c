/* likeness.c: how two articles are alike. */
#include "library/topic.h"

#include <math.h>
#include <stdlib.h>

enum {
	DAYS_APART    = 4,      /* reports of one event come within */
	NUMBERS_LEAST = 4,      /* that tell two bulletins apart */
	SCORES_LEAST  = 8
};

/* Whether they tell of one day. */
static bool
share_period(const struct topic *a, const struct topic *b)
{
	for (size_t i = 0; i < a->periods.count; i++)
		for (size_t j = 0; j < b->periods.count; j++)
			if (a->periods.at[i].first <= b->periods.at[j].last &&
			    b->periods.at[j].first <= a->periods.at[i].last)
				return true;
	return false;
}

static void
compare_times(const struct topic *a, const struct topic *b,
    struct likeness *likeness)
{
	bool shared = share_period(a, b);

	if (a->dated && b->dated) {
		likeness->same_time = llabs(a->day - b->day) <= DAYS_APART;
		likeness->other_time = !likeness->same_time;
		return;
	}
	likeness->same_time = shared;
	likeness->other_time = !shared && a->periods.count > 0 &&
	    b->periods.count > 0;
}

/* Bulletins of two days say the same with other numbers. */
static bool
have_other_numbers(const struct topic *a, const struct topic *b)
{
	size_t numbers = a->numbers.count < b->numbers.count
	    ? a->numbers.count : b->numbers.count;
	size_t scores  = a->scores.count < b->scores.count
	    ? a->scores.count : b->scores.count;

	return (numbers >= NUMBERS_LEAST &&
	    3 * word_set_common(&a->numbers, &b->numbers) < numbers) ||
	    (scores >= SCORES_LEAST &&
	    6 * word_set_common(&a->scores, &b->scores) < scores);
}

static double
cosine(double both, double a, double b)
{
	return a > 0 && b > 0 ? both / sqrt(a * b) : 0;
}

/* How much of the lesser set the other has. */
static double
part_of(const struct word_set *a, const struct word_set *b)
{
	size_t least = a->count < b->count ? a->count : b->count;

	return least > 0 ? (double)word_set_common(a, b) / (double)least : 0;
}

static double
names_alike(const struct topic *a, const struct topic *b)
{
	double both = 0;

	for (size_t i = 0, j = 0; i < a->names.count && j < b->names.count;) {
		int64_t x = a->names.at[i].figure, y = b->names.at[j].figure;

		if (x == y)
			both += (double)a->names.at[i].weight;
		i += x <= y;
		j += y <= x;
	}
	return cosine(both, a->naming, b->naming);
}

struct likeness
topics_alike(const struct topic *a, const struct topic *b)
{
	struct likeness likeness = { 0 };
	double          whole = 0, lead = 0, in_a = 0, in_b = 0;

	for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
		const struct topic_word *x = &a->at[i], *y = &b->at[j];

		if (x->hash == y->hash) {
			whole += (double)x->weight;
			if (x->leads && y->leads)
				lead += (double)x->weight;
			in_b += x->titles ? (double)x->weight : 0;
			in_a += y->titles ? (double)y->weight : 0;
		}
		i += x->hash <= y->hash;
		j += y->hash <= x->hash;
	}
	likeness.whole = cosine(whole, a->weight, b->weight);
	likeness.lead = cosine(lead, a->lead, b->lead);
	if (whole > 0)
		likeness.contained = whole / fmin(a->weight, b->weight);
	likeness.copied = part_of(&a->runs, &b->runs);
	likeness.other_weekday = a->weekdays != 0 && b->weekdays != 0 &&
	    (a->weekdays & b->weekdays) == 0;
	likeness.title = fmin(a->title > 0 ? in_b / a->title : 0,
	    b->title > 0 ? in_a / b->title : 0);
	likeness.names = names_alike(a, b);
	likeness.other_numbers = have_other_numbers(a, b);
	compare_times(a, b, &likeness);
	return likeness;
}
