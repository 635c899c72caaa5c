/* same.c: whether two names are one, and why.
 *
 * Look-alikes stay apart: brothers share a surname, a son's full name holds
 * his father's, a ministry differs from another by one word, and a word more
 * at the end makes another body, cup or place. */
#include "language/name.h"

#include <string.h>

#include "language/lexicon.h"

#define ARTICLE "ال"

/* Words in front of a name that the shorter name does without. */
static const struct lexicon_row heads[] = {
	{ "منظمه", KIND_AGENCY, 0 }, { "حركه", KIND_AGENCY, 0 },
	{ "حزب", KIND_AGENCY, 0 }, { "شركه", KIND_AGENCY, 0 },
	{ "تنظيم", KIND_AGENCY, 0 }, { "نادي", KIND_AGENCY, 0 },
	{ "فريق", KIND_AGENCY, 0 }, { "صحيفه", KIND_AGENCY, 0 },
	{ "جريده", KIND_AGENCY, 0 }, { "قناه", KIND_AGENCY, 0 },
	{ "موقع", KIND_AGENCY, 0 }, { "شبكه", KIND_AGENCY, 0 },
	{ "وكاله", KIND_AGENCY, 0 }, { "جماعه", KIND_AGENCY, 0 },
	{ "مجموعه", KIND_AGENCY, 0 }, { "جمعيه", KIND_AGENCY, 0 },
	{ "حلف", KIND_AGENCY, 0 }, { "ميليشيا", KIND_AGENCY, 0 },
	{ "ميليشيات", KIND_AGENCY, 0 }, { "موسسه", KIND_AGENCY, 0 },
	{ "مهرجان", KIND_EVENT, 0 }, { "معرض", KIND_EVENT, 0 },
	{ "عمليه", KIND_EVENT, 0 },
	{ "جمهوريه", KIND_PLACE, 0 }, { "دوله", KIND_PLACE, 0 },
	{ "مملكه", KIND_PLACE, 0 }, { "سلطنه", KIND_PLACE, 0 },
	{ "اماره", KIND_PLACE, 0 }, { "مدينه", KIND_PLACE, 0 },
	{ "محافظه", KIND_PLACE, 0 }, { "ولايه", KIND_PLACE, 0 },
};

static struct lexicon head_lexicon = LEXICON_OF(heads);

/* First words that tell what kind of name it is. */
static const struct lexicon_row kinds[] = {
	{ "وزاره", KIND_AGENCY, 0 }, { "مجلس", KIND_AGENCY, 0 },
	{ "مكتب", KIND_AGENCY, 0 }, { "المديريه", KIND_AGENCY, 0 },
	{ "جامعه", KIND_AGENCY, 0 }, { "محكمه", KIND_AGENCY, 0 },
	{ "اتحاد", KIND_AGENCY, 0 }, { "الاتحاد", KIND_AGENCY, 0 },
	{ "هييه", KIND_AGENCY, 0 }, { "لجنه", KIND_AGENCY, 0 },
	{ "بنك", KIND_AGENCY, 0 }, { "مركز", KIND_AGENCY, 0 },
	{ "معهد", KIND_AGENCY, 0 }, { "مستشفي", KIND_AGENCY, 0 },
	{ "كليه", KIND_AGENCY, 0 }, { "مدرسه", KIND_AGENCY, 0 },
	{ "مطار", KIND_PLACE, 0 }, { "استاد", KIND_PLACE, 0 },
	{ "ملعب", KIND_PLACE, 0 }, { "شارع", KIND_PLACE, 0 },
	{ "جزيره", KIND_PLACE, 0 }, { "نهر", KIND_PLACE, 0 },
	{ "جبل", KIND_PLACE, 0 }, { "ميناء", KIND_PLACE, 0 },
	{ "جنوب", KIND_PLACE, 0 }, { "قصر", KIND_PLACE, 0 },
	{ "الجمهوريه", KIND_PLACE, 0 }, { "المملكه", KIND_PLACE, 0 },
	{ "كاس", KIND_EVENT, 0 }, { "دوري", KIND_EVENT, 0 },
	{ "الدوري", KIND_EVENT, 0 }, { "بطوله", KIND_EVENT, 0 },
	{ "موتمر", KIND_EVENT, 0 }, { "قمه", KIND_EVENT, 0 },
	{ "المعرض", KIND_EVENT, 0 }, { "المهرجان", KIND_EVENT, 0 },
	{ "ايام", KIND_EVENT, 0 }, { "عيد", KIND_EVENT, 0 },
	{ "الملك", KIND_PERSON, 0 }, { "الامير", KIND_PERSON, 0 },
	{ "الرييس", KIND_PERSON, 0 }, { "الشيخ", KIND_PERSON, 0 },
};

static struct lexicon kind_lexicon = LEXICON_OF(kinds);

