/* date_month.c: which days a month, or a day of one, means. Without a year it
 * is the nearest, or the last or next as the expression says. */
#include "language/date_period.h"

#include <stdio.h>
#include <string.h>

#include "language/calendar.h"

/* Which of three candidates, a year apart, is meant: by the relation if one
 * is said, else the nearest. `here` is 0 in the unit compared. */
static int
choose(int relation, const int64_t distance[3])
{
	int64_t best = INT64_MAX;
	int     chosen = 1;

	if (relation == RELATION_LAST)
		return distance[1] < 0 ? 1 : 0;
	if (relation == RELATION_NEXT)
		return distance[1] > 0 ? 1 : 2;
	if (relation == RELATION_THIS)
		best = INT64_MAX;
	for (int i = 0; i < 3; i++) {
		int64_t away = distance[i] < 0 ? -distance[i] : distance[i];

		if (away < best) {
			best = away;
			chosen = i;
		}
	}
	return chosen;
}

/* The year of a day or month that is said without one. */
static int32_t
nearest_year(const struct when *when, struct day published)
{
	int64_t distance[3];

	for (int i = 0; i < 3; i++) {
		int32_t    year = published.year - 1 + i;
		struct day day  = day_of(year, when->month, when->day);

		if (when->day == 0)
			distance[i] = (year * 12 + when->month) -
			    (published.year * 12 + published.month);
		else
			distance[i] = day_number(day) - day_number(published);
	}
	return published.year - 1 + choose(when->relation, distance);
}

/* Hijri: the same choice, by the distance of the months' first days. */
static int
nearest_hijri_year(const struct when *when, struct day published)
{
	int year, month, day;
	int64_t distance[3];

	if (!hijri_of_day(published, &year, &month, &day))
		return 0;
	for (int i = 0; i < 3; i++)
		distance[i] = ((year - 1 + i) * 12 + when->month) * 30 +
		    (when->day != 0 ? when->day - day : 0) -
		    (year * 12 + month) * 30;
	return year - 1 + choose(when->relation, distance);
}

static struct day
last_of_month(int32_t year, int month)
{
	return day_of(year, month, day_month_length(year, month));
}

static enum answer
gregorian(const struct when *when, int32_t year, struct date *date,
    struct period *period)
{
	int        month2 = when->month2 != 0 ? when->month2 : when->month;
	int32_t    year2  = when->year2 != 0 ? when->year2 : year;
	struct day first  = day_of(year, when->month,
	    when->day != 0 ? when->day : 1);
	struct day last;

	if (when->year2 == 0 && month2 < when->month)
		year2++;
	if (when->day == 0)
		last = last_of_month(year2, month2);
	else
		last = day_of(year2, month2,
		    when->day2 != 0 ? when->day2 : when->day);
	if (!day_is_valid(first) || !day_is_valid(last))
		return period_missing(date, ANCHOR_NONE);
	period->first = first;
	period->last = last;
	period->precision = when->day != 0 ? BY_DAY : BY_MONTH;
	return FOUND;
}

/* Hijri years before ICU's umm al-qura table (1300) are given by the years
 * they fall into at most. */
static enum answer
hijri(const struct when *when, int year, struct date *date,
    struct period *period)
{
	int        month2 = when->month2 != 0 ? when->month2 : when->month;
	int        year2  = when->year2 != 0 ? (int)when->year2 : year;
	int        length, length2;
	struct day first, last;

	if (month2 < when->month && when->year2 == 0)
		year2++;
	if (!hijri_month(year, when->month, &first, &length) ||
	    !hijri_month(year2, month2, &last, &length2))
		return period_missing(date, ANCHOR_NONE);
	if (when->day > length || when->day2 > length2)
		return period_missing(date, ANCHOR_NONE);
	if (when->day == 0)
		return period_days(period, first, day_add(last, length2 - 1));
	return period_days(period, day_add(first, when->day - 1), day_add(last,
	    (when->day2 != 0 ? when->day2 : when->day) - 1));
}

static void
write_partial_one(const struct when *when, int month, int day, char text[12])
{
	const char *calendar = when->hijri ? "H" : "";
	unsigned    of_year  = (unsigned)month % 100;
	unsigned    of_month = (unsigned)day % 100;

	if (day != 0)
		snprintf(text, 12, "--%s%02u-%02u", calendar, of_year,
		    of_month);
	else
		snprintf(text, 12, "--%s%02u", calendar, of_year);
}

static void
write_partial(const struct when *when, struct date *date)
{
	char first[12], last[12];

	write_partial_one(when, when->month, when->day, first);
	if (when->month2 == 0 && when->day2 == 0) {
		snprintf(date->partial, sizeof date->partial, "%s", first);
		return;
	}
	write_partial_one(when,
	    when->month2 != 0 ? when->month2 : when->month,
	    when->day2 != 0 ? when->day2 : when->day, last);
	memcpy(date->partial, first, strlen(first) + 1);
	strcat(strcat(date->partial, "/"), last);
}

enum answer
month_or_day(const struct when *when, struct day published,
    struct date *date, struct period *period)
{
	int32_t year;

	if (when->month == 0 || when->part != 0)
		return NOT_MINE;
	year = when_year(when, published, date);
	if (year <= 0)
		write_partial(when, date);
	if (year < 0)
		return MISSING;
	if (when->each)
		return period_missing(date, ANCHOR_NONE);
	if (year == 0) {
		if (when->relation == RELATION_SAME ||
		    when->relation >= RELATION_BEFORE)
			return period_missing(date, ANCHOR_CONTEXT);
		if (!day_is_known(published))
			return period_missing(date, ANCHOR_YEAR);
		date->relative = true;
		year = when->hijri ? nearest_hijri_year(when, published)
		    : nearest_year(when, published);
	}
	return when->hijri ? hijri(when, year, date, period)
	    : gregorian(when, year, date, period);
}

enum answer
month_related(const struct when *when, struct day published,
    struct date *date, struct period *period)
{
	struct day month;
	int        steps;

	if (when->unit != UNIT_MONTH || when->month != 0)
		return NOT_MINE;
	if (!when_steps(when, &steps))
		return period_missing(date, ANCHOR_CONTEXT);
	if (!day_is_known(published))
		return period_missing(date, ANCHOR_DAY);
	date->relative = true;
	month = day_add_months(day_of(published.year, published.month, 1),
	    when->units == 2 && steps < 0 ? -2 : steps);
	if (when->day != 0)
		return period_days(period,
		    day_of(month.year, month.month, when->day),
		    day_of(month.year, month.month,
		    when->day2 != 0 ? when->day2 : when->day));
	if (when->first != 0)
		return period_days(period, month, day_add(month, when->first - 1));
	return period_months(period, month, when->units == 2 ? 2 : 1);
}
