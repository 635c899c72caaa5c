/* find.c: hits of folded searches, as spans of the text as it stands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "bytes/array.h"
#include "language/find.h"
#include "language/fold.h"

/* The first hit that starts at or behind `from`, as it stands in the text;
 * "-" when there is none. */
static void
assert_finds_from(const char *query, const char *text, size_t from,
    const char *expected)
{
	struct needle *needle = needle_new(query, strlen(query));
	size_t         size = strlen(text);
	struct buffer  found = { 0 };
	struct span    hit;

	assert_non_null(needle);
	if (needle_find(needle, text, size, span_of(from, size), &hit))
		buffer_add(&found, text + hit.start, span_size(hit));
	else
		buffer_add_string(&found, "-");
	buffer_add(&found, "", 1);
	assert_string_equal(found.at, expected);
	array_free(&found);
	needle_free(needle);
}

static void
assert_finds(const char *query, const char *text, const char *expected)
{
	assert_finds_from(query, text, 0, expected);
}

static void
finds_other_spellings(void **state)
{
	(void)state;
	assert_finds("احمد", "قال أحمدُ ذلك", "أحمدُ");
	assert_finds("أحمد", "قال احمد ذلك", "احمد");
	assert_finds("مزرعه", "في مزرعة كبيرة", "مزرعة");
	assert_finds("مؤتة", "جامعة موته", "موته");
	assert_finds("محمد", "السيد مُحَمَّـــد هنا", "مُحَمَّـــد");
	assert_finds("2024", "عام ٢٠٢٤ م", "٢٠٢٤");
	assert_finds("٢٠٢٤", "عام 2024 م", "2024");
	assert_finds("igef", "معرض IGEF 24", "IGEF");
	assert_finds("É", "un été", "é");
	assert_finds("نما", "إنماء", "نما");
	assert_finds("إنماء", "ما نما", "-");
}

static void
finds_presentation_forms(void **state)
{
	(void)state;
	assert_finds("لا", "قال \uFEFB أدري", "\uFEFB");
	assert_finds("\uFEFB", "قال لا أدري", "لا");
	assert_finds("سلام", "\uFEB3\uFEFC\uFEE1", "\uFEB3\uFEFC\uFEE1");
	assert_finds("ادري", "\uFEFBدري", "\uFEFBدري");
	assert_finds("محمد", "\uFEE3\uFEA4\uFEE4\uFEAA",
	    "\uFEE3\uFEA4\uFEE4\uFEAA");
}

static void
white_space_runs_match(void **state)
{
	(void)state;
	assert_finds("عبد الله", "هنا عبد \u00A0\nالله", "عبد \u00A0\nالله");
	assert_finds("عبد  \t الله", "هنا عبد الله", "عبد الله");
	assert_finds("عبد الله", "هنا عبدالله", "-");
	assert_finds(" ", "أ \n ب", " \n ");
	assert_finds("من ", "من  هنا", "من  ");
}

static void
finds_the_first_from_a_place(void **state)
{
	const char *text = "باب باب باب";

	(void)state;
	assert_finds_from("باب", text, 1, "باب");
	assert_finds_from("باب", text, 15, "-");
	assert_finds_from("باب", text, strlen(text), "-");
}

static void
hits_start_within(void **state)
{
	const char    *text = "قال حموشي وعاد حموشي";
	struct needle *needle = needle_new("حموشي", 10);
	struct span    hit;

	(void)state;
	assert_false(needle_find(needle, text, strlen(text), span_of(0, 7),
	    &hit));
	/* It ends behind the range, its anchor too. */
	assert_true(needle_find(needle, text, strlen(text), span_of(0, 9),
	    &hit));
	assert_true(span_same(hit, span_of(7, 17)));
	assert_true(needle_find(needle, text, strlen(text), span_of(9, 99),
	    &hit));
	assert_true(span_same(hit, span_of(27, 37)));
	needle_free(needle);
}

static void
empty_queries_are_none(void **state)
{
	(void)state;
	assert_null(needle_new("", 0));
	assert_null(needle_new("\u064B\u200F", 5));
}

/* Each word of a text is found where it stands, however it is written. */
static void
finds_every_word(void **state)
{
	static const char *const words[] = {
		"السلام", "عَلَيكُم", "ورحمة", "الله", "في", "٣٠", "يونيو",
		"Paris", "أيلول", "والمديرية", "،", "للأمن", "ظل", "غيث",
	};
	size_t        count = sizeof words / sizeof *words;
	struct buffer text = { 0 };
	size_t        start = 0;

	(void)state;
	for (size_t i = 0; i < count; i++) {
		buffer_add_string(&text, words[i]);
		buffer_add_string(&text, " ");
	}
	for (size_t i = 0; i < count; i++) {
		struct needle *needle = needle_new(words[i], strlen(words[i]));
		struct span    hit;

		assert_true(needle_find(needle, text.at, text.count,
		    span_of(start, text.count), &hit));
		assert_int_equal(hit.start, start);
		start += strlen(words[i]) + 1;
		needle_free(needle);
	}
	array_free(&text);
}

/* Places that were found before are found again, and nothing else is. */
static void
finds_given_places(void **state)
{
	const struct span places[] = { { 2, 4 }, { 9, 12 } };
	const char        text[]   = "0123456789abcdef";
	struct needle    *needle   = needle_of_places(places, 2);
	struct span       hit;

	(void)state;
	assert_null(needle_of_places(places, 0));
	assert_true(needle_find(needle, text, 16, span_of(0, 16), &hit));
	assert_int_equal(hit.start, 2);
	assert_true(needle_find(needle, text, 16, span_of(3, 16), &hit));
	assert_int_equal(hit.start, 9);
	assert_int_equal(hit.end, 12);
	assert_false(needle_find(needle, text, 16, span_of(3, 9), &hit));
	assert_false(needle_find(needle, text, 16, span_of(10, 16), &hit));
	needle_free(needle);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_other_spellings),
		cmocka_unit_test(finds_presentation_forms),
		cmocka_unit_test(white_space_runs_match),
		cmocka_unit_test(finds_the_first_from_a_place),
		cmocka_unit_test(hits_start_within),
		cmocka_unit_test(empty_queries_are_none),
		cmocka_unit_test(finds_every_word),
		cmocka_unit_test(finds_given_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
