/* property.c: what Unicode says of a letter. Of the letters that news is made
 * of a table says it, so that most articles are set without ICU; of others
 * ICU is asked once, and the answer kept for the next time. */
#include "layout/property.h"

#include "bytes/icu.h"

_Static_assert((int)BIDI_AL == U_RIGHT_TO_LEFT_ARABIC &&
    (int)BIDI_BN == U_BOUNDARY_NEUTRAL &&
    (int)BIDI_PDI == U_POP_DIRECTIONAL_ISOLATE,
    "the classes are numbered as ICU numbers them");

struct property_kept properties_kept[PROPERTIES_KEPT];

static bool
has(char32_t letter, UProperty property)
{
	return icu_uc()->u_hasBinaryProperty((UChar32)letter, property);
}

static int
value(char32_t letter, UProperty property)
{
	return (int)icu_uc()->u_getIntPropertyValue((UChar32)letter, property);
}

/* U+0600 and its kind precede the digits they enclose, and are seen. */
static enum kind
kind_of_format(char32_t letter)
{
	return has(letter, UCHAR_PREPENDED_CONCATENATION_MARK)
	    ? KIND_BASE : KIND_FORMAT;
}

/* No-break spaces have no break class that would let them hang. */
static enum kind
kind_of_space(char32_t letter)
{
	return value(letter, UCHAR_LINE_BREAK) == U_LB_GLUE
	    ? KIND_BASE : KIND_SPACE;
}

/* A vowel or trailing consonant of a Hangul syllable stands on its lead. */
static enum kind
kind_of_letter(char32_t letter)
{
	int type = value(letter, UCHAR_HANGUL_SYLLABLE_TYPE);

	return type == U_HST_VOWEL_JAMO || type == U_HST_TRAILING_JAMO
	    ? KIND_MARK : KIND_BASE;
}

/* What is not assigned, private or a control may mean anything to a terminal
 * (trust.md, 1); about flags they disagree. */
static enum kind
kind_of(char32_t letter)
{
	int8_t category = icu_uc()->u_charType((UChar32)letter);

	if (letter == '\t')
		return KIND_TAB;
	if (letter > 0x10FFFF || category == U_UNASSIGNED ||
	    has(letter, UCHAR_REGIONAL_INDICATOR))
		return KIND_CONTROL;
	if (has(letter, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
		return KIND_FORMAT;
	switch (category) {
	case U_CONTROL_CHAR:
	case U_LINE_SEPARATOR:
	case U_PARAGRAPH_SEPARATOR:
	case U_PRIVATE_USE_CHAR:
	case U_SURROGATE:
		return KIND_CONTROL;
	case U_FORMAT_CHAR:
		return kind_of_format(letter);
	case U_NON_SPACING_MARK:
	case U_ENCLOSING_MARK:
		return KIND_MARK;
	case U_SPACE_SEPARATOR:
		return kind_of_space(letter);
	default:
		return kind_of_letter(letter);
	}
}

static uint8_t
columns_of(char32_t letter, enum kind kind)
{
	int wide = value(letter, UCHAR_EAST_ASIAN_WIDTH);

	if (kind != KIND_BASE && kind != KIND_SPACE)
		return 0;
	return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

/* Madda and hamza stay: they make other letters, as NFC knows. */
static bool
is_haraka(char32_t letter, enum kind kind)
{
	return kind == KIND_MARK && (letter < 0x653 || letter > 0x655) &&
	    ((0x610 <= letter && letter <= 0x6ED) ||
	    (0x898 <= letter && letter <= 0x8FF));
}

static uint16_t
flags_of(char32_t letter, const struct property *property)
{
	uint16_t flags = 0;

	if (has(letter, UCHAR_BIDI_MIRRORED))
		flags |= PROPERTY_MIRRORED;
	if (value(letter, UCHAR_BIDI_PAIRED_BRACKET_TYPE) != U_BPT_NONE)
		flags |= PROPERTY_BRACKET;
	if (value(letter, UCHAR_NFC_QUICK_CHECK) != UNORM_YES)
		flags |= PROPERTY_COMPOSES;
	if (is_haraka(letter, property->kind))
		flags |= PROPERTY_HARAKA;
	if (has(letter, UCHAR_EXTENDED_PICTOGRAPHIC))
		flags |= PROPERTY_PICTURE;
	if (has(letter, UCHAR_EMOJI_MODIFIER))
		flags |= PROPERTY_MODIFIER;
	if (property->joining != U_JT_NON_JOINING &&
	    property->joining != U_JT_TRANSPARENT)
		flags |= PROPERTY_JOINS;
	return flags;
}

/* LB30 excepts wide brackets; 0, "unknown", sends them to ICU. */
static uint8_t
breaking_of(char32_t letter, const struct property *property)
{
	int breaking = value(letter, UCHAR_LINE_BREAK);

	if (property->columns == 2 && (breaking == U_LB_OPEN_PUNCTUATION ||
	    breaking == U_LB_CLOSE_PARENTHESIS))
		return U_LB_UNKNOWN;
	return (uint8_t)breaking;
}

struct property
property_of_icu(char32_t letter)
{
	struct property property = { 0 };

	property.kind = (uint8_t)kind_of(letter);
	property.class = (uint8_t)icu_uc()->u_charDirection((UChar32)letter);
	property.joining = (uint8_t)value(letter, UCHAR_JOINING_TYPE);
	property.columns = columns_of(letter, property.kind);
	property.breaking = breaking_of(letter, &property);
	property.flags = flags_of(letter, &property);
	return property;
}

/* Rows of what property_of_icu() answers, which tests/unit/layout_property
 * compares and, told to, writes. */
static const struct property latin_common[] = {
#define LATIN(...)  { __VA_ARGS__ },
#define ARABIC(...)
#define SIGN(...)
#include "layout/property_common.def"
#undef LATIN
#undef ARABIC
#undef SIGN
};

static const struct property arabic_common[] = {
#define LATIN(...)
#define ARABIC(...) { __VA_ARGS__ },
#define SIGN(...)
#include "layout/property_common.def"
#undef LATIN
#undef ARABIC
#undef SIGN
};

static const struct property sign_common[] = {
#define LATIN(...)
#define ARABIC(...)
#define SIGN(...)   { __VA_ARGS__ },
#include "layout/property_common.def"
#undef LATIN
#undef ARABIC
#undef SIGN
};

/* A row for each letter of a range, in order. */
static const struct common {
	char32_t               first;
	size_t                 count;
	const struct property *property;        /* [count] */
} commons[] = {
	{ 0x0000, sizeof latin_common / sizeof *latin_common, latin_common },
	{ 0x0600, sizeof arabic_common / sizeof *arabic_common,
	    arabic_common },
	{ 0x2000, sizeof sign_common / sizeof *sign_common, sign_common },
};

static struct property
property_find(char32_t letter)
{
	for (size_t i = 0; i < sizeof commons / sizeof *commons; i++)
		if (letter - commons[i].first < commons[i].count)
			return commons[i].property[letter - commons[i].first];
	return property_of_icu(letter);
}

const struct property *
property_ask(char32_t letter)
{
	struct property_kept *kept =
	    &properties_kept[(letter ^ letter >> 3) % PROPERTIES_KEPT];

	kept->letter = letter + 1;
	kept->property = property_find(letter);
	return &kept->property;
}
