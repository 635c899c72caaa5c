/* date_period.h: the days an expression means, on the way to ISO 8601. Of
 * date_value.c, date_month.c and date_period.c alone. */
#ifndef QARI_LANGUAGE_DATE_PERIOD_H
#define QARI_LANGUAGE_DATE_PERIOD_H

#include "language/date_value.h"

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

typedef enum answer resolver(const struct when *, struct day, struct date *,
    struct period *);

struct day day_of(int32_t year, int month, int day);

/* MISSING, and what it is. */
enum answer period_missing(struct date *date, enum anchor anchor);

/* FOUND: whole years, `count` whole months from that of `first`, days. */
enum answer period_years(struct period *period, int32_t first, int32_t last);
enum answer period_months(struct period *period, struct day first, int count);
enum answer period_days(struct period *period, struct day first,
    struct day last);

/* -1, 0 or 1 for last, this and next; false when it leads to another date
 * of the text, or says nothing. */
bool when_steps(const struct when *when, int *steps);

/* The year that is said or meant by العام الماضي and the like; 0: none is
 * said; negative and date->missing set: one is, but cannot be known. */
int32_t when_year(const struct when *when, struct day published,
    struct date *date);

/* "19 سبتمبر", "رمضان الماضي", "يوليو/تموز 2014" and their ranges. */
resolver month_or_day;

/* "27 من الشهر الجاري", "الشهر الماضي", "الأيام الستة الأولى من هذا الشهر" */
resolver month_related;

/* Appends to date->iso. */
void date_write_period(const struct period *period, struct date *date);
void date_write_clock(const struct when *when, struct date *date);

#endif
