/* period.c: the days an ISO 8601 value covers. */
#include "library/period.h"

#include <string.h>

#include "bytes/day.h"

struct scan {
	const char *at;
	const char *end;
};

/* Reads `least` to `most` digits. */
static bool
scan_digits(struct scan *scan, int least, int most, int32_t *value)
{
	int digits = 0;

	*value = 0;
	while (digits < most && scan->at < scan->end && *scan->at >= '0' &&
	    *scan->at <= '9') {
		*value = *value * 10 + (*scan->at++ - '0');
		digits++;
	}
	return digits >= least;
}

static bool
scan_sign(struct scan *scan, char sign)
{
	if (scan->at == scan->end || *scan->at != sign)
		return false;
	scan->at++;
	return true;
}

/* What may stand behind a day, a moment, does not move the day. */
static bool
scan_end(struct scan *scan)
{
	return scan->at == scan->end || *scan->at == 'T';
}

static bool
scan_week(struct scan *scan, int32_t year, int64_t *first, int64_t *last)
{
	/* 4 January is always in week 1 (ISO 8601). */
	struct day january = { year, 1, 4 };
	int32_t    week;

	if (!scan_digits(scan, 2, 2, &week) || week < 1 || week > 53)
		return false;
	*first = day_number(january) - (day_weekday(january) - 1) +
	    (week - 1) * 7;
	*last = *first + 6;
	return scan_end(scan);
}

static bool
scan_one(struct scan *scan, int64_t *first, int64_t *last)
{
	bool       before = scan_sign(scan, '-');
	int32_t    year, month, of_month;
	struct day day;

	if (!scan_digits(scan, 4, 6, &year))
		return false;
	year = before ? -year : year;
	*first = day_number((struct day){ year, 1, 1 });
	*last = day_number((struct day){ year, 12, 31 });
	if (scan_end(scan))
		return true;
	if (!scan_sign(scan, '-'))
		return false;
	if (scan_sign(scan, 'W'))
		return scan_week(scan, year, first, last);
	if (!scan_digits(scan, 2, 2, &month) || month < 1 || month > 12)
		return false;
	day = (struct day){ year, (int8_t)month, 1 };
	*first = day_number(day);
	*last = *first + day_month_length(year, month) - 1;
	if (scan_end(scan))
		return true;
	if (!scan_sign(scan, '-') || !scan_digits(scan, 2, 2, &of_month) ||
	    of_month < 1 || of_month > day_month_length(year, month))
		return false;
	*first += of_month - 1;
	*last = *first;
	return scan_end(scan);
}

bool
period_of(const char *iso, size_t size, int64_t *first, int64_t *last)
{
	const char *slash = size == 0 ? NULL : memchr(iso, '/', size);
	struct scan start = { iso, slash };
	struct scan end   = { NULL, NULL };
	int64_t     other;

	if (size == 0)
		return false;
	end.end = iso + size;
	if (slash == NULL)
		start.end = end.end;
	else
		end.at = slash + 1;
	if (!scan_one(&start, first, last))
		return false;
	if (slash == NULL)
		return true;
	return scan_one(&end, &other, last) && *first <= *last;
}
