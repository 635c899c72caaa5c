/* date_grammar.c: how the words of dates make date expressions.
 *
 * A grammar of rows: symbol, what it may consist of, action. It is read from
 * the top down; of a symbol's rows the one that takes the most elements
 * holds, of two equal ones the first. A symbol has one reading at a place,
 * its longest, as in a parsing expression grammar (B. Ford, POPL 2004). An
 * optional item is taken where it can be. Leaves are elements with a range
 * of values. No row begins with its own symbol, directly or through others:
 * tests/unit/date.c would not end. */
#include "language/date_grammar.h"

#include <assert.h>
#include <string.h>

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
enum { GREGORIAN_MOST = 2200 };       /* a later year is of another era */
#define MAYBE(symbol) ((symbol) | OPTIONAL)

static_assert((int)SYMBOLS < OPTIONAL, "an item is a symbol and one bit");
static_assert((int)TERMS <= 64, "a set of terms is 64 bits");

typedef void setter(struct when *when, int value);

static void set_day(struct when *w, int v) { w->day = (int8_t)v; }
static void set_month_digits(struct when *w, int v) { w->month = (int8_t)v; }
static void set_hour(struct when *w, int v)
{ w->hour = (int8_t)v; w->has_clock = true; }
static void set_minute(struct when *w, int v) { w->minute = (int8_t)v; }
static void set_first(struct when *w, int v) { w->first = (int8_t)v; }
static void set_part(struct when *w, int v) { w->part = (int8_t)v; }
static void set_century(struct when *w, int v) { w->century = (int8_t)v; }
static void set_weekday(struct when *w, int v) { w->weekday = (int8_t)v; }
static void set_relation(struct when *w, int v)
{ w->relation = (int8_t)(v % RELATION_DUAL); }
static void set_unit(struct when *w, int v) { w->unit = (int8_t)v; }
static void set_units(struct when *w, int v)
{ w->unit = (int8_t)v; w->units = 2; }
static void set_modifier(struct when *w, int v) { w->modifier = (int8_t)v; }
static void set_day_part(struct when *w, int v) { w->day_part = (int8_t)v; }
static void set_decade(struct when *w, int v) { w->decade = (int8_t)v; }
static void set_season(struct when *w, int v) { w->season = (int8_t)v; }
static void set_year(struct when *w, int v) { w->year = v; }
static void set_bc(struct when *w, int v) { (void)v; w->bc = true; }
static void set_hijri(struct when *w, int v) { (void)v; w->hijri = true; }
static void set_each(struct when *w, int v) { (void)v; w->each = true; }
static void set_century_unit(struct when *w, int v)
{ (void)v; w->unit = UNIT_CENTURY; }
static void set_same(struct when *w, int v)
{ (void)v; w->relation = RELATION_SAME; }
static void set_this(struct when *w, int v)
{ (void)v; w->relation = RELATION_THIS; }
static void set_quarters(struct when *w, int v) { (void)v; w->parts = 4; }
static void set_thirds(struct when *w, int v) { (void)v; w->parts = 3; }
static void set_halves(struct when *w, int v) { (void)v; w->parts = 2; }
static void set_last(struct when *w, int v) { (void)v; w->part = w->parts; }

static void
set_month(struct when *when, int value)
{
	when->month = (int8_t)(value & MONTH_NUMBER);
	when->hijri = (value & MONTH_HIJRI) != 0;
}

static void
set_offset(struct when *when, int value)
{
	when->offset = (int8_t)value;
	when->has_offset = true;
}

static void
set_zone(struct when *when, int value)
{
	when->zone = (int16_t)value;
	when->has_zone = true;
}

/* A leaf: an element with a term and a value in a range, and for digits as
 * many as given. */
struct leaf {
	enum term term;
	int       low, high;
	int       digits_low, digits_high;
	setter   *set;
};

#define ANY INT32_MIN, INT32_MAX, 0, 255

