/* digram.c: common strings of packed Arabic text as one byte each.
 *
 * In the window of Arabic the scheme (SCSU, UTS #6) leaves 62 bytes to signs
 * that are hardly ever written. Each stands for a string here, but for the
 * first: behind it a byte means itself. What is packed so is kept for ever:
 * neither table may change. */
#include "library/digram.h"

#include <stdint.h>
#include <string.h>

#include "bytes/utf8.h"

enum {
	ESCAPE  = 0x80,
	STRINGS = 61,
	LONGEST = 5,            /* bytes of a string */
	WINDOW  = 0x80,         /* the byte of the first letter of the block … */
	ARABIC  = 0x0600        /* … which is this */
};

/* The bytes, in ranges. */
static const struct { uint8_t first, last; } free_bytes[] = {
	{ 0x81, 0x8B },         /* number signs, and signs of poetry; then ، */
	{ 0x8D, 0x9A },         /* of honour, and of the Koran; then ؛ */
	{ 0x9C, 0x9E },         /* then ؟ */
	{ 0xBB, 0xBF },         /* letters of Azerbaijani and others */
	{ 0xD3, 0xDF },         /* marks of the Koran, and of other languages */
	{ 0xEE, 0xEF },         /* letters without dots */
	{ 0xF1, 0xFD },         /* letters of other languages, up to پ */
};

/* By merging the commonest pair of neighbours again and again (Gage 1994),
 * counted over 200 articles of the press (the ANT corpus). */
static const char *const strings[STRINGS] = {
	" ال", "ال", "ة ال", "ة ", " الم", "ن ", "ن ال", "لى ", "ا ", "ية ",
	" من ", " في", "ات", "ي ", "في ", " الأ", "ها ", " م", "، ", "ار",
	"ل ", " الت", " ب", " أ", "ان", "ان ", "ري", " و", "، و", " ع", "ام",
	"ول", " ل", "ة م", "لي", "ير", "بي", " ت", "سي", "دي", "ني", "اء",
	"اد", "ور", "اب", "اس", "اع", " إ", "رو", "وم", "ائ", "ها", "اف",
	"يم", "عد", "حد", "اق", "هم", ".\n\n", "\n\n", "في",
};

struct digram {
	uint8_t size;           /* 1: the byte means itself; 0: ESCAPE */
	char    at[LONGEST];    /* as the scheme has it */
};

/* Both tables in the order in which they are asked. */
struct digrams {
	struct digram of[256];          /* by the byte that stands for it */
	uint8_t       next[256];        /* another that begins the same, not
	                                 * longer; 0: none */
	uint8_t       first[256];       /* the longest that begins so */
};

static void
spell(const char *string, struct digram *digram)
{
	size_t size = strlen(string);

	digram->size = 0;
	for (size_t at = 0; at < size; digram->size++) {
		char32_t letter;

		at += utf8_read(string + at, size - at, &letter);
		digram->at[digram->size] = (char)(letter < ARABIC ? letter
		    : letter - ARABIC + WINDOW);
	}
}

/* Puts the byte behind those whose strings begin the same and are longer. */
static void
list(struct digrams *digrams, uint8_t byte)
{
	const struct digram *digram = &digrams->of[byte];
	uint8_t             *place  =
	    &digrams->first[(unsigned char)digram->at[0]];

	while (*place != 0 && digrams->of[*place].size >= digram->size)
		place = &digrams->next[*place];
	digrams->next[byte] = *place;
	*place = byte;
}

static const struct digrams *
digrams_table(void)
{
	static struct digrams digrams;
	size_t string = 0;

	if (digrams.first[' '] != 0)
		return &digrams;
	for (unsigned byte = 0; byte < 256; byte++)
		digrams.of[byte] = (struct digram){ byte != ESCAPE,
		    { (char)byte } };
	for (size_t i = 0; i < sizeof free_bytes / sizeof *free_bytes; i++)
		for (unsigned byte = free_bytes[i].first;
		    byte <= free_bytes[i].last && string < STRINGS; byte++) {
			spell(strings[string++], &digrams.of[byte]);
			list(&digrams, (uint8_t)byte);
		}
	return &digrams;
}

/* The byte that stands for the longest string that begins `text[size]`; 0:
 * none does. */
static uint8_t
byte_for(const struct digrams *digrams, const char *text, size_t size)
{
	uint8_t byte = digrams->first[(unsigned char)text[0]];

	while (byte != 0 && (digrams->of[byte].size > size ||
	    memcmp(digrams->of[byte].at, text, digrams->of[byte].size) != 0))
		byte = digrams->next[byte];
	return byte;
}

void
digrams_pack(const char *text, size_t size, struct buffer *packed)
{
	const struct digrams *digrams = digrams_table();

	for (size_t at = 0; at < size;) {
		uint8_t byte = byte_for(digrams, text + at, size - at);

		if (byte != 0) {
			array_add(packed, (char)byte);
			at += digrams->of[byte].size;
			continue;
		}
		byte = (uint8_t)text[at];
		if (digrams->of[byte].size != 1)
			array_add(packed, (char)ESCAPE);
		array_add(packed, text[at++]);
	}
}

bool
digrams_unpack(const char *packed, size_t size, struct buffer *text)
{
	const struct digrams *digrams = digrams_table();
	char                 *to;

	array_reserve(text, LONGEST * (size + 1));
	to = text->at + text->count;
	for (size_t at = 0; at < size; at++) {
		const struct digram *digram =
		    &digrams->of[(unsigned char)packed[at]];

		/* All of it, whatever its size: there is room. */
		memcpy(to, digram->at, LONGEST);
		to += digram->size;
		if (digram->size > 0)
			continue;
		if (++at == size)
			return false;
		*to++ = packed[at];
	}
	text->count = (size_t)(to - text->at);
	return true;
}
