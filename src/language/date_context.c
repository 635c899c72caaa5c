/* date_context.c: whether words that could be a date are one where they
 * stand.
 *
 * Most expressions of several words are. A bare year, a bare month whose
 * word means other things, اليوم, العام, a decade and a clock time by its
 * ordinal alone are looked at one by one; the words that decide stand in one
 * list. Counts of how often each reads which way: survey of 12 million words
 * of news, and the project's own annotated articles. */
#include "language/date_context.h"

#include <string.h>

#include "language/lexicon.h"
#include "language/word.h"

enum class {
	TIME,           /* before a time: خلال 2014 */
	HEAD,           /* before العام it makes a title or a thing: الأمين */
	COUNTED,        /* behind a number it is counted: 2000 متر */
	AGE,            /* behind a decade: الثلاثينات من العمر */
	PERSON,         /* before ماي, رمضان: a title, a first name */
	PRAYER,         /* before الجمعة: صلاة */
	NOT_TODAY       /* before اليوم: هذا */
};

static const struct lexicon_row rows[] = {
	{ "خلال", TIME, 0 }, { "منذ", TIME, 0 }, { "مند", TIME, 0 },
	{ "بين", TIME, 0 }, { "بعد", TIME, 0 }, { "قبل", TIME, 0 },
	{ "حلول", TIME, 0 }, { "افق", TIME, 0 }, { "رسم", TIME, 0 },
	{ "دستور", TIME, 0 }, { "ماليه", TIME, 0 }, { "بيانات", TIME, 0 },
	{ "نسخه", TIME, 0 }, { "نسختي", TIME, 0 }, { "مواليد", TIME, 0 },
	{ "طيله", TIME, 0 }, { "طوال", TIME, 0 }, { "عن", TIME, 0 },
	{ "ايلول", TIME, 0 }, { "احتجاجات", TIME, 0 }, { "سنه", TIME, 0 },
	{ "عام", TIME, 0 }, { "منتصف", TIME, 0 }, { "موازنه", TIME, 0 },
	{ "ميزانيه", TIME, 0 }, { "ثوره", TIME, 0 }, { "غايه", TIME, 0 },
	{ "موعد", TIME, 0 }, { "ابتداء", TIME, 0 }, { "حدود", TIME, 0 },
	{ "اعتبارا", TIME, 0 }, { "انتخابات", TIME, 0 }, { "ليله", TIME, 0 },
	{ "تاريخ", TIME, 0 }, { "احصاء", TIME, 0 }, { "ربيع", TIME, 0 },

	{ "الامين", HEAD, 0 }, { "المدير", HEAD, 0 }, { "المدعي", HEAD, 0 },
	{ "المدع", HEAD, 0 }, { "النايب", HEAD, 0 }, { "الكاتب", HEAD, 0 },
	{ "المفتش", HEAD, 0 }, { "الراي", HEAD, 0 }, { "القطاع", HEAD, 0 },
	{ "الامن", HEAD, 0 }, { "المال", HEAD, 0 }, { "الصالح", HEAD, 0 },
	{ "المراقب", HEAD, 0 }, { "المنسق", HEAD, 0 }, { "القايد", HEAD, 0 },
	{ "الحاكم", HEAD, 0 }, { "الوكيل", HEAD, 0 }, { "المندوب", HEAD, 0 },
	{ "القنصل", HEAD, 0 }, { "المشرف", HEAD, 0 }, { "الرييس", HEAD, 0 },
	{ "السكرتير", HEAD, 0 }, { "الاتحاد", HEAD, 0 }, { "الحق", HEAD, 0 },
	{ "النظام", HEAD, 0 }, { "الوضع", HEAD, 0 }, { "الاضراب", HEAD, 0 },
	{ "المحامي", HEAD, 0 }, { "الموتمر", HEAD, 0 }, { "الدين", HEAD, 0 },
	{ "الامينه", HEAD, 0 }, { "مدير", HEAD, 0 }, { "امين", HEAD, 0 },

	{ "متر", COUNTED, 0 }, { "مترا", COUNTED, 0 },
	{ "كيلومتر", COUNTED, 0 }, { "كيلومترا", COUNTED, 0 },
	{ "كلم", COUNTED, 0 }, { "كم", COUNTED, 0 }, { "طن", COUNTED, 0 },
	{ "دولار", COUNTED, 0 }, { "دولارا", COUNTED, 0 },
	{ "يورو", COUNTED, 0 }, { "درهم", COUNTED, 0 },
	{ "درهما", COUNTED, 0 }, { "دينار", COUNTED, 0 },
	{ "دينارا", COUNTED, 0 }, { "ريال", COUNTED, 0 },
	{ "ريالا", COUNTED, 0 }, { "جنيه", COUNTED, 0 },
	{ "جنيها", COUNTED, 0 }, { "ليره", COUNTED, 0 },
	{ "مليون", COUNTED, 0 }, { "مليار", COUNTED, 0 },
	{ "الف", COUNTED, 0 }, { "شخص", COUNTED, 0 }, { "شخصا", COUNTED, 0 },
	{ "قتيل", COUNTED, 0 }, { "قتيلا", COUNTED, 0 },
	{ "مشاركه", COUNTED, 0 }, { "حاله", COUNTED, 0 },
	{ "نقطه", COUNTED, 0 }, { "صفحه", COUNTED, 0 }, { "سايح", COUNTED, 0 },
	{ "زاير", COUNTED, 0 }, { "عامل", COUNTED, 0 }, { "طفل", COUNTED, 0 },
	{ "طالب", COUNTED, 0 }, { "جندي", COUNTED, 0 }, { "قطعه", COUNTED, 0 },
	{ "وحده", COUNTED, 0 }, { "هكتار", COUNTED, 0 }, { "مقعد", COUNTED, 0 },
	{ "ميغاوات", COUNTED, 0 }, { "كيلوغرام", COUNTED, 0 },
	{ "حبه", COUNTED, 0 }, { "كيلو", COUNTED, 0 }, { "برميل", COUNTED, 0 },
	{ "شركه", COUNTED, 0 }, { "قايمه", COUNTED, 0 }, { "سنه", COUNTED, 0 },
	{ "عام", COUNTED, 0 }, { "عاما", COUNTED, 0 },

	{ "عمره", AGE, 0 }, { "عمرها", AGE, 0 }, { "العمر", AGE, 0 },
	{ "عمرهم", AGE, 0 }, { "عمري", AGE, 0 }, { "عمرهما", AGE, 0 },

	{ "تيريزا", PERSON, 0 }, { "السيده", PERSON, 0 },
	{ "السيد", PERSON, 0 }, { "محمد", PERSON, 0 },
	{ "الوزير", PERSON, 0 }, { "الوزيره", PERSON, 0 },
	{ "الرييس", PERSON, 0 }, { "الشيخ", PERSON, 0 },
	{ "الدكتور", PERSON, 0 }, { "طيب", PERSON, 0 },

	{ "صلاه", PRAYER, 0 }, { "خطبه", PRAYER, 0 }, { "سوره", PRAYER, 0 },
	{ "خطب", PRAYER, 0 }, { "مسيرات", PRAYER, 0 },

	{ "هذا", NOT_TODAY, 0 }, { "ذلك", NOT_TODAY, 0 },
	{ "صحيفه", NOT_TODAY, 0 }, { "جريده", NOT_TODAY, 0 },
	{ "حد", NOT_TODAY, 0 }, { "اخبار", NOT_TODAY, 0 },
	{ "دار", NOT_TODAY, 0 }, { "عالم", NOT_TODAY, 0 },
	{ "روسيا", NOT_TODAY, 0 }, { "المصري", NOT_TODAY, 0 },
};