static const struct leaf leaves[LEAVES] = {
	[DAY_DIGITS]      = { TERM_NUMBER, 1, 31, 1, 2, set_day },
	[MONTH_DIGITS]    = { TERM_NUMBER, 1, 12, 1, 2, set_month_digits },
	[YEAR_DIGITS]     = { TERM_NUMBER, 1000, GREGORIAN_MOST, 4, 4,
	    set_year },
	/* Behind سنة also a year of the Amazigh calendar. */
	[ANY_YEAR_DIGITS] = { TERM_NUMBER, 1000, 2999, 4, 4, set_year },
	[OLD_YEAR_DIGITS] = { TERM_NUMBER, 10, 9999, 2, 4, set_year },
	[HOUR_DIGITS]     = { TERM_NUMBER, 0, 24, 1, 2, set_hour },
	[MINUTE_DIGITS]   = { TERM_NUMBER, 0, 59, 2, 2, set_minute },
	[YEAR_WORDS]      = { TERM_CARDINAL, 100, 2999, 0, 255, set_year },
	[COUNT_WORDS]     = { TERM_CARDINAL, 1, 31, 0, 255, set_first },
	[CENTURY_DIGITS]  = { TERM_NUMBER, 1, 25, 1, 2, set_century },
	[DAY_ORDINAL]     = { TERM_ORDINAL, 1, 31, 0, 255, set_day },
	[HOUR_ORDINAL]    = { TERM_ORDINAL, 1, 12, 0, 255, set_hour },
	[PART_ORDINAL]    = { TERM_ORDINAL, 1, 4, 0, 255, set_part },
	[FIRST]           = { TERM_ORDINAL, 1, 1, 0, 255, NULL },
	[CENTURY_ORDINAL] = { TERM_ORDINAL, 1, 25, 0, 255, set_century },
	[MONTH_LEAF]      = { TERM_MONTH, ANY, set_month },
	[WEEKDAY]         = { TERM_WEEKDAY, ANY, set_weekday },
	[OFFSET]          = { TERM_DAY_OFFSET, ANY, set_offset },
	[TODAY]           = { TERM_DAY_OFFSET, 0, 0, 0, 255, set_offset },
	[RELATION]        = { TERM_RELATION, RELATION_NONE, RELATION_SAME, 0, 255,
	    set_relation },
	[DUAL_RELATION]   = { TERM_RELATION, RELATION_DUAL, INT16_MAX, 0, 255,
	    set_relation },
	[NEAR_RELATION]   = { TERM_RELATION, RELATION_LAST, RELATION_NEXT, 0,
	    255, set_relation },
	[DAY_PART]        = { TERM_DAY_PART, ANY, set_day_part },
	[NIGHT]           = { TERM_DAY_PART, PART_OF_DAY_NIGHT,
	    PART_OF_DAY_NIGHT, 0, 255, set_day_part },
	[DAY_ADVERB]      = { TERM_DAY_PART_ADVERB, ANY, set_day_part },
	[THE_DAY]         = { TERM_UNIT, UNIT_DAY, UNIT_DAY, 0, 255, set_unit },
	[THE_NIGHT]       = { TERM_UNIT, UNIT_NIGHT, UNIT_NIGHT, 0, 255,
	    set_unit },
	[THE_WEEK]        = { TERM_UNIT, UNIT_WEEK, UNIT_WEEK, 0, 255,
	    set_unit },
	[THE_MONTH]       = { TERM_UNIT, UNIT_MONTH, UNIT_MONTH, 0, 255,
	    set_unit },
	[THE_YEAR]        = { TERM_UNIT, UNIT_YEAR, UNIT_YEAR, 0, 255,
	    set_unit },
	[THE_DECADE_NOW]  = { TERM_UNIT, UNIT_DECADE, UNIT_DECADE, 0, 255,
	    set_unit },
	[TWO]             = { TERM_UNITS_TWO, ANY, set_units },
	[MODIFIER]        = { TERM_MODIFIER, ANY, set_modifier },
	[CLOCK_POINT]     = { TERM_CLOCK_POINT, ANY, set_hour },
	[ZONE_LEAF]       = { TERM_ZONE, -720, 840, 0, 255, set_zone },
	[DECADE_LEAF]     = { TERM_DECADE, ANY, set_decade },
	[THE_DECADE]      = { TERM_THE_DECADE, ANY, set_decade },
	[SEASON]          = { TERM_SEASON, ANY, set_season },
	[THE_SEASON]      = { TERM_THE_SEASON, ANY, set_season },
	[AD]              = { TERM_ERA_AD, ANY, NULL },
	[BC]              = { TERM_ERA_BC, ANY, set_bc },
	[AH]              = { TERM_ERA_HIJRI, ANY, set_hijri },
	[HADJ]            = { TERM_HIJRI_ADJECTIVE, ANY, NULL },
	[DAY_WORD]        = { TERM_DAY_WORD, ANY, NULL },
	[DAYS_WORD]       = { TERM_DAYS_WORD, ANY, NULL },
	[MONTH_WORD]      = { TERM_MONTH_WORD, ANY, NULL },
	[YEAR_WORD]       = { TERM_YEAR_WORD, ANY, NULL },
	[YEARS_WORD]      = { TERM_YEARS_WORD, ANY, NULL },
	[YEAR_ADJ]        = { TERM_YEAR_ADJECTIVE, ANY, NULL },
	[SAME]            = { TERM_SAME, ANY, set_same },
	[SAME_OF]         = { TERM_SAME_OF, ANY, set_same },
	[THIS]            = { TERM_THIS, ANY, set_this },
	[EACH]            = { TERM_EACH, ANY, set_each },
	[REST]            = { TERM_REST, ANY, NULL },
	[FIRST_HOURS]     = { TERM_FIRST_HOURS, ANY, NULL },
	[HOUR_WORD]       = { TERM_HOUR_WORD, ANY, NULL },
	[EXACTLY]         = { TERM_EXACTLY, ANY, NULL },
	[LOCAL]           = { TERM_ZONE, ZONE_LOCAL, ZONE_LOCAL, 0, 255, NULL },
	[QUARTER]         = { TERM_QUARTER, ANY, set_quarters },
	[HALF]            = { TERM_HALF, ANY, set_halves },
	[THIRD]           = { TERM_THIRD, ANY, set_thirds },
	[LAST]            = { TERM_LAST, ANY, NULL },
	[MONTHS_WORD]     = { TERM_MONTHS, ANY, NULL },
	[COUNTED]         = { TERM_DAY_COUNTED, ANY, NULL },
	[CENTURY_WORD]    = { TERM_CENTURY_WORD, ANY, set_century_unit },
	[MILLENNIUM]      = { TERM_UNIT, UNIT_MILLENNIUM, UNIT_MILLENNIUM, 0,
	    255, NULL },
	[EQUALLING]       = { TERM_EQUALLING, ANY, NULL },
	[OF_IT]           = { TERM_OF_IT, ANY, set_same },
	[FROM]            = { TERM_FROM, ANY, NULL },
	[IN]              = { TERM_IN, ANY, NULL },
	[UNTIL]           = { TERM_UNTIL, ANY, NULL },
	[ON]              = { TERM_ON, ANY, NULL },
	[OR]              = { TERM_OR, ANY, NULL },
	[AND]             = { TERM_AND, ANY, NULL },
	[FOR]             = { TERM_FOR, ANY, NULL },
	[BY]              = { TERM_BY, ANY, NULL },
	[ARTICLE]         = { TERM_ARTICLE, ANY, NULL },
	[NIGHT_OF]        = { TERM_NIGHT_OF, ANY, NULL },
	[SLASH]           = { TERM_SLASH, ANY, NULL },
	[DASH]            = { TERM_DASH, ANY, NULL },
	[COMMA]           = { TERM_COMMA, ANY, NULL },
	[DOT]             = { TERM_DOT, ANY, NULL },
	[COLON]           = { TERM_COLON, ANY, NULL },
	[OPEN]            = { TERM_OPEN, ANY, NULL },
	[CLOSE]           = { TERM_CLOSE, ANY, NULL },
};

