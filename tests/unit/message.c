/* message.c: patterns filled as ICU would fill them, in two languages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <errno.h>
#include <stdlib.h>

#include <unicode/umsg.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "views/message.h"
#include "views/option.h"

static const char *
as_string(struct buffer *out)
{
	array_add(out, '\0');
	return out->at;
}

static void
assert_writes(enum language language, enum message message,
    const struct argument *arguments, size_t count, const char *expected)
{
	struct buffer out = { 0 };

	message_write(language, message, arguments, count, &out);
	assert_string_equal(as_string(&out), expected);
	array_free(&out);
}

/* Every message with a plural, with every number, against ICU's own
 * formatter (with 0-9 and no grouping, as ours). */
static void
agrees_with_icu_on_plurals(void **state)
{
	static const char *const locales[LANGUAGES] = { "en", "ar-u-nu-latn" };

	(void)state;
	for (enum message m = 0; m < MESSAGES; m++)
		for (int l = 0; l < LANGUAGES; l++) {
			const char *pattern = message_plain(
			    (enum language)l, m);
			UChar wide[1024];
			UErrorCode error = U_ZERO_ERROR;

			if (strstr(pattern, "plural") == NULL)
				continue;
			u_strFromUTF8(wide, 1024, NULL, pattern, -1, &error);
			for (size_t n = 0; n < 1000; n++) {
				struct argument values[] = {
					{ NULL, n }, { "x", 0 } };
				UChar  result[1024];
				UChar  x[] = { 'x', 0 };
				char   expected[2048];

				u_formatMessage(locales[l], wide, -1, result,
				    1024, &error, (double)n, x);
				u_strToUTF8(expected, sizeof expected, NULL,
				    result, -1, &error);
				assert_true(U_SUCCESS(error));
				if (strstr(pattern, "{1}") != NULL && l == 1)
					continue;       /* isolates: below */
				assert_writes((enum language)l, m, values, 2,
				    expected);
			}
		}
}

/* Both languages use the same values, and Arabic has all six forms. */
static void
has_two_equal_sides(void **state)
{
	static const char *const forms[] = {
		"zero {", "one {", "two {", "few {", "many {", "other {"
	};

	(void)state;
	for (enum message m = 0; m < MESSAGES; m++) {
		const char *english = message_plain(LANGUAGE_ENGLISH, m);
		const char *arabic  = message_plain(LANGUAGE_ARABIC, m);
		char        value[] = "{0";

		assert_true(*english != '\0' && *arabic != '\0');
		for (; value[1] <= '9'; value[1]++)
			assert_int_equal(strstr(english, value) != NULL,
			    strstr(arabic, value) != NULL);
		for (size_t f = 0; f < 6; f++)
			if (strstr(english, "plural") != NULL)
				assert_non_null(strstr(arabic, forms[f]));
	}
}

static void
isolates_what_could_disturb(void **state)
{
	struct argument latin  = { "a.txt", 0 };
	struct argument arabic = { "خبر", 0 };

	(void)state;
	assert_writes(LANGUAGE_ENGLISH, MESSAGE_READ_AS, &latin, 1,
	    "read as a.txt");
	assert_writes(LANGUAGE_ENGLISH, MESSAGE_READ_AS, &arabic, 1,
	    "read as \u2068خبر\u2069");
	assert_writes(LANGUAGE_ARABIC, MESSAGE_READ_AS, &latin, 1,
	    "قُرئ بترميز \u2068a.txt\u2069");
}

static void
reads_the_environment(void **state)
{
	(void)state;
	unsetenv("LC_ALL");
	unsetenv("LC_MESSAGES");
	setenv("LANG", "ar_MA.UTF-8", 1);
	assert_int_equal(language_of_environment(), LANGUAGE_ARABIC);
	setenv("LC_MESSAGES", "en_GB.UTF-8", 1);
	assert_int_equal(language_of_environment(), LANGUAGE_ENGLISH);
	setenv("LC_ALL", "ar", 1);
	assert_int_equal(language_of_environment(), LANGUAGE_ARABIC);
	setenv("LC_ALL", "arn_CL", 1);          /* Mapuche */
	assert_int_equal(language_of_environment(), LANGUAGE_ENGLISH);
	setenv("LC_ALL", "", 1);
	assert_int_equal(language_of_environment(), LANGUAGE_ENGLISH);
}

