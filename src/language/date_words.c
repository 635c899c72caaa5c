/* date_words.c: the words that dates are made of.
 *
 * Month names beside those of calendar.c, and all other words, are the
 * press's spellings, in the folded form in which they are looked up. */
#include "language/date_words.h"

#include <string.h>

#include "language/lexicon.h"
#include "language/number.h"
#include "language/word.h"

enum {
	LEVANT = MONTH_LEVANT,
	HIJRI  = MONTH_HIJRI,
	WEAK   = MONTH_WEAK,
	AM     = PART_OF_DAY_MORNING,
	NOON   = PART_OF_DAY_AFTERNOON,
	EVE    = PART_OF_DAY_EVENING,
	NIGHT  = PART_OF_DAY_NIGHT,
	BOTH_LAST = RELATION_LAST + RELATION_DUAL,
	BOTH_THIS = RELATION_THIS + RELATION_DUAL,
	BOTH_NEXT = RELATION_NEXT + RELATION_DUAL
};

static const struct lexicon_row rows[] = {
	{ "يناير", TERM_MONTH, 1 }, { "فبراير", TERM_MONTH, 2 },
	{ "مارس", TERM_MONTH, 3 | WEAK }, { "ابريل", TERM_MONTH, 4 },
	{ "مايو", TERM_MONTH, 5 | WEAK }, { "يونيو", TERM_MONTH, 6 },
	{ "يوليو", TERM_MONTH, 7 }, { "اغسطس", TERM_MONTH, 8 },
	{ "سبتمبر", TERM_MONTH, 9 }, { "اكتوبر", TERM_MONTH, 10 },
	{ "نوفمبر", TERM_MONTH, 11 }, { "ديسمبر", TERM_MONTH, 12 },
	{ "ينايير", TERM_MONTH, 1 }, { "يونيه", TERM_MONTH, 6 },
	{ "يوليه", TERM_MONTH, 7 }, { "حزيران", TERM_MONTH, 6 | LEVANT },

	{ "كانون الثاني", TERM_MONTH, 1 | LEVANT },
	{ "كانون ثاني", TERM_MONTH, 1 | LEVANT },
	{ "كانون ثان", TERM_MONTH, 1 | LEVANT },
	{ "شباط", TERM_MONTH, 2 | LEVANT },
	{ "اذار", TERM_MONTH, 3 | LEVANT },
	{ "نيسان", TERM_MONTH, 4 | LEVANT | WEAK },
	{ "ايار", TERM_MONTH, 5 | LEVANT },
	{ "تموز", TERM_MONTH, 7 | LEVANT },
	{ "اب", TERM_MONTH, 8 | LEVANT | WEAK },
	{ "ايلول", TERM_MONTH, 9 | LEVANT },
	{ "تشرين الاول", TERM_MONTH, 10 | LEVANT },
	{ "تشرين اول", TERM_MONTH, 10 | LEVANT },
	{ "تشرين الثاني", TERM_MONTH, 11 | LEVANT },
	{ "تشرين ثاني", TERM_MONTH, 11 | LEVANT },
	{ "تشرين ثان", TERM_MONTH, 11 | LEVANT },
	{ "كانون الاول", TERM_MONTH, 12 | LEVANT },
	{ "كانون اول", TERM_MONTH, 12 | LEVANT },

	{ "جانفي", TERM_MONTH, 1 }, { "فيفري", TERM_MONTH, 2 },
	{ "افريل", TERM_MONTH, 4 }, { "ماي", TERM_MONTH, 5 | WEAK },
	{ "جوان", TERM_MONTH, 6 | WEAK }, { "جويليه", TERM_MONTH, 7 },
	{ "اوت", TERM_MONTH, 8 | WEAK }, { "يوليوز", TERM_MONTH, 7 },
	{ "غشت", TERM_MONTH, 8 }, { "شتنبر", TERM_MONTH, 9 },
	{ "نونبر", TERM_MONTH, 11 }, { "دجنبر", TERM_MONTH, 12 },
	{ "اغشت", TERM_MONTH, 8 }, { "شتمبر", TERM_MONTH, 9 },
	{ "دجمبر", TERM_MONTH, 12 },

	{ "محرم", TERM_MONTH, 1 | HIJRI | WEAK },
	{ "محرم الحرام", TERM_MONTH, 1 | HIJRI },
	{ "المحرم", TERM_MONTH, 1 | HIJRI | WEAK },
	{ "صفر", TERM_MONTH, 2 | HIJRI | WEAK },
	{ "ربيع الاول", TERM_MONTH, 3 | HIJRI },
	{ "ربيع اول", TERM_MONTH, 3 | HIJRI },
	{ "ربيع الاخر", TERM_MONTH, 4 | HIJRI },
	{ "ربيع الثاني", TERM_MONTH, 4 | HIJRI },
	{ "ربيع ثاني", TERM_MONTH, 4 | HIJRI },
	{ "جمادي الاولي", TERM_MONTH, 5 | HIJRI },
	{ "جمادي الاول", TERM_MONTH, 5 | HIJRI },
	{ "جمادي الاخره", TERM_MONTH, 6 | HIJRI },
	{ "جمادي الاخر", TERM_MONTH, 6 | HIJRI },
	{ "جمادي الثانيه", TERM_MONTH, 6 | HIJRI },
	{ "جمادي الثاني", TERM_MONTH, 6 | HIJRI },
	{ "رجب", TERM_MONTH, 7 | HIJRI | WEAK },
	{ "شعبان", TERM_MONTH, 8 | HIJRI | WEAK },
	{ "رمضان", TERM_MONTH, 9 | HIJRI | WEAK },
	{ "الصيام", TERM_MONTH, 9 | HIJRI | WEAK },
	{ "شوال", TERM_MONTH, 10 | HIJRI },
	{ "ذو القعده", TERM_MONTH, 11 | HIJRI },
	{ "ذي القعده", TERM_MONTH, 11 | HIJRI },
	{ "القعده", TERM_MONTH, 11 | HIJRI | WEAK },
	{ "ذو الحجه", TERM_MONTH, 12 | HIJRI },
	{ "ذي الحجه", TERM_MONTH, 12 | HIJRI },
	{ "الحجه", TERM_MONTH, 12 | HIJRI | WEAK },
	{ "المبارك", TERM_HIJRI_ADJECTIVE, 0 },
	{ "الحرام", TERM_HIJRI_ADJECTIVE, 0 },
	{ "الخير", TERM_HIJRI_ADJECTIVE, 0 },
	{ "الفضيل", TERM_HIJRI_ADJECTIVE, 0 },
	{ "المعظم", TERM_HIJRI_ADJECTIVE, 0 },

	{ "الاثنين", TERM_WEEKDAY, 1 }, { "الثلاثاء", TERM_WEEKDAY, 2 },
	{ "الثلاثا", TERM_WEEKDAY, 2 }, { "الثلثاء", TERM_WEEKDAY, 2 },
	{ "الاربعاء", TERM_WEEKDAY, 3 }, { "الاربعا", TERM_WEEKDAY, 3 },
	{ "الخميس", TERM_WEEKDAY, 4 }, { "الجمعه", TERM_WEEKDAY, 5 },
	{ "السبت", TERM_WEEKDAY, 6 }, { "الاحد", TERM_WEEKDAY, 7 },

	{ "اليوم", TERM_DAY_OFFSET, 0 }, { "امس", TERM_DAY_OFFSET, -1 },
	{ "الامس", TERM_DAY_OFFSET, -1 }, { "البارحه", TERM_DAY_OFFSET, -1 },
	{ "غدا", TERM_DAY_OFFSET, 1 }, { "غد", TERM_DAY_OFFSET, 1 },
	{ "الغد", TERM_DAY_OFFSET, 1 }, { "يوم غد", TERM_DAY_OFFSET, 1 },
	{ "بعد غد", TERM_DAY_OFFSET, 2 }, { "بعد غدا", TERM_DAY_OFFSET, 2 },
	{ "بعد الغد", TERM_DAY_OFFSET, 2 },
	{ "اول امس", TERM_DAY_OFFSET, -2 },
	{ "اول من امس", TERM_DAY_OFFSET, -2 },
	{ "امس الاول", TERM_DAY_OFFSET, -2 },
	{ "امس اول", TERM_DAY_OFFSET, -2 },
	{ "البارحه الاولي", TERM_DAY_OFFSET, -2 },
	{ "قبل امس", TERM_DAY_OFFSET, -2 },
	{ "الليله", TERM_UNIT, UNIT_NIGHT },

	{ "يوم", TERM_DAY_WORD, 0 }, { "يومي", TERM_DAYS_WORD, 0 },
	{ "يومين", TERM_DAYS_WORD, 0 }, { "ايام", TERM_DAYS_WORD, 0 },
	{ "شهر", TERM_MONTH_WORD, 0 }, { "شهري", TERM_MONTH_WORD, 0 },
	{ "عام", TERM_YEAR_WORD, 0 }, { "سنه", TERM_YEAR_WORD, 0 },
	{ "عامي", TERM_YEARS_WORD, 0 }, { "سنتي", TERM_YEARS_WORD, 0 },
	{ "عامين", TERM_YEARS_WORD, 0 }, { "اعوام", TERM_YEARS_WORD, 0 },
	{ "سنوات", TERM_YEARS_WORD, 0 }, { "الاعوام", TERM_YEARS_WORD, 0 },
	{ "السنوات", TERM_YEARS_WORD, 0 },
	{ "الدراسي", TERM_YEAR_ADJECTIVE, 0 },
	{ "الدراسيه", TERM_YEAR_ADJECTIVE, 0 },
	{ "الجامعي", TERM_YEAR_ADJECTIVE, 0 },
	{ "الجامعيه", TERM_YEAR_ADJECTIVE, 0 },
	{ "المالي", TERM_YEAR_ADJECTIVE, 0 },
	{ "الماليه", TERM_YEAR_ADJECTIVE, 0 },
	{ "الهجري", TERM_YEAR_ADJECTIVE, 0 },
	{ "الميلادي", TERM_YEAR_ADJECTIVE, 0 },
	{ "الامازيغيه", TERM_YEAR_ADJECTIVE, 0 },
	{ "الامازيغيه الجديده", TERM_YEAR_ADJECTIVE, 0 },
	{ "الجديده", TERM_YEAR_ADJECTIVE, 0 },

	{ "الاسبوع", TERM_UNIT, UNIT_WEEK },
	{ "الشهر", TERM_UNIT, UNIT_MONTH },
	{ "العام", TERM_UNIT, UNIT_YEAR }, { "السنه", TERM_UNIT, UNIT_YEAR },
	{ "العقد", TERM_UNIT, UNIT_DECADE },
	{ "اليومين", TERM_UNITS_TWO, UNIT_DAY },
	{ "الاسبوعين", TERM_UNITS_TWO, UNIT_WEEK },
	{ "الشهرين", TERM_UNITS_TWO, UNIT_MONTH },
	{ "العامين", TERM_UNITS_TWO, UNIT_YEAR },
	{ "السنتين", TERM_UNITS_TWO, UNIT_YEAR },

	{ "الماضي", TERM_RELATION, RELATION_LAST },
	{ "الماضيه", TERM_RELATION, RELATION_LAST },
	{ "الماضيين", TERM_RELATION, BOTH_LAST },
	{ "الماضيتين", TERM_RELATION, BOTH_LAST },
	{ "المنصرم", TERM_RELATION, RELATION_LAST },
	{ "المنصرمه", TERM_RELATION, RELATION_LAST },
	{ "المنصرمين", TERM_RELATION, BOTH_LAST },
	{ "الفايت", TERM_RELATION, RELATION_LAST },
	{ "الفايته", TERM_RELATION, RELATION_LAST },
	{ "الفارط", TERM_RELATION, RELATION_LAST },
	{ "الفارطه", TERM_RELATION, RELATION_LAST },
	{ "المنقضي", TERM_RELATION, RELATION_LAST },
	{ "المنقضيه", TERM_RELATION, RELATION_LAST },
	{ "الجاري", TERM_RELATION, RELATION_THIS },
	{ "الجاريه", TERM_RELATION, RELATION_THIS },
	{ "الجاريين", TERM_RELATION, BOTH_THIS },
	{ "الحالي", TERM_RELATION, RELATION_THIS },
	{ "الحاليه", TERM_RELATION, RELATION_THIS },
	{ "الحاليين", TERM_RELATION, BOTH_THIS },
	{ "الراهن", TERM_RELATION, RELATION_THIS },
	{ "الراهنه", TERM_RELATION, RELATION_THIS },
	{ "المقبل", TERM_RELATION, RELATION_NEXT },
	{ "المقبله", TERM_RELATION, RELATION_NEXT },
	{ "المقبلين", TERM_RELATION, BOTH_NEXT },
	{ "المقبلتين", TERM_RELATION, BOTH_NEXT },
	{ "القادم", TERM_RELATION, RELATION_NEXT },
	{ "القادمه", TERM_RELATION, RELATION_NEXT },
	{ "القادمين", TERM_RELATION, BOTH_NEXT },
	{ "القادمتين", TERM_RELATION, BOTH_NEXT },
	{ "الاتي", TERM_RELATION, RELATION_NEXT },
	{ "الاتيه", TERM_RELATION, RELATION_NEXT },
	{ "الداخل", TERM_RELATION, RELATION_NEXT },
	{ "السابق", TERM_RELATION, RELATION_BEFORE },
	{ "السابقه", TERM_RELATION, RELATION_BEFORE },
	{ "التالي", TERM_RELATION, RELATION_AFTER },
	{ "التاليه", TERM_RELATION, RELATION_AFTER },
	{ "الموالي", TERM_RELATION, RELATION_AFTER },
	{ "المواليه", TERM_RELATION, RELATION_AFTER },
	{ "نفسه", TERM_SAME, 0 }, { "نفسها", TERM_SAME, 0 },
	{ "ذاته", TERM_SAME, 0 }, { "ذاتها", TERM_SAME, 0 },
	{ "عينه", TERM_SAME, 0 }, { "المماثل", TERM_SAME, 0 },
	{ "نفس", TERM_SAME_OF, 0 },
	{ "هذا", TERM_THIS, 0 }, { "هذه", TERM_THIS, 0 },
	{ "كل", TERM_EACH, 0 },

	{ "مطلع", TERM_MODIFIER, MODIFIER_START },
	{ "بدايه", TERM_MODIFIER, MODIFIER_START },
	{ "بدايات", TERM_MODIFIER, MODIFIER_START },
	{ "اوايل", TERM_MODIFIER, MODIFIER_START },
	{ "مستهل", TERM_MODIFIER, MODIFIER_START },
	{ "غره", TERM_MODIFIER, MODIFIER_START },
	{ "منتصف", TERM_MODIFIER, MODIFIER_MID },
	{ "اواسط", TERM_MODIFIER, MODIFIER_MID },
	{ "وسط", TERM_MODIFIER, MODIFIER_MID },
	{ "نهايه", TERM_MODIFIER, MODIFIER_END },
	{ "اواخر", TERM_MODIFIER, MODIFIER_END },
	{ "متم", TERM_MODIFIER, MODIFIER_END },
	{ "ختام", TERM_MODIFIER, MODIFIER_END },
	{ "العشر الاواخر", TERM_MODIFIER, MODIFIER_END },
	{ "بقيه", TERM_REST, 0 },

	{ "صباح", TERM_DAY_PART, AM }, { "صبيحه", TERM_DAY_PART, AM },
	{ "فجر", TERM_DAY_PART, AM }, { "ضحي", TERM_DAY_PART, AM },
	{ "ظهر", TERM_DAY_PART, NOON }, { "ظهيره", TERM_DAY_PART, NOON },
	{ "زوال", TERM_DAY_PART, NOON }, { "عصر", TERM_DAY_PART, NOON },
	{ "بعد ظهر", TERM_DAY_PART, NOON },
	{ "بعد زوال", TERM_DAY_PART, NOON },
	{ "قبل ظهر", TERM_DAY_PART, AM },
	{ "بعد عصر", TERM_DAY_PART, NOON },
	{ "منتصف نهار", TERM_DAY_PART, NOON },
	{ "مساء", TERM_DAY_PART, EVE }, { "مسا", TERM_DAY_PART, EVE },
	{ "عشيه", TERM_DAY_PART, EVE }, { "امسيه", TERM_DAY_PART, EVE },
	{ "ليل", TERM_DAY_PART, NIGHT }, { "ليله", TERM_DAY_PART, NIGHT },
	{ "منتصف ليل", TERM_DAY_PART, NIGHT },
	{ "منتصف ليله", TERM_DAY_PART, NIGHT },
	{ "صباحا", TERM_DAY_PART_ADVERB, AM },
	{ "فجرا", TERM_DAY_PART_ADVERB, AM },
	{ "ص", TERM_DAY_PART_ADVERB, AM },
	{ "ظهرا", TERM_DAY_PART_ADVERB, NOON },
	{ "زوالا", TERM_DAY_PART_ADVERB, NOON },
	{ "عصرا", TERM_DAY_PART_ADVERB, NOON },
	{ "بعد الظهر", TERM_DAY_PART_ADVERB, NOON },
	{ "بعد الزوال", TERM_DAY_PART_ADVERB, NOON },
	{ "ليلا", TERM_DAY_PART_ADVERB, NIGHT },
	{ "الساعات الاولي", TERM_FIRST_HOURS, 0 },

	{ "الساعه", TERM_HOUR_WORD, 0 }, { "س", TERM_HOUR_WORD, 0 },
	{ "تمام", TERM_EXACTLY, 0 },
	{ "حدود", TERM_EXACTLY, 0 },
	{ "منتصف الليل", TERM_CLOCK_POINT, 24 },
	{ "منتصف النهار", TERM_CLOCK_POINT, 12 },
	{ "بعد منتصف الليل", TERM_NIGHT_OF, 0 },
	{ "ت غ", TERM_ZONE, 0 }, { "ت . غ", TERM_ZONE, 0 },
	{ "ت م", TERM_ZONE, 180 },
	{ "توقيت غرينتش", TERM_ZONE, 0 }, { "توقيت غرينيتش", TERM_ZONE, 0 },
	{ "توقيت جرينتش", TERM_ZONE, 0 }, { "غرينتش", TERM_ZONE, 0 },
	{ "توقيت مكه المكرمه", TERM_ZONE, 180 },
	{ "توقيت مكه", TERM_ZONE, 180 }, { "توقيت موسكو", TERM_ZONE, 180 },
	{ "توقيت السعوديه", TERM_ZONE, 180 },
	{ "توقيت الدوحه", TERM_ZONE, 180 },
	{ "التوقيت المحلي", TERM_ZONE, ZONE_LOCAL },

	{ "م", TERM_ERA_AD, 0 }, { "ميلادي", TERM_ERA_AD, 0 },
	{ "ميلاديه", TERM_ERA_AD, 0 }, { "الميلاديه", TERM_ERA_AD, 0 },
	{ "للميلاد", TERM_ERA_AD, 0 }, { "بعد الميلاد", TERM_ERA_AD, 0 },
	{ "قبل الميلاد", TERM_ERA_BC, 0 }, { "ق م", TERM_ERA_BC, 0 },
	{ "ق . م", TERM_ERA_BC, 0 }, { "ق . م .", TERM_ERA_BC, 0 },
	{ "ه", TERM_ERA_HIJRI, 0 }, { "هجري", TERM_ERA_HIJRI, 0 },
	{ "هجريه", TERM_ERA_HIJRI, 0 }, { "للهجره", TERM_ERA_HIJRI, 0 },
	{ "الهجريه", TERM_ERA_HIJRI, 0 },

	{ "الربع", TERM_QUARTER, 3 }, { "الربعين", TERM_QUARTER, 3 },
	{ "الثلاثي", TERM_QUARTER, 3 },
	{ "النصف", TERM_HALF, 0 }, { "الشطر", TERM_HALF, 0 },
	{ "السداسي", TERM_HALF, 0 }, { "السداسيه", TERM_HALF, 0 },
	{ "الثلث", TERM_THIRD, 0 },
	{ "الاخير", TERM_LAST, 0 }, { "الاخيره", TERM_LAST, 0 },
	{ "الاشهر", TERM_MONTHS, 0 }, { "الشهور", TERM_MONTHS, 0 },
	{ "يوما", TERM_DAY_COUNTED, 0 }, { "الايام", TERM_DAY_COUNTED, 0 },
	{ "ربيع", TERM_SEASON, SPRING }, { "صيف", TERM_SEASON, SUMMER },
	{ "خريف", TERM_SEASON, AUTUMN }, { "شتاء", TERM_SEASON, WINTER },
	{ "الربيع", TERM_THE_SEASON, SPRING },
	{ "الصيف", TERM_THE_SEASON, SUMMER },
	{ "الخريف", TERM_THE_SEASON, AUTUMN },
	{ "الشتاء", TERM_THE_SEASON, WINTER },

	{ "عشرينيات", TERM_DECADE, 20 }, { "عشرينات", TERM_DECADE, 20 },
	{ "ثلاثينيات", TERM_DECADE, 30 }, { "ثلاثينات", TERM_DECADE, 30 },
	{ "اربعينيات", TERM_DECADE, 40 }, { "اربعينات", TERM_DECADE, 40 },
	{ "خمسينيات", TERM_DECADE, 50 }, { "خمسينات", TERM_DECADE, 50 },
	{ "ستينيات", TERM_DECADE, 60 }, { "ستينات", TERM_DECADE, 60 },
	{ "سبعينيات", TERM_DECADE, 70 }, { "سبعينات", TERM_DECADE, 70 },
	{ "ثمانينيات", TERM_DECADE, 80 }, { "ثمانينات", TERM_DECADE, 80 },
	{ "تسعينيات", TERM_DECADE, 90 }, { "تسعينات", TERM_DECADE, 90 },
	{ "العشرينيات", TERM_THE_DECADE, 20 },
	{ "العشرينات", TERM_THE_DECADE, 20 },
	{ "الثلاثينيات", TERM_THE_DECADE, 30 },
	{ "الثلاثينات", TERM_THE_DECADE, 30 },
	{ "الاربعينيات", TERM_THE_DECADE, 40 },
	{ "الاربعينات", TERM_THE_DECADE, 40 },
	{ "الخمسينيات", TERM_THE_DECADE, 50 },
	{ "الخمسينات", TERM_THE_DECADE, 50 },
	{ "الستينيات", TERM_THE_DECADE, 60 },
	{ "الستينات", TERM_THE_DECADE, 60 },
	{ "السبعينيات", TERM_THE_DECADE, 70 },
	{ "السبعينات", TERM_THE_DECADE, 70 },
	{ "الثمانينيات", TERM_THE_DECADE, 80 },
	{ "الثمانينات", TERM_THE_DECADE, 80 },
	{ "التسعينيات", TERM_THE_DECADE, 90 },
	{ "التسعينات", TERM_THE_DECADE, 90 },
	{ "القرن", TERM_CENTURY_WORD, 0 },
	{ "الالفيه", TERM_UNIT, UNIT_MILLENNIUM },
	{ "الالفيه الثالثه", TERM_UNIT, UNIT_MILLENNIUM },

	{ "فاتح", TERM_ORDINAL, 1 },
	{ "الموافق", TERM_EQUALLING, 0 }, { "الموافقه", TERM_EQUALLING, 0 },
	{ "الموافق ل", TERM_EQUALLING, 0 },
	{ "منه", TERM_OF_IT, 0 },
	{ "من", TERM_FROM, 0 }, { "في", TERM_IN, 0 },
	{ "الي", TERM_UNTIL, 0 }, { "حتي", TERM_UNTIL, 0 },
	{ "الي غايه", TERM_UNTIL, 0 }, { "غايه", TERM_UNTIL, 0 },
	{ "علي", TERM_ON, 0 }, { "عند", TERM_ON, 0 },
	{ "او", TERM_OR, 0 }, { "و", TERM_AND, 0 },
	{ "ل", TERM_FOR, 0 }, { "ب", TERM_BY, 0 },
	{ "ال", TERM_ARTICLE, 0 },
	{ "/", TERM_SLASH, 0 }, { "-", TERM_DASH, 0 }, { "–", TERM_DASH, 0 },
	{ "—", TERM_DASH, 0 }, { "−", TERM_DASH, 0 }, { "‐", TERM_DASH, 0 },
	{ "،", TERM_COMMA, 0 }, { ",", TERM_COMMA, 0 }, { ".", TERM_DOT, 0 },
	{ ":", TERM_COLON, 0 }, { "(", TERM_OPEN, 0 }, { ")", TERM_CLOSE, 0 },
};

