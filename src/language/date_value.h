/* date_value.h: what a date expression says, and which days that is. */
#ifndef QARI_LANGUAGE_DATE_VALUE_H
#define QARI_LANGUAGE_DATE_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "language/date.h"
#include "language/date_words.h"

/* What an expression says; 0 where it says nothing. The fields with a 2 are
 * of the end of a range, where it differs. */
struct when {
	int32_t year;
	int32_t year2;
	int8_t  month;          /* 1 to 12 */
	int8_t  month2;
	int8_t  day;            /* 1 to 31 */
	int8_t  day2;
	bool    hijri;
	bool    bc;
	int8_t  weekday;        /* 1 Monday to 7 Sunday */
	int8_t  weekday2;
	bool    has_offset;
	int8_t  offset;         /* days from publication */
	int8_t  unit;           /* enum unit, of … */
	int8_t  relation;       /* enum relation */
	int8_t  units;          /* 2: العامين */
	bool    each;           /* of every year: no one day */
	int8_t  parts;          /* 4 quarters, 3 thirds, 2 halves of a year */
	int8_t  part;           /* 1 to `parts` */
	int8_t  first;          /* the first so many months or days … */
	int8_t  season;         /* enum season */
	int8_t  decade;         /* 20 to 90 */
	int8_t  decade2;
	int8_t  century;        /* the 19th: 19 */
	int8_t  modifier;       /* enum modifier */
	int8_t  day_part;       /* enum day_part */
	bool    has_clock;
	int8_t  hour;           /* as said: 1 to 24 */
	int8_t  minute;
	bool    has_zone;
	int16_t zone;           /* minutes east of UTC */
};

/* Fills all of `date` but its span. */
void date_resolve(const struct when *when, struct day published,
    struct date *date);

#endif
