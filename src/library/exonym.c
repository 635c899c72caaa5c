/* exonym.c: places whose name in Latin letters is not that of their own
 * language. Countries and the cities that time zones are called after are
 * ICU's, in English, French and Arabic; some more are listed here. */
#include "library/exonym.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/icu.h"
#include "language/fold.h"

enum { NAME_MOST = 128 };       /* UTF-16 units */

struct exonym {
	const char *name;               /* folded */
	const char *arabic;             /* folded */
};

/* Cities and regions without a time zone of their own. */
static const struct exonym exonyms[] = {
	{ "aleppo", "حلب" }, { "alep", "حلب" }, { "mecca", "مكه" },
	{ "la mecque", "مكه" }, { "medina", "المدينه المنوره" },
	{ "alexandria", "الاسكندريه" }, { "alexandrie", "الاسكندريه" },
	{ "mosul", "الموصل" }, { "mossoul", "الموصل" },
	{ "bethlehem", "بيت لحم" }, { "bethleem", "بيت لحم" },
	{ "jericho", "اريحا" }, { "nazareth", "الناصره" },
	{ "acre", "عكا" }, { "jaffa", "يافا" }, { "hebron", "الخليل" },
	{ "west bank", "الضفه الغربيه" }, { "cisjordanie", "الضفه الغربيه" },
	{ "golan", "الجولان" }, { "galilee", "الجليل" },
	{ "negev", "النقب" }, { "sinai", "سيناء" }, { "luxor", "الاقصر" },
	{ "louxor", "الاقصر" }, { "giza", "الجيزه" }, { "aswan", "اسوان" },
	{ "suez", "السويس" }, { "nile", "النيل" }, { "nil", "النيل" },
	{ "euphrates", "الفرات" }, { "euphrate", "الفرات" },
	{ "tigris", "دجله" }, { "tyre", "صور" }, { "sidon", "صيدا" },
	{ "saida", "صيدا" }, { "byblos", "جبيل" }, { "tripoli", "طرابلس" },
	{ "basra", "البصره" }, { "bassora", "البصره" },
	{ "fez", "فاس" }, { "marrakesh", "مراكش" }, { "marrakech", "مراكش" },
	{ "tangier", "طنجه" }, { "tangiers", "طنجه" }, { "tanger", "طنجه" },
	{ "oran", "وهران" }, { "constantine", "قسنطينه" },
	{ "bona", "عنابه" }, { "annaba", "عنابه" }, { "carthage", "قرطاج" },
	{ "sfax", "صفاقس" }, { "kairouan", "القيروان" }, { "bizerte", "بنزرت" },
	{ "holy land", "الارض المقدسه" }, { "levant", "المشرق" },
	{ "mediterranean", "المتوسط" }, { "mediterranee", "المتوسط" },
	{ "red sea", "البحر الاحمر" }, { "dead sea", "البحر الميت" },
	{ "gulf", "الخليج" }, { "persian gulf", "الخليج" },
	{ "maghreb", "المغرب العربي" }, { "andalusia", "الاندلس" },
	{ "crete", "كريت" }, { "venice", "البندقيه" },
	{ "venise", "البندقيه" }, { "geneva", "جنيف" },
	{ "genoa", "جنوه" }, { "seville", "اشبيليه" },
	{ "cordoba", "قرطبه" }, { "granada", "غرناطه" },
	{ "naples", "نابولي" }, { "cologne", "كولونيا" },
	{ "the hague", "لاهاي" }, { "hague", "لاهاي" },
	{ "la haye", "لاهاي" }, { "washington", "واشنطن" },
	{ "beijing", "بكين" }, { "peking", "بكين" }, { "pekin", "بكين" },
	{ "kashmir", "كشمير" }, { "crimea", "القرم" }, { "crimee", "القرم" },
	{ "chechnya", "الشيشان" }, { "tchetchenie", "الشيشان" },
	{ "bosnia", "البوسنه" }, { "bosnie", "البوسنه" },
	{ "bavaria", "بافاريا" }, { "burma", "بورما" },
	{ "pacific ocean", "المحيط الهادي" },
	{ "pacific", "المحيط الهادي" },
	{ "ocean pacifique", "المحيط الهادي" },
	{ "atlantic ocean", "المحيط الاطلسي" },
	{ "atlantic", "الاطلسي" }, { "ocean atlantique", "المحيط الاطلسي" },
	{ "indian ocean", "المحيط الهندي" },
	{ "ocean indien", "المحيط الهندي" },
	{ "arctic", "القطب الشمالي" }, { "antarctica", "القطب الجنوبي" },
	{ "black sea", "البحر الاسود" }, { "mer noire", "البحر الاسود" },
	{ "mer rouge", "البحر الاحمر" }, { "mer morte", "البحر الميت" },
	{ "caspian sea", "بحر قزوين" }, { "mer caspienne", "بحر قزوين" },
	{ "aegean sea", "بحر ايجه" }, { "mer egee", "بحر ايجه" },
	{ "baltic sea", "بحر البلطيق" }, { "arabian sea", "بحر العرب" },
	{ "south china sea", "بحر الصين الجنوبي" },
	{ "sea of japan", "بحر اليابان" }, { "caribbean", "الكاريبي" },
	{ "south america", "اميركا الجنوبيه" },
	{ "south america", "امريكا الجنوبيه" },
	{ "amerique du sud", "اميركا الجنوبيه" },
	{ "amerique du sud", "امريكا الجنوبيه" },
	{ "north america", "اميركا الشماليه" },
	{ "north america", "امريكا الشماليه" },
	{ "latin america", "اميركا اللاتينيه" },
	{ "latin america", "امريكا اللاتينيه" },
	{ "amerique latine", "اميركا اللاتينيه" },
	{ "amerique latine", "امريكا اللاتينيه" },
	{ "america", "امريكا" }, { "amerique", "امريكا" },
	{ "middle east", "الشرق الاوسط" }, { "proche orient", "الشرق الاوسط" },
	{ "moyen orient", "الشرق الاوسط" }, { "far east", "الشرق الاقصي" },
	{ "africa", "افريقيا" }, { "afrique", "افريقيا" },
	{ "europe", "اوروبا" }, { "asia", "اسيا" }, { "asie", "اسيا" },
	{ "australia", "استراليا" }, { "horn of africa", "القرن الافريقي" },
	{ "balkans", "البلقان" }, { "caucasus", "القوقاز" },
	{ "england", "انكلترا" }, { "england", "انجلترا" },
	{ "angleterre", "انكلترا" }, { "angleterre", "انجلترا" },
	{ "scotland", "اسكتلندا" }, { "ecosse", "اسكتلندا" },
	{ "wales", "ويلز" }, { "catalonia", "كتالونيا" },
	{ "catalonia", "كاتالونيا" }, { "catalogne", "كتالونيا" },
	{ "ivory coast", "ساحل العاج" }, { "cote d'ivoire", "ساحل العاج" },
	{ "casablanca", "الدار البيضاء" }, { "algiers", "الجزائر" },
	{ "alger", "الجزائر" }, { "usa", "الولايات المتحده" }, { "us", "الولايات المتحده" },
	{ "america", "اميركا" }, { "amerique", "اميركا" },
	{ "uk", "بريطانيا" }, { "britain", "بريطانيا" },
	{ "england", "انجلترا" }, { "angleterre", "انجلترا" },
	{ "scotland", "اسكتلندا" }, { "wales", "ويلز" },
	{ "un", "الامم المتحده" }, { "onu", "الامم المتحده" },
	{ "eu", "الاتحاد الاوروبي" }, { "ue", "الاتحاد الاوروبي" },
	{ "nato", "الناتو" }, { "otan", "الناتو" },
	{ "kurdistan", "كردستان" }, { "palestine", "فلسطين" },
	{ "europe", "اوروبا" }, { "africa", "افريقيا" },
	{ "afrique", "افريقيا" }, { "asia", "اسيا" }, { "asie", "اسيا" },
};

