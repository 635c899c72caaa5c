/* mark.c: which marks a cell shows, in which order (UAX #53: shadda before
 * the vowel signs, so that they stack alike however they were typed). ICU
 * knows the combining classes. */
#include "layout/mark.h"

#include <stdbool.h>
#include <string.h>

#include "bytes/icu.h"

enum {
	SHADDA = 0x651,
	ABOVE  = 230,           /* combining classes */
	BELOW  = 220
};

struct rank {
	char32_t first;
	char32_t last;
	int      rank;          /* the highest is left out first */
};

static const struct rank ranks[] = {
	{ SHADDA, SHADDA, 0 },
	{ 0x064B, 0x0652, 1 },          /* tanween, vowel signs, sukun */
	{ 0x0670, 0x0670, 2 },          /* dagger alef */
	{ 0x0653, 0x0655, 3 },          /* madda, hamza */
	{ 0x0610, 0x061A, 5 },          /* honorifics */
	{ 0x06D6, 0x06ED, 5 },          /* signs of the Quran … */
	{ 0x0898, 0x089F, 5 },
	{ 0x08CA, 0x08FF, 5 },
};

static int
rank_of(char32_t mark)
{
	for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
		if (ranks[i].first <= mark && mark <= ranks[i].last)
			return ranks[i].rank;
	return 4;
}

static void
leave_out_one(struct marks *marks)
{
	size_t worst = 0;

	for (size_t i = 1; i < marks->count; i++)
		if (rank_of(marks->at[i]) >= rank_of(marks->at[worst]))
			worst = i;
	marks->count--;
	memmove(marks->at + worst, marks->at + worst + 1,
	    (marks->count - worst) * sizeof *marks->at);
}

/* The modifier combining marks of UAX #53, table 1. */
static bool
is_modifier(char32_t mark)
{
	static const char32_t modifiers[] = {
		0x654, 0x655, 0x658, 0x6DC, 0x6E3, 0x6E7, 0x6E8, 0x8CA, 0x8CB,
		0x8CD, 0x8CE, 0x8CF, 0x8D3, 0x8F3
	};

	for (size_t i = 0; i < sizeof modifiers / sizeof *modifiers; i++)
		if (modifiers[i] == mark)
			return true;
	return false;
}

/* Sorts by key, marks of one key staying in their order. */
static void
sort(struct marks *marks, int *key)
{
	for (size_t i = 1; i < marks->count; i++) {
		for (size_t j = i; j > 0 && key[j - 1] > key[j]; j--) {
			char32_t mark = marks->at[j];
			int      same = key[j];

			marks->at[j] = marks->at[j - 1];
			marks->at[j - 1] = mark;
			key[j] = key[j - 1];
			key[j - 1] = same;
		}
	}
}

/* The combining class; those of Arabic's common marks are known here. */
static int
class_of(char32_t mark)
{
	if (0x64B <= mark && mark <= 0x652)
		return 27 + (int)(mark - 0x64B);
	if (mark == 0x670)
		return 35;
	return icu_uc()->u_getCombiningClass((UChar32)mark);
}

/* UAX #53, 4: canonical order; then shadda to the front; before it modifiers
 * that begin the marks above; before these, those that begin the ones
 * below. */
static void
order(struct marks *marks)
{
	int  key[CELL_MARKS];
	bool begins = true;

	for (size_t i = 0; i < marks->count; i++)
		key[i] = class_of(marks->at[i]);
	sort(marks, key);
	for (size_t i = 0; i < marks->count; i++) {
		int class = class_of(marks->at[i]);

		if (i > 0 && class != class_of(marks->at[i - 1]))
			begins = true;
		begins = begins && is_modifier(marks->at[i]);
		key[i] = begins && class == BELOW ? 0
		    : begins && class == ABOVE ? 1
		    : marks->at[i] == SHADDA ? 2 : 3 + class;
	}
	sort(marks, key);
}

void
marks_choose(struct marks *marks, struct cell *cell)
{
	while (marks->count > CELL_MARKS)
		leave_out_one(marks);
	if (marks->count > 1)
		order(marks);
	for (size_t i = 0; i < marks->count; i++)
		cell->mark[i] = marks->at[i];
}
