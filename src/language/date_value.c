/* date_value.c: which days a date expression means, as ISO 8601.
 *
 * Every kind of expression has one function, a row of `resolvers`; the first
 * that knows its fields answers. What needs the day of publication and does
 * not have it stays unresolved and says so. Rules of choice are those of the
 * gold standard: a bare weekday or day of a month is the nearest one. */
#include "language/date_value.h"

#include <stdio.h>
#include <string.h>

#include "language/calendar.h"

enum precision { BY_DAY, BY_WEEK, BY_MONTH, BY_YEAR };

/* From the first to the last, both in; how exactly is said by precision. */
struct period {
	struct day     first;
	struct day     last;
	enum precision precision;
};

/* The answer of a resolver: found, not its kind, or its kind but something
 * is missing (date->missing says what). */
enum answer { NOT_MINE, FOUND, MISSING };

static struct day
day_of(int32_t year, int month, int day)
{
	return (struct day){ year, (int8_t)month, (int8_t)day };
}

static enum answer
missing(struct date *date, enum anchor anchor)
{
	date->missing = anchor;
	return MISSING;
}

static enum answer
years(struct period *period, int32_t first, int32_t last)
{
	period->first = day_of(first, 1, 1);
	period->last = day_of(last, 12, 31);
	period->precision = BY_YEAR;
	return FOUND;
}

static enum answer
months(struct period *period, struct day first, int count)
{
	struct day last = day_add_months(day_of(first.year, first.month, 1),
	    count - 1);

	period->first = day_of(first.year, first.month, 1);
	period->last = last;
	period->last.day = (int8_t)day_month_length(last.year, last.month);
	period->precision = BY_MONTH;
	return FOUND;
}

static enum answer
days(struct period *period, struct day first, struct day last)
{
	period->first = first;
	period->last = last;
	period->precision = BY_DAY;
	return FOUND;
}

/* -1, 0 or 1 for last, this and next; false when it leads to another date
 * of the text, or says nothing. */
static bool
steps_of(const struct when *when, int *steps)
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

/* The year that is said or meant by العام الماضي and the like; 0: none is
 * said; negative and date->missing set: one is, but cannot be known. */