/* Folds a name of ICU's. */
static void
fold_units(const UChar *units, int32_t count, struct buffer *folded)
{
	char       text[3 * NAME_MOST];
	int32_t    size  = 0;
	UErrorCode error = U_ZERO_ERROR;

	folded->count = 0;
	icu_uc()->u_strToUTF8(text, sizeof text, &size, units, count, &error);
	if (U_SUCCESS(error))
		fold_text(text, (size_t)size, folded);
}

/* What one place is called in one language. */
typedef int32_t namer(const char *language, const char *place, UChar *units);

static int32_t
name_region(const char *language, const char *region, UChar *units)
{
	UErrorCode error = U_ZERO_ERROR;
	char       locale[8];
	int32_t    count;

	snprintf(locale, sizeof locale, "_%s", region);
	count = icu_uc()->uloc_getDisplayCountry(locale, language, units,
	    NAME_MOST, &error);
	return U_SUCCESS(error) ? count : 0;
}

static int32_t
name_city(const char *language, const char *place, UChar *units)
{
	/* VVV: the exemplar city of the calendar's zone (UTS #35). */
	static const UChar pattern[] = { 'V', 'V', 'V', 0 };
	UErrorCode   error = U_ZERO_ERROR;
	UChar        zone[NAME_MOST];
	UDateFormat *format;
	int32_t      count;

	icu_uc()->u_charsToUChars(place, zone, (int32_t)strlen(place) + 1);
	format = icu_i18n()->udat_open(UDAT_PATTERN, UDAT_PATTERN, language,
	    zone, -1, pattern, 3, &error);
	count = U_FAILURE(error) ? 0 : icu_i18n()->udat_format(format, 0, units,
	    NAME_MOST, NULL, &error);
	icu_i18n()->udat_close(format);
	return U_SUCCESS(error) ? count : 0;
}