/* An action makes `when` of the readings of a row's items (those not there
 * are empty) and may refuse them. */
typedef bool action(const struct when part[ITEMS], struct when *when);

#define TAKE(field) \
	do { if (from->field != 0) into->field = from->field; } while (0)

static void
merge(struct when *into, const struct when *from)
{
	TAKE(year); TAKE(year2); TAKE(month); TAKE(month2);
	TAKE(day); TAKE(day2); TAKE(hijri); TAKE(bc);
	TAKE(weekday); TAKE(weekday2); TAKE(has_offset); TAKE(offset);
	TAKE(unit); TAKE(relation); TAKE(units); TAKE(each);
	TAKE(parts); TAKE(part); TAKE(first); TAKE(season);
	TAKE(decade); TAKE(decade2); TAKE(century); TAKE(modifier);
	TAKE(day_part); TAKE(has_clock); TAKE(hour); TAKE(minute);
	TAKE(has_zone); TAKE(zone);
}

static bool
all(const struct when part[ITEMS], struct when *when)
{
	memset(when, 0, sizeof *when);
	for (size_t i = 0; i < ITEMS; i++)
		merge(when, &part[i]);
	return true;
}

/* Of days, or of months, in rising order: from the first to the last. */
static bool
rising(const struct when part[ITEMS], struct when *when)
{
	int day = 0, month = 0;

	all(part, when);
	for (size_t i = 0; i < ITEMS; i++) {
		if (part[i].day != 0) {
			if (part[i].day <= day)
				return false;
			if (day == 0)
				when->day = part[i].day;
			day = part[i].day;
		} else if (part[i].month != 0 && month == 0) {
			month = part[i].month;
			when->month = part[i].month;
		} else if (part[i].month != 0)
			when->month2 = part[i].month;
	}
	if (day != 0)
		when->day2 = (int8_t)day;
	if (month != 0 && when->month2 == month)
		return false;
	return true;
}

/* One month under two names; the first counts. */
static bool
two_names(const struct when part[ITEMS], struct when *when)
{
	*when = part[0];
	return true;
}

static bool
same_month(const struct when part[ITEMS], struct when *when)
{
	int8_t month = 0;

	for (size_t i = 1; i < ITEMS; i++)
		if (part[i].month != 0)
			month = part[i].month;
	*when = part[0];
	return month == part[0].month;
}

/* Years, the second behind the first. */
static bool
two_years(const struct when part[ITEMS], struct when *when)
{
	int32_t first = 0, last = 0;

	all(part, when);
	for (size_t i = 0; i < ITEMS; i++) {
		if (part[i].year == 0)
			continue;
		if (first == 0)
			first = part[i].year;
		else if (part[i].year <= last)
			return false;
		last = part[i].year;
	}
	when->year = first;
	when->year2 = last;
	return first != last;
}

/* A date until another: what the first lacks it takes from the second. */
static bool
until(const struct when part[ITEMS], struct when *when)
{
	const struct when *first = &part[0];
	const struct when *last  = NULL;

	for (size_t i = 1; i < ITEMS; i++)
		if (part[i].month != 0 || part[i].relation == RELATION_SAME)
			last = &part[i];
	if (last == NULL || first->day2 != 0 || last->day2 != 0)
		return false;
	*when = *last;
	merge(when, first);
	if (first->year == 0)
		when->year = last->year;
	if (last->relation != RELATION_SAME)
		when->relation = last->relation;
	when->month2 = last->month != 0 ? last->month : first->month;
	when->day2 = last->day;
	when->year2 = first->year != last->year && first->year != 0
	    ? last->year : 0;
	/* "15 ديسمبر 2014 حتى 3 يناير 2015" names both years; with one year
	 * named it is the last's. */
	if (first->year == 0 && last->year != 0 && when->month2 < first->month) {
		when->year = last->year - 1;
		when->year2 = last->year;
	}
	return true;
}

/* A Hijri date and its Gregorian equal, in either order. */
static bool
gregorian_one(const struct when part[ITEMS], struct when *when)
{
	size_t last = 0;

	for (size_t i = 1; i < ITEMS; i++)
		if (part[i].month != 0 || part[i].year != 0)
			last = i;
	if (part[0].hijri == part[last].hijri && part[0].year != 0 &&
	    part[0].year <= GREGORIAN_MOST)
		return false;
	*when = part[0].hijri || part[0].year > GREGORIAN_MOST
	    ? part[last] : part[0];
	return true;
}

/* In digits, a year of the 14th or 15th century is a Hijri one. */
static bool
numeric(const struct when part[ITEMS], struct when *when)
{
	all(part, when);
	if (when->year >= 1300 && when->year < 1500)
		when->hijri = true;
	return true;
}

static bool
last_of_parts(const struct when part[ITEMS], struct when *when)
{
	all(part, when);
	set_last(when, 0);
	return true;
}

static bool
this_year(const struct when part[ITEMS], struct when *when)
{
	all(part, when);
	when->relation = RELATION_THIS;
	return true;
}

static bool
two_parts(const struct when part[ITEMS], struct when *when)
{
	all(part, when);
	/* Two quarters from the beginning are its first half. */
	when->parts = 2;
	when->part = 1;
	return true;
}

static bool
two_weekdays(const struct when part[ITEMS], struct when *when)
{
	int8_t first = 0;

	all(part, when);
	for (size_t i = 0; i < ITEMS && first == 0; i++)
		first = part[i].weekday;
	when->weekday2 = when->weekday;
	when->weekday = first;
	return first != when->weekday2;
}

