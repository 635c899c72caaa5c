/* clitic.c: which stems a word is cut into. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "bytes/array.h"
#include "language/clitic.h"

/* "proclitic+stem" of each stem, blanks between. */
static void
assert_stems(const char *word, const char *expected)
{
	struct stem   stems[CLITIC_STEMS];
	size_t        count = clitics_split(word, strlen(word), stems);
	struct buffer list = { 0 };

	assert_true(count <= CLITIC_STEMS);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buffer_add_string(&list, " ");
		buffer_add_string(&list, stems[i].proclitic);
		buffer_add_string(&list, "+");
		buffer_add_string(&list, word + stems[i].cut);
		assert_int_equal(stems[i].letters * 2, stems[i].cut);
		assert_int_equal(strlen(stems[i].proclitic), stems[i].cut);
	}
	buffer_add(&list, "", 1);
	assert_string_equal(list.at, expected);
	array_free(&list);
}

static void
cuts_one_stage_after_another(void **state)
{
	(void)state;
	assert_stems("والقاهره", "و+القاهره وال+قاهره");
	assert_stems("وبالرياض", "و+بالرياض وب+الرياض وبال+رياض");
	assert_stems("بتونس", "ب+تونس");
	assert_stems("الرييس", "ال+رييس");
	assert_stems("فكالاسد", "ف+كالاسد فك+الاسد فكال+اسد");
	assert_stems("سيزور", "س+يزور");
}

static void
cuts_the_doubled_lam_both_ways(void **state)
{
	(void)state;
	assert_stems("للمديريه", "ل+لمديريه لل+مديريه");
	assert_stems("لليبيا", "ل+ليبيا لل+يبيا");
	assert_stems("وللولايات", "و+للولايات ول+لولايات ولل+ولايات");
}

static void
leaves_short_words_whole(void **state)
{
	(void)state;
	assert_stems("بن", "");
	assert_stems("من", "");
	assert_stems("ال", "");
	assert_stems("الا", "");
	assert_stems("", "");
	assert_stems("ودي", "و+دي");
}

static void
leaves_other_scripts_whole(void **state)
{
	(void)state;
	assert_stems("rabat", "");
	assert_stems("2024", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cuts_one_stage_after_another),
		cmocka_unit_test(cuts_the_doubled_lam_both_ways),
		cmocka_unit_test(leaves_short_words_whole),
		cmocka_unit_test(leaves_other_scripts_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
