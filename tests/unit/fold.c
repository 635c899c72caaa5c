/* fold.c: what is one spelling and what is two words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "language/fold.h"

static void
assert_folds(const char *text, const char *expected)
{
	struct buffer folded = { 0 };

	fold_text(text, strlen(text), &folded);
	buffer_add(&folded, "", 1);
	assert_string_equal(folded.at, expected);
	array_free(&folded);
}

static bool
same(const char *a, const char *b)
{
	return fold_same(a, strlen(a), b, strlen(b));
}

static void
folds_spellings(void **state)
{
	(void)state;
	assert_true(same("أحمد", "احمد"));
	assert_true(same("إسلام", "اسلام"));
	assert_true(same("آمال", "امال"));
	assert_true(same("ٱلكتاب", "الكتاب"));
	assert_true(same("مزرعة", "مزرعه"));
	assert_true(same("مؤته", "موته"));
	assert_true(same("مصطفى", "مصطفي"));
	assert_true(same("شؤون", "شوون"));
	assert_true(same("رئيس", "رييس"));
	assert_true(same("علی", "علي"));
	assert_true(same("کتاب", "كتاب"));
	assert_true(same("أگادير", "أكادير"));
}

static void
keeps_words_apart(void **state)
{
	(void)state;
	assert_false(same("إنماء", "نما"));
	assert_false(same("إنماء", "انما"));
	assert_false(same("حرب", "حزب"));
	assert_false(same("على", "علا"));
	assert_false(same("كتاب", "كتب"));
	assert_false(same("café", "cafe"));
	assert_false(same("12", "1 2"));
}

static void
drops_what_is_not_read(void **state)
{
	(void)state;
	assert_folds("مُحَمَّدٌ", "محمد");
	assert_folds("محمـــد", "محمد");
	assert_folds("\u200Fمحمد\u200E", "محمد");
	assert_folds("می\u200Cخواهم", "ميخواهم");
	assert_folds("هٰذا", "هذا");
	assert_folds("\uFEFF\u00AD\u061C", "");
	assert_folds("\uFE70\uFC60", "");
}

static void
folds_digits(void **state)
{
	(void)state;
	assert_folds("٠١٢٣٤٥٦٧٨٩", "0123456789");
	assert_folds("۰۱۲۳۴۵۶۷۸۹", "0123456789");
	assert_folds("2024", "2024");
}

static void
folds_presentation_forms(void **state)
{
	(void)state;
	assert_folds("\uFEFB", "لا");
	assert_folds("\uFEF7", "لا");
	assert_folds("\uFEE3\uFEA4\uFEE4\uFEAA", "محمد");
	assert_folds("\uFDF2", "الله");
	assert_folds("\uFDFA", "صلي الله عليه وسلم");
}

static void
folds_latin(void **state)
{
	(void)state;
	assert_folds("IGEF", "igef");
	assert_true(same("É", "é"));
	assert_true(same("é", "e\u0301"));
	assert_true(same("ＡＢ", "ab"));
	assert_folds("a\u00A0b", "a b");
	assert_folds("\u00B4", "\u00B4");
}

static void
folding_twice_changes_nothing(void **state)
{
	(void)state;
	for (char32_t letter = 1; letter < 0x20000; letter++) {
		char32_t once[FOLD_MOST];
		size_t   count = fold_letter(letter, once);

		assert_true(count <= FOLD_MOST);
		for (size_t i = 0; i < count; i++) {
			char32_t twice[FOLD_MOST];

			assert_int_equal(fold_letter(once[i], twice), 1);
			assert_int_equal(twice[0], once[i]);
		}
	}
}

static void
classes_letters(void **state)
{
	(void)state;
	assert_true(letter_is_arabic(U'ع'));
	assert_true(letter_is_arabic(0xFEFB));
	assert_false(letter_is_arabic(U'٣'));
	assert_false(letter_is_arabic(U'،'));
	assert_false(letter_is_arabic(U'ـ'));
	assert_true(letter_is_mark(U'ـ'));
	assert_true(letter_is_mark(0x0651));
	assert_false(letter_is_mark(0x200F));
	assert_true(letter_is_invisible(0x200F));
	assert_true(letter_is_invisible(0x061C));
	assert_false(letter_is_invisible(U' '));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folds_spellings),
		cmocka_unit_test(keeps_words_apart),
		cmocka_unit_test(drops_what_is_not_read),
		cmocka_unit_test(folds_digits),
		cmocka_unit_test(folds_presentation_forms),
		cmocka_unit_test(folds_latin),
		cmocka_unit_test(folding_twice_changes_nothing),
		cmocka_unit_test(classes_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
