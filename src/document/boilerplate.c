/* boilerplate.c: what the site, not the writer, put behind an article. */
#include "document/boilerplate.h"

#include <ctype.h>
#include <string.h>

#include "bytes/utf8.h"
#include "document/words.h"

enum {
	ITEM_WORDS = 16,        /* at most, of a line in a list */
	ITEMS      = 12,        /* lines in a list, at most */
	LOOKED_AT  = 4096       /* bytes of a line, for how it opens */
};

enum rest {
	ALONE,                  /* nothing, signs, a number, or ": …" */
	ANYTHING                /* the line goes on as it likes */
};

struct opener {
	const char *phrase;
	enum rest   rest;
};

/* How a line of the site's begins. Vowel signs, tatweel and the hamza of an
 * alef are passed over in comparing. */
static const struct opener openers[] = {
	/* Other articles. */
	{ "مقالات ذات صلة",          ALONE },
	{ "مواضيع ذات صلة",          ALONE },
	{ "موضوعات ذات صلة",         ALONE },
	{ "مواد ذات صلة",            ALONE },
	{ "أخبار ذات صلة",           ALONE },
	{ "الأخبار ذات الصلة",       ALONE },
	{ "ذات صلة",                 ALONE },
	{ "مقالات مشابهة",           ALONE },
	{ "مواضيع مشابهة",           ALONE },
	{ "أخبار مشابهة",            ALONE },
	{ "مقالات أخرى",             ALONE },
	{ "مواضيع متعلقة",           ALONE },
	{ "أخبار متعلقة",            ALONE },
	{ "اقرأ أيضا",               ANYTHING },
	{ "اقرأ المزيد",             ANYTHING },
	{ "اقرأ كذلك",               ANYTHING },
	{ "طالع أيضا",               ANYTHING },
	{ "شاهد أيضا",               ANYTHING },
	{ "قد يهمك أيضا",            ANYTHING },
	{ "قد يعجبك أيضا",           ANYTHING },
	{ "ربما يعجبك أيضا",         ANYTHING },
	{ "المزيد",                  ALONE },
	{ "للمزيد",                  ALONE },
	{ "الأكثر قراءة",            ALONE },
	{ "الأكثر مشاهدة",           ALONE },
	{ "آخر الأخبار",             ALONE },
	{ "أحدث الأخبار",            ALONE },
	{ "المقال السابق",           ALONE },
	{ "المقال التالي",           ALONE },
	{ "الخبر السابق",            ALONE },
	{ "الخبر التالي",            ALONE },
	/* Buttons. */
	{ "زر الذهاب إلى الأعلى",    ALONE },
	{ "العودة إلى الأعلى",       ALONE },
	{ "إلى الأعلى",              ALONE },
	{ "شارك",                    ALONE },
	{ "شاركها",                  ALONE },
	{ "شاركه",                   ALONE },
	{ "مشاركة",                  ALONE },
	{ "شارك هذا المقال",         ANYTHING },
	{ "شارك المقال",             ANYTHING },
	{ "شارك الخبر",              ANYTHING },
	{ "شارك هذا الخبر",          ANYTHING },
	{ "شارك الموضوع",            ANYTHING },
	{ "مشاركة المقال",           ANYTHING },
	{ "مشاركة الخبر",            ANYTHING },
	{ "المشاركة على",            ANYTHING },
	{ "طباعة",                   ALONE },
	{ "نسخ الرابط",              ALONE },
	{ "الرابط المختصر",          ALONE },
	{ "رابط مختصر",              ALONE },
	{ "رابط الخبر المختصر",      ALONE },
	{ "أرسل إلى صديق",           ALONE },
	{ "حمل التطبيق",             ANYTHING },
	{ "حمل تطبيق",               ANYTHING },
	/* Readers. */
	{ "تابعونا على",             ANYTHING },
	{ "تابعنا على",              ANYTHING },
	{ "تابعونا عبر",             ANYTHING },
	{ "تابعنا عبر",              ANYTHING },
	{ "اشترك في النشرة",         ANYTHING },
	{ "اشترك في نشرتنا",         ANYTHING },
	{ "اشترك الآن",              ANYTHING },
	{ "اشترك في قناتنا",         ANYTHING },
	{ "انضم إلى قناتنا",         ANYTHING },
	{ "أضف تعليقا",              ANYTHING },
	{ "أضف تعليقك",              ANYTHING },
	{ "اترك تعليقا",             ANYTHING },
	{ "اترك ردا",                ANYTHING },
	{ "التعليقات",               ALONE },
	{ "تعليقات",                 ALONE },
	{ "لا توجد تعليقات",         ALONE },
	{ "عدد المشاهدات",           ALONE },
	/* The site about itself. */
	{ "الوسوم",                  ALONE },
	{ "وسوم",                    ALONE },
	{ "كلمات دلالية",            ALONE },
	{ "الكلمات الدلالية",        ALONE },
	{ "كلمات مفتاحية",           ALONE },
	{ "الكلمات المفتاحية",       ALONE },
	{ "جميع الحقوق محفوظة",      ANYTHING },
	{ "كل الحقوق محفوظة",        ANYTHING },
	{ "حقوق النشر محفوظة",       ANYTHING },
	{ "سياسة الخصوصية",          ALONE },
	{ "اتصل بنا",                ALONE },
	{ "من نحن",                  ALONE },
	{ "جميع المقالات المنشورة تمثل رأي", ANYTHING },
	{ "المقالات المنشورة لا تعبر", ANYTHING },
	{ "انتهى",                   ALONE },
};

