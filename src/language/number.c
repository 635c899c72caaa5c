/* number.c: numbers spelt out in words.
 *
 * A cardinal is a sum joined by و of a thousand, a hundred, a unit and a
 * ten, in falling order but for unit before ten; عشر after a unit makes a
 * teen. Spellings are the press's: case endings both ways, مائة and مئة. */
#include "language/number.h"

#include <string.h>

#include "language/lexicon.h"

enum class { UNIT, TEEN, TEN, HUNDRED, THOUSAND, ORDINAL };

static const struct lexicon_row rows[] = {
	{ "واحد", UNIT, 1 }, { "واحده", UNIT, 1 },
	{ "احد", UNIT, 1 }, { "احدي", UNIT, 1 }, { "حادي", UNIT, 1 },
	{ "اثنان", UNIT, 2 }, { "اثنين", UNIT, 2 }, { "اثنا", UNIT, 2 },
	{ "اثني", UNIT, 2 }, { "اثنتان", UNIT, 2 }, { "اثنتين", UNIT, 2 },
	{ "اثنتا", UNIT, 2 }, { "اثنتي", UNIT, 2 },
	{ "ثلاث", UNIT, 3 }, { "ثلاثه", UNIT, 3 },
	{ "اربع", UNIT, 4 }, { "اربعه", UNIT, 4 },
	{ "خمس", UNIT, 5 }, { "خمسه", UNIT, 5 },
	{ "ست", UNIT, 6 }, { "سته", UNIT, 6 },
	{ "سبع", UNIT, 7 }, { "سبعه", UNIT, 7 },
	{ "ثمان", UNIT, 8 }, { "ثماني", UNIT, 8 }, { "ثمانيه", UNIT, 8 },
	{ "تسع", UNIT, 9 }, { "تسعه", UNIT, 9 },
	{ "عشر", TEEN, 10 }, { "عشره", TEEN, 10 },
	{ "عشرون", TEN, 20 }, { "عشرين", TEN, 20 },
	{ "ثلاثون", TEN, 30 }, { "ثلاثين", TEN, 30 },
	{ "اربعون", TEN, 40 }, { "اربعين", TEN, 40 },
	{ "خمسون", TEN, 50 }, { "خمسين", TEN, 50 },
	{ "ستون", TEN, 60 }, { "ستين", TEN, 60 },
	{ "سبعون", TEN, 70 }, { "سبعين", TEN, 70 },
	{ "ثمانون", TEN, 80 }, { "ثمانين", TEN, 80 },
	{ "تسعون", TEN, 90 }, { "تسعين", TEN, 90 },
	{ "مايه", HUNDRED, 1 }, { "ميه", HUNDRED, 1 },
	{ "مايتان", HUNDRED, 2 }, { "مايتين", HUNDRED, 2 },
	{ "ميتان", HUNDRED, 2 }, { "ميتين", HUNDRED, 2 },
	{ "ثلاثمايه", HUNDRED, 3 }, { "ثلاثميه", HUNDRED, 3 },
	{ "اربعمايه", HUNDRED, 4 }, { "اربعميه", HUNDRED, 4 },
	{ "خمسمايه", HUNDRED, 5 }, { "خمسميه", HUNDRED, 5 },
	{ "ستمايه", HUNDRED, 6 }, { "ستميه", HUNDRED, 6 },
	{ "سبعمايه", HUNDRED, 7 }, { "سبعميه", HUNDRED, 7 },
	{ "ثمانمايه", HUNDRED, 8 }, { "ثمانميه", HUNDRED, 8 },
	{ "ثمانيمايه", HUNDRED, 8 }, { "تسعمايه", HUNDRED, 9 },
	{ "تسعميه", HUNDRED, 9 },
	{ "الف", THOUSAND, 1 }, { "الاف", THOUSAND, 1 },
	{ "الفان", THOUSAND, 2 }, { "الفين", THOUSAND, 2 },
	{ "الفي", THOUSAND, 2 },
	{ "الاول", ORDINAL, 1 }, { "الاولي", ORDINAL, 1 },
	{ "الواحد", ORDINAL, 1 }, { "الواحده", ORDINAL, 1 },
	{ "الحادي", ORDINAL, 1 }, { "الحاديه", ORDINAL, 1 },
	{ "الثاني", ORDINAL, 2 }, { "الثانيه", ORDINAL, 2 },
	{ "الثالث", ORDINAL, 3 }, { "الثالثه", ORDINAL, 3 },
	{ "الرابع", ORDINAL, 4 }, { "الرابعه", ORDINAL, 4 },
	{ "الخامس", ORDINAL, 5 }, { "الخامسه", ORDINAL, 5 },
	{ "السادس", ORDINAL, 6 }, { "السادسه", ORDINAL, 6 },
	{ "السابع", ORDINAL, 7 }, { "السابعه", ORDINAL, 7 },
	{ "الثامن", ORDINAL, 8 }, { "الثامنه", ORDINAL, 8 },
	{ "التاسع", ORDINAL, 9 }, { "التاسعه", ORDINAL, 9 },
	{ "العاشر", ORDINAL, 10 }, { "العاشره", ORDINAL, 10 },
};

