/* calendar.c: month names are ICU's, and Hijri days agree with the press. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#include "language/calendar.h"

static const char *const locales[MONTH_SYSTEMS] = {
	[MONTHS_JANUARY]    = "ar_EG",
	[MONTHS_LEVANT]     = "ar_SY",
	[MONTHS_ALGERIA]    = "ar_DZ",
	[MONTHS_MOROCCO]    = "ar_MA",
	[MONTHS_MAURITANIA] = "ar_MR",
	[MONTHS_HIJRI]      = "ar@calendar=islamic-umalqura",
};

static void
names_are_those_of_icu(void **state)
{
	(void)state;
	for (int system = 0; system < MONTH_SYSTEMS; system++) {
		UErrorCode   error = U_ZERO_ERROR;
		UDateFormat *format = udat_open(UDAT_LONG, UDAT_LONG,
		    locales[system], NULL, 0, NULL, 0, &error);

		assert_true(U_SUCCESS(error));
		for (int month = 1; month <= 12; month++) {
			UChar name[64];
			char  bytes[128];

			udat_getSymbols(format, UDAT_STANDALONE_MONTHS,
			    month - 1, name, 64, &error);
			u_strToUTF8(bytes, sizeof bytes, NULL, name, -1,
			    &error);
			assert_true(U_SUCCESS(error));
			assert_string_equal(bytes, month_name(
			    (enum month_system)system, month));
		}
		udat_close(format);
	}
}

/* The Saudi Press Agency's own pair: 25 Shawwal 1436, 10 August 2015. */
static void
hijri_days_are_those_of_umm_al_qura(void **state)
{
	struct day first;
	int length, year, month, day;

	(void)state;
	assert_true(hijri_month(1436, 10, &first, &length));
	assert_int_equal(day_number(day_add(first, 24)),
	    day_number((struct day){ 2015, 8, 10 }));
	assert_true(hijri_of_day((struct day){ 2015, 8, 10 }, &year, &month,
	    &day));
	assert_int_equal(year, 1436);
	assert_int_equal(month, 10);
	assert_int_equal(day, 25);
}

static void
hijri_years_outside_the_table_are_refused(void **state)
{
	struct day first;
	int length;

	(void)state;
	assert_false(hijri_month(700, 1, &first, &length));
	assert_false(hijri_month(1700, 1, &first, &length));
	assert_false(hijri_month(1436, 13, &first, &length));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_those_of_icu),
		cmocka_unit_test(hijri_days_are_those_of_umm_al_qura),
		cmocka_unit_test(hijri_years_outside_the_table_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
