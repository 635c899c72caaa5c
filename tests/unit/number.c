/* number.c: numbers in words are read as the numbers they spell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "language/number.h"

struct spelt {
	const char *text;
	size_t      tokens;             /* it takes from the first word on */
	int         value;
	bool        ordinal;
};

static const struct spelt spelt[] = {
	{ "خمسة", 1, 5, false },
	{ "تسعة عشر", 2, 19, false },
	{ "إحدى عشرة", 2, 11, false },
	{ "أحد عشر كوكبا", 2, 11, false },
	{ "سبعة وأربعين", 2, 47, false },
	{ "ألفين وأحد عشر", 3, 2011, false },
	{ "ألف وتسعمائة وسبعة وأربعين", 4, 1947, false },
	{ "ألف وتسعمئة وسبعة وأربعون", 4, 1947, false },
	{ "ألفان وخمسة", 2, 2005, false },
	{ "ألف وأربعمائة وستة وثلاثين", 4, 1436, false },
	{ "ثلاث مئة وخمسة", 3, 305, false },
	{ "الثلاثة والعشرين يوما", 2, 23, false },
	{ "خمسة ستة", 1, 5, false },
	{ "عشرين وثلاثين", 1, 20, false },
	{ "الأول من", 1, 1, true },
	{ "الثالثة", 1, 3, true },
	{ "الخامس عشر", 2, 15, true },
	{ "الحادي والعشرين من", 2, 21, true },
	{ "الحادية عشرة", 2, 11, true },
	{ "العشرين", 1, 20, true },
	{ "العاشر عشر", 1, 10, true },
	{ "كتاب", 0, 0, false },
};

static void
numbers_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof spelt / sizeof *spelt; i++) {
		const struct spelt *row = &spelt[i];
		struct tokens tokens = tokens_of_text(row->text,
		    strlen(row->text));
		struct number number = { 0 };
		size_t taken = number_read(&tokens, 0, token_folded(&tokens, 0),
		    tokens.at[0].folded_size, &number);

		if (taken != row->tokens)
			fail_msg("%s: %zu tokens", row->text, taken);
		if (taken > 0 && (number.value != row->value ||
		    number.ordinal != row->ordinal))
			fail_msg("%s: %d", row->text, number.value);
		tokens_free(&tokens);
	}
}

static void
a_clitic_may_be_cut(void **state)
{
	static const char text[] = "بخمسة وعشرين";
	struct tokens tokens = tokens_of_text(text, sizeof text - 1);
	struct number number;
	const size_t  cut = strlen("ب");

	(void)state;
	assert_int_equal(number_read(&tokens, 0,
	    token_folded(&tokens, 0) + cut, tokens.at[0].folded_size - cut,
	    &number), 2);
	assert_int_equal(number.value, 25);
	tokens_free(&tokens);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_read),
		cmocka_unit_test(a_clitic_may_be_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
