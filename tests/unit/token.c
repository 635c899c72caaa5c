/* token.c: where words, numbers and sentences begin and end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "language/token.h"

/* The tokens as they stand in the text, "|" between; "^" before the first of
 * a sentence. */
static void
assert_tokens(const char *text, const char *expected)
{
	struct tokens tokens = tokens_of_text(text, strlen(text));
	struct buffer list = { 0 };

	for (size_t i = 0; i < tokens.count; i++) {
		struct span span = tokens.at[i].span;

		buffer_add_string(&list, i == 0 ? "" : "|");
		buffer_add_string(&list, tokens.at[i].starts ? "^" : "");
		buffer_add(&list, text + span.start, span_size(span));
		assert_int_equal(strlen(token_folded(&tokens, i)),
		    tokens.at[i].folded_size);
	}
	buffer_add(&list, "", 1);
	assert_string_equal(list.at, expected);
	array_free(&list);
	tokens_free(&tokens);
}

static void
parts_words_numbers_signs(void **state)
{
	(void)state;
	assert_tokens("زار الوزير، أنقرة", "^زار|الوزير|،|أنقرة");
	assert_tokens("(IGEF24)", "^(|IGEF|24|)");
	assert_tokens("بـ12 مليون", "^بـ|12|مليون");
	assert_tokens("١٢3", "^١٢|3");
	assert_tokens("مُحَمَّـــد", "^مُحَمَّـــد");
	assert_tokens("سبتمبر/أيلول", "^سبتمبر|/|أيلول");
	assert_tokens("naïve cafe\u0301", "^naïve|cafe\u0301");
	assert_tokens("", "");
	assert_tokens(" \u200F\u00A0", "");
	assert_tokens("ليلى ـ الرباط", "^ليلى|ـ|الرباط");
	assert_tokens("3 ــ 5 مايو", "^3|ــ|5|مايو");
}

static void
invisible_letters_part_no_word(void **state)
{
	(void)state;
	assert_tokens("می\u200Cخواهم", "^می\u200Cخواهم");
	assert_tokens("\u200Fالرباط\u200F.", "^الرباط|.");
}

static void
starts_sentences(void **state)
{
	(void)state;
	assert_tokens("وصل. ثم عاد؟ نعم! إذن", "^وصل|.|^ثم|عاد|؟|^نعم|!|^إذن");
	assert_tokens("قال «انتهى.» ثم خرج", "^قال|«|انتهى|.|»|^ثم|خرج");
	assert_tokens("قال الوزير. «عدنا» أمس", "^قال|الوزير|.|^«|عدنا|»|أمس");
	assert_tokens("انتهى الأمر.وقال آخر", "^انتهى|الأمر|.|^وقال|آخر");
}

static void
full_stops_inside(void **state)
{
	(void)state;
	assert_tokens("نحو 3.5 مليون", "^نحو|3|.|5|مليون");
	assert_tokens("وكالة أ.ف.ب قالت", "^وكالة|أ|.|ف|.|ب|قالت");
	assert_tokens("السيد د. محمود", "^السيد|د|.|محمود");
	assert_tokens("AHDATH.INFO", "^AHDATH|.|INFO");
}

static void
folds_tokens(void **state)
{
	const char   *text = "وَأُسرة ٢٠٢٤";
	struct tokens tokens = tokens_of_text(text, strlen(text));

	(void)state;
	assert_int_equal(tokens.count, 2);
	assert_string_equal(token_folded(&tokens, 0), "واسره");
	assert_int_equal(tokens.at[0].letters, 5);
	assert_string_equal(token_folded(&tokens, 1), "2024");
	assert_true(tokens.at[1].spaced);
	assert_int_equal(tokens.at[1].kind, TOKEN_NUMBER);
	assert_int_equal(tokens_span(&tokens, 0, 1).end, strlen(text));
	tokens_free(&tokens);
}

static void
passes_over_boilerplate(void **state)
{
	char           text[] = "عنوان\nنص\nاقرأ أيضا";
	struct part    parts[] = {
		{ { 0, 10 }, PART_HEADLINE, false },
		{ { 11, 15 }, PART_PARAGRAPH, false },
		{ { 16, strlen(text) }, PART_BOILERPLATE, false },
	};
	struct article article = {
		.text = { text, strlen(text), 0 }, .parts = { parts, 3, 0 }
	};
	struct tokens  all = tokens_split(&article, 0, 3);
	struct tokens  second = tokens_split(&article, 1, 2);

	(void)state;
	assert_int_equal(all.count, 2);
	assert_true(all.at[1].starts);
	assert_int_equal(all.at[1].part, 1);
	assert_int_equal(second.count, 1);
	assert_int_equal(second.at[0].span.start, 11);
	tokens_free(&all);
	tokens_free(&second);
}

/* A run without end is parted, so that its size fits its field. */
static void
parts_endless_runs(void **state)
{
	enum { LETTERS = 5000 };
	char          text[2 * LETTERS];
	struct tokens tokens;

	(void)state;
	for (size_t i = 0; i < LETTERS; i++)
		memcpy(text + 2 * i, "ب", 2);
	tokens = tokens_of_text(text, sizeof text);
	assert_true(tokens.count > 1);
	assert_int_equal(tokens.at[tokens.count - 1].span.end, sizeof text);
	tokens_free(&tokens);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_words_numbers_signs),
		cmocka_unit_test(invisible_letters_part_no_word),
		cmocka_unit_test(starts_sentences),
		cmocka_unit_test(full_stops_inside),
		cmocka_unit_test(folds_tokens),
		cmocka_unit_test(passes_over_boilerplate),
		cmocka_unit_test(parts_endless_runs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
