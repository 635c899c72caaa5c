/* library_forms.c: under which forms a word is found, and which it is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "library/forms.h"

static void
assert_finds(const char *wanted, const char *word, bool finds)
{
	if (word_has_form(word, strlen(word), wanted, strlen(wanted)) !=
	    finds)
		fail_msg("%s %s %s", wanted, finds ? "must find"
		    : "must not find", word);
}

static void
finds_every_stage(void **state)
{
	(void)state;
	assert_finds("وبالرياض", "وبالرياض", true);
	assert_finds("بالرياض", "وبالرياض", true);
	assert_finds("الرياض", "وبالرياض", true);
	assert_finds("رياض", "وبالرياض", true);
	assert_finds("القاهره", "للقاهره", true);
	assert_finds("قاهره", "للقاهره", true);
	assert_finds("القاهره", "وللقاهره", true);
	assert_finds("ليبيا", "لليبيا", true);
	assert_finds("دم", "والدم", true);
}

static void
finds_nothing_else(void **state)
{
	(void)state;
	assert_finds("الرياض", "رياض", false);
	assert_finds("ان", "كان", false);
	assert_finds("عد", "بعد", false);
	assert_finds("نما", "انماء", false);
	assert_finds("ياض", "الرياض", false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_every_stage),
		cmocka_unit_test(finds_nothing_else),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
