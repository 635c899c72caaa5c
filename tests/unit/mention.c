/* mention.c: three lists of mentions become one without overlaps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <string.h>

#include "language/mention.h"
#include "language/rule.h"

static struct mention
mention(size_t start, size_t end, enum kind kind, enum finder finder)
{
	return (struct mention){ .span = { start, end }, .kind = kind,
	    .finder = finder, .entity = NONE, .date = NONE };
}

static void
lists_are_merged_in_order(void **state)
{
	struct mention known[]  = {
		mention(40, 50, KIND_PLACE, FOUND_BY_NAME),
		mention(0, 10, KIND_AGENCY, FOUND_BY_NAME) };
	struct mention tagged[] = {
		mention(20, 30, KIND_PERSON, FOUND_BY_MODEL) };
	struct mentions one = { known, 2, 2 }, two = { tagged, 1, 1 };
	struct mentions merged = mentions_merge(&one, &two, NULL);

	(void)state;
	assert_int_equal(merged.count, 3);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(merged.at[i].span.start, 20 * i);
	array_free(&merged);
}

static void
the_longer_wins_then_the_later_finder(void **state)
{
	struct mention known[]  = {
		mention(0, 30, KIND_EVENT, FOUND_BY_NAME),
		mention(50, 60, KIND_PLACE, FOUND_BY_NAME) };
	struct mention tagged[] = {
		mention(50, 60, KIND_PERSON, FOUND_BY_MODEL) };
	struct mention dates[]  = {
		mention(10, 30, KIND_DATE, FOUND_BY_DATE) };
	struct mentions one = { known, 2, 2 }, two = { tagged, 1, 1 };
	struct mentions three = { dates, 1, 1 };
	struct mentions merged = mentions_merge(&one, &two, &three);

	(void)state;
	assert_int_equal(merged.count, 2);
	assert_int_equal(merged.at[0].kind, KIND_EVENT);
	assert_int_equal(merged.at[1].kind, KIND_PERSON);
	array_free(&merged);
}

static void
neighbours_do_not_overlap(void **state)
{
	struct mention known[] = {
		mention(0, 10, KIND_PLACE, FOUND_BY_NAME),
		mention(10, 20, KIND_PLACE, FOUND_BY_NAME),
		mention(5, 9, KIND_PLACE, FOUND_BY_NAME),
		mention(9, 11, KIND_PLACE, FOUND_BY_NAME) };
	struct mentions list   = { known, 4, 4 };
	struct mentions merged = mentions_merge(&list, NULL, NULL);

	(void)state;
	assert_int_equal(merged.count, 2);
	array_free(&merged);
}

static void
a_mention_is_found_by_its_byte(void **state)
{
	struct mention at[] = {
		mention(4, 8, KIND_PLACE, FOUND_BY_NAME),
		mention(10, 12, KIND_PLACE, FOUND_BY_NAME) };
	const struct mentions list = { at, 2, 2 };
	static const size_t wanted[] = {
		0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2
	};

	(void)state;
	for (size_t byte = 0; byte < sizeof wanted / sizeof *wanted; byte++)
		assert_int_equal(mentions_at(&list, byte), wanted[byte]);
}

/* The kind that an agency of the two words has when its edges are mended. */
static enum kind
kind_of(const char *words)
{
	struct tokens  tokens = tokens_of_text(words, strlen(words));
	struct mention one    = mention(0, strlen(words), KIND_AGENCY,
	    FOUND_BY_MODEL);
	struct mentions list = { &one, 1, 1 };

	one.last = 1;
	edges_mend(&tokens, &list);
	tokens_free(&tokens);
	return one.kind;
}

static void
a_mother_is_no_agency(void **state)
{
	(void)state;
	assert_int_equal(kind_of("أم خالد"), KIND_PERSON);
	assert_int_equal(kind_of("ابو خالد"), KIND_PERSON);
	assert_int_equal(kind_of("أم القرى"), KIND_AGENCY);
	assert_int_equal(kind_of("نادي خالد"), KIND_AGENCY);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_merged_in_order),
		cmocka_unit_test(the_longer_wins_then_the_later_finder),
		cmocka_unit_test(neighbours_do_not_overlap),
		cmocka_unit_test(a_mention_is_found_by_its_byte),
		cmocka_unit_test(a_mother_is_no_agency),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