static bool
two_decades(const struct when part[ITEMS], struct when *when)
{
	int8_t low = part[0].decade;

	all(part, when);
	when->decade2 = when->decade > low ? when->decade : low;
	when->decade = when->decade > low ? low : when->decade;
	return true;
}

static bool
half_past(const struct when part[ITEMS], struct when *when)
{
	all(part, when);
	when->minute = when->parts == 2 ? 30 : 15;
	when->parts = 0;
	return true;
}

static bool
by_weekday_only(const struct when part[ITEMS], struct when *when)
{
	all(part, when);
	return when->weekday == 0 || !when->each;
}

static bool
with_hijri_year(const struct when part[ITEMS], struct when *when)
{
	all(part, when);
	if (when->month != 0 && when->hijri && when->year >= 1600)
		return false;
	return true;
}

/* "الأسبوع الأول من مارس": outlets differ on where a month's first week
 * begins, so the value is its month's. */
static bool
week_of_month(const struct when part[ITEMS], struct when *when)
{
	all(part, when);
	when->part = 0;
	when->has_offset = false;
	when->unit = when->unit == UNIT_WEEK ? UNIT_NONE : when->unit;
	return true;
}

static bool
millennium(const struct when part[ITEMS], struct when *when)
{
	all(part, when);
	when->year = 2000;
	return true;
}

struct row {
	uint8_t symbol;
	uint8_t item[ITEMS];            /* symbols, END behind the last */
	action *act;
};