static const struct lexicon_row *
first_word_in(struct lexicon *lexicon, const struct name *name)
{
	size_t      size;
	const char *word;

	if (name->words == 0)
		return NULL;
	word = name_word(name, 0, &size);
	return lexicon_find(lexicon, word, size);
}

enum kind
name_kind(const struct name *name)
{
	const struct lexicon_row *row = first_word_in(&kind_lexicon, name);

	if (row == NULL)
		row = first_word_in(&head_lexicon, name);
	if (row != NULL)
		return (enum kind)row->class;
	return name->state >= 0 ? KIND_PLACE
	    : name->alias >= 0 ? KIND_AGENCY : KINDS;
}

static bool
equal(const char *a, size_t a_size, const char *b, size_t b_size)
{
	return a_size == b_size && memcmp(a, b, a_size) == 0;
}

/* The whole names, as if written without spaces. */
static bool
same_from(const struct name *a, size_t a_words, const struct name *b,
    size_t b_words, bool article)
{
	size_t a_size, b_size;
	const char *a_text = name_from(a, a_words, article, &a_size);
	const char *b_text = name_from(b, b_words, article, &b_size);

	return a_size > 0 && equal(a_text, a_size, b_text, b_size);
}

static bool
words_equal(const struct name *a, size_t i, const struct name *b, size_t j)
{
	size_t a_size, b_size;
	const char *a_word = name_word(a, i, &a_size);
	const char *b_word = name_word(b, j, &b_size);

	return equal(a_word, a_size, b_word, b_size);
}

static bool
words_same(const struct name *a, size_t i, const struct name *b, size_t j)
{
	size_t a_size, b_size;
	const char *a_word = name_word(a, i, &a_size);
	const char *b_word = name_word(b, j, &b_size);

	return words_vary(a_word, a_size, b_word, b_size);
}

/* Whether words [0, count) of `a` from `i` on are those of `b` from `j`. */
static bool
run_same(const struct name *a, size_t i, const struct name *b, size_t j,
    size_t count)
{
	for (size_t w = 0; w < count; w++)
		if (!words_same(a, i + w, b, j + w))
			return false;
	return true;
}

/* A letter's name in the middle: جورج دبليو بوش is not جورج بوش. */
static bool
holds_initial(const struct name *name)
{
	static const char *const letters[] = {
		"دبليو", "دابليو", "اف", "اتش", "جيه", "جي", "اس", "دي"
	};

	for (size_t i = 1; i + 1 < name->words; i++)
		for (size_t l = 0; l < sizeof letters / sizeof *letters; l++)
			if (name_word_is(name, i, letters[l]))
				return true;
	return false;
}

/* `brief` has fewer words than `full`. */
static enum sameness
shorter_person(const struct name *brief, const struct name *full)
{
	size_t b = brief->words, f = full->words;

	if (b == 1) {
		for (size_t i = f; i-- > 1;)
			if (words_same(brief, 0, full, i))
				return SAME_SHORTER;
		return DIFFERENT;
	}
	/* "محمد بن سلمان بن عبدالعزيز" */
	if (run_same(brief, 0, full, 0, b))
		return SAME_SHORTER;
	/* "طيب أردوغان"; three words and more may be the father's. */
	if (run_same(brief, 0, full, f - b, b))
		return b == 2 ? SAME_SHORTER : DIFFERENT;
	/* "أحمد أوغلو" */
	if (words_same(brief, 0, full, 0) &&
	    words_same(brief, b - 1, full, f - 1) &&
	    !holds_initial(full) && b == 2)
		return SAME_SHORTER;
	return DIFFERENT;
}

static enum sameness
compare_people(const struct name *a, const struct name *b)
{
	if (a->words == b->words)
		return run_same(a, 0, b, 0, a->words) ? SAME_VARIANT
		    : DIFFERENT;
	return a->words < b->words ? shorter_person(a, b)
	    : shorter_person(b, a);
}

/* "منظمة أوبك" and "أوبك", "جمهورية كازاخستان" and "كازاخستان". */
static bool
differ_by_head(enum kind kind, const struct name *longer,
    const struct name *brief)
{
	const struct lexicon_row *row = first_word_in(&head_lexicon, longer);

	return row != NULL && (kind == KINDS || row->class == (int)kind) &&
	    longer->words > 1 && same_from(longer, 1, brief, 0, true);
}

/* "المديرية العامة للأمن الوطني" and "الأمن الوطني": what the head governs
 * with ل, the article put back. */
static bool
is_governed(const struct name *longer, const struct name *brief)
{
	const size_t lam = sizeof "لل" - 1;
	size_t size, brief_size;
	const char *rest;
	const char *bare = name_from(brief, 0, true, &brief_size);

	if (brief->words < 2)
		return false;
	for (size_t i = 1; i < longer->words; i++) {
		rest = name_from(longer, i, false, &size);
		if (size > lam && memcmp(rest, "لل", lam) == 0 &&
		    equal(rest + lam, size - lam, bare, brief_size) &&
		    bare != brief->folded)
			return true;
	}
	return false;
}

