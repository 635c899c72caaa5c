/* compose.c: alef and a hamza above it become one letter, as NFC has it
 * (UAX #15), each letter keeping its byte. ICU composes. */
#include "layout/letters.h"

#include <unicode/utf16.h>

#include "bytes/icu.h"

enum {
	SEGMENT = 48,           /* letters looked at together */
	UNITS   = 3 * 2 * SEGMENT /* UTF-16; NFC at most trebles them */
};

/* The end of the letters from `start` that NFC may join or reorder. A
 * stand-in takes no marks. */
static size_t
segment_end(const struct paragraph *paragraph, const UNormalizer2 *nfc,
    size_t start)
{
	size_t end = start + 1;

	while (end < paragraph->letters && end - start < SEGMENT &&
	    paragraph->property[end - 1].kind != KIND_CONTROL &&
	    !icu_uc()->unorm2_hasBoundaryBefore(nfc,
	    (UChar32)paragraph->letter[end]))
		end++;
	return end;
}

static bool
may_change(const struct paragraph *paragraph, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++)
		if ((paragraph->property[i].flags & PROPERTY_COMPOSES) != 0)
			return true;
	return false;
}

/* The composed letters of a segment as UTF-16; how many units. */
static int32_t
compose(const struct paragraph *paragraph, const UNormalizer2 *nfc,
    size_t start, size_t end, UChar composed[UNITS])
{
	UErrorCode error = U_ZERO_ERROR;
	UChar      units[2 * SEGMENT];
	int32_t    count = 0;

	/* Most are a letter and its mark; a pair that is composed is all of
	 * its NFC, and quickly found. */
	if (end - start == 2) {
		UChar32 pair = icu_uc()->unorm2_composePair(nfc,
		    (UChar32)paragraph->letter[start],
		    (UChar32)paragraph->letter[start + 1]);

		if (pair >= 0) {
			U16_APPEND_UNSAFE(composed, count, pair);
			return count;
		}
	}
	for (size_t i = start; i < end; i++)
		U16_APPEND_UNSAFE(units, count, paragraph->letter[i]);
	count = icu_uc()->unorm2_normalize(nfc, units, count, composed,
	    UNITS, &error);
	return U_FAILURE(error) ? 0 : count;
}

static void
add_composed(struct paragraph *into, const struct paragraph *from,
    size_t start, size_t end, const UChar *units, int32_t count)
{
	size_t at = start;

	for (int32_t i = 0; i < count;) {
		char32_t letter = units[i++];

		if (U16_IS_LEAD(letter) && i < count)
			letter = (char32_t)U16_GET_SUPPLEMENTARY(letter,
			    units[i++]);
		letters_add(into, letter, *property_of(letter),
		    from->byte[at]);
		if (at + 1 < end)
			at++;
	}
}

static void
add_same(struct paragraph *into, const struct paragraph *from, size_t start,
    size_t end)
{
	for (size_t i = start; i < end; i++)
		letters_add(into, from->letter[i], from->property[i],
		    from->byte[i]);
}

void
letters_compose(struct paragraph *paragraph)
{
	UErrorCode          error = U_ZERO_ERROR;
	const UNormalizer2 *nfc   = icu_uc()->unorm2_getNFCInstance(&error);
	struct paragraph    into;

	if (U_FAILURE(error))
		return;
	letters_new(&into, paragraph->room, paragraph->start);
	for (size_t at = 0, end; at < paragraph->letters; at = end) {
		UChar   units[UNITS];
		int32_t count = 0;

		end = segment_end(paragraph, nfc, at);
		if (may_change(paragraph, at, end))
			count = compose(paragraph, nfc, at, end, units);
		if (count > 0)
			add_composed(&into, paragraph, at, end, units, count);
		else
			add_same(&into, paragraph, at, end);
	}
	into.byte[into.letters] = paragraph->byte[paragraph->letters];
	letters_free(paragraph);
	*paragraph = into;
}
