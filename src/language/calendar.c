/* calendar.c: month names, and Hijri days by ICU's umm al-qura calendar.
 *
 * The names are those of ICU's locale data (CLDR): ar, ar_SY, ar_DZ, ar_MA,
 * ar_MR, and ar with an Islamic calendar. They stand here because opening an
 * ICU date format costs a millisecond; tests/unit/calendar.c holds them
 * against the installed ICU. Opens ICU: unicode/ucal.h. */
#include "language/calendar.h"

#include "bytes/icu.h"

static const char *const names[MONTH_SYSTEMS][12] = {
	[MONTHS_JANUARY] = {
		"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
		"يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر" },
	[MONTHS_LEVANT] = {
		"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
		"تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
		"كانون الأول" },
	[MONTHS_ALGERIA] = {
		"جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان",
		"جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر" },
	[MONTHS_MOROCCO] = {
		"يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو",
		"يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر" },
	[MONTHS_MAURITANIA] = {
		"يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيو",
		"يوليو", "أغشت", "شتمبر", "أكتوبر", "نوفمبر", "دجمبر" },
	[MONTHS_HIJRI] = {
		"محرم", "صفر", "ربيع الأول", "ربيع الآخر",
		"جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان",
		"رمضان", "شوال", "ذو القعدة", "ذو الحجة" },
};

const char *
month_name(enum month_system system, int month)
{
	return names[system][month - 1];
}

/* A calendar for umm al-qura, UTC; the caller closes it. */
static UCalendar *
calendar_open(UErrorCode *error)
{
	static const UChar utc[] = { 'U', 'T', 'C' };

	return icu_i18n()->ucal_open(utc, 3,
	    "ar@calendar=islamic-umalqura", UCAL_DEFAULT,
	    error);
}

static const double DAY = 24.0 * 60 * 60 * 1000;        /* milliseconds */

bool
hijri_month(int year, int month, struct day *first, int *length)
{
	UErrorCode error = U_ZERO_ERROR;
	UCalendar *calendar;
	double     time;

	/* ICU's table; outside it counts by rule and is a day or two off. */
	if (year < 1300 || year > 1600 || month < 1 || month > 12)
		return false;
	calendar = calendar_open(&error);
	if (U_FAILURE(error))
		return false;
	icu_i18n()->ucal_clear(calendar);
	icu_i18n()->ucal_set(calendar, UCAL_YEAR, year);
	icu_i18n()->ucal_set(calendar, UCAL_MONTH, month - 1);
	icu_i18n()->ucal_set(calendar, UCAL_DATE, 1);
	time = icu_i18n()->ucal_getMillis(calendar, &error);
	*length = icu_i18n()->ucal_getLimit(calendar, UCAL_DATE,
	    UCAL_ACTUAL_MAXIMUM, &error);
	icu_i18n()->ucal_close(calendar);
	if (U_FAILURE(error))
		return false;
	*first = day_of_number((int64_t)(time / DAY));
	return true;
}

bool
hijri_of_day(struct day day, int *year, int *month, int *of_month)
{
	UErrorCode error = U_ZERO_ERROR;
	UCalendar *calendar = calendar_open(&error);

	if (U_FAILURE(error))
		return false;
	icu_i18n()->ucal_setMillis(calendar, (double)day_number(day) * DAY,
	    &error);
	*year = icu_i18n()->ucal_get(calendar, UCAL_YEAR, &error);
	*month = icu_i18n()->ucal_get(calendar, UCAL_MONTH, &error) + 1;
	*of_month = icu_i18n()->ucal_get(calendar, UCAL_DATE, &error);
	icu_i18n()->ucal_close(calendar);
	return U_SUCCESS(error) && *year >= 1300 && *year <= 1600;
}