static const struct row rows[] = {
	{ DAY, { DAY_DIGITS }, all },
	{ DAY, { DAY_ORDINAL }, all },
	{ DAY, { ARTICLE, DAY_DIGITS }, all },
	{ DAY, { ARTICLE, OPEN, DAY_DIGITS, CLOSE }, all },
	{ SEP, { AND }, all }, { SEP, { UNTIL }, all },
	{ SEP, { DASH }, all }, { SEP, { OR }, all },
	{ SEP, { COMMA, MAYBE(AND) }, all },
	{ SEP, { AND, UNTIL }, all },
	{ DAYS, { DAY, SEP, DAY }, rising },
	{ DAYS, { DAY, SEP, DAY, SEP, DAY }, rising },
	{ DAYS, { DAY, SEP, DAY, SEP, DAY, SEP, DAY }, rising },
	{ OF, { MAYBE(COMMA), FROM }, all },
	{ ERA, { AD }, all }, { ERA, { BC }, all }, { ERA, { AH }, all },

	{ MONTH_NAME, { MONTH_LEAF, MAYBE(HADJ) }, all },
	{ MONTH_NAME, { MONTH_LEAF, SLASH, MONTH_LEAF }, two_names },
	{ MONTH_NAME, { MONTH_LEAF, OPEN, MONTH_LEAF, CLOSE }, two_names },
	{ MONTH_NAME, { MONTH_LEAF, DASH, MONTH_LEAF }, same_month },
	{ MONTH_NAME, { MONTH_LEAF, MONTH_LEAF }, same_month },
	{ MONTH, { MAYBE(MONTH_WORD), MONTH_NAME }, all },
	{ MONTHS, { MONTH, DASH, MONTH }, rising },
	{ MONTHS, { MONTH, UNTIL, MONTH }, rising },
	{ MONTHS, { MONTH, AND, MONTH, DUAL_RELATION }, rising },

	{ YEAR_HEAD, { YEAR_WORD }, all },
	{ YEAR_HEAD, { THE_YEAR, MAYBE(YEAR_ADJ), MAYBE(YEAR_ADJ) }, all },
	{ YEAR, { YEAR_DIGITS, MAYBE(ERA) }, all },
	{ YEAR, { OLD_YEAR_DIGITS, ERA }, all },
	{ YEAR, { YEAR_HEAD, ANY_YEAR_DIGITS, MAYBE(ERA) }, all },
	{ YEAR, { YEAR_HEAD, OLD_YEAR_DIGITS, ERA }, all },
	{ YEAR, { YEAR_HEAD, YEAR_WORDS, MAYBE(ERA) }, all },
	{ YEARS, { YEAR_DIGITS, DASH, YEAR_DIGITS, MAYBE(ERA) }, two_years },
	{ YEARS, { YEAR_DIGITS, SLASH, YEAR_DIGITS, MAYBE(ERA) }, two_years },
	{ YEARS, { YEAR_HEAD, YEAR_DIGITS, DASH, YEAR_DIGITS, MAYBE(ERA) },
	    two_years },
	{ YEARS, { YEAR_HEAD, YEAR_DIGITS, SLASH, YEAR_DIGITS, MAYBE(ERA) },
	    two_years },
	{ YEARS, { YEARS_WORD, YEAR_DIGITS, SEP, YEAR_DIGITS, MAYBE(ERA) },
	    two_years },
	{ YEARS, { YEARS_WORD, YEAR_DIGITS, SEP, YEAR_DIGITS, SEP,
	    YEAR_DIGITS }, two_years },
	{ YEARS, { OLD_YEAR_DIGITS, DASH, OLD_YEAR_DIGITS, ERA }, two_years },

	{ YEAR_REL, { THE_YEAR, MAYBE(YEAR_ADJ), RELATION,
	    MAYBE(YEAR_DIGITS), MAYBE(ERA) }, all },
	{ YEAR_REL, { THIS, THE_YEAR, MAYBE(YEAR_ADJ), MAYBE(YEAR_DIGITS) },
	    all },
	{ YEAR_REL, { THE_YEAR, SAME }, all },
	{ YEAR_REL, { SAME_OF, THE_YEAR }, all },
	{ A_YEAR, { YEAR }, all }, { A_YEAR, { YEAR_REL }, all },
	{ A_YEAR, { THE_YEAR }, this_year },
	{ A_YEAR, { OPEN, FROM, THE_YEAR, CLOSE }, this_year },
	{ MONTH_REL, { THE_MONTH, RELATION }, all },
	{ MONTH_REL, { THIS, THE_MONTH, MAYBE(HADJ) }, all },
	{ MONTH_REL, { THE_MONTH, SAME }, all },
	{ MONTH_REL, { SAME_OF, THE_MONTH }, all },

	{ TAIL, { MAYBE(OF), YEAR }, all },
	{ TAIL, { FOR, YEAR }, all },
	{ TAIL, { MAYBE(OF), YEAR_REL }, all },
	{ TAIL, { FOR, YEAR_REL }, all },
	{ TAIL, { OF, EACH, YEAR_WORD, MAYBE(AD) }, all },
	{ TAIL, { RELATION, MAYBE(AH) }, all },
	{ TAIL, { COMMA, YEAR_DIGITS, MAYBE(ERA) }, all },
	{ TAIL, { AH }, all },

	{ DATE, { DAY, MAYBE(OF), MONTH, MAYBE(TAIL) }, with_hijri_year },
	{ DATE, { DAYS, MAYBE(OF), MONTH, MAYBE(TAIL) }, with_hijri_year },
	{ DATE, { DAY, OF, MONTH_REL }, all },
	{ DATE, { DAYS, OF, MONTH_REL }, all },
	{ DATE, { DAY, OF_IT }, all },
	{ DATE, { DAYS, OF_IT }, all },
	{ DATE, { MONTH_NAME, DAY_DIGITS, MAYBE(COMMA), YEAR_DIGITS }, all },
	{ DATE, { NUMERIC }, all },
	{ NUMERIC, { DAY_DIGITS, SLASH, MONTH_DIGITS, SLASH, YEAR_DIGITS,
	    MAYBE(ERA) }, numeric },
	{ NUMERIC, { DAY_DIGITS, DASH, MONTH_DIGITS, DASH, YEAR_DIGITS,
	    MAYBE(ERA) }, numeric },
	{ NUMERIC, { DAY_DIGITS, DOT, MONTH_DIGITS, DOT, YEAR_DIGITS,
	    MAYBE(ERA) }, numeric },
	{ NUMERIC, { YEAR_DIGITS, SLASH, MONTH_DIGITS, SLASH, DAY_DIGITS,
	    MAYBE(ERA) }, numeric },
	{ NUMERIC, { YEAR_DIGITS, DASH, MONTH_DIGITS, DASH, DAY_DIGITS },
	    numeric },
	{ NUMERIC, { DAYS, SLASH, MONTH_DIGITS, SLASH, YEAR_DIGITS,
	    MAYBE(ERA) }, numeric },
	{ TWO_DATES, { DATE, UNTIL, MAYBE(DAY_WORD), DATE }, until },
	{ TWO_DATES, { DATE, AND, UNTIL, MAYBE(DAY_WORD), DATE }, until },
	{ TWO_DATES, { DATE, DASH, DATE }, until },
	{ TWO_DATES, { DATE, MAYBE(COMMA), UNTIL, THE_WEEKDAY, DATE }, until },

	{ THE_WEEKDAY, { MAYBE(DAY_WORD), WEEKDAY }, all },
	{ WEEKDAYS, { DAYS_WORD, WEEKDAY, AND, WEEKDAY }, two_weekdays },
	{ WEEKDAYS, { THE_WEEKDAY, UNTIL, WEEKDAY }, two_weekdays },
	{ WEEKDAYS, { NIGHT, WEEKDAY, MAYBE(DASH), WEEKDAY }, two_weekdays },
	{ WEEKDAYS, { NIGHT, WEEKDAY, FOR, WEEKDAY }, two_weekdays },
	{ WEEKDAYS, { NIGHT, WEEKDAY, SLASH, WEEKDAY }, two_weekdays },
	{ A_WEEKDAY, { THE_WEEKDAY, MAYBE(RELATION) }, all },
	{ A_WEEKDAY, { THE_WEEKDAY, OF, THE_WEEK, RELATION }, all },
	{ A_WEEKDAY, { THE_WEEKDAY, OF, THIS, THE_WEEK }, all },
	{ A_WEEKDAY, { WEEKDAYS, MAYBE(RELATION) }, all },
	{ A_WEEKDAY, { WEEKDAYS, DUAL_RELATION }, all },

	{ EQUALS, { MAYBE(COMMA), EQUALLING, MAYBE(FOR), MAYBE(DAY_WORD) },
	    all },
	{ EQUALS, { SLASH }, all },
	{ FULL, { DATE }, all },
	{ FULL, { TWO_DATES }, all },
	{ FULL, { DAY_WORD, TWO_DATES }, all },
	{ FULL, { DAY_WORD, DATE }, all },
	{ FULL, { DAYS_WORD, DATE }, all },
	{ FULL, { A_WEEKDAY, MAYBE(COMMA), DATE }, all },
	{ FULL, { A_WEEKDAY, COMMA, DAY_WORD, DATE }, all },
	{ FULL, { A_WEEKDAY, DASH, DATE }, all },
	{ FULL, { A_WEEKDAY, IN, DATE }, all },
	{ FULL, { A_WEEKDAY, OPEN, DATE, CLOSE }, all },
	{ FULL, { A_WEEKDAY, EQUALS, DATE }, all },
	{ FULL, { THE_WEEKDAY, TWO_DATES }, all },
	{ PAIR, { FULL, EQUALS, DATE }, gregorian_one },

	{ OFF, { MAYBE(DAY_WORD), OFFSET }, all },
	{ RELATIVE, { OFF }, all },
	{ RELATIVE, { OFF, MAYBE(COMMA), A_WEEKDAY }, all },
	{ RELATIVE, { OFF, MAYBE(DASH), A_WEEKDAY }, all },
	{ RELATIVE, { OFF, OPEN, WEEKDAY, CLOSE }, all },
	{ RELATIVE, { OFF, MAYBE(COMMA), FULL }, all },
	{ RELATIVE, { OFF, COMMA, PAIR }, all },
	{ RELATIVE, { OFF, PAIR }, all },
	{ RELATIVE, { OFF, OPEN, FULL, CLOSE }, all },
	{ RELATIVE, { OFF, WEEKDAY, DAY_DIGITS }, all },
	{ RELATIVE, { THIS, TODAY, A_WEEKDAY }, all },
	{ RELATIVE, { THIS, TODAY, FULL }, all },
	{ A_DAY, { FULL }, all }, { A_DAY, { PAIR }, all },
	{ A_DAY, { RELATIVE }, all }, { A_DAY, { A_WEEKDAY }, all },

	{ DAY_WITH_PART, { DAY_PART, MAYBE(COMMA), A_DAY }, by_weekday_only },
	{ DAY_WITH_PART, { DAY_PART, OPEN, WEEKDAY, CLOSE }, all },
	{ DAY_WITH_PART, { DAY_PART, TODAY, SAME }, all },
	{ DAY_WITH_PART, { DAY_PART, TODAY, RELATION }, all },
	{ DAY_WITH_PART, { FIRST_HOURS, FROM, DAY_WITH_PART }, all },
	{ DAY_WITH_PART, { FIRST_HOURS, FROM, A_DAY }, all },
	{ DAY_WITH_PART, { A_WEEKDAY, DAY_ADVERB }, all },
	{ DAY_WITH_PART, { OFF, DAY_ADVERB }, all },

	{ ZONE, { MAYBE(BY), ZONE_LEAF }, all },
	{ ZONE, { MAYBE(BY), LOCAL }, all },
	{ ZONE, { MAYBE(BY), LOCAL, OPEN, CLOCK_TIME, ZONE_LEAF, CLOSE },
	    all },
	{ ZONE, { OPEN, CLOCK_TIME, ZONE_LEAF, CLOSE }, all },
	{ CLOCK_TIME, { HOUR_DIGITS, COLON, MINUTE_DIGITS }, all },
	{ CLOCK_TIME, { HOUR_DIGITS, COMMA, MINUTE_DIGITS }, all },
	{ CLOCK_TIME, { HOUR_DIGITS, DOT, MINUTE_DIGITS }, all },
	{ CLOCK_TIME, { HOUR_ORDINAL }, all },
	{ CLOCK_TIME, { HOUR_ORDINAL, AND, HALF }, half_past },
	{ CLOCK_TIME, { HOUR_ORDINAL, AND, QUARTER }, half_past },
	{ CLOCK, { MAYBE(EXACTLY), HOUR_WORD, CLOCK_TIME, MAYBE(DAY_ADVERB),
	    MAYBE(ZONE) }, all },
	{ CLOCK, { MAYBE(EXACTLY), HOUR_WORD, CLOCK_TIME, DAY_PART,
	    MAYBE(ZONE) }, all },
	{ CLOCK, { MAYBE(EXACTLY), HOUR_WORD, HOUR_DIGITS,
	    MAYBE(DAY_ADVERB), MAYBE(ZONE) }, all },
	{ CLOCK, { HOUR_WORD, CLOCK_TIME, AND, CLOCK_TIME,
	    MAYBE(DAY_ADVERB), MAYBE(ZONE) }, all },
	{ CLOCK, { MAYBE(EXACTLY), CLOCK_TIME, DAY_ADVERB, MAYBE(ZONE) },
	    all },
	{ CLOCK, { MAYBE(EXACTLY), HOUR_ORDINAL, DAY_PART, MAYBE(ZONE) },
	    all },
	{ CLOCK, { EXACTLY, CLOCK_TIME, NIGHT_OF }, all },
	{ CLOCK, { HOUR_WORD, CLOCK_TIME, NIGHT_OF }, all },
	{ CLOCK, { CLOCK_TIME, ZONE }, all },
	{ CLOCK, { CLOCK_POINT }, all },
	{ MOMENT, { CLOCK, MAYBE(FROM), DAY_WITH_PART }, all },
	{ MOMENT, { CLOCK, MAYBE(FROM), A_DAY }, all },
	{ MOMENT, { MAYBE(EXACTLY), CLOCK_TIME, MAYBE(FROM),
	    DAY_WITH_PART }, all },
	{ MOMENT, { DAY_WITH_PART, MAYBE(ON), CLOCK }, all },
	{ MOMENT, { A_DAY, MAYBE(ON), CLOCK }, all },
	{ MOMENT, { A_DAY, COMMA, CLOCK }, all },
	{ MOMENT, { A_DAY, ON, HOUR_ORDINAL, DAY_PART }, all },
	{ MOMENT, { RELATIVE, HOUR_DIGITS, COLON, MINUTE_DIGITS }, all },

	{ CENTURY, { CENTURY_WORD, CENTURY_ORDINAL, MAYBE(YEAR_ADJ),
	    MAYBE(ERA) }, all },
	{ CENTURY, { CENTURY_WORD, CENTURY_DIGITS, MAYBE(ERA) }, all },
	{ CENTURY, { CENTURY_WORD, ARTICLE, OPEN, CENTURY_DIGITS, CLOSE,
	    MAYBE(YEAR_ADJ) }, all },
	{ CENTURY, { CENTURY_WORD, ARTICLE, CENTURY_DIGITS,
	    MAYBE(YEAR_ADJ) }, all },
	{ CENTURY, { CENTURY_WORD, MAYBE(YEAR_ADJ), RELATION }, all },
	{ CENTURY, { THIS, CENTURY_WORD }, all },

	{ PART_OF_YEAR, { QUARTER, PART_ORDINAL }, all },
	{ PART_OF_YEAR, { QUARTER, PART_ORDINAL, OF, A_YEAR }, all },
	{ PART_OF_YEAR, { QUARTER, PART_ORDINAL, AND, PART_ORDINAL, OF,
	    A_YEAR }, two_parts },
	{ PART_OF_YEAR, { QUARTER, LAST, MAYBE(OF), A_YEAR },
	    last_of_parts },
	{ PART_OF_YEAR, { QUARTER, PART_ORDINAL, A_YEAR }, all },
	{ PART_OF_YEAR, { QUARTER, MAYBE(YEAR_ADJ), NEAR_RELATION }, all },
	{ PART_OF_YEAR, { HALF, PART_ORDINAL, OF, A_YEAR }, all },
	{ PART_OF_YEAR, { HALF, PART_ORDINAL, A_YEAR }, all },
	{ PART_OF_YEAR, { HALF, PART_ORDINAL, OPEN, FROM, THE_YEAR, CLOSE },
	    this_year },
	{ PART_OF_YEAR, { HALF, LAST, OF, A_YEAR }, last_of_parts },
	{ PART_OF_YEAR, { HALF, PART_ORDINAL, OF, MONTH, MAYBE(TAIL) }, all },
	{ PART_OF_YEAR, { THIRD, PART_ORDINAL, OF, A_YEAR }, all },
	{ PART_OF_YEAR, { THIRD, LAST, OF, A_YEAR }, last_of_parts },
	{ PART_OF_YEAR, { MONTHS_WORD, COUNT_WORDS, MAYBE(FIRST), OF,
	    A_YEAR }, all },
	{ PART_OF_YEAR, { COUNT_WORDS, COUNTED, FIRST, OF, MONTH_REL }, all },
	{ PART_OF_YEAR, { COUNTED, COUNT_WORDS, FIRST, OF, MONTH_REL }, all },
	{ PART_OF_YEAR, { SEASON, YEAR }, all },
	{ PART_OF_YEAR, { SEASON, YEAR_REL }, all },
	{ PART_OF_YEAR, { THE_SEASON, RELATION }, all },
	{ PART_OF_YEAR, { THIS, THE_SEASON }, all },
	{ PART_OF_YEAR, { DECADE_LEAF, MAYBE(FROM), CENTURY }, all },
	{ PART_OF_YEAR, { THE_DECADE, MAYBE(ERA) }, all },
	{ PART_OF_YEAR, { THE_DECADE, MAYBE(OF), CENTURY }, all },
	{ PART_OF_YEAR, { DECADE_LEAF, AND, DECADE_LEAF, MAYBE(FROM),
	    CENTURY }, two_decades },
	{ PART_OF_YEAR, { YEARS_WORD, THE_DECADE }, all },
	{ PART_OF_YEAR, { YEARS_WORD, THE_DECADE, MAYBE(OF), CENTURY }, all },

	{ UNIT_REL, { THE_WEEK, RELATION }, all },
	{ UNIT_REL, { THIS, THE_WEEK }, all },
	{ UNIT_REL, { THE_WEEK, SAME }, all },
	{ UNIT_REL, { THE_NIGHT, RELATION }, all },
	{ UNIT_REL, { THE_DECADE_NOW, RELATION }, all },
	{ UNIT_REL, { TWO, DUAL_RELATION }, all },
	{ UNIT_REL, { MONTH_REL }, all },
	{ UNIT_REL, { MONTH_REL, MAYBE(OF), YEAR }, all },
	{ UNIT_REL, { YEAR_REL }, all },
	{ UNIT_REL, { THE_MONTH, RELATION, MAYBE(OF), YEAR_REL }, all },

	{ PERIOD, { MONTH, MAYBE(TAIL) }, with_hijri_year },
	{ PERIOD, { MONTHS, MAYBE(TAIL) }, with_hijri_year },
	{ PERIOD, { MONTH, TAIL, DASH, MONTH, TAIL }, until },
	{ PERIOD, { YEAR }, all }, { PERIOD, { YEARS }, all },
	{ PERIOD, { UNIT_REL }, all }, { PERIOD, { CENTURY }, all },
	{ PERIOD, { PART_OF_YEAR }, all },

	{ EXPRESSION, { MOMENT }, all },
	{ EXPRESSION, { DAY_WITH_PART }, all },
	{ EXPRESSION, { A_DAY }, all },
	{ EXPRESSION, { CLOCK }, all },
	{ EXPRESSION, { PERIOD }, all },
	{ EXPRESSION, { MODIFIER, PERIOD }, all },
	{ EXPRESSION, { MODIFIER, THE_WEEK }, this_year },
	{ EXPRESSION, { MODIFIER, THE_MONTH }, this_year },
	{ EXPRESSION, { MODIFIER, THE_YEAR }, this_year },
	{ EXPRESSION, { REST, THE_YEAR }, this_year },
	{ EXPRESSION, { REST, YEAR_REL }, all },
	{ EXPRESSION, { MODIFIER, MILLENNIUM }, millennium },
	{ EXPRESSION, { THE_WEEK, PART_ORDINAL, OF, MONTH, MAYBE(TAIL) },
	    week_of_month },
	{ EXPRESSION, { THE_WEEK, PART_ORDINAL, OF, MONTH_REL },
	    week_of_month },
	{ EXPRESSION, { TODAY, PART_ORDINAL, OF, MONTH, MAYBE(TAIL) },
	    week_of_month },
	{ EXPRESSION, { YEARS, SLASH, YEARS }, gregorian_one },
	{ EXPRESSION, { YEAR, EQUALS, YEAR }, gregorian_one },
	{ EXPRESSION, { THE_WEEKDAY, PART_ORDINAL, OF, MONTH, MAYBE(TAIL) },
	    week_of_month },
};

