/* fold.c: spelling variants to one form. ICU decomposes the letters that
 * neither ASCII nor the Arabic block holds. */
#include "language/fold.h"

#include <stdint.h>

#include <unicode/utf16.h>

#include "bytes/icu.h"
#include "bytes/utf8.h"

enum { ARABIC = 0x0600, DROPPED = 0xFFFF };

/* What a letter U+06xx folds to; 0: to itself. */
static const uint16_t arabic_folds[256] = {
	/* Number signs and honorifics above other letters. */
	[0x10] = DROPPED, DROPPED, DROPPED, DROPPED, DROPPED, DROPPED,
	DROPPED, DROPPED, DROPPED, DROPPED, DROPPED,
	[0x1C] = DROPPED,
	[0x22] = 0x0627, 0x0627, 0x0648, 0x0627, 0x064A,
	[0x29] = 0x0647,
	[0x3B] = 0x0643, 0x0643, 0x064A, 0x064A, 0x064A,
	[0x40] = DROPPED,
	[0x49] = 0x064A,
	/* Harakat. */
	[0x4B] = DROPPED, DROPPED, DROPPED, DROPPED, DROPPED, DROPPED,
	DROPPED, DROPPED, DROPPED, DROPPED, DROPPED, DROPPED, DROPPED,
	DROPPED, DROPPED, DROPPED, DROPPED, DROPPED, DROPPED, DROPPED,
	DROPPED,
	[0x60] = '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
	[0x70] = DROPPED, 0x0627, 0x0627, 0x0627,
	[0x75] = 0x0627, 0x0648, 0x0648, 0x064A,
	[0xA9] = 0x0643,
	[0xAB] = 0x0643, 0x0643, 0x0643, 0x0643, 0x0643,
	[0xBE] = 0x0647,
	[0xC0] = 0x0647, 0x0647, 0x0647, 0x0647, 0x0648,
	[0xCC] = 0x064A, 0x064A, 0x064A, 0x0648, 0x064A, 0x064A, 0x064A,
	0x064A,
	[0xD5] = 0x0647,
	/* Quranic signs. */
	[0xD6] = DROPPED, DROPPED, DROPPED, DROPPED, DROPPED, DROPPED,
	DROPPED,
	[0xDF] = DROPPED, DROPPED, DROPPED, DROPPED, DROPPED, DROPPED,
	DROPPED, DROPPED, DROPPED, DROPPED,
	[0xEA] = DROPPED, DROPPED, DROPPED, DROPPED,
	[0xF0] = '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
};

struct range {
	char32_t first;
	char32_t last;
};

static const struct range arabic_letters[] = {
	{ 0x0620, 0x063F }, { 0x0641, 0x064A }, { 0x066E, 0x066F },
	{ 0x0671, 0x06D3 }, { 0x06D5, 0x06D5 }, { 0x06EE, 0x06EF },
	{ 0x06FA, 0x06FC }, { 0x06FF, 0x06FF }, { 0x0750, 0x077F },
	{ 0x0870, 0x0887 }, { 0x0889, 0x088E }, { 0x08A0, 0x08C9 },
	{ 0xFB50, 0xFBB1 }, { 0xFBD3, 0xFC5D }, { 0xFC64, 0xFCF1 },
	{ 0xFCF5, 0xFD3D }, { 0xFD50, 0xFD8F }, { 0xFD92, 0xFDC7 },
	{ 0xFDF0, 0xFDFB }, { 0xFE80, 0xFEFC }, { 0x1EE00, 0x1EEBB },
};

/* Marks that stand alone as presentation forms are marks as well. */
static const struct range arabic_marks[] = {
	{ 0x0610, 0x061A }, { 0x0640, 0x0640 }, { 0x064B, 0x065F },
	{ 0x0670, 0x0670 }, { 0x06D6, 0x06DC }, { 0x06DF, 0x06E8 },
	{ 0x06EA, 0x06ED }, { 0x0898, 0x089F }, { 0x08CA, 0x08E1 },
	{ 0x08E3, 0x08FF }, { 0xFBB2, 0xFBC2 }, { 0xFC5E, 0xFC63 },
	{ 0xFCF2, 0xFCF4 }, { 0xFE70, 0xFE7F },
};

static bool
in_ranges(const struct range *ranges, size_t count, char32_t letter)
{
	for (size_t i = 0; i < count && ranges[i].first <= letter; i++)
		if (letter <= ranges[i].last)
			return true;
	return false;
}

bool
letter_is_arabic(char32_t letter)
{
	return letter >= ARABIC && in_ranges(arabic_letters,
	    sizeof arabic_letters / sizeof *arabic_letters, letter);
}