static struct lexicon lexicon = LEXICON_OF(rows);

static bool
word_is(const char *word, size_t size, enum class class)
{
	const struct lexicon_row *row = lexicon_find(&lexicon, word, size);

	/* سنه and عام stand in two classes. */
	if (row == NULL)
		return false;
	return row->class == (int)class || (class == COUNTED &&
	    row->class == TIME &&
	    (strcmp(row->words, "سنه") == 0 || strcmp(row->words, "عام") == 0));
}

/* Whether token `i`, with or without its clitics, is of the class. */
static bool
token_is(const struct tokens *tokens, size_t i, enum class class)
{
	struct bare bares[CLITIC_STEMS];
	size_t      count = token_bares(tokens, i, bares);

	if (word_is(token_folded(tokens, i), tokens->at[i].folded_size,
	    class))
		return true;
	for (size_t b = 0; b < count; b++)
		if (word_is(bares[b].word, bares[b].size, class))
			return true;
	return false;
}

/* One place where an expression stands. */
struct place {
	const struct tokens  *tokens;
	const struct element *at;       /* its elements … */
	size_t                count;
	const struct element *before;   /* … and its neighbours, NULL at the */
	const struct element *behind;   /* ends of a part … */
	const struct element *earlier;  /* … and theirs: the last but one */
	const struct element *later;    /* before, the next but one behind */
	const struct when    *when;
};