static struct lexicon lexicon = LEXICON_OF(rows);

#define AND     "و"
#define ARTICLE "ال"

static const struct lexicon_row *
row_of(const char *word, size_t size)
{
	const size_t article = sizeof ARTICLE - 1;
	const struct lexicon_row *row = lexicon_find(&lexicon, word, size);

	if (row != NULL || size <= article ||
	    memcmp(word, ARTICLE, article) != 0)
		return row;
	return lexicon_find(&lexicon, word + article, size - article);
}

/* The row of token `i`; with `joined`, of what stands behind its و, which
 * it may not lack. */
static const struct lexicon_row *
row_at(const struct tokens *tokens, size_t i, bool joined)
{
	const size_t and = joined ? sizeof AND - 1 : 0;
	const char  *word;
	size_t       size;

	if (i >= tokens->count)
		return NULL;
	word = token_folded(tokens, i);
	size = tokens->at[i].folded_size;
	if (size <= and || memcmp(word, AND, and) != 0)
		return NULL;
	return row_of(word + and, size - and);
}

/* What a sum holds so far: each place is filled once. */
struct sum {
	int thousands;
	int hundreds;
	int rest;               /* unit and ten */
	int last;               /* class of the last word, -1 before it */
};

static bool
sum_add(struct sum *sum, const struct lexicon_row *row)
{
	int below = sum->hundreds + sum->rest;

	switch (row->class) {
	case UNIT:
		if (sum->rest != 0 || sum->last == TEN)
			return false;
		sum->rest = row->value;
		break;
	case TEEN:
		if (sum->last == UNIT && sum->rest < 10)
			sum->rest += 10;
		else if (sum->rest == 0)
			sum->rest = 10;
		else
			return false;
		break;
	case TEN:
		if (sum->rest >= 10)
			return false;
		sum->rest += row->value;
		break;
	case HUNDRED:
		if (sum->hundreds != 0 || (sum->rest != 0 &&
		    (sum->last != UNIT || row->value != 1)))
			return false;
		sum->hundreds = 100 *
		    (sum->rest != 0 ? sum->rest : row->value);
		sum->rest = 0;
		break;
	case THOUSAND:
		if (sum->thousands != 0 || (below != 0 && row->value != 1))
			return false;
		sum->thousands = 1000 * (below != 0 ? below : row->value);
		sum->hundreds = sum->rest = 0;
		break;
	default:
		return false;
	}
	sum->last = row->class;
	return true;
}

static size_t
cardinal(const struct tokens *tokens, size_t first,
    const struct lexicon_row *row, int *value)
{
	struct sum sum = { 0, 0, 0, -1 };
	size_t at = first;

	while (row != NULL && sum_add(&sum, row)) {
		row = row_at(tokens, ++at, false);
		if (row == NULL || (row->class != TEEN &&
		    row->class != HUNDRED && row->class != THOUSAND))
			row = row_at(tokens, at, true);
	}
	*value = sum.thousands + sum.hundreds + sum.rest;
	return at - first;
}

/* "الثالث", and with a second word "الثالث عشر", "الثالث والعشرين". */
static size_t
ordinal(const struct tokens *tokens, size_t first,
    const struct lexicon_row *row, int *value)
{
	const struct lexicon_row *next = row_at(tokens, first + 1, false);

	*value = row->value;
	if (row->value < 10 && next != NULL && next->class == TEEN)
		*value += 10;
	else if (row->value < 10 &&
	    (next = row_at(tokens, first + 1, true)) != NULL &&
	    next->class == TEN)
		*value += next->value;
	return *value == row->value ? 1 : 2;
}

size_t
number_read(const struct tokens *tokens, size_t first, const char *word,
    size_t size, struct number *number)
{
	const struct lexicon_row *row = row_of(word, size);

	if (row == NULL)
		return 0;
	number->ordinal = row->class == ORDINAL ||
	    (row->class == TEN && memcmp(word, ARTICLE,
	    sizeof ARTICLE - 1) == 0);
	if (row->class == ORDINAL)
		return ordinal(tokens, first, row, &number->value);
	return cardinal(tokens, first, row, &number->value);
}