static int32_t
year_of(const struct when *when, struct day published, struct date *date)
{
	int steps;

	if (when->year != 0)
		return when->year;
	if (when->unit != UNIT_YEAR)
		return 0;
	if (!steps_of(when, &steps)) {
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
		return missing(date, ANCHOR_NONE);
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
		return missing(date, ANCHOR_NONE);
	if (when->day > length || when->day2 > length2)
		return missing(date, ANCHOR_NONE);
	if (when->day == 0)
		return days(period, first, day_add(last, length2 - 1));
	return days(period, day_add(first, when->day - 1), day_add(last,
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

/* "19 سبتمبر", "رمضان الماضي", "يوليو/تموز 2014" and their ranges. */
static enum answer
month_or_day(const struct when *when, struct day published,
    struct date *date, struct period *period)
{
	int32_t year;

	if (when->month == 0 || when->part != 0)
		return NOT_MINE;
	year = year_of(when, published, date);
	if (year <= 0)
		write_partial(when, date);
	if (year < 0)
		return MISSING;
	if (when->each)
		return missing(date, ANCHOR_NONE);
	if (year == 0) {
		if (when->relation == RELATION_SAME ||
		    when->relation >= RELATION_BEFORE)
			return missing(date, ANCHOR_CONTEXT);
		if (!day_is_known(published))
			return missing(date, ANCHOR_YEAR);
		date->relative = true;
		year = when->hijri ? nearest_hijri_year(when, published)
		    : nearest_year(when, published);
	}
	return when->hijri ? hijri(when, year, date, period)
	    : gregorian(when, year, date, period);
}

/* "27 من الشهر الجاري", "الشهر الماضي", "الأيام الستة الأولى من هذا الشهر" */
static enum answer
month_related(const struct when *when, struct day published,
    struct date *date, struct period *period)
{
	struct day month;
	int        steps;

	if (when->unit != UNIT_MONTH || when->month != 0)
		return NOT_MINE;
	if (!steps_of(when, &steps))
		return missing(date, ANCHOR_CONTEXT);
	if (!day_is_known(published))
		return missing(date, ANCHOR_DAY);
	date->relative = true;
	month = day_add_months(day_of(published.year, published.month, 1),
	    when->units == 2 && steps < 0 ? -2 : steps);
	if (when->day != 0)
		return days(period,
		    day_of(month.year, month.month, when->day),
		    day_of(month.year, month.month,
		    when->day2 != 0 ? when->day2 : when->day));
	if (when->first != 0)
		return days(period, month, day_add(month, when->first - 1));
	return months(period, month, when->units == 2 ? 2 : 1);
}

/* "أمس", "غدا" and "اليوم الاثنين": the weekday only confirms. */
static enum answer
day_offset(const struct when *when, struct day published, struct date *date,
    struct period *period)
{
	struct day day;

	if (!when->has_offset)
		return NOT_MINE;
	if (when->relation >= RELATION_BEFORE)
		return missing(date, ANCHOR_CONTEXT);
	if (!day_is_known(published))
		return missing(date, ANCHOR_DAY);
	date->relative = true;
	day = day_add(published, when->offset);
	return days(period, day, day);
}

/* The nearest such weekday, or the one before or after publication. */
static struct day
weekday_day(int weekday, int relation, struct day published)
{
	int away = weekday - day_weekday(published);

	if (relation == RELATION_LAST)
		away = away >= 0 ? away - 7 : away;
	else if (relation == RELATION_NEXT)
		away = away <= 0 ? away + 7 : away;
	else if (away > 3)
		away -= 7;
	else if (away < -3)
		away += 7;
	return day_add(published, away);
}

static enum answer
weekday(const struct when *when, struct day published, struct date *date,
    struct period *period)
{
	struct day first, last;
	int steps;

	if (when->weekday == 0)
		return NOT_MINE;
	if (when->relation >= RELATION_BEFORE)
		return missing(date, ANCHOR_CONTEXT);
	if (!day_is_known(published))
		return missing(date, ANCHOR_DAY);
	date->relative = true;
	if (when->unit == UNIT_WEEK && steps_of(when, &steps)) {
		first = day_add(published, 7 * steps + when->weekday -
		    day_weekday(published));
		return days(period, first, first);
	}
	first = last = weekday_day(when->weekday, when->relation, published);
	while (when->weekday2 != 0 && day_weekday(last) != when->weekday2)
		last = day_add(last, 1);
	return days(period, first, last);
}

static enum answer
unit_days(const struct when *when, struct day published, int steps,
    struct period *period)
{
	struct day first = published;
	int weeks = when->units == 2 ? 2 : 1;

	if (when->unit == UNIT_NIGHT || when->unit == UNIT_DAY) {
		first = day_add(published,
		    when->units == 2 && steps < 0 ? -2 : steps);
		return days(period, first,
		    day_add(first, when->units == 2 ? 1 : 0));
	}
	first = day_add(published, 1 - day_weekday(published) +
	    7 * (steps < 0 ? -weeks : steps));
	period->first = first;
	period->last = day_add(first, 7 * weeks - 1);
	period->precision = BY_WEEK;
	return FOUND;
}

/* "الأسبوع الماضي", "الليلة الماضية", "اليومين المقبلين" */
static enum answer
week_or_days(const struct when *when, struct day published,
    struct date *date, struct period *period)
{
	int steps;

	if (when->unit != UNIT_WEEK && when->unit != UNIT_NIGHT &&
	    when->unit != UNIT_DAY)
		return NOT_MINE;
	if (!steps_of(when, &steps))
		return missing(date, ANCHOR_CONTEXT);
	if (!day_is_known(published))
		return missing(date, ANCHOR_DAY);
	date->relative = true;
	return unit_days(when, published, steps, period);
}

/* "الربع الثاني من 2015", "صيف العام الماضي", "الأشهر الستة الأولى" */
static enum answer
part_of_year(const struct when *when, struct day published,
    struct date *date, struct period *period)
{
	int32_t year;
	int     length, first;

	if (when->part == 0 && when->season == 0 && when->first == 0)
		return NOT_MINE;
	year = year_of(when, published, date);
	if (year < 0)
		return MISSING;
	if (year == 0 && !day_is_known(published))
		return missing(date, ANCHOR_YEAR);
	if (year == 0) {
		int steps = 0;

		steps_of(when, &steps);
		date->relative = true;
		year = published.year;
		/* "الصيف الماضي" in August is the last year's. */
		if (when->season != 0 && steps < 0 &&
		    published.month <= when->season * 3 + 2)
			year--;
		if (when->season != 0 && steps > 0 &&
		    published.month >= when->season * 3)
			year++;
	}
	if (when->season != 0) {
		first = when->season * 3;
		length = 3;
	} else if (when->first != 0) {
		first = 1;
		length = when->first;
	} else {
		length = 12 / when->parts;
		first = 1 + (when->part - 1) * length;
	}
	if (first < 1 || first > 12 || length > 12)
		return missing(date, ANCHOR_NONE);
	return months(period, day_of(year, first, 1), length);
}

static int32_t
century_of(const struct when *when, struct day published, struct date *date)
{
	int steps;

	if (when->century != 0)
		return when->century;
	if (when->unit != UNIT_CENTURY)
		return 0;
	if (!steps_of(when, &steps) || !day_is_known(published)) {
		date->missing = steps_of(when, &steps) ? ANCHOR_YEAR
		    : ANCHOR_CONTEXT;
		return -1;
	}
	date->relative = true;
	return (published.year - 1) / 100 + 1 + steps;
}

/* "القرن التاسع عشر", "ثمانينيات القرن الماضي", "التسعينيات" */
static enum answer
decade_or_century(const struct when *when, struct day published,
    struct date *date, struct period *period)
{
	int32_t century, first;
	int     steps;

	if (when->unit == UNIT_DECADE) {
		if (!day_is_known(published) || !steps_of(when, &steps))
			return missing(date, ANCHOR_YEAR);
		date->relative = true;
		first = (published.year / 10 + steps) * 10;
		return years(period, first, first + 9);
	}
	if (when->decade == 0 && when->century == 0 &&
	    when->unit != UNIT_CENTURY)
		return NOT_MINE;
	century = century_of(when, published, date);
	if (century < 0)
		return MISSING;
	if (when->hijri)
		return missing(date, ANCHOR_NONE);
	if (when->decade == 0)
		return years(period, (century - 1) * 100 + 1, century * 100);
	/* A decade without a century is of the twentieth. */
	first = (century == 0 ? 1900 : (century - 1) * 100) + when->decade;
	if (when->decade2 != 0)
		return years(period, first, first - when->decade +
		    when->decade2 + 9);
	return years(period, first, first + 9);
}

static enum answer
hijri_years(const struct when *when, struct date *date,
    struct period *period)
{
	int32_t    last_year = when->year2 != 0 ? when->year2 : when->year;
	struct day first, last;
	int        length;

	if (!hijri_month((int)when->year, 1, &first, &length) ||
	    !hijri_month((int)last_year, 12, &last, &length))
		return missing(date, ANCHOR_NONE);
	return days(period, first, day_add(last, length - 1));
}

static enum answer
year(const struct when *when, struct day published, struct date *date,
    struct period *period)
{
	int32_t first = year_of(when, published, date);

	if (first < 0)
		return MISSING;
	if (first == 0)
		return NOT_MINE;
	if (first > 2200)       /* a year of another calendar */
		return missing(date, ANCHOR_NONE);
	if (when->hijri)
		return hijri_years(when, date, period);
	if (when->bc)
		first = 1 - first;      /* ISO 8601: 1 BC is the year 0 */
	if (when->units == 2 && when->relation == RELATION_LAST)
		return years(period, first - 1, first);
	if (when->units == 2 && when->relation == RELATION_NEXT)
		return years(period, first, first + 1);
	return years(period, first, when->year2 != 0 ? when->year2 : first);
}

typedef enum answer resolver(const struct when *, struct day, struct date *,
    struct period *);

static resolver *const resolvers[] = {
	month_or_day,
	month_related,
	day_offset,
	weekday,
	week_or_days,
	part_of_year,
	decade_or_century,
	year,
};

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

static void
write_period(const struct period *period, struct date *date)
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

static void
write_clock(const struct when *when, struct date *date)
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

void
date_resolve(const struct when *when, struct day published, struct date *date)
{
	static const char modifiers[][8] = { "", "START", "MID", "END" };
	struct period period = { 0 };
	enum answer   answer = NOT_MINE;
	struct span   span   = date->span;

	*date = (struct date){ .span = span };
	date->month = when->month;
	date->hijri = when->hijri;
	memcpy(date->mod, modifiers[when->modifier], sizeof date->mod);
	for (size_t i = 0; answer == NOT_MINE &&
	    i < sizeof resolvers / sizeof *resolvers; i++)
		answer = resolvers[i](when, published, date, &period);
	if (answer == FOUND)
		write_period(&period, date);
	if (when->has_clock && (answer == NOT_MINE || (answer == FOUND &&
	    strchr(date->iso, '/') == NULL)))
		write_clock(when, date);
}