static struct lexicon lexicon = LEXICON_OF(rows);

enum { LETTER = 2 };            /* bytes of a folded Arabic letter */

static void
add_number(struct elements *elements, const struct tokens *tokens, size_t i)
{
	const char *digits = token_folded(tokens, i);
	size_t      count  = tokens->at[i].folded_size;
	struct element element = {
		.span = tokens->at[i].span, .term = TERM_NUMBER,
		.token = (uint32_t)i, .last = (uint32_t)i,
		.spaced = tokens->at[i].spaced,
		.digits = (uint8_t)(count < 255 ? count : 255),
	};

	/* What is no day, month, hour or year need not be told apart. */
	if (count > 6)
		element.term = TERM_OTHER;
	for (size_t d = 0; d < count && d < 6; d++)
		if (digits[d] >= '0' && digits[d] <= '9')
			element.value = element.value * 10 + digits[d] - '0';
	array_add(elements, element);
}

/* What token `i` is when read as `word[size]`: fills term, value, last. */
static bool
read_word(const struct tokens *tokens, size_t i, const char *word,
    size_t size, struct element *element)
{
	const struct lexicon_row *row;
	struct number number;
	size_t taken, spelt;

	row = lexicon_match(&lexicon, tokens, i, word, size, &taken);
	spelt = tokens->at[i].kind == TOKEN_WORD
	    ? number_read(tokens, i, word, size, &number) : 0;
	if (row == NULL && spelt == 0)
		return false;
	if (row != NULL && taken >= spelt) {
		element->term = (uint8_t)row->class;
		element->value = row->value;
	} else {
		element->term = number.ordinal ? TERM_ORDINAL : TERM_CARDINAL;
		element->value = number.value;
		taken = spelt;
	}
	element->last = (uint32_t)(i + taken - 1);
	element->span.end = tokens->at[element->last].span.end;
	return true;
}

