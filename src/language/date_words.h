/* date_words.h: the words that dates are made of, as the elements which the
 * date grammar reads. */
#ifndef QARI_LANGUAGE_DATE_WORDS_H
#define QARI_LANGUAGE_DATE_WORDS_H

#include "bytes/array.h"
#include "language/lexicon.h"
#include "language/token.h"

/* What an element is. What `value` holds is said behind each. */
enum term {
	TERM_OTHER,             /* any other word or sign */
	TERM_BREAK,             /* the article's next part */
	TERM_NUMBER,            /* digits: their value */
	TERM_CARDINAL,          /* number words: their value */
	TERM_ORDINAL,           /* الثالث: 3; فاتح: 1 */
	TERM_MONTH,             /* MONTH_* bits, month and system */
	TERM_HIJRI_ADJECTIVE,   /* رمضان المبارك */
	TERM_WEEKDAY,           /* 1 Monday to 7 Sunday */
	TERM_DAY_OFFSET,        /* أمس: -1; in days from publication */
	TERM_DAY_WORD,          /* يوم */
	TERM_DAYS_WORD,         /* يومي، أيام */
	TERM_MONTH_WORD,        /* شهر */
	TERM_YEAR_WORD,         /* عام، سنة */
	TERM_YEARS_WORD,        /* عامي، أعوام، سنوات */
	TERM_YEAR_ADJECTIVE,    /* الدراسي، المالية */
	TERM_UNIT,              /* الأسبوع، الشهر: enum unit */
	TERM_UNITS_TWO,         /* العامين: enum unit */
	TERM_RELATION,          /* الماضي، الجاري، المقبل: enum relation */
	TERM_SAME,              /* نفسه، ذاته */
	TERM_SAME_OF,           /* نفس، ذات */
	TERM_THIS,              /* هذا، هذه */
	TERM_EACH,              /* كل */
	TERM_MODIFIER,          /* مطلع، منتصف، نهاية: enum modifier */
	TERM_REST,              /* بقية */
	TERM_DAY_PART,          /* صباح: enum day_part */
	TERM_DAY_PART_ADVERB,   /* صباحا: enum day_part */
	TERM_FIRST_HOURS,       /* الساعات الأولى */
	TERM_HOUR_WORD,         /* الساعة */
	TERM_EXACTLY,           /* تمام */
	TERM_CLOCK_POINT,       /* منتصف الليل: hour */
	TERM_ZONE,              /* ت غ، بتوقيت غرينتش: minutes east of UTC,
	                         * or ZONE_LOCAL: بالتوقيت المحلي */
	TERM_ERA_AD,            /* م، ميلادية */
	TERM_ERA_BC,            /* قبل الميلاد */
	TERM_ERA_HIJRI,         /* هـ، هجرية */
	TERM_QUARTER,           /* الربع */
	TERM_HALF,              /* النصف */
	TERM_THIRD,             /* الثلث */
	TERM_LAST,              /* الأخير */
	TERM_MONTHS,            /* الأشهر */
	TERM_DAY_COUNTED,       /* يوما */
	TERM_SEASON,            /* صيف: enum season */
	TERM_THE_SEASON,        /* الصيف: enum season */
	TERM_DECADE,            /* ثمانينيات: 80 */
	TERM_THE_DECADE,        /* الثمانينيات: 80 */
	TERM_CENTURY_WORD,      /* القرن */
	TERM_EQUALLING,         /* الموافق */
	TERM_OF_IT,             /* منه */
	TERM_FROM,              /* من */
	TERM_IN,                /* في */
	TERM_UNTIL,             /* إلى، حتى، إلى غاية */
	TERM_ON,                /* على */
	TERM_OR,                /* أو */
	TERM_AND,               /* و, also as a clitic */
	TERM_FOR,               /* ل, as a clitic */
	TERM_BY,                /* ب, as a clitic */
	TERM_ARTICLE,           /* الـ before digits */
	TERM_NIGHT_OF,          /* الواحدة بعد منتصف الليل */
	TERM_SLASH,
	TERM_DASH,
	TERM_COMMA,
	TERM_DOT,
	TERM_COLON,
	TERM_OPEN,
	TERM_CLOSE,
	TERMS
};

enum {
	MONTH_NUMBER = 0x00F,           /* 1 to 12 */
	MONTH_HIJRI  = 0x010,
	MONTH_LEVANT = 0x020,
	MONTH_WEAK   = 0x040            /* the word means other things too */
};

enum unit {
	UNIT_NONE, UNIT_DAY, UNIT_NIGHT, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR,
	UNIT_DECADE, UNIT_CENTURY, UNIT_MILLENNIUM
};

enum relation {
	RELATION_NONE,
	RELATION_LAST,          /* الماضي */
	RELATION_THIS,          /* الجاري */
	RELATION_NEXT,          /* المقبل */
	RELATION_BEFORE,        /* السابق: before another date in the text */
	RELATION_AFTER,         /* التالي */
	RELATION_SAME,          /* نفسه: the same as another date's */
	RELATION_DUAL           /* added: الماضيين, of two */
};

enum modifier { MODIFIER_NONE, MODIFIER_START, MODIFIER_MID, MODIFIER_END };

enum day_part {
	PART_OF_DAY_NONE, PART_OF_DAY_MORNING, PART_OF_DAY_AFTERNOON,
	PART_OF_DAY_EVENING, PART_OF_DAY_NIGHT
};

enum { ZONE_LOCAL = 9999 };

enum season { SEASON_NONE, SPRING, SUMMER, AUTUMN, WINTER };

struct element {
	struct span span;               /* bytes of the text */
	int32_t     value;
	uint32_t    token;              /* its first token … */
	uint32_t    last;               /* … and last, in */
	uint8_t     term;               /* enum term */
	uint8_t     digits;             /* of a TERM_NUMBER */
	bool        spaced;             /* white space stands before it */
};

struct elements ARRAY_OF(struct element);

/* The words of dates: class an enum term, value the element's. */
extern struct lexicon date_lexicon;

/* All tokens as elements. A clitic is an element of its own. */
struct elements elements_of(const struct tokens *tokens);

#endif