/* "المملكة المغربية", "الجمهورية الإسلامية الإيرانية": an adjective made of
 * the short name. */
static bool
is_official(const struct name *official, const struct name *brief)
{
	size_t size, brief_size;
	const char *stem = name_from(brief, 0, true, &brief_size);
	const size_t letter = sizeof "ا" - 1;

	if (brief->words != 1 || official->words < 2 ||
	    !(name_word_is(official, 0, "الجمهوريه") ||
	    name_word_is(official, 0, "المملكه")))
		return false;
	/* تركيا: ترك; سوريه: سور; المغرب: مغرب */
	while (brief_size > 3 * letter && (memcmp(stem + brief_size - letter,
	    "ا", letter) == 0 || memcmp(stem + brief_size - letter, "ي",
	    letter) == 0 || memcmp(stem + brief_size - letter, "ه",
	    letter) == 0))
		brief_size -= letter;
	for (size_t i = 1; i < official->words; i++) {
		const char *word = name_word(official, i, &size);

		if (size > sizeof ARTICLE - 1 + brief_size &&
		    memcmp(word, ARTICLE, sizeof ARTICLE - 1) == 0 &&
		    memcmp(word + sizeof ARTICLE - 1, stem, brief_size) == 0 &&
		    size <= sizeof ARTICLE - 1 + brief_size + 4 * letter)
			return true;
	}
	return false;
}

/* Words of bodies, events and places are Arabic nouns, for which another
 * vowel is another word: only long ones without article may vary. */
static bool
noun_varies(const struct name *a, const struct name *b, size_t i)
{
	size_t a_size, b_size;
	const char *a_word = name_word(a, i, &a_size);
	const char *b_word = name_word(b, i, &b_size);
	const size_t article = sizeof ARTICLE - 1;

	return a_size >= 10 && b_size >= 10 &&
	    memcmp(a_word, ARTICLE, article) != 0 &&
	    memcmp(b_word, ARTICLE, article) != 0 &&
	    words_vary(a_word, a_size, b_word, b_size);
}

static bool
spelt_alike(const struct name *a, const struct name *b)
{
	if (a->words != b->words)
		return false;
	for (size_t i = 0; i < a->words; i++)
		if (!words_equal(a, i, b, i) && !noun_varies(a, b, i))
			return false;
	return true;
}

static enum sameness
compare_others(enum kind kind, const struct name *a, const struct name *b)
{
	if (differ_by_head(kind, a, b) || differ_by_head(kind, b, a))
		return SAME_SHORTER;
	if (kind != KIND_PLACE && (is_governed(a, b) || is_governed(b, a)))
		return SAME_SHORTER;
	if (is_official(a, b) || is_official(b, a))
		return SAME_KNOWN;
	return spelt_alike(a, b) ? SAME_VARIANT : DIFFERENT;
}

static bool
listed_together(const struct name *a, const struct name *b)
{
	return (a->alias >= 0 && a->alias == b->alias) ||
	    (a->state >= 0 && a->state == b->state);
}

static bool
same_words(const struct name *a, const struct name *b)
{
	if (a->words != b->words)
		return false;
	for (size_t i = 0; i < a->words; i++)
		if (!words_equal(a, i, b, i))
			return false;
	return true;
}

enum sameness
compare_names(enum kind kind, const struct name *a, const struct name *b)
{
	if (a->words == 0 || b->words == 0)
		return DIFFERENT;
	if (same_words(a, b))
		return SAME_SPELLING;
	if (same_from(a, 0, b, 0, false))
		return SAME_SPACING;
	if (same_from(a, 0, b, 0, true))
		return SAME_SHORTER;
	if (listed_together(a, b))
		return SAME_KNOWN;
	if (kind == KIND_PERSON)
		return compare_people(a, b);
	return compare_others(kind, a, b);
}

/* Of any kind: what neither name's first word tells, the rules of both
 * people and others may join. */
static enum sameness
compare_unknown(const struct name *a, const struct name *b)
{
	enum kind     a_kind = name_kind(a), b_kind = name_kind(b);
	enum kind     kind   = a_kind != KINDS ? a_kind : b_kind;
	enum sameness found;

	if (a_kind != KINDS && b_kind != KINDS && a_kind != b_kind)
		return compare_names(KIND_EVENT, a, b);
	found = compare_names(kind, a, b);
	if (found != DIFFERENT || kind != KINDS)
		return found;
	return compare_names(KIND_PERSON, a, b);
}

enum sameness
names_compare(enum kind kind, const char *a, const char *b)
{
	struct name one, two;

	name_read(&one, a, strlen(a));
	name_read(&two, b, strlen(b));
	name_look_up(&one);
	name_look_up(&two);
	return kind == KINDS ? compare_unknown(&one, &two)
	    : compare_names(kind, &one, &two);
}
