/* sequence.c: the rules of UAX #9 for one isolating run sequence: weak
 * classes, brackets, neutrals. ICU pairs the brackets that are not ASCII. */
#include "layout/sequence.h"

#include <string.h>

#include "bytes/icu.h"

enum { BRACKETS = 63 };         /* BD16: openers that may be pending */

#define NEUTRALS (BIDI_ISOLATES | SET_OF(BIDI_B) | SET_OF(BIDI_S) |         \
	SET_OF(BIDI_WS) | SET_OF(BIDI_ON))                      /* NI */

/* What a class counts as among neutrals (N0, N1); BIDI_ON when it is one. */
static uint8_t
strong_of(uint8_t class)
{
	switch (class) {
	case BIDI_L:
		return BIDI_L;
	case BIDI_R:
	case BIDI_AL:
	case BIDI_EN:
	case BIDI_AN:
		return BIDI_R;
	default:
		return BIDI_ON;
	}
}

/* W1 to W3. */
static void
resolve_marks_and_digits(struct sequence *s)
{
	uint8_t before = s->sos;
	uint8_t strong = s->sos;

	for (size_t i = 0; i < s->count; i++) {
		uint8_t class = s->class[i];

		if (class == BIDI_NSM)
			class = SET_HOLDS(BIDI_ISOLATES, before)
			    ? BIDI_ON : before;
		before = class;
		if (class == BIDI_L || class == BIDI_R || class == BIDI_AL)
			strong = class;
		if (class == BIDI_EN && strong == BIDI_AL)
			class = BIDI_AN;
		s->class[i] = class;
	}
	for (size_t i = 0; i < s->count; i++)
		if (s->class[i] == BIDI_AL)
			s->class[i] = BIDI_R;
}

/* W4: one separator between numbers. */
static void
resolve_separators(struct sequence *s)
{
	for (size_t i = 1; i + 1 < s->count; i++) {
		uint8_t class  = s->class[i];
		uint8_t before = s->class[i - 1];

		if (before == s->class[i + 1] &&
		    ((before == BIDI_EN &&
		    (class == BIDI_ES || class == BIDI_CS)) ||
		    (before == BIDI_AN && class == BIDI_CS)))
			s->class[i] = before;
	}
}

/* The end of the classes from `i` that lie in `set`. */
static size_t
stretch(const struct sequence *s, size_t i, uint64_t set)
{
	while (i < s->count && SET_HOLDS(set, s->class[i]))
		i++;
	return i;
}

/* W5 to W7: signs beside numbers, the other signs, numbers after Latin. */
static void
resolve_signs(struct sequence *s)
{
	uint8_t strong = s->sos;

	for (size_t i = 0, end; i < s->count; i = end + 1) {
		end = stretch(s, i, SET_OF(BIDI_ET));
		if ((i > 0 && s->class[i - 1] == BIDI_EN) ||
		    (end < s->count && s->class[end] == BIDI_EN))
			memset(s->class + i, BIDI_EN, end - i);
	}
	for (size_t i = 0; i < s->count; i++) {
		uint8_t class = s->class[i];

		if (class == BIDI_ET || class == BIDI_ES || class == BIDI_CS)
			s->class[i] = BIDI_ON;
		else if (class == BIDI_L || class == BIDI_R)
			strong = class;
		else if (class == BIDI_EN && strong == BIDI_L)
			s->class[i] = BIDI_L;
	}
}

/* The brackets of ASCII, as bracket_of() has them. */
static int
plain_bracket_of(char32_t letter, char32_t *pair)
{
	static const char brackets[] = "()[]{}";
	const char       *bracket    = strchr(brackets, (int)letter);

	*pair = letter;
	if (letter == 0 || bracket == NULL)
		return 0;
	if ((bracket - brackets) % 2 != 0)
		return -1;
	*pair = (unsigned char)bracket[1];
	return 1;
}

/* BD14, BD15 and the canonical equivalents BD16 speaks of: +1 opens, -1
 * closes, 0 neither; `*pair` gets what names the pair. */
