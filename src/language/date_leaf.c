/* date_leaf.c: the leaves of the date grammar: which elements they are, and
 * what each says. */
#include "language/date_symbol.h"

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

#define ANY INT32_MIN, INT32_MAX, 0, 255

const struct leaf date_leaves[LEAVES] = {
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
