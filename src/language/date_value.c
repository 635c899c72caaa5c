/* date_value.c: which days a date expression means, as ISO 8601.
 *
 * Every kind of expression has one function, a row of `resolvers`; the first
 * that knows its fields answers. What needs the day of publication and does
 * not have it stays unresolved and says so. Rules of choice are those of the
 * gold standard: a bare weekday or day of a month is the nearest one. */
#include "language/date_value.h"

#include <string.h>

#include "language/calendar.h"
#include "language/date_period.h"

/* "أمس", "غدا" and "اليوم الاثنين": the weekday only confirms. */
static enum answer
day_offset(const struct when *when, struct day published, struct date *date,
    struct period *period)
{
	struct day day;

	if (!when->has_offset)
		return NOT_MINE;
	if (when->relation >= RELATION_BEFORE)
		return period_missing(date, ANCHOR_CONTEXT);
	if (!day_is_known(published))
		return period_missing(date, ANCHOR_DAY);
	date->relative = true;
	day = day_add(published, when->offset);
	return period_days(period, day, day);
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
		return period_missing(date, ANCHOR_CONTEXT);
	if (!day_is_known(published))
		return period_missing(date, ANCHOR_DAY);
	date->relative = true;
	if (when->unit == UNIT_WEEK && when_steps(when, &steps)) {
		first = day_add(published, 7 * steps + when->weekday -
		    day_weekday(published));
		return period_days(period, first, first);
	}
	first = last = weekday_day(when->weekday, when->relation, published);
	while (when->weekday2 != 0 && day_weekday(last) != when->weekday2)
		last = day_add(last, 1);
	return period_days(period, first, last);
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
		return period_days(period, first,
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
	if (!when_steps(when, &steps))
		return period_missing(date, ANCHOR_CONTEXT);
	if (!day_is_known(published))
		return period_missing(date, ANCHOR_DAY);
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
	year = when_year(when, published, date);
	if (year < 0)
		return MISSING;
	if (year == 0 && !day_is_known(published))
		return period_missing(date, ANCHOR_YEAR);
	if (year == 0) {
		int steps = 0;

		when_steps(when, &steps);
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
		return period_missing(date, ANCHOR_NONE);
	return period_months(period, day_of(year, first, 1), length);
}

static int32_t
century_of(const struct when *when, struct day published, struct date *date)
{
	int steps;

	if (when->century != 0)
		return when->century;
	if (when->unit != UNIT_CENTURY)
		return 0;
	if (!when_steps(when, &steps) || !day_is_known(published)) {
		date->missing = when_steps(when, &steps) ? ANCHOR_YEAR
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
		if (!day_is_known(published) || !when_steps(when, &steps))
			return period_missing(date, ANCHOR_YEAR);
		date->relative = true;
		first = (published.year / 10 + steps) * 10;
		return period_years(period, first, first + 9);
	}
	if (when->decade == 0 && when->century == 0 &&
	    when->unit != UNIT_CENTURY)
		return NOT_MINE;
	century = century_of(when, published, date);
	if (century < 0)
		return MISSING;
	if (when->hijri)
		return period_missing(date, ANCHOR_NONE);
	if (when->decade == 0)
		return period_years(period, (century - 1) * 100 + 1, century * 100);
	/* A decade without a century is of the twentieth. */
	first = (century == 0 ? 1900 : (century - 1) * 100) + when->decade;
	if (when->decade2 != 0)
		return period_years(period, first, first - when->decade +
		    when->decade2 + 9);
	return period_years(period, first, first + 9);
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
		return period_missing(date, ANCHOR_NONE);
	return period_days(period, first, day_add(last, length - 1));
}

static enum answer
year(const struct when *when, struct day published, struct date *date,
    struct period *period)
{
	int32_t first = when_year(when, published, date);

	if (first < 0)
		return MISSING;
	if (first == 0)
		return NOT_MINE;
	if (first > 2200 && !when->bc)  /* a year of another calendar */
		return period_missing(date, ANCHOR_NONE);
	if (when->hijri)
		return hijri_years(when, date, period);
	if (when->units == 2 && when->relation == RELATION_LAST)
		return period_years(period, first - 1, first);
	if (when->units == 2 && when->relation == RELATION_NEXT)
		return period_years(period, first, first + 1);
	return period_years(period, first, when->year2 != 0 ? when->year2 : first);
}

/* The same years before Christ; ISO 8601: 1 BC is the year 0. The 13th century
 * began in 1300 and ended in 1201. */
static void
count_back(struct period *period)
{
	int32_t last = 1 - period->first.year;

	period->first.year = 1 - period->last.year;
	period->last.year = last;
}

/* Of days and months before Christ nothing is said: their calendar is not
 * known. */
static enum answer
before_christ(enum answer answer, struct date *date, struct period *period)
{
	if (answer != FOUND)
		return answer;
	if (period->precision != BY_YEAR)
		return period_missing(date, ANCHOR_NONE);
	count_back(period);
	return FOUND;
}

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
	if (when->bc)
		answer = before_christ(answer, date, &period);
	if (answer == FOUND)
		date_write_period(&period, date);
	if (when->has_clock && (answer == NOT_MINE || (answer == FOUND &&
	    strchr(date->iso, '/') == NULL)))
		date_write_clock(when, date);
}
