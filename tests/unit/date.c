/* date.c: expressions have the value the gold standard gives them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "language/date.h"
#include "language/date_words.h"

/* The day most of these were written on: a Friday. */
#define FRIDAY { 2024, 9, 20 }

struct expected {
	const char *text;
	struct day  published;
	const char *span;               /* NULL: no date */
	const char *iso;
	const char *partial;
};

static const struct expected expected[] = {
	{ "يوم 9 يوليوز 2019", { 0 }, "يوم 9 يوليوز 2019", "2019-07-09", NULL },
	{ "وفي ٢٥ كانون الأول ١٩٩٩", { 0 }, "٢٥ كانون الأول ١٩٩٩",
	    "1999-12-25", NULL },
	{ "من 19 إلى 21 شتنبر", FRIDAY, "19 إلى 21 شتنبر",
	    "2024-09-19/2024-09-21", "--09-19/--09-21" },
	{ "من 19 إلى 21 شتنبر", { 0 }, "19 إلى 21 شتنبر", "",
	    "--09-19/--09-21" },
	{ "من 28 دجنبر إلى 3 يناير 2020", { 0 }, "28 دجنبر إلى 3 يناير 2020",
	    "2019-12-28/2020-01-03", NULL },
	{ "خلال الأسبوع الماضي", FRIDAY, "الأسبوع الماضي", "2024-W37", NULL },
	{ "مساء الأربعاء", FRIDAY, "مساء الأربعاء", "2024-09-18", NULL },
	{ "الاثنين المقبل", FRIDAY, "الاثنين المقبل", "2024-09-23", NULL },
	{ "الجمعة الماضي", FRIDAY, "الجمعة الماضي", "2024-09-13", NULL },
	{ "يومي السبت والأحد المقبلين", FRIDAY, "يومي السبت والأحد المقبلين",
	    "2024-09-21/2024-09-22", NULL },
	{ "في ديسمبر الماضي", FRIDAY, "ديسمبر الماضي", "2023-12", "--12" },
	{ "في أكتوبر/تشرين الأول المقبل", FRIDAY,
	    "أكتوبر/تشرين الأول المقبل", "2024-10", NULL },
	{ "3 يناير", FRIDAY, "3 يناير", "2025-01-03", "--01-03" },
	{ "29 فبراير 2023", { 0 }, "29 فبراير 2023", "", NULL },
	{ "الربع الثالث من العام الماضي", FRIDAY,
	    "الربع الثالث من العام الماضي", "2023-07/2023-09", NULL },
	{ "شتاء 2010", { 0 }, "شتاء 2010", "2010-12/2011-02", NULL },
	{ "القرن الثامن", { 0 }, "القرن الثامن", "0701/0800", NULL },
	{ "سبعينيات القرن الماضي", { 0 }, "سبعينيات القرن الماضي", "", NULL },
	{ "سبعينيات القرن الماضي", FRIDAY, "سبعينيات القرن الماضي",
	    "1970/1979", NULL },
	{ "الساعة التاسعة والنصف ليلا", { 0 }, "الساعة التاسعة والنصف ليلا",
	    "T21:30", NULL },
	{ "الساعة 14:05 بتوقيت غرينتش", { 0 }, "الساعة 14:05 بتوقيت غرينتش",
	    "T14:05Z", NULL },
	{ "عند منتصف الليل", { 0 }, "منتصف الليل", "T24:00", NULL },
	{ "12 ربيع الأول 1445هـ", { 0 }, "12 ربيع الأول 1445هـ",
	    "2023-09-27", NULL },
	{ "40 رجب 1445هـ", { 0 }, "رجب 1445هـ", "2024-01-13/2024-02-10", NULL },
	{ "1/1/1446هـ", { 0 }, "1/1/1446هـ", "2024-07-07", NULL },
	{ "عام 300 قبل الميلاد", { 0 }, "عام 300 قبل الميلاد", "-0299", NULL },
	{ "سنة 3100 ق.م", { 0 }, "سنة 3100 ق.م", "-3099", NULL },
	{ "القرن التاسع قبل الميلاد", { 0 }, "القرن التاسع قبل الميلاد",
	    "-0899/-0800", NULL },
	{ "أواخر القرن 2 ق م", { 0 }, "أواخر القرن 2 ق م", "-0199/-0100",
	    NULL },
	{ "القرن الأول ق.م.", { 0 }, "القرن الأول ق.م.", "-0099/0000", NULL },
	{ "سبعينيات القرن الخامس قبل الميلاد", { 0 },
	    "سبعينيات القرن الخامس قبل الميلاد", "-0478/-0469", NULL },
	{ "264 - 241 ق.م", { 0 }, "264 - 241 ق.م", "-0263/-0240", NULL },
	{ "7 مارس 53 ق م", { 0 }, "7 مارس 53 ق م", "", NULL },
	{ "13 يناير من كل سنة", FRIDAY, "13 يناير من كل سنة", "", "--01-13" },
	{ "العام نفسه", FRIDAY, "العام نفسه", "", NULL },
	{ "العامين الماضيين", FRIDAY, "العامين الماضيين", "2022/2023", NULL },
	{ "مارس ضغوطا على خصمه", { 0 }, NULL, NULL, NULL },
	{ "لم يمارس الرياضة", { 0 }, NULL, NULL, NULL },
	{ "الأمين العام السابق", FRIDAY, NULL, NULL, NULL },
	{ "للمرة الثانية مساء", FRIDAY, NULL, NULL, NULL },
	{ "الفصل 12/2015 والمادة 3/4", { 0 }, NULL, NULL, NULL },
	{ "في العشرينات من عمره", { 0 }, NULL, NULL, NULL },
};

