/* selection.c: what is selected grows, shrinks and turns round. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "views/selection.h"

static struct buffer text;

static int
make(void **state)
{
	(void)state;
	buffer_add_string(&text, "one (two)\nthree، وأَربعة!");
	return 0;
}

static int
drop(void **state)
{
	(void)state;
	array_free(&text);
	return 0;
}

static void
assert_span(struct span span, const char *expected)
{
	assert_int_equal(span_size(span), strlen(expected));
	assert_memory_equal(text.at + span.start, expected,
	    strlen(expected));
}

static void
finds_words(void **state)
{
	(void)state;
	assert_span(word_from(&text, 0), "one");
	assert_span(word_from(&text, 1), "one");
	assert_span(word_from(&text, 3), "two");
	assert_span(word_before(&text, 5), "one");
	assert_span(word_before(&text, 6), "two");
	assert_span(word_before(&text, text.count), "وأَربعة");
	assert_true(span_is_empty(word_before(&text, 0)));
	assert_true(span_is_empty(word_from(&text, text.count)));
	assert_true(span_is_empty(word_from(&text, text.count - 1)));
}

static void
goes_from_word_to_word(void **state)
{
	struct selection selection = { word_from(&text, 0), false, false };

	(void)state;
	assert_false(selection_move(&selection, &text, false));
	assert_span(selection.span, "one");
	assert_true(selection_move(&selection, &text, true));
	assert_span(selection.span, "two");
	assert_true(selection_move(&selection, &text, true));
	assert_true(selection_move(&selection, &text, true));
	assert_span(selection.span, "وأَربعة");
	assert_false(selection_move(&selection, &text, true));
	assert_true(selection_move(&selection, &text, false));
	assert_span(selection.span, "three");
}

static void
grows_shrinks_and_turns_round(void **state)
{
	struct selection selection = { word_from(&text, 5), true, false };

	(void)state;
	assert_true(selection_move(&selection, &text, true));
	assert_span(selection.span, "two)\nthree");
	assert_span(selection_moving(&selection, &text), "three");
	assert_true(selection_move(&selection, &text, false));
	assert_span(selection.span, "two");
	assert_true(selection_move(&selection, &text, false));
	assert_span(selection.span, "one (two");
	assert_span(selection_moving(&selection, &text), "one");
	assert_false(selection_move(&selection, &text, false));
	assert_true(selection_move(&selection, &text, true));
	assert_span(selection.span, "two");
	selection_reach(&selection, &text, word_from(&text, 10));
	assert_span(selection.span, "two)\nthree");
	selection_reach(&selection, &text, word_from(&text, 0));
	assert_span(selection.span, "one (two");
	selection_hold(&selection, &text);
	assert_span(selection.span, "one");
	assert_false(selection.held);
}

static void
takes_letters_off(void **state)
{
	struct selection selection = { word_before(&text, text.count), false,
	    true };

	(void)state;
	assert_true(selection_move_letter(&selection, &text, true));
	assert_span(selection.span, "أَربعة");
	assert_true(selection.held);
	assert_true(selection_move_letter(&selection, &text, true));
	assert_span(selection.span, "ربعة");
	assert_true(selection_move_letter(&selection, &text, false));
	assert_span(selection.span, "أَربعة");
	selection.front = false;
	for (int i = 0; i < 4; i++)
		assert_true(selection_move_letter(&selection, &text, false));
	assert_span(selection.span, "أَ");
	assert_false(selection_move_letter(&selection, &text, false));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_words),
		cmocka_unit_test(goes_from_word_to_word),
		cmocka_unit_test(grows_shrinks_and_turns_round),
		cmocka_unit_test(takes_letters_off),
	};

	return cmocka_run_group_tests(tests, make, drop);
}