/* The clitics of token `i`, `letters` of them, as elements. The article of
 * لل is not one of them. */
static void
add_clitics(struct elements *elements, const struct tokens *tokens, size_t i,
    size_t letters)
{
	const char *word = token_folded(tokens, i);

	for (size_t l = 0; l < letters; l++, word += LETTER) {
		struct element element = {
			.token = (uint32_t)i, .last = (uint32_t)i,
			.spaced = l == 0 && tokens->at[i].spaced,
			.span = { token_byte(tokens, i, l),
			    token_byte(tokens, i, l + 1) },
		};

		element.term = memcmp(word, "و", LETTER) == 0 ? TERM_AND
		    : memcmp(word, "ل", LETTER) == 0 ? TERM_FOR
		    : memcmp(word, "ب", LETTER) == 0 ? TERM_BY : TERM_OTHER;
		array_add(elements, element);
	}
}

/* Reads token `i` without clitics that make the rest a word we know. */
static void
read_bare(struct elements *elements, const struct tokens *tokens, size_t i,
    struct element *element)
{
	struct bare bares[CLITIC_STEMS];
	size_t      count = token_bares(tokens, i, bares);

	for (size_t b = 0; b < count; b++) {
		if (!read_word(tokens, i, bares[b].word, bares[b].size,
		    element))
			continue;
		add_clitics(elements, tokens, i, bares[b].letters);
		element->span.start = token_byte(tokens, i,
		    bares[b].letters);
		element->spaced = false;
		return;
	}
}

static size_t
add_word(struct elements *elements, const struct tokens *tokens, size_t i)
{
	const char *word = token_folded(tokens, i);
	struct element element = {
		.span = tokens->at[i].span, .term = TERM_OTHER,
		.token = (uint32_t)i, .last = (uint32_t)i,
		.spaced = tokens->at[i].spaced,
	};

	if (!read_word(tokens, i, word, tokens->at[i].folded_size, &element))
		read_bare(elements, tokens, i, &element);
	array_add(elements, element);
	return element.last + 1;
}

struct elements
elements_of(const struct tokens *tokens)
{
	struct elements elements = { 0 };

	array_reserve(&elements, tokens->count + tokens->count / 4);
	for (size_t i = 0; i < tokens->count;) {
		const struct token *token = &tokens->at[i];

		if (i > 0 && token->part != token[-1].part)
			array_add(&elements, (struct element){
			    .term = TERM_BREAK, .token = (uint32_t)i,
			    .last = (uint32_t)i,
			    .span = { token->span.start, token->span.start } });
		if (token->kind == TOKEN_NUMBER)
			add_number(&elements, tokens, i++);
		else
			i = add_word(&elements, tokens, i);
	}
	return elements;
}