enum { ROWS = sizeof rows / sizeof *rows };

/* Made once of the rows: where each symbol's rows begin (they stand together),
 * and which terms an expression of it may begin with. */
static struct {
	bool     made;
	uint16_t first_row[SYMBOLS];
	uint64_t starts[SYMBOLS];
	uint64_t row_starts[ROWS];
} starting;

static bool
row_adds_starts(size_t row)
{
	uint64_t before = starting.row_starts[row];

	for (size_t i = 0; rows[row].item[i] != END; i++) {
		uint8_t item = rows[row].item[i];

		starting.row_starts[row] |= starting.starts[item & ~OPTIONAL];
		if ((item & OPTIONAL) == 0)
			break;
	}
	starting.starts[rows[row].symbol] |= starting.row_starts[row];
	return starting.row_starts[row] != before;
}

static void
make_starting(void)
{
	bool changed = true;

	for (size_t i = 1; i < LEAVES; i++)
		starting.starts[i] = (uint64_t)1 << leaves[i].term;
	for (size_t i = ROWS; i-- > 0;)
		starting.first_row[rows[i].symbol] = (uint16_t)i;
	while (changed) {
		changed = false;
		for (size_t i = 0; i < ROWS; i++)
			changed |= row_adds_starts(i);
	}
	starting.made = true;
}

