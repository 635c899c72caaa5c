/* date_action.c: what a row of the date grammar makes of its items' readings.
 * Mostly it puts together what they say; ranges, pairs and the like have
 * actions of their own. */
#include "language/date_symbol.h"

#include <string.h>

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

bool
date_all(const struct when part[ITEMS], struct when *when)
{
	memset(when, 0, sizeof *when);
	for (size_t i = 0; i < ITEMS; i++)
		merge(when, &part[i]);
	return true;
}

/* Of days, or of months, in rising order: from the first to the last. */
bool
date_rising(const struct when part[ITEMS], struct when *when)
{
	int day = 0, month = 0;

	date_all(part, when);
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
bool
date_two_names(const struct when part[ITEMS], struct when *when)
{
	*when = part[0];
	return true;
}

bool
date_same_month(const struct when part[ITEMS], struct when *when)
{
	int8_t month = 0;

	for (size_t i = 1; i < ITEMS; i++)
		if (part[i].month != 0)
			month = part[i].month;
	*when = part[0];
	return month == part[0].month;
}

/* Years, the second behind the first; before Christ they count down. */
bool
date_two_years(const struct when part[ITEMS], struct when *when)
{
	int32_t first = 0, last = 0;

	date_all(part, when);
	for (size_t i = 0; i < ITEMS; i++) {
		if (part[i].year == 0)
			continue;
		if (first == 0)
			first = part[i].year;
		else if (when->bc ? part[i].year >= last
		    : part[i].year <= last)
			return false;
		last = part[i].year;
	}
	when->year = when->bc ? last : first;
	when->year2 = when->bc ? first : last;
	return first != last;
}

/* A date until another: what the first lacks it takes from the second. */
bool
date_until(const struct when part[ITEMS], struct when *when)
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
bool
date_gregorian_one(const struct when part[ITEMS], struct when *when)
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
bool
date_numeric(const struct when part[ITEMS], struct when *when)
{
	date_all(part, when);
	if (when->year >= 1300 && when->year < 1500)
		when->hijri = true;
	return true;
}

bool
date_last_of_parts(const struct when part[ITEMS], struct when *when)
{
	date_all(part, when);
	when->part = when->parts;
	return true;
}

bool
date_this_year(const struct when part[ITEMS], struct when *when)
{
	date_all(part, when);
	when->relation = RELATION_THIS;
	return true;
}

bool
date_two_parts(const struct when part[ITEMS], struct when *when)
{
	date_all(part, when);
	/* Two quarters from the beginning are its first half. */
	when->parts = 2;
	when->part = 1;
	return true;
}

bool
date_two_weekdays(const struct when part[ITEMS], struct when *when)
{
	int8_t first = 0;

	date_all(part, when);
	for (size_t i = 0; i < ITEMS && first == 0; i++)
		first = part[i].weekday;
	when->weekday2 = when->weekday;
	when->weekday = first;
	return first != when->weekday2;
}

bool
date_two_decades(const struct when part[ITEMS], struct when *when)
{
	int8_t low = part[0].decade;

	date_all(part, when);
	when->decade2 = when->decade > low ? when->decade : low;
	when->decade = when->decade > low ? low : when->decade;
	return true;
}

bool
date_half_past(const struct when part[ITEMS], struct when *when)
{
	date_all(part, when);
	when->minute = when->parts == 2 ? 30 : 15;
	when->parts = 0;
	return true;
}

bool
date_by_weekday_only(const struct when part[ITEMS], struct when *when)
{
	date_all(part, when);
	return when->weekday == 0 || !when->each;
}

bool
date_with_hijri_year(const struct when part[ITEMS], struct when *when)
{
	date_all(part, when);
	if (when->month != 0 && when->hijri && when->year >= 1600)
		return false;
	return true;
}

/* "الأسبوع الأول من مارس": outlets differ on where a month's first week
 * begins, so the value is its month's. */
bool
date_week_of_month(const struct when part[ITEMS], struct when *when)
{
	date_all(part, when);
	when->part = 0;
	when->has_offset = false;
	when->unit = when->unit == UNIT_WEEK ? UNIT_NONE : when->unit;
	return true;
}

bool
date_millennium(const struct when part[ITEMS], struct when *when)
{
	date_all(part, when);
	when->year = 2000;
	return true;
}