/* Vowel signs and tatweel. */
static bool
is_passed_over(char32_t letter)
{
	return letter == 0x0640 || (letter >= 0x064B && letter <= 0x0652) ||
	    letter == 0x0670;
}

/* Letters that sites spell one for another. */
static char32_t
plain_letter(char32_t letter)
{
	return letter == U'أ' || letter == U'إ' || letter == U'آ'
	    ? U'ا' : letter;
}

/* Reads the next letter that counts of `text[*at, end)`; a run of white space
 * is one space. 0 at the end. */
static char32_t
next_letter(const char *text, size_t *at, size_t end)
{
	size_t white = white_size(text, *at, end);

	while (white > 0) {
		*at += white;
		white = white_size(text, *at, end);
		if (white == 0)
			return ' ';
	}
	while (*at < end) {
		char32_t letter;

		*at += utf8_read(text + *at, end - *at, &letter);
		if (!is_passed_over(letter))
			return plain_letter(letter);
	}
	return 0;
}

static bool
is_sign(char32_t letter)
{
	if (letter < 0x80)
		return !isalnum((int)letter);
	return letter < 0xC0 || letter == U'،' || letter == U'؛' ||
	    (letter >= 0x2000 && letter < 0xFB50) || letter >= 0x1F000;
}

/* Past the bullets, quotes and arrows that `text[at, end)` begins with. */
static size_t
skip_signs(const char *text, size_t at, size_t end)
{
	while (at < end) {
		char32_t letter;
		size_t   took = utf8_read(text + at, end - at, &letter);

		if (!is_sign(letter))
			break;
		at += took;
	}
	return at;
}

static bool
is_digit(char32_t letter)
{
	return (letter >= '0' && letter <= '9') ||
	    (letter >= U'٠' && letter <= U'٩');
}

/* Whether what is left, `text[at, end)`, is as the opener wants it. */
static bool
rest_fits(enum rest rest, const char *text, size_t at, size_t end)
{
	char32_t letter = next_letter(text, &at, end);

	if (letter != 0 && !is_sign(letter) && !is_digit(letter))
		return false;           /* the word goes on */
	if (rest == ANYTHING || letter == ':')
		return true;
	while (is_sign(letter) || is_digit(letter)) {
		if (letter == 0)
			return true;
		letter = next_letter(text, &at, end);
	}
	return false;
}

static bool
opens(const struct opener *opener, const char *text, size_t at, size_t end)
{
	size_t phrase_end = strlen(opener->phrase);
	size_t in_phrase  = 0;

	while (in_phrase < phrase_end)
		if (next_letter(opener->phrase, &in_phrase, phrase_end) !=
		    next_letter(text, &at, end))
			return false;
	return rest_fits(opener->rest, text, at, end);
}

static bool
is_opener(const char *text, struct span span)
{
	size_t at  = skip_signs(text, span.start, span.end);
	size_t end = span.end - at > LOOKED_AT
	    ? utf8_start(text, at + LOOKED_AT) : span.end;

	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
		if (opens(&openers[i], text, at, end))
			return true;
	return false;
}

/* A headline among others, a button's name: short, and no sentence. */
static bool
is_item(const char *text, struct span span)
{
	return text[span.end - 1] != '.' &&
	    words_count(text, span, ITEM_WORDS + 1) <= ITEM_WORDS;
}

void
boilerplate_find(struct article *article)
{
	const char  *text  = article->text.at;
	struct part *part  = article->parts.at;
	size_t       first = article->parts.count;
	size_t       own   = 0;

	/* What the article opens with, and one paragraph. */
	while (own < first && part[own].kind != PART_PARAGRAPH)
		own++;
	for (size_t i = first, items = 0; i-- > own + 1 && items <= ITEMS;) {
		if (is_opener(text, part[i].span)) {
			first = i;
			items = 0;
		} else if (is_item(text, part[i].span))
			items++;
		else
			break;
	}
	for (; first < article->parts.count; first++)
		part[first].kind = PART_BOILERPLATE;
}
