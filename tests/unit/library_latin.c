/* library_latin.c: Arabic words by the sound of Latin ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "library/latin.h"

static int
cost(const char *latin_word, const char *word)
{
	struct latin *latin = latin_new(latin_word, strlen(latin_word));
	int           found;

	if (latin == NULL)
		return -1;
	found = latin_cost(latin, word, strlen(word));
	latin_free(latin);
	return found;
}

static void
hears_names(void **state)
{
	static const char *const pairs[][2] = {
		{ "khashoggi", "خاشقجي" }, { "tebboune", "تبون" },
		{ "3amer", "عامر" }, { "scholz", "شولتس" },
		{ "guterres", "غوتيريش" }, { "nasrallah", "نصر الله" },
		{ "bouteflika", "بوتفليقه" }, { "chahed", "الشاهد" },
		{ "jumblatt", "جنبلاط" }, { "macron", "ماكرون" },
		{ "abdelfattah", "عبد الفتاح" }, { "7asan", "حسن" },
		{ "zuckerberg", "زوكربيرغ" }, { "dostoevsky", "دوستويفسكي" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (cost(pairs[i][0], pairs[i][1]) < 0)
			fail_msg("%s is not heard in %s", pairs[i][0],
			    pairs[i][1]);
}

static void
tells_others_apart(void **state)
{
	static const char *const pairs[][2] = {
		{ "hassan", "محمد" }, { "omar", "عمان" }, { "salman", "سليم" },
		{ "trump", "طرابلس" }, { "ali", "عالم" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (cost(pairs[i][0], pairs[i][1]) >= 0)
			fail_msg("%s is heard in %s", pairs[i][0],
			    pairs[i][1]);
}

static void
prefers_the_nearer(void **state)
{
	(void)state;
	assert_true(cost("amine", "امين") < cost("amine", "امن"));
	assert_true(cost("hadi", "هادي") >= 0);
	assert_int_equal(cost("hadi", "هادي"), cost("hadi", "حادي"));
	assert_true(cost("khan", "خان") < cost("khan", "كان"));
}

static void
refuses_what_is_no_word(void **state)
{
	char long_word[LATIN_MOST + 2];

	(void)state;
	memset(long_word, 'a', sizeof long_word);
	assert_null(latin_new("", 0));
	assert_null(latin_new("a", 1));
	assert_null(latin_new(long_word, sizeof long_word));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hears_names),
		cmocka_unit_test(tells_others_apart),
		cmocka_unit_test(prefers_the_nearer),
		cmocka_unit_test(refuses_what_is_no_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