struct reading {
	uint16_t    taken;              /* elements; 0: none */
	bool        known;
	struct when when;
};

struct parser {
	const struct element *at;       /* [count], from the first on */
	size_t          count;
	struct reading *memo;           /* [MOST][SYMBOLS - LEAVES] */
};

static const struct reading *read_symbol(struct parser *, enum symbol,
    size_t at);

static bool
leaf_holds(const struct leaf *leaf, const struct element *element)
{
	return element->term == leaf->term && element->value >= leaf->low &&
	    element->value <= leaf->high &&
	    element->digits >= leaf->digits_low &&
	    element->digits <= leaf->digits_high;
}

/* Reads item `symbol` at `at`: the elements it takes, 0 when it does not
 * stand there. */
static size_t
read_item(struct parser *parser, enum symbol symbol, size_t at,
    struct when *when)
{
	const struct reading *reading;

	if (at >= parser->count)
		return 0;
	if ((int)symbol < LEAVES) {
		const struct leaf *leaf = &leaves[symbol];

		if (!leaf_holds(leaf, &parser->at[at]))
			return 0;
		memset(when, 0, sizeof *when);
		if (leaf->set != NULL)
			leaf->set(when, parser->at[at].value);
		return 1;
	}
	reading = read_symbol(parser, symbol, at);
	*when = reading->when;
	return reading->taken;
}

