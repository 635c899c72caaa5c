/* day.h: days of the Gregorian calendar and their arithmetic. */
#ifndef QARI_BYTES_DAY_H
#define QARI_BYTES_DAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct day {
	int32_t year;           /* 0: not known */
	int8_t  month;          /* 1 to 12 */
	int8_t  day;            /* 1 to 31 */
};

static inline bool
day_is_known(struct day day)
{
	return day.year != 0;
}

/* Whether there is such a day. */
bool day_is_valid(struct day day);

/* Days since 1970-01-01, proleptic Gregorian calendar. */
int64_t day_number(struct day day);

struct day day_of_number(int64_t number);

struct day day_add(struct day day, int64_t days);

/* Months added; the day of the month is cut to the month's last. */
struct day day_add_months(struct day day, int months);

int day_month_length(int32_t year, int month);

/* 1 Monday to 7 Sunday, as ISO 8601. */
int day_weekday(struct day day);

/* The ISO 8601 week, 1 to 53; `*year` gets the week's year. */
int day_week(struct day day, int32_t *year);

/* Reads "YYYY-MM-DD"; false when it is not a valid day. */
bool day_parse(const char *text, struct day *day);

#endif
