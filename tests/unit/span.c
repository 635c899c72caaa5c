/* span.c: half-open ranges. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "bytes/span.h"

static void
holds_its_start_and_not_its_end(void **state)
{
	struct span span = span_of(3, 5);

	(void)state;
	assert_false(span_holds(span, 2));
	assert_true(span_holds(span, 3));
	assert_true(span_holds(span, 4));
	assert_false(span_holds(span, 5));
	assert_int_equal(span_size(span), 2);
	assert_true(span_is_empty(span_of(4, 4)));
	assert_false(span_is_empty(span));
}

static void
overlaps_only_in_shared_bytes(void **state)
{
	(void)state;
	assert_true(span_overlaps(span_of(3, 5), span_of(4, 9)));
	assert_true(span_overlaps(span_of(4, 9), span_of(3, 5)));
	assert_false(span_overlaps(span_of(3, 5), span_of(5, 9)));
	assert_true(span_within(span_of(3, 5), span_of(3, 5)));
	assert_true(span_within(span_of(4, 4), span_of(3, 5)));
	assert_false(span_within(span_of(3, 6), span_of(3, 5)));
	assert_true(span_same(span_of(1, 2), span_of(1, 2)));
	assert_false(span_same(span_of(1, 2), span_of(1, 3)));
}

static void
common_is_empty_when_apart(void **state)
{
	struct span common = span_common(span_of(3, 6), span_of(4, 9));

	(void)state;
	assert_true(span_same(common, span_of(4, 6)));
	assert_true(span_is_empty(span_common(span_of(1, 2), span_of(5, 6))));
	assert_true(span_is_empty(span_common(span_of(5, 6), span_of(1, 2))));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holds_its_start_and_not_its_end),
		cmocka_unit_test(overlaps_only_in_shared_bytes),
		cmocka_unit_test(common_is_empty_when_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
