/* day.c: the Gregorian calendar. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "bytes/day.h"

static struct day
day_of(int year, int month, int day)
{
	return (struct day){ year, (int8_t)month, (int8_t)day };
}

static void
assert_day(struct day day, int year, int month, int of_month)
{
	assert_int_equal(day.year, year);
	assert_int_equal(day.month, month);
	assert_int_equal(day.day, of_month);
}

static void
counts_from_1970(void **state)
{
	(void)state;
	assert_int_equal(day_number(day_of(1970, 1, 1)), 0);
	assert_int_equal(day_number(day_of(1969, 12, 31)), -1);
	assert_int_equal(day_number(day_of(2000, 3, 1)), 11017);
	assert_int_equal(day_number(day_of(2024, 2, 29)), 19782);
}

/* Every day of four centuries and more, against counting one by one. */
static void
agrees_with_counting(void **state)
{
	struct day day    = day_of(1600, 1, 1);
	int64_t    number = day_number(day);

	(void)state;
	for (; day.year < 2050; number++) {
		struct day back = day_of_number(number);

		assert_int_equal(day_number(day), number);
		assert_day(back, day.year, day.month, day.day);
		assert_int_equal(day_weekday(day), (number % 7 + 10) % 7 + 1);
		if (++day.day > day_month_length(day.year, day.month)) {
			day.day = 1;
			day.month++;
		}
		if (day.month > 12) {
			day.month = 1;
			day.year++;
		}
	}
}

static void
adds(void **state)
{
	(void)state;
	assert_day(day_add(day_of(2024, 2, 28), 1), 2024, 2, 29);
	assert_day(day_add(day_of(2023, 12, 31), 1), 2024, 1, 1);
	assert_day(day_add(day_of(2024, 3, 1), -1), 2024, 2, 29);
	assert_day(day_add_months(day_of(2024, 1, 31), 1), 2024, 2, 29);
	assert_day(day_add_months(day_of(2024, 1, 31), -2), 2023, 11, 30);
	assert_day(day_add_months(day_of(2024, 12, 15), 1), 2025, 1, 15);
}

static void
knows_weeks(void **state)
{
	int32_t year;

	(void)state;
	assert_int_equal(day_weekday(day_of(2024, 9, 20)), 5);
	assert_int_equal(day_week(day_of(2021, 1, 3), &year), 53);
	assert_int_equal(year, 2020);
	assert_int_equal(day_week(day_of(2024, 12, 30), &year), 1);
	assert_int_equal(year, 2025);
	assert_int_equal(day_week(day_of(2024, 9, 20), &year), 38);
	assert_int_equal(year, 2024);
}

static void
reads_only_days_there_are(void **state)
{
	static const char *const wrong[] = {
		"", "2024-9-19", "2024-09-1", "2024-09-190", "2024/09/19",
		"2023-02-29", "2024-13-01", "2024-00-10", "2024-01-00",
		"0000-01-01", "-024-01-01", " 2024-01-1", "٢٠٢٤-٠٩-١٩"
	};
	struct day day = { 0 };

	(void)state;
	assert_true(day_parse("2024-02-29", &day));
	assert_day(day, 2024, 2, 29);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(day_parse(wrong[i], &day));
	assert_day(day, 2024, 2, 29);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_from_1970),
		cmocka_unit_test(agrees_with_counting),
		cmocka_unit_test(adds),
		cmocka_unit_test(knows_weeks),
		cmocka_unit_test(reads_only_days_there_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