/* Adds the place's Arabic name if its English or French one is wanted. */
static void
try_place(namer *name, const char *place, const char *wanted, size_t size,
    struct phrases *names)
{
	static const char *const languages[] = { "en", "fr" };
	struct buffer folded = { 0 };
	UChar         units[NAME_MOST];

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		fold_units(units, name(languages[i], place, units), &folded);
		if (folded.count != size ||
		    memcmp(folded.at, wanted, size) != 0)
			continue;
		fold_units(units, name("ar", place, units), &folded);
		if (folded.count > 0)
			array_add(names, memory_string(folded.at,
			    folded.count));
		break;
	}
	array_free(&folded);
}

static void
find_regions(const char *wanted, size_t size, struct phrases *names)
{
	for (const char *const *region = icu_uc()->uloc_getISOCountries();
	    *region != NULL; region++)
		try_place(name_region, *region, wanted, size, names);
}

/* A zone's own identifier ends in its city's English name, so only a city
 * that is called so, or one asked for in French, needs its names made. */
static void
find_cities(const char *wanted, size_t size, struct phrases *names)
{
	UErrorCode    error = U_ZERO_ERROR;
	UEnumeration *zones = icu_i18n()->ucal_openTimeZoneIDEnumeration(
	    UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, &error);
	const char   *zone;

	while (U_SUCCESS(error) && names->count == 0 &&
	    (zone = icu_uc()->uenum_next(zones, NULL, &error)) != NULL) {
		const char *city = strrchr(zone, '/');

		if (city != NULL && fold_same(city + 1, 1, wanted, 1))
			try_place(name_city, zone, wanted, size, names);
	}
	icu_uc()->uenum_close(zones);
}

/* Adds the place's names, if it is one of ours, ICU's, or a zone's city. */
static void
find_place(const char *name, size_t size, struct phrases *names)
{
	for (size_t i = 0; i < sizeof exonyms / sizeof *exonyms; i++)
		if (strlen(exonyms[i].name) == size &&
		    memcmp(exonyms[i].name, name, size) == 0)
			array_add(names, memory_string(exonyms[i].arabic,
			    strlen(exonyms[i].arabic)));
	if (names->count == 0)
		find_regions(name, size, names);
	if (names->count == 0)
		find_cities(name, size, names);
}

/* A part of a place, as it is called in Latin letters and in Arabic, before
 * the name or behind it, as a place that is male or female is. */
struct quarter {
	const char *word;
	const char *before;
	const char *behind[2];
};

static const struct quarter quarters[] = {
	{ "north", "شمال", { "الشمالي", "الشماليه" } },
	{ "northern", "شمال", { "الشمالي", "الشماليه" } },
	{ "nord", "شمال", { "الشمالي", "الشماليه" } },
	{ "south", "جنوب", { "الجنوبي", "الجنوبيه" } },
	{ "southern", "جنوب", { "الجنوبي", "الجنوبيه" } },
	{ "sud", "جنوب", { "الجنوبي", "الجنوبيه" } },
	{ "east", "شرق", { "الشرقي", "الشرقيه" } },
	{ "eastern", "شرق", { "الشرقي", "الشرقيه" } },
	{ "est", "شرق", { "الشرقي", "الشرقيه" } },
	{ "west", "غرب", { "الغربي", "الغربيه" } },
	{ "western", "غرب", { "الغربي", "الغربيه" } },
	{ "ouest", "غرب", { "الغربي", "الغربيه" } },
	{ "central", "وسط", { "الوسطي", "الوسطي" } },
};

static void
add_joined(struct phrases *names, const char *first, const char *second)
{
	struct buffer name = { 0 };

	buffer_add_string(&name, first);
	buffer_add_string(&name, " ");
	buffer_add_string(&name, second);
	array_add(&name, '\0');
	array_add(names, name.at);
}

/* North Sinai is شمال سيناء, Northern Ireland ايرلندا الشماليه. */
static void
find_quarter(const char *name, size_t size, struct phrases *names)
{
	size_t         first = strcspn(name, " ");
	struct phrases whole = { 0 };

	if (first >= size)
		return;
	for (size_t i = 0; i < sizeof quarters / sizeof *quarters; i++) {
		const struct quarter *quarter = &quarters[i];

		if (strlen(quarter->word) != first ||
		    memcmp(quarter->word, name, first) != 0)
			continue;
		find_place(name + first + 1, size - first - 1, &whole);
		for (size_t j = 0; j < whole.count; j++) {
			add_joined(names, quarter->before, whole.at[j]);
			add_joined(names, whole.at[j], quarter->behind[0]);
			add_joined(names, whole.at[j], quarter->behind[1]);
			free(whole.at[j]);
		}
		array_free(&whole);
	}
}

void
exonyms_find(const char *name, size_t size, struct phrases *names)
{
	find_place(name, size, names);
	if (names->count == 0)
		find_quarter(name, size, names);
}
