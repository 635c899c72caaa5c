/* library_period.c: the days an ISO 8601 value covers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "bytes/day.h"
#include "library/period.h"

static void
assert_period(const char *iso, const char *from, const char *to)
{
	int64_t    first, last;
	struct day day;

	assert_true(period_of(iso, strlen(iso), &first, &last));
	assert_true(day_parse(from, &day));
	assert_int_equal(first, day_number(day));
	assert_true(day_parse(to, &day));
	assert_int_equal(last, day_number(day));
}

static void
covers_its_days(void **state)
{
	(void)state;
	assert_period("2024", "2024-01-01", "2024-12-31");
	assert_period("2024-02", "2024-02-01", "2024-02-29");
	assert_period("2024-09-19", "2024-09-19", "2024-09-19");
	assert_period("2024-09-19T10:30Z", "2024-09-19", "2024-09-19");
	assert_period("2024-09-19/2024-09-21", "2024-09-19", "2024-09-21");
	assert_period("1980/1989", "1980-01-01", "1989-12-31");
	assert_period("2020-W53", "2020-12-28", "2021-01-03");
	assert_period("2021-W01", "2021-01-04", "2021-01-10");
}

static void
refuses_the_rest(void **state)
{
	static const char *const rest[] = {
		"", "20", "2024-13", "2024-02-30", "2024-W54", "--09-19",
		"2024-09-19x", "2024/", "2024/2023", "T10:30", "2024-9"
	};
	int64_t first, last;

	(void)state;
	for (size_t i = 0; i < sizeof rest / sizeof *rest; i++)
		if (period_of(rest[i], strlen(rest[i]), &first, &last))
			fail_msg("%s has days", rest[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(covers_its_days),
		cmocka_unit_test(refuses_the_rest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
