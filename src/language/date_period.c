/* date_period.c: the days an expression means, made and written. */
#include "language/date_period.h"

#include <stdio.h>
#include <string.h>

struct day
day_of(int32_t year, int month, int day)
{
	return (struct day){ year, (int8_t)month, (int8_t)day };
}

enum answer
period_missing(struct date *date, enum anchor anchor)
{
	date->missing = anchor;
	return MISSING;
}

enum answer
period_years(struct period *period, int32_t first, int32_t last)
{
	period->first = day_of(first, 1, 1);
	period->last = day_of(last, 12, 31);
	period->precision = BY_YEAR;
	return FOUND;
}

enum answer
period_months(struct period *period, struct day first, int count)
{
	struct day last = day_add_months(day_of(first.year, first.month, 1),
	    count - 1);

	period->first = day_of(first.year, first.month, 1);
	period->last = last;
	period->last.day = (int8_t)day_month_length(last.year, last.month);
	period->precision = BY_MONTH;
	return FOUND;
}

enum answer
period_days(struct period *period, struct day first, struct day last)
{
	period->first = first;
	period->last = last;
	period->precision = BY_DAY;
	return FOUND;
}

bool
when_steps(const struct when *when, int *steps)
{
	static const int8_t by[] = {
		[RELATION_LAST] = -1, [RELATION_THIS] = 0,
		[RELATION_NEXT] = 1,
	};

	if (when->relation < RELATION_LAST || when->relation > RELATION_NEXT)
		return false;
	*steps = by[when->relation];
	return true;
}

int32_t
when_year(const struct when *when, struct day published, struct date *date)
{
	int steps;

	if (when->year != 0)
		return when->year;
	if (when->unit != UNIT_YEAR)
		return 0;
	if (!when_steps(when, &steps)) {
		date->missing = ANCHOR_CONTEXT;
		return -1;
	}
	if (!day_is_known(published)) {
		date->missing = ANCHOR_YEAR;
		return -1;
	}
	date->relative = true;
	return published.year + steps;
}

static void
write_year(int32_t number, char *text, size_t size)
{
	snprintf(text, size, number < 0 ? "-%04d" : "%04d",
	    number < 0 ? -number : number);
}

/* One end of a period, as exactly as it is known. */
static void
write_end(struct day day, enum precision precision, char text[16])
{
	int32_t year_of_week;
	int     week;

	switch (precision) {
	case BY_YEAR:
		write_year(day.year, text, 16);
		break;
	case BY_MONTH:
		snprintf(text, 16, "%04d-%02d", day.year, day.month);
		break;
	case BY_WEEK:
		week = day_week(day, &year_of_week);
		snprintf(text, 16, "%04d-W%02d", year_of_week, week);
		break;
	case BY_DAY:
		snprintf(text, 16, "%04d-%02d-%02d", day.year, day.month,
		    day.day);
		break;
	}
}

void
date_write_period(const struct period *period, struct date *date)
{
	char first[16], last[16];

	write_end(period->first, period->precision, first);
	write_end(period->last, period->precision, last);
	if (strcmp(first, last) == 0)
		snprintf(date->iso, sizeof date->iso, "%s", first);
	else
		snprintf(date->iso, sizeof date->iso, "%s/%s", first, last);
}

/* The hour on a clock of 24, from what was said and the part of day. */
static int
hour_of(const struct when *when)
{
	int hour = when->hour;

	switch (when->day_part) {
	case PART_OF_DAY_MORNING:
		return hour == 12 ? 0 : hour;
	case PART_OF_DAY_AFTERNOON:
		return hour < 11 ? hour + 12 : hour;
	case PART_OF_DAY_EVENING:
		return hour < 12 ? hour + 12 : hour;
	case PART_OF_DAY_NIGHT:
		return hour > 5 && hour <= 12 ? hour + 12 : hour;
	default:
		return hour;
	}
}

void
date_write_clock(const struct when *when, struct date *date)
{
	int    east = when->zone < 0 ? -when->zone : when->zone;
	size_t size = strlen(date->iso);
	char  *end  = date->iso + size;

	size = sizeof date->iso - size;
	if (!when->has_zone)
		snprintf(end, size, "T%02d:%02d", hour_of(when), when->minute);
	else if (when->zone == 0)
		snprintf(end, size, "T%02d:%02dZ", hour_of(when),
		    when->minute);
	else
		snprintf(end, size, "T%02d:%02d%c%02d:%02d", hour_of(when),
		    when->minute, when->zone < 0 ? '-' : '+', east / 60,
		    east % 60);
}