/* Reads the row's items from `item` on; the elements up to where they end,
 * 0 when they do not stand there. */
static size_t
read_items(struct parser *parser, const struct row *row, size_t item,
    size_t at, struct when part[ITEMS])
{
	uint8_t next = item < ITEMS ? row->item[item] : END;
	size_t  taken, end;

	if (next == END)
		return at;
	taken = read_item(parser, next & ~OPTIONAL, at, &part[item]);
	if (taken > 0) {
		end = read_items(parser, row, item + 1, at + taken, part);
		if (end > 0)
			return end;
	}
	if ((next & OPTIONAL) == 0)
		return 0;
	memset(&part[item], 0, sizeof part[item]);
	return read_items(parser, row, item + 1, at, part);
}

static void
read_rows(struct parser *parser, enum symbol symbol, size_t at,
    struct reading *best)
{
	uint64_t term = (uint64_t)1 << parser->at[at].term;

	for (size_t i = starting.first_row[symbol]; i < ROWS &&
	    rows[i].symbol == symbol; i++) {
		struct when part[ITEMS] = { 0 };
		struct when when;
		size_t      end;

		if ((starting.row_starts[i] & term) == 0)
			continue;
		end = read_items(parser, &rows[i], 0, at, part);
		if (end <= at + best->taken || !rows[i].act(part, &when))
			continue;
		best->taken = (uint16_t)(end - at);
		best->when = when;
	}
}

static const struct reading *
read_symbol(struct parser *parser, enum symbol symbol, size_t at)
{
	struct reading *reading = &parser->memo[at * (SYMBOLS - LEAVES) +
	    (symbol - LEAVES)];

	if (reading->known)
		return reading;
	reading->taken = 0;
	reading->known = true;
	if ((starting.starts[symbol] & (uint64_t)1 << parser->at[at].term) != 0)
		read_rows(parser, symbol, at, reading);
	return reading;
}

/* No expression begins with what is only a sign or a preposition. */
static bool
may_begin(const struct element *element)
{
	return element->term >= TERM_NUMBER && element->term != TERM_EACH &&
	    (element->term < TERM_EQUALLING || element->term == TERM_ARTICLE);
}

size_t
date_parse(const struct elements *elements, size_t first, struct when *when)
{
	static struct reading memo[MOST * (SYMBOLS - LEAVES)];
	struct parser parser = { .at = elements->at + first, .memo = memo };
	const struct reading *reading;

	if (!starting.made)
		make_starting();
	if (!may_begin(parser.at) || (starting.starts[EXPRESSION] &
	    (uint64_t)1 << parser.at->term) == 0)
		return 0;
	while (parser.count < MOST &&
	    first + parser.count < elements->count &&
	    parser.at[parser.count].term > TERM_BREAK)
		parser.count++;
	for (size_t i = 0; i < parser.count * (SYMBOLS - LEAVES); i++)
		memo[i].known = false;
	reading = read_symbol(&parser, EXPRESSION, 0);
	*when = reading->when;
	return reading->taken;
}
