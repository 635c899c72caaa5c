/* spelling.c: one name in two spellings.
 *
 * Foreign names are written by ear: يلدز and يلديز, ستيفان and ستافان, أنغيلا
 * and أنجيلا. Counted is how many such soft differences two words have; one
 * is allowed, two in a long word. Native Arabic names are made of the same
 * consonants with other vowels (سالم، سليم، سلام): those vary never. */
#include "language/name.h"

#include <string.h>

#include "language/hash.h"
#include "language/lexicon.h"

enum { LETTER = 2, MOST = 24 };         /* bytes; letters of a word */

static const struct lexicon_row native[] = {
	{ "محمد", 0, 0 }, { "محمود", 0, 0 }, { "احمد", 0, 0 },
	{ "حمد", 0, 0 }, { "حامد", 0, 0 }, { "حميد", 0, 0 },
	{ "حمدي", 0, 0 }, { "حمدان", 0, 0 }, { "حماد", 0, 0 },
	{ "حسن", 0, 0 }, { "حسين", 0, 0 }, { "حسان", 0, 0 },
	{ "حسني", 0, 0 }, { "الحسن", 0, 0 }, { "الحسين", 0, 0 },
	{ "الحسني", 0, 0 }, { "الحسيني", 0, 0 }, { "سالم", 0, 0 },
	{ "سليم", 0, 0 }, { "سلام", 0, 0 }, { "سلمان", 0, 0 },
	{ "سليمان", 0, 0 }, { "سلامه", 0, 0 }, { "سلمي", 0, 0 },
	{ "كامل", 0, 0 }, { "كمال", 0, 0 }, { "كميل", 0, 0 },
	{ "سعد", 0, 0 }, { "سعيد", 0, 0 }, { "سعود", 0, 0 },
	{ "سعاد", 0, 0 }, { "سعدي", 0, 0 }, { "صالح", 0, 0 },
	{ "صلاح", 0, 0 }, { "صليح", 0, 0 }, { "خالد", 0, 0 },
	{ "خلود", 0, 0 }, { "ناصر", 0, 0 }, { "نصر", 0, 0 },
	{ "نصار", 0, 0 }, { "نصير", 0, 0 }, { "نصري", 0, 0 },
	{ "جابر", 0, 0 }, { "جبر", 0, 0 }, { "جبار", 0, 0 },
	{ "جبير", 0, 0 }, { "عمر", 0, 0 }, { "عمار", 0, 0 },
	{ "عامر", 0, 0 }, { "عمرو", 0, 0 }, { "عمور", 0, 0 },
	{ "علي", 0, 0 }, { "علاء", 0, 0 }, { "عالي", 0, 0 },
	{ "ماجد", 0, 0 }, { "مجيد", 0, 0 }, { "مجدي", 0, 0 },
	{ "راشد", 0, 0 }, { "رشيد", 0, 0 }, { "رشاد", 0, 0 },
	{ "رشدي", 0, 0 }, { "طارق", 0, 0 }, { "قاسم", 0, 0 },
	{ "منير", 0, 0 }, { "منار", 0, 0 }, { "نبيل", 0, 0 },
	{ "جميل", 0, 0 }, { "جمال", 0, 0 }, { "جميله", 0, 0 },
	{ "كريم", 0, 0 }, { "كرم", 0, 0 }, { "اكرم", 0, 0 },
	{ "وليد", 0, 0 }, { "مالك", 0, 0 }, { "ملك", 0, 0 },
	{ "مليكه", 0, 0 }, { "نادر", 0, 0 }, { "نادر", 0, 0 },
	{ "زيد", 0, 0 }, { "زياد", 0, 0 }, { "زايد", 0, 0 },
	{ "يزيد", 0, 0 }, { "امين", 0, 0 }, { "ايمن", 0, 0 },
	{ "امينه", 0, 0 }, { "هشام", 0, 0 }, { "هاشم", 0, 0 },
	{ "باسم", 0, 0 }, { "بسام", 0, 0 }, { "بسيم", 0, 0 },
	{ "فهد", 0, 0 }, { "فهيد", 0, 0 }, { "فواد", 0, 0 },
	{ "فايد", 0, 0 }, { "شريف", 0, 0 }, { "شرف", 0, 0 },
	{ "اشرف", 0, 0 }, { "فارس", 0, 0 }, { "فراس", 0, 0 },
	{ "ماهر", 0, 0 }, { "مهران", 0, 0 }, { "عادل", 0, 0 },
	{ "عدلي", 0, 0 }, { "عبدالله", 0, 0 }, { "عبيدالله", 0, 0 },
	{ "عبيد", 0, 0 }, { "عابد", 0, 0 }, { "عباد", 0, 0 },
	{ "رضا", 0, 0 }, { "راضي", 0, 0 }, { "هادي", 0, 0 },
	{ "هدي", 0, 0 }, { "مهدي", 0, 0 }, { "سامي", 0, 0 },
	{ "سمير", 0, 0 }, { "سامر", 0, 0 }, { "سمر", 0, 0 },
	{ "نور", 0, 0 }, { "نوره", 0, 0 }, { "نوري", 0, 0 },
	{ "بدر", 0, 0 }, { "بدري", 0, 0 }, { "نوال", 0, 0 },
	{ "نايل", 0, 0 }, { "وايل", 0, 0 }, { "رايد", 0, 0 },
	{ "مراد", 0, 0 }, { "مريد", 0, 0 }, { "منصور", 0, 0 },
	{ "منصر", 0, 0 }, { "مسعود", 0, 0 }, { "مسعد", 0, 0 },
	{ "خليل", 0, 0 }, { "خلال", 0, 0 }, { "جلال", 0, 0 },
	{ "جليل", 0, 0 }, { "شاكر", 0, 0 }, { "شكري", 0, 0 },
	{ "صادق", 0, 0 }, { "صديق", 0, 0 }, { "صبري", 0, 0 },
	{ "صابر", 0, 0 }, { "رامي", 0, 0 }, { "ريم", 0, 0 },
	{ "قطر", 0, 0 }, { "نيجيريا", 0, 0 }, { "النيجر", 0, 0 },
	{ "عمان", 0, 0 }, { "اليمن", 0, 0 }, { "لبنان", 0, 0 },
	{ "ايران", 0, 0 }, { "العراق", 0, 0 }, { "ايرلندا", 0, 0 },
	{ "ايسلندا", 0, 0 }, { "غينيا", 0, 0 }, { "غانا", 0, 0 },
	{ "غيانا", 0, 0 }, { "غويانا", 0, 0 }, { "النمسا", 0, 0 },
};