static int
icu_bracket_of(char32_t letter, char32_t *pair)
{
	const struct icu_uc *icu  = icu_uc();
	int                  type = icu->u_getIntPropertyValue(
	    (UChar32)letter, UCHAR_BIDI_PAIRED_BRACKET_TYPE);

	*pair = letter;
	if (type == U_BPT_OPEN)
		*pair = (char32_t)icu->u_getBidiPairedBracket(
		    (UChar32)letter);
	if (*pair == 0x232A)
		*pair = 0x3009;
	return type == U_BPT_OPEN ? 1 : type == U_BPT_CLOSE ? -1 : 0;
}

static int
bracket_of(char32_t letter, char32_t *pair)
{
	return letter < 0x80 ? plain_bracket_of(letter, pair)
	    : icu_bracket_of(letter, pair);
}

struct opener {
	char32_t pair;
	uint32_t place;
	uint8_t  inside;
};

/* Closes the latest pending opener of `pair`, if any; those after it are
 * given up, what they enclose is enclosed still. */
static size_t
close_bracket(struct sequence *s, struct opener *pending, size_t count,
    char32_t pair, size_t place)
{
	size_t  at     = count;
	uint8_t inside = 0;

	while (at > 0 && pending[at - 1].pair != pair)
		at--;
	if (at == 0)
		return count;
	for (size_t i = at - 1; i < count; i++)
		inside |= pending[i].inside;
	s->closer[pending[at - 1].place] = (uint32_t)place;
	s->inside[pending[at - 1].place] = inside;
	if (at > 1)
		pending[at - 2].inside |= inside;
	return at - 1;
}

/* BD16. */
static void
pair_brackets(struct sequence *s)
{
	struct opener pending[BRACKETS];
	size_t        count = 0;

	memset(s->closer, 0, s->count * sizeof *s->closer);
	for (size_t i = 0; i < s->count; i++) {
		uint32_t letter = s->letter[i];
		uint8_t  strong = strong_of(s->class[i]);
		char32_t pair;
		int      way;

		if (strong != BIDI_ON && count > 0)
			pending[count - 1].inside |=
			    (uint8_t)SET_OF(strong);
		if (s->class[i] != BIDI_ON || (s->property[letter].flags &
		    PROPERTY_BRACKET) == 0)
			continue;
		way = bracket_of(s->text[letter], &pair);
		if (way > 0 && count == BRACKETS) {
			memset(s->closer, 0, s->count * sizeof *s->closer);
			return;
		}
		if (way > 0)
			pending[count++] = (struct opener){
				pair, (uint32_t)i, 0
			};
		else if (way < 0)
			count = close_bracket(s, pending, count, pair, i);
	}
}

/* A bracket's new class is also that of the marks on it. */
static void
set_bracket(struct sequence *s, size_t place,
    uint8_t class)
{
	do
		s->class[place++] = class;
	while (place < s->count && s->explicit[s->letter[place]] == BIDI_NSM);
}

/* N0. */
static void
resolve_brackets(struct sequence *s)
{
	uint8_t before = s->sos;

	pair_brackets(s);
	for (size_t i = 0; i < s->count; i++) {
		if (s->closer[i] != 0 && s->inside[i] != 0) {
			uint8_t class = SET_HOLDS(s->inside[i], s->embedding)
			    ? s->embedding : before;

			set_bracket(s, i, class);
			set_bracket(s, s->closer[i], class);
		}
		if (strong_of(s->class[i]) != BIDI_ON)
			before = strong_of(s->class[i]);
	}
}

/* N1, N2. */
static void
resolve_neutrals(struct sequence *s)
{
	for (size_t i = 0, end; i < s->count; i = end + 1) {
		uint8_t before = i > 0 ? strong_of(s->class[i - 1]) : s->sos;
		uint8_t after;

		end = stretch(s, i, NEUTRALS);
		after = end < s->count ? strong_of(s->class[end]) : s->eos;
		memset(s->class + i, before == after ? before : s->embedding,
		    end - i);
	}
}

void
sequence_resolve(struct sequence *s)
{
	resolve_marks_and_digits(s);
	resolve_separators(s);
	resolve_signs(s);
	resolve_brackets(s);
	resolve_neutrals(s);
}