static bool
before_is(const struct place *place, enum class class)
{
	return place->before != NULL &&
	    token_is(place->tokens, place->before->token, class);
}

static bool
behind_is(const struct place *place, enum class class)
{
	return place->behind != NULL &&
	    token_is(place->tokens, place->behind->token, class);
}

static bool
term_before(const struct place *place, enum term term)
{
	return place->before != NULL && place->before->term == term;
}

static bool
term_behind(const struct place *place, enum term term)
{
	return place->behind != NULL && place->behind->term == term;
}

/* A word that says: what follows is a time. */
static bool
time_stands_before(const struct place *place)
{
	static const enum term terms[] = {
		TERM_IN, TERM_FROM, TERM_UNTIL, TERM_MODIFIER, TERM_OF_IT,
		TERM_MONTH_WORD, TERM_FOR, TERM_DAY_PART,
	};

	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
		if (term_before(place, terms[i]))
			return true;
	return before_is(place, TIME);
}

static bool
word_stands_behind(const struct place *place)
{
	return place->behind != NULL && place->behind->term != TERM_BREAK &&
	    place->tokens->at[place->behind->token].kind != TOKEN_SIGN &&
	    place->behind->term == TERM_OTHER;
}

/* "في 2014", "منذ 1997"; a number elsewhere is a number. */
static bool
bare_year(const struct place *place)
{
	const struct token *token = &place->tokens->at[place->at->token];
	int32_t year = place->when->year;

	if (year < 1750 || year > 2100 || behind_is(place, COUNTED) ||
	    term_behind(place, TERM_SLASH) || term_behind(place, TERM_DASH) ||
	    term_before(place, TERM_SLASH) || term_before(place, TERM_DASH))
		return false;
	if ((term_behind(place, TERM_DOT) || term_behind(place, TERM_COMMA)) &&
	    (size_t)(place->behind - place->at) == place->count &&
	    !place->behind->spaced && place->later != NULL &&
	    place->later->term == TERM_NUMBER && !place->later->spaced)
		return false;
	if (term_before(place, TERM_OPEN))
		return term_behind(place, TERM_CLOSE);
	if (term_before(place, TERM_AND))
		return place->earlier != NULL && year > 1700 &&
		    place->earlier->term == TERM_NUMBER &&
		    place->earlier->value > 1700 &&
		    place->earlier->value < 2100 && !token->spaced;
	if (year % 500 == 0 && word_stands_behind(place))
		return false;
	return time_stands_before(place);
}

/* Years of a sport season are no date with a dash, and are with a slash:
 * so the gold standard has them. */
static bool
year_range(const struct place *place)
{
	const struct token *tokens = place->tokens->at;
	size_t token = place->at->token;
	const char *word;

	if (place->at->term != TERM_NUMBER || place->at[1].term != TERM_DASH)
		return true;
	if (place->when->hijri)
		return true;
	if (term_before(place, TERM_OPEN))
		return true;
	if (token == 0 || place->before == NULL)
		return true;
	word = token_folded(place->tokens, token - 1);
	if (tokens[token - 1].kind == TOKEN_WORD &&
	    strstr(word, "موسم") != NULL)
		return false;
	return tokens[token - 1].kind == TOKEN_WORD;
}

static bool
weak_month(const struct place *place)
{
	if (before_is(place, PERSON))
		return false;
	/* آب and صفر alone are nearly never months. */
	if (place->when->month == (place->when->hijri ? 2 : 8))
		return false;
	return time_stands_before(place);
}