bool
letter_is_mark(char32_t letter)
{
	return letter >= ARABIC && in_ranges(arabic_marks,
	    sizeof arabic_marks / sizeof *arabic_marks, letter);
}

/* The signs of Arabic news that fold to themselves, so that ICU need not be
 * asked (see bytes/icu.h): guillemets, Arabic punctuation, dashes, quotes. */
static const struct range plain_signs[] = {
	{ 0x00AB, 0x00AB }, { 0x00BB, 0x00BB }, { 0x0609, 0x060F },
	{ 0x061B, 0x061B }, { 0x061D, 0x061F }, { 0x066A, 0x066D },
	{ 0x2012, 0x2016 }, { 0x2018, 0x2023 },
};

bool
letter_is_plain_sign(char32_t letter)
{
	return letter >= 0xAB && in_ranges(plain_signs,
	    sizeof plain_signs / sizeof *plain_signs, letter);
}

bool
letter_is_invisible(char32_t letter)
{
	return letter >= 0xAD && !letter_is_plain_sign(letter) &&
	    icu_uc()->u_hasBinaryProperty((UChar32)letter,
	    UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/* A letter U+06xx. */
static size_t
fold_arabic(char32_t letter, char32_t *folded)
{
	uint16_t to = arabic_folds[letter - ARABIC];

	*folded = to == 0 ? letter : to;
	return to != DROPPED;
}

/* A letter that is its own decomposition. */
static size_t
fold_single(char32_t letter, char32_t *folded)
{
	if (letter >= ARABIC && letter < ARABIC + 256)
		return fold_arabic(letter, folded);
	/* Moroccan, Jawi and Uighur gaf and kaf of the supplement. */
	if (letter == 0x0762 || letter == 0x0763 || letter == 0x0764)
		letter = 0x0643;
	*folded = (char32_t)icu_uc()->u_foldCase((UChar32)letter,
	    U_FOLD_CASE_DEFAULT);
	return 1;
}

static size_t
fold_rare(char32_t letter, char32_t folded[FOLD_MOST])
{
	UErrorCode         error = U_ZERO_ERROR;
	const UNormalizer2 *nfkc = icu_uc()->unorm2_getNFKCInstance(&error);
	UChar              units[2 * FOLD_MOST];
	int32_t            count;
	size_t             letters = 0;

	if (letter_is_mark(letter) || letter_is_invisible(letter))
		return 0;
	count = U_FAILURE(error) ? -1 : icu_uc()->unorm2_getDecomposition(nfkc,
	    (UChar32)letter, units, 2 * FOLD_MOST, &error);
	/* A spacing accent is "space and accent" to Unicode; here a sign. */
	if (count < 0 || U_FAILURE(error) || (count > 1 && units[0] == ' '))
		return fold_single(letter, folded);
	for (int32_t i = 0; i < count && letters < FOLD_MOST; i++) {
		char32_t part = units[i];

		if (U16_IS_LEAD(units[i]) && i + 1 < count)
			part = (char32_t)U16_GET_SUPPLEMENTARY(units[i],
			    units[i + 1]), i++;
		letters += fold_single(part, folded + letters);
	}
	return letters;
}

size_t
fold_letter(char32_t letter, char32_t folded[FOLD_MOST])
{
	if (letter < 0x80) {
		*folded = letter >= 'A' && letter <= 'Z'
		    ? letter - 'A' + 'a' : letter;
		return 1;
	}
	if (letter >= ARABIC && letter < ARABIC + 256)
		return fold_arabic(letter, folded);
	if (letter_is_plain_sign(letter)) {
		*folded = letter;
		return 1;
	}
	return fold_rare(letter, folded);
}

size_t
fold_text(const char *text, size_t size, struct buffer *folded)
{
	size_t letters = 0;

	for (size_t at = 0; at < size;) {
		char32_t letter;
		char32_t forms[FOLD_MOST];
		size_t   count;

		at += utf8_read(text + at, size - at, &letter);
		count = fold_letter(letter, forms);
		letters += count;
		array_reserve(folded, count * UTF8_MOST);
		for (size_t i = 0; i < count; i++)
			folded->count += utf8_write(forms[i],
			    folded->at + folded->count);
	}
	return letters;
}

bool
fold_same(const char *a, size_t a_size, const char *b, size_t b_size)
{
	struct buffer folded = { 0 };
	size_t        middle;
	bool          same;

	fold_text(a, a_size, &folded);
	middle = folded.count;
	fold_text(b, b_size, &folded);
	same = folded.count == 2 * middle && (middle == 0 ||
	    memcmp(folded.at, folded.at + middle, middle) == 0);
	array_free(&folded);
	return same;
}