static struct lexicon lexicon = LEXICON_OF(native);

/* Letters that stand for one sound of a foreign name. */
static int
sound_of(const char *letter)
{
	static const char *const sounds[] = {
		"غجكق", "تطث", "سصز", "دضذ", "هح", "فڤ", "بپ", "شچ"
	};

	for (size_t s = 0; s < sizeof sounds / sizeof *sounds; s++)
		for (const char *at = sounds[s]; *at != '\0'; at += LETTER)
			if (memcmp(at, letter, LETTER) == 0)
				return (int)s;
	return -1;
}

static bool
is_vowel(const char *letter)
{
	return memcmp(letter, "ا", LETTER) == 0 ||
	    memcmp(letter, "و", LETTER) == 0 ||
	    memcmp(letter, "ي", LETTER) == 0;
}

static bool
same_letter(const char *a, const char *b)
{
	return memcmp(a, b, LETTER) == 0;
}

/* What it costs that letter `a` stands where `b` does; MOST: it cannot. */
static int
exchange_cost(const char *a, const char *b)
{
	if (same_letter(a, b))
		return 0;
	if (is_vowel(a) && is_vowel(b))
		return 1;
	return sound_of(a) >= 0 && sound_of(a) == sound_of(b) ? 1 : MOST;
}

/* What it costs that the letter stands in one word alone. */
static int
extra_cost(const char *word, size_t i)
{
	const char *letter = word + i * LETTER;

	if (is_vowel(letter) && i > 0)
		return 1;
	return i > 0 && same_letter(letter, letter - LETTER) ? 1 : MOST;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* The soft differences of two words; MOST or more when others are there. */
static int
differences(const char *a, size_t a_letters, const char *b, size_t b_letters)
{
	int row[MOST + 1];

	row[0] = 0;
	for (size_t j = 0; j < b_letters; j++)
		row[j + 1] = least(row[j] + extra_cost(b, j), MOST);
	for (size_t i = 0; i < a_letters; i++) {
		int before = row[0];

		row[0] = least(row[0] + extra_cost(a, i), MOST);
		for (size_t j = 0; j < b_letters; j++) {
			int here = before + exchange_cost(a + i * LETTER,
			    b + j * LETTER);

			before = row[j + 1];
			here = least(here, row[j + 1] + extra_cost(a, i));
			here = least(here, row[j] + extra_cost(b, j));
			row[j + 1] = least(here, MOST);
		}
	}
	return row[b_letters];
}

static bool
is_arabic(const char *word, size_t size)
{
	for (size_t i = 0; i < size; i += LETTER)
		if ((unsigned char)word[i] < 0xD8 ||
		    (unsigned char)word[i] > 0xDB)
			return false;
	return size % LETTER == 0;
}

bool
words_vary(const char *a, size_t a_size, const char *b, size_t b_size)
{
	size_t longer = (a_size > b_size ? a_size : b_size) / LETTER;

	if (a_size == b_size && memcmp(a, b, a_size) == 0)
		return true;
	if (longer < 4 || longer > MOST || !is_arabic(a, a_size) ||
	    !is_arabic(b, b_size))
		return false;
	if (lexicon_find(&lexicon, a, a_size) != NULL &&
	    lexicon_find(&lexicon, b, b_size) != NULL)
		return false;
	return differences(a, a_size / LETTER, b, b_size / LETTER) <=
	    (longer < 7 ? 1 : 2);
}

uint64_t
word_sound(const char *word, size_t size)
{
	const uint64_t vowel  = UINT64_C(1) << 16;
	uint64_t       before = 0;
	uint64_t       hash   = 0;

	if (!is_arabic(word, size))
		return hash_bytes(word, size);
	for (size_t i = 0; i < size; i += LETTER) {
		int      sounds = sound_of(word + i);
		uint64_t sound  = sounds >= 0 ? (uint64_t)sounds + 1
		    : (uint64_t)(unsigned char)word[i] << 8 |
		    (unsigned char)word[i + 1];

		if (is_vowel(word + i))
			sound = vowel;
		/* A vowel, or a letter doubled, more or less. */
		if (i > 0 && (sound == vowel || sound == before))
			continue;
		hash = hash_pair(hash, sound);
		before = sound;
	}
	return hash_mix(hash);
}