static bool
bare_today(const struct place *place)
{
	size_t token = place->at->token;

	if (term_before(place, TERM_IN) || term_before(place, TERM_UNTIL) ||
	    term_before(place, TERM_THIS) || before_is(place, NOT_TODAY))
		return false;
	if (term_behind(place, TERM_ORDINAL) ||
	    term_before(place, TERM_EACH))
		return false;
	/* "«اليوم»" is a newspaper. */
	if (place->before != NULL && place->behind != NULL && token > 0 &&
	    place->tokens->at[token - 1].kind == TOKEN_SIGN &&
	    !place->tokens->at[token].spaced && !place->behind->spaced &&
	    place->tokens->at[place->behind->token].kind == TOKEN_SIGN &&
	    !term_before(place, TERM_OPEN) && !term_behind(place, TERM_COMMA) &&
	    !term_behind(place, TERM_DOT) && !term_behind(place, TERM_DASH))
		return false;
	/* "واليوم" opens what holds nowadays; "أمس واليوم" is a day. */
	if (term_before(place, TERM_AND) && (place->earlier == NULL ||
	    place->earlier->term != TERM_DAY_OFFSET))
		return false;
	return !term_before(place, TERM_BY) && !term_before(place, TERM_FOR);
}

/* "العام الماضي", but not "الأمين العام السابق". */
static bool
the_year(const struct place *place)
{
	return place->at->value != UNIT_YEAR || !before_is(place, HEAD);
}

/* "السابعة مساء", but not "للمرة الثانية مساء الأحد". */
static bool
ordinal_hour(const struct place *place)
{
	const char *word;

	if (place->before == NULL || place->before->term != TERM_OTHER)
		return true;
	word = token_folded(place->tokens, place->before->token);
	return strstr(word, "ال") == NULL && strstr(word, "لل") == NULL;
}

static bool
bare_decade(const struct place *place)
{
	if (behind_is(place, AGE))
		return false;
	if (term_behind(place, TERM_FROM))
		return !token_is(place->tokens, place->behind->last + 1, AGE);
	return true;
}

static bool
bare_weekday(const struct place *place)
{
	return !before_is(place, PRAYER) && !term_before(place, TERM_EACH);
}

/* "صلاة عصر اليوم" */
static bool
part_of_day(const struct place *place)
{
	return !before_is(place, PRAYER);
}

/* "دعت إليها ماي العام الماضي": a month has its year by another way. */
static bool
weak_month_of_year(const struct place *place)
{
	if ((place->at->value & MONTH_WEAK) == 0 || place->count < 2 ||
	    place->at[1].term != TERM_UNIT)
		return true;
	return time_stands_before(place);
}

/* What the first element, alone or with any others, asks for. */
struct check {
	enum term term;
	size_t    count;                /* 0: any number of elements */
	bool    (*holds)(const struct place *place);
};

static const struct check checks[] = {
	{ TERM_NUMBER,     1, bare_year },
	{ TERM_NUMBER,     3, year_range },
	{ TERM_DAY_OFFSET, 1, bare_today },
	{ TERM_MONTH,      0, weak_month_of_year },
	{ TERM_DAY_PART,   0, part_of_day },
	{ TERM_UNIT,       0, the_year },
	{ TERM_ORDINAL,    0, ordinal_hour },
	{ TERM_THE_DECADE, 1, bare_decade },
	{ TERM_WEEKDAY,    1, bare_weekday },
};

static bool
each_check_holds(const struct place *place)
{
	if (place->at->term == TERM_MONTH && place->count == 1 &&
	    (place->at->value & MONTH_WEAK) != 0)
		return weak_month(place);
	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
		if (checks[i].term == place->at->term &&
		    (checks[i].count == 0 || checks[i].count == place->count) &&
		    !checks[i].holds(place))
			return false;
	return true;
}

static const struct element *
neighbour(const struct elements *elements, size_t i)
{
	if (i >= elements->count || elements->at[i].term == TERM_BREAK)
		return NULL;
	return &elements->at[i];
}

bool
date_holds(const struct tokens *tokens, const struct elements *elements,
    size_t first, size_t end, const struct when *when)
{
	struct place place = {
		.tokens = tokens, .at = &elements->at[first],
		.count = end - first, .when = when,
		.before = neighbour(elements, first - 1),
		.behind = neighbour(elements, end),
		.earlier = neighbour(elements, first - 2),
		.later = neighbour(elements, end + 1),
	};

	return each_check_holds(&place);
}