static void
check(const struct expected *row)
{
	struct tokens tokens = tokens_of_text(row->text, strlen(row->text));
	struct dates  dates  = dates_find(&tokens, row->published);
	char          found[128] = "";

	if (dates.count > 0)
		snprintf(found, sizeof found, "%.*s",
		    (int)span_size(dates.at[0].span),
		    row->text + dates.at[0].span.start);
	if (row->span == NULL) {
		if (dates.count != 0)
			fail_msg("%s: found %s", row->text, found);
	} else {
		assert_int_equal(dates.count, 1);
		assert_string_equal(found, row->span);
		assert_string_equal(dates.at[0].iso, row->iso);
		if (row->partial != NULL)
			assert_string_equal(dates.at[0].partial, row->partial);
		if (row->iso[0] != '\0')
			assert_int_equal(dates.at[0].missing, ANCHOR_NONE);
	}
	array_free(&dates);
	tokens_free(&tokens);
}

static void
dates_have_their_values(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
		check(&expected[i]);
}

static void
what_is_missing_is_said(void **state)
{
	static const char text[] = "أمس، و3 مايو، والعام نفسه";
	static const enum anchor missing[] = {
		ANCHOR_DAY, ANCHOR_YEAR, ANCHOR_CONTEXT
	};
	struct tokens tokens = tokens_of_text(text, sizeof text - 1);
	struct dates  dates  = dates_find(&tokens, (struct day){ 0 });

	(void)state;
	assert_int_equal(dates.count, 3);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(dates.at[i].missing, missing[i]);
	array_free(&dates);
	tokens_free(&tokens);
}

static struct day
published(const char *text)
{
	struct tokens tokens = tokens_of_text(text, strlen(text));
	struct day    day    = { 0 };
	struct dates  dates  = dates_read(&tokens, &day);
	struct dates  again  = dates_find(&tokens, day);

	assert_int_equal(dates.count, again.count);
	for (size_t i = 0; i < dates.count; i++)
		assert_string_equal(dates.at[i].iso, again.at[i].iso);
	array_free(&dates);
	array_free(&again);
	tokens_free(&tokens);
	return day;
}

static void
the_day_of_publication_is_believed_when_certain(void **state)
{
	struct day day;

	(void)state;
	day = published("وصل الوفد أمس الخميس 19 شتنبر 2024 إلى مقر إقامته");
	assert_int_equal(day_number(day), day_number((struct day)FRIDAY));
	day = published("الجمعة 20 سبتمبر 2024");
	assert_int_equal(day_number(day), day_number((struct day)FRIDAY));
	/* That was no Monday. */
	assert_false(day_is_known(published("الاثنين 20 سبتمبر 2024")));
	assert_false(day_is_known(published(
	    "عادت الفرقة في 20 سبتمبر 2024 إلى مسرح المدينة القديم")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_have_their_values),
		cmocka_unit_test(what_is_missing_is_said),
		cmocka_unit_test(
		    the_day_of_publication_is_believed_when_certain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
