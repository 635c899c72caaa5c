/* width.c: how many columns letters take: a letter and its marks one, wide
 * letters two. The same on every terminal and in every locale, hence
 * Unicode's properties and not wcwidth(). */
#include "layout/width.h"

enum { ZWJ = 0x200D };

#define NO_BASE SIZE_MAX

/* Terminals disagree about emoji sequences (2, 6 or 8 columns): of one, only
 * the first is shown. */
static bool
continues_picture(const struct paragraph *paragraph, size_t i, size_t base)
{
	uint16_t flags = paragraph->property[i].flags;

	if (base == NO_BASE ||
	    (paragraph->property[base].flags & PROPERTY_PICTURE) == 0)
		return false;
	return (flags & PROPERTY_MODIFIER) != 0 ||
	    ((flags & PROPERTY_PICTURE) != 0 &&
	    paragraph->letter[i - 1] == ZWJ);
}

/* Whether a mark after this format character still goes onto the letter
 * before it (UAX #29, GB9): joiners do not end a cluster, the others do. */
static bool
keeps_base(const struct property *property)
{
	return property->class == BIDI_BN || property->class == BIDI_NSM;
}

/* What marks after letter `i` go onto, where they went onto `base` before
 * it; `i` itself when it begins a cell. */
static size_t
base_after(struct paragraph *paragraph, size_t i, size_t base)
{
	struct property *property = &paragraph->property[i];

	switch (property->kind) {
	case KIND_BASE:
		if (!continues_picture(paragraph, i, base))
			return i;
		property->kind = KIND_FORMAT;
		return base;
	case KIND_MARK:
		return base == NO_BASE ? i : base;
	case KIND_LIGATED:
		return base;
	case KIND_FORMAT:
		return keeps_base(property) ? base : NO_BASE;
	default:
		return NO_BASE;
	}
}

/* The columns of a letter that goes onto no other. */
static uint8_t
columns_of(const struct property *property)
{
	return property->kind == KIND_MARK ? 1 : property->columns;
}

void
clusters_measure(struct paragraph *paragraph)
{
	const struct property *property = paragraph->property;
	uint8_t               *columns  = paragraph->columns;
	size_t                 letters  = paragraph->letters;
	size_t                 base     = NO_BASE;

	for (size_t i = 0; i < letters; i++) {
		/* Nearly all letters. */
		if (property[i].kind == KIND_BASE &&
		    property[i].flags < PROPERTY_PICTURE) {
			columns[i] = property[i].columns;
			base = i;
			continue;
		}
		if (paragraph->breaks[i])
			base = NO_BASE;
		base = base_after(paragraph, i, base);
		if (base == i || base == NO_BASE) {
			columns[i] = columns_of(&property[i]);
		} else {
			columns[i] = 0;
			paragraph->level[i] = paragraph->level[base];
		}
	}
}
