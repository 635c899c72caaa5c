/* date_symbol.h: the parts of the date grammar: symbols, leaves, rows,
 * actions. Of date_grammar.c, date_rows.c, date_leaf.c and date_action.c
 * alone. */
#ifndef QARI_LANGUAGE_DATE_SYMBOL_H
#define QARI_LANGUAGE_DATE_SYMBOL_H

#include <assert.h>

#include "language/date_value.h"
#include "language/date_words.h"

enum symbol {
	END,
	/* leaves */
	DAY_DIGITS, MONTH_DIGITS, YEAR_DIGITS, ANY_YEAR_DIGITS,
	OLD_YEAR_DIGITS, HOUR_DIGITS,
	MINUTE_DIGITS, YEAR_WORDS, COUNT_WORDS, CENTURY_DIGITS,
	DAY_ORDINAL, HOUR_ORDINAL, PART_ORDINAL, FIRST, CENTURY_ORDINAL,
	MONTH_LEAF, WEEKDAY, OFFSET, TODAY, RELATION,
	DUAL_RELATION, NEAR_RELATION, DAY_PART, NIGHT,
	DAY_ADVERB, THE_DAY, THE_NIGHT, THE_WEEK, THE_MONTH, THE_YEAR,
	THE_DECADE_NOW, TWO, MODIFIER, CLOCK_POINT, ZONE_LEAF, DECADE_LEAF,
	THE_DECADE, SEASON, THE_SEASON, AD, BC, AH,
	HADJ, DAY_WORD, DAYS_WORD, MONTH_WORD, YEAR_WORD, YEARS_WORD,
	YEAR_ADJ, SAME, SAME_OF, THIS, EACH, REST, FIRST_HOURS, HOUR_WORD,
	EXACTLY, LOCAL, QUARTER, HALF, THIRD, LAST, MONTHS_WORD, COUNTED,
	CENTURY_WORD, MILLENNIUM, EQUALLING, OF_IT, FROM, IN, UNTIL, ON, OR,
	AND, FOR, BY, ARTICLE, NIGHT_OF, SLASH, DASH, COMMA, DOT, COLON,
	OPEN, CLOSE,
	/* symbols with rows */
	DAY, SEP, DAYS, OF, ERA, MONTH_NAME, MONTH, MONTHS, YEAR_HEAD, YEAR,
	YEARS, YEAR_REL, A_YEAR, MONTH_REL, TAIL, DATE, NUMERIC, TWO_DATES,
	THE_WEEKDAY, WEEKDAYS, A_WEEKDAY, EQUALS, FULL, PAIR, OFF, RELATIVE,
	A_DAY, DAY_WITH_PART, CLOCK_TIME, CLOCK, ZONE, MOMENT, CENTURY,
	PART_OF_YEAR, UNIT_REL, PERIOD, EXPRESSION,
	SYMBOLS
};

enum { ITEMS = 9, OPTIONAL = 0x80, LEAVES = DAY, MOST = 40 };
enum { ROWS_MOST = 320 };
enum { GREGORIAN_MOST = 2200 };       /* a later year is of another era */
#define MAYBE(symbol) ((symbol) | OPTIONAL)

static_assert((int)SYMBOLS < OPTIONAL, "an item is a symbol and one bit");
static_assert((int)TERMS <= 64, "a set of terms is 64 bits");

/* Puts the value of a leaf's element where it belongs. */
typedef void setter(struct when *when, int value);

/* A leaf: an element with a term and a value in a range, and for digits as
 * many as given. */
struct leaf {
	enum term term;
	int       low, high;
	int       digits_low, digits_high;
	setter   *set;
};

/* [LEAVES] by symbol. */
extern const struct leaf date_leaves[];

/* An action makes `when` of the readings of a row's items (those not there
 * are empty) and may refuse them. */
typedef bool action(const struct when part[ITEMS], struct when *when);

/* A symbol may consist of these items. */
struct row {
	uint8_t symbol;
	uint8_t item[ITEMS];            /* symbols, END behind the last */
	action *act;
};

extern const struct row date_rows[];    /* [date_row_count] */
extern const size_t     date_row_count; /* ROWS_MOST or less */

action date_all, date_rising, date_two_names, date_same_month, date_two_years,
    date_until, date_gregorian_one, date_numeric, date_last_of_parts,
    date_this_year, date_two_parts, date_two_weekdays, date_two_decades,
    date_half_past, date_by_weekday_only, date_with_hijri_year,
    date_week_of_month, date_millennium;

#endif
