/* day.c: days of the Gregorian calendar and their arithmetic.
 *
 * day_number and day_of_number count in eras of 400 years from 1 March, so
 * that the leap day is the last of its year (H. Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms"). */
#include "bytes/day.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { ERA_DAYS = 146097, EPOCH = 719468 };

static bool
is_leap(int32_t year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
day_month_length(int32_t year, int month)
{
	static const int lengths[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

bool
day_is_valid(struct day day)
{
	return day.year >= 1 && day.year <= 9999 &&
	    day.month >= 1 && day.month <= 12 && day.day >= 1 &&
	    day.day <= day_month_length(day.year, day.month);
}

int64_t
day_number(struct day day)
{
	int64_t year  = day.month <= 2 ? day.year - 1 : day.year;
	int64_t era   = (year >= 0 ? year : year - 399) / 400;
	int64_t of400 = year - era * 400;
	int64_t month = day.month > 2 ? day.month - 3 : day.month + 9;
	int64_t ofyear = (153 * month + 2) / 5 + day.day - 1;

	return era * ERA_DAYS + of400 * 365 + of400 / 4 - of400 / 100 +
	    ofyear - EPOCH;
}

struct day
day_of_number(int64_t number)
{
	int64_t days   = number + EPOCH;
	int64_t era    = (days >= 0 ? days : days - ERA_DAYS + 1) / ERA_DAYS;
	int64_t ofera  = days - era * ERA_DAYS;
	int64_t of400  = (ofera - ofera / 1460 + ofera / 36524 -
	    ofera / 146096) / 365;
	int64_t ofyear = ofera - (365 * of400 + of400 / 4 - of400 / 100);
	int64_t month  = (5 * ofyear + 2) / 153;
	struct day day;

	day.day = (int8_t)(ofyear - (153 * month + 2) / 5 + 1);
	day.month = (int8_t)(month < 10 ? month + 3 : month - 9);
	day.year = (int32_t)(of400 + era * 400 + (day.month <= 2));
	return day;
}

struct day
day_add(struct day day, int64_t days)
{
	return day_of_number(day_number(day) + days);
}

struct day
day_add_months(struct day day, int months)
{
	int32_t count = day.year * 12 + day.month - 1 + months;
	int     length;

	day.year = count / 12;
	day.month = (int8_t)(count % 12 + 1);
	length = day_month_length(day.year, day.month);
	if (day.day > length)
		day.day = (int8_t)length;
	return day;
}

int
day_weekday(struct day day)
{
	int64_t number = day_number(day);       /* 1970-01-01 was Thursday */

	return (int)(((number + 3) % 7 + 7) % 7) + 1;
}

int
day_week(struct day day, int32_t *year)
{
	struct day thursday = day_add(day, 4 - day_weekday(day));
	struct day first = { thursday.year, 1, 1 };

	*year = thursday.year;
	return (int)((day_number(thursday) - day_number(first)) / 7) + 1;
}

bool
day_parse(const char *text, struct day *day)
{
	static const char shape[] = "dddd-dd-dd";
	struct day read;

	if (strlen(text) != sizeof shape - 1)
		return false;
	for (size_t i = 0; shape[i] != '\0'; i++)
		if (shape[i] == 'd' ? !isdigit((unsigned char)text[i])
		    : text[i] != shape[i])
			return false;
	read.year = (int32_t)strtol(text, NULL, 10);
	read.month = (int8_t)strtol(text + 5, NULL, 10);
	read.day = (int8_t)strtol(text + 8, NULL, 10);
	if (!day_is_valid(read))
		return false;
	*day = read;
	return true;
}
