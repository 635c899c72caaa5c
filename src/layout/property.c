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
 * and its fonts; about flags they disagree. */
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
property_by_icu(char32_t letter)
{
	struct property property;

	property.kind = (uint8_t)kind_of(letter);
	property.class = (uint8_t)icu_uc()->u_charDirection((UChar32)letter);
	property.joining = (uint8_t)value(letter, UCHAR_JOINING_TYPE);
	property.columns = columns_of(letter, property.kind);
	property.breaking = breaking_of(letter, &property);
	property.flags = flags_of(letter, &property);
	return property;
}

struct row {
	char32_t        first;
	char32_t        last;
	struct property property;
};

enum {
	NONE     = 0,
	MIRRORED = PROPERTY_MIRRORED,
	PAIRED   = PROPERTY_MIRRORED | PROPERTY_BRACKET,
	COMPOSES = PROPERTY_COMPOSES,
	HARAKA   = PROPERTY_HARAKA,
	PICTURE  = PROPERTY_PICTURE
};

/* The joining types, and what each says of a letter. */
enum {
	NON         = U_JT_NON_JOINING,   JOINS_NON         = 0,
	TRANSPARENT = U_JT_TRANSPARENT,   JOINS_TRANSPARENT = 0,
	CAUSING     = U_JT_JOIN_CAUSING,  JOINS_CAUSING     = PROPERTY_JOINS,
	DUAL        = U_JT_DUAL_JOINING,  JOINS_DUAL        = PROPERTY_JOINS,
	RIGHT       = U_JT_RIGHT_JOINING, JOINS_RIGHT       = PROPERTY_JOINS
};

static const struct row rows[] = {
#define ROW(first, last, kind, class, joining, breaking, flags)               \
	{ first, last, { KIND_##kind, BIDI_##class, joining,                  \
	    U_LB_##breaking, KIND_##kind <= KIND_SPACE,                       \
	    (flags) | JOINS_##joining } },
#include "layout/property.def"
#undef ROW
};

bool
property_of_news(char32_t letter, struct property *property)
{
	size_t low  = 0;
	size_t high = sizeof rows / sizeof *rows;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (rows[middle].last < letter)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == sizeof rows / sizeof *rows || letter < rows[low].first)
		return false;
	*property = rows[low].property;
	return true;
}

const struct property *
property_find(char32_t letter)
{
	struct property_kept *kept =
	    &properties_kept[(letter ^ letter >> 3) % PROPERTIES_KEPT];

	kept->letter = letter + 1;
	if (!property_of_news(letter, &kept->property))
		kept->property = property_by_icu(letter);
	return &kept->property;
}