static void
assert_digits(const char *locale, enum language language,
    const char *expected)
{
	struct argument values[] = { { NULL, 3 }, { NULL, 1705 } };

	setenv("LC_ALL", locale, 1);
	message_digits_of_environment();
	assert_writes(language, MESSAGE_HIT_OF, values, 2, expected);
}

/* As ICU writes a percentage, in the digits that are set. */
static void
assert_percent(const char *locale, enum language language)
{
	struct argument  value = { NULL, 50 };
	UErrorCode       error = U_ZERO_ERROR;
	UNumberFormat   *format = unum_open(UNUM_PERCENT, NULL, 0, locale,
	    NULL, &error);
	UChar            wide[32];
	char             expected[64];

	unum_formatDouble(format, 0.5, wide, 32, NULL, &error);
	u_strToUTF8(expected, sizeof expected, NULL, wide, -1, &error);
	assert_true(U_SUCCESS(error));
	unum_close(format);
	assert_writes(language, MESSAGE_PERCENT, &value, 1, expected);
}

/* Last, since the digits stay for the program's life. */
static void
writes_digits_of_the_country(void **state)
{
	(void)state;
	assert_digits("ar_MA.UTF-8", LANGUAGE_ARABIC, "نتيجة 3/1705");
	assert_digits("en_US.UTF-8", LANGUAGE_ARABIC, "نتيجة 3/1705");
	assert_percent("ar_MA", LANGUAGE_ARABIC);
	assert_percent("en", LANGUAGE_ENGLISH);
	assert_digits("ar_EG.UTF-8", LANGUAGE_ARABIC, "نتيجة ٣/١٧٠٥");
	assert_digits("ar_EG.UTF-8", LANGUAGE_ENGLISH, "hit 3/1705");
	assert_percent("ar_EG", LANGUAGE_ARABIC);
}

static void
assert_tells(enum language language, const struct failure *failure,
    const char *expected)
{
	struct buffer out = { 0 };

	failure_write(language, failure, &out);
	assert_string_equal(as_string(&out), expected);
	array_free(&out);
}

static void
tells_file_and_cause(void **state)
{
	struct failure failure;

	(void)state;
	errno = ENOENT;
	failure_set_errno(&failure, "a.txt");
	assert_tells(LANGUAGE_ENGLISH, &failure,
	    "a.txt: there is no such file");
	assert_tells(LANGUAGE_ARABIC, &failure,
	    "\u2068a.txt\u2069: \u2068لا يوجد ملف بهذا الاسم\u2069");
	errno = EXDEV;
	failure_set_errno(&failure, "a.txt");
	assert_tells(LANGUAGE_ENGLISH, &failure,
	    "a.txt: Invalid cross-device link");
	failure_set(&failure, FAILURE_BINARY, "-");
	assert_tells(LANGUAGE_ENGLISH, &failure, "standard input: not a text");
	failure_set(&failure, FAILURE_TERMINAL, "");
	assert_tells(LANGUAGE_ENGLISH, &failure,
	    "this terminal cannot show a screen; "
	    "'qari --print' prints the text");
	failure_set_limit(&failure, "a.txt", (size_t)3 << 20);
	assert_tells(LANGUAGE_ENGLISH, &failure,
	    "a.txt: larger than the 3 MiB that are read");
	failure_set(&failure, FAILURE_DAMAGED, "names.tsv");
	failure.line = 7;
	assert_tells(LANGUAGE_ENGLISH, &failure,
	    "names.tsv, line 7: damaged, and not used");
	for (int kind = 0; kind <= FAILURE_TERMINAL; kind++) {
		struct buffer out = { 0 };

		failure_set(&failure, (enum failure_kind)kind, "");
		failure_write(LANGUAGE_ARABIC, &failure, &out);
		assert_true(out.count > 0);
		array_free(&out);
	}
}

/* A file may be named to move the cursor or to turn the sentence around. */
static void
disarms_names(void **state)
{
	struct failure failure;

	(void)state;
	failure_set(&failure, FAILURE_BINARY,
	    "a\033[2Jb\r\n\u202Ec\u2066\xC2\x9B""d\xFF");
	assert_tells(LANGUAGE_ENGLISH, &failure,
	    "\u2068a�[2Jb���c��d�\u2069: not a text");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_icu_on_plurals),
		cmocka_unit_test(has_two_equal_sides),
		cmocka_unit_test(isolates_what_could_disturb),
		cmocka_unit_test(reads_the_environment),
		cmocka_unit_test(tells_file_and_cause),
		cmocka_unit_test(disarms_names),
		cmocka_unit_test(writes_digits_of_the_country),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
