/* likeness.c: how two articles are alike. */
#include "library/profile.h"

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

/* When both were published on known days these count, else what they tell. */
static bool
are_of_other_times(const struct topic *a, const struct topic *b)
{
	if (a->dated && b->dated)
		return llabs(a->day - b->day) > DAYS_APART;
	return a->periods.count > 0 && b->periods.count > 0 &&
	    !share_period(a, b);
}

static size_t
least(const struct word_set *a, const struct word_set *b)
{
	return a->count < b->count ? a->count : b->count;
}

static void
compare_numbers(const struct topic *a, const struct topic *b,
    struct likeness *likeness)
{
	size_t numbers = least(&a->numbers, &b->numbers);
	size_t scores  = least(&a->scores, &b->scores);
	size_t common  = word_set_common(&a->numbers, &b->numbers);

	likeness->numbers = numbers - common;
	/* Bulletins of two days say the same with other numbers. */
	likeness->other_numbers = (numbers >= NUMBERS_LEAST &&
	    3 * common < numbers) || (scores >= SCORES_LEAST &&
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
	size_t count = least(a, b);

	return count > 0 ? (double)word_set_common(a, b) / (double)count : 0;
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

/* The words that both have, by weight. */
struct common {
	double lead_a;          /* a begins with them */
	double lead_b;
	double echoed;          /* they title one and lead the other */
};

static struct common
words_in_common(const struct topic *a, const struct topic *b)
{
	struct common common = { 0 };

	for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
		const struct topic_word *x = &a->at[i], *y = &b->at[j];

		i += x->hash <= y->hash;
		j += y->hash <= x->hash;
		if (x->hash != y->hash)
			continue;
		common.lead_a += x->leads ? (double)x->weight : 0;
		common.lead_b += y->leads ? (double)y->weight : 0;
		common.echoed += (x->titles && y->leads) ||
		    (y->titles && x->leads) ? (double)x->weight : 0;
	}
	return common;
}

struct likeness
topics_alike(const struct topic *a, const struct topic *b)
{
	struct common   common   = words_in_common(a, b);
	struct likeness likeness = {
		.echoed = common.echoed / a->most,
		.names  = names_alike(a, b),
		.copied = part_of(&a->runs, &b->runs),
		.words  = a->words > b->words ? a->words : b->words,
		.other_weekday = a->weekdays != 0 && b->weekdays != 0 &&
		    (a->weekdays & b->weekdays) == 0,
		.other_time    = are_of_other_times(a, b),
	};

	if (a->lead > 0 && b->lead > 0)
		likeness.known = fmin(common.lead_a / a->lead,
		    common.lead_b / b->lead);
	compare_numbers(a, b, &likeness);
	return likeness;
}
