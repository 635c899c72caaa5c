/* calendar.h: months, weekdays and eras by name, and Hijri days. Names and
 * conversions are ICU's where ICU has them; the press's other spellings are
 * ours (see date_words.c). */
#ifndef QARI_LANGUAGE_CALENDAR_H
#define QARI_LANGUAGE_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>

#include "bytes/day.h"

enum month_system {
	MONTHS_JANUARY,         /* يناير: Egypt, the Gulf, Sudan, Yemen, Libya */
	MONTHS_LEVANT,          /* كانون الثاني: Syria, Iraq, Lebanon, Jordan */
	MONTHS_ALGERIA,         /* جانفي: Algeria, Tunisia */
	MONTHS_MOROCCO,         /* غشت، شتنبر */
	MONTHS_MAURITANIA,      /* أغشت، شتمبر */
	MONTHS_HIJRI,           /* محرم */
	MONTH_SYSTEMS
};

/* The standard name of `month` (1 to 12) in that system, UTF-8; static. */
const char *month_name(enum month_system system, int month);

/* The first Gregorian day of the month of the Hijri year (umm al-qura), and
 * its length in days; false outside the years the tables hold. */
bool hijri_month(int year, int month, struct day *first, int *length);

/* The Hijri day (umm al-qura) of a Gregorian one. */
bool hijri_of_day(struct day day, int *year, int *month, int *of_month);

#endif
