/* shape.c: letters to their presentation forms. FriBidi joins; the joining
 * types are ICU's, whose Unicode is newer. */
#include "layout/shape.h"

#include <fribidi.h>
#include <unicode/uchar.h>

#include "layout/bidi.h"

enum { LAM_INITIAL = 0xFEDF, LAM_MEDIAL = 0xFEE0 };

/* By UJoiningType. */
static const FriBidiJoiningType joining_types[] = {
	[U_JT_NON_JOINING]   = FRIBIDI_JOINING_TYPE_U,
	[U_JT_JOIN_CAUSING]  = FRIBIDI_JOINING_TYPE_C,
	[U_JT_DUAL_JOINING]  = FRIBIDI_JOINING_TYPE_D,
	[U_JT_LEFT_JOINING]  = FRIBIDI_JOINING_TYPE_L,
	[U_JT_RIGHT_JOINING] = FRIBIDI_JOINING_TYPE_R,
	[U_JT_TRANSPARENT]   = FRIBIDI_JOINING_TYPE_T
};

/* The isolated lam-alef of a final alef; its final form is the next code
 * point. 0: not an alef that ligates. */
static char32_t
lam_with(char32_t alef)
{
	switch (alef) {
	case 0xFE82: return 0xFEF5;     /* alef with madda */
	case 0xFE84: return 0xFEF7;     /* with hamza above */
	case 0xFE88: return 0xFEF9;     /* with hamza below */
	case 0xFE8E: return 0xFEFB;     /* plain */
	default:     return 0;
	}
}

/* FriBidi's own ligatures want lam and alef side by side, so a vowel sign
 * between prevents them, and leave U+FEFF behind, which would take a cell. */
static void
ligate(struct paragraph *paragraph, size_t lam)
{
	size_t   alef = lam + 1;
	char32_t ligature;

	while (alef < paragraph->letters &&
	    paragraph->property[alef].kind == KIND_MARK)
		alef++;
	if (alef == paragraph->letters ||
	    paragraph->level[lam] % 2 == 0 ||
	    paragraph->level[lam] != paragraph->level[alef])
		return;
	ligature = lam_with(paragraph->letter[alef]);
	if (ligature == 0)
		return;
	paragraph->letter[lam] = paragraph->letter[lam] == LAM_MEDIAL
	    ? ligature + 1 : ligature;
	paragraph->property[alef].kind = KIND_LIGATED;
}

void
letters_shape(struct paragraph *paragraph)
{
	FriBidiStrIndex letters = (FriBidiStrIndex)paragraph->letters;

	if ((paragraph->flags & PROPERTY_JOINS) == 0)
		return;
	bidi_types(paragraph);
	for (size_t i = 0; i < paragraph->letters; i++)
		paragraph->joining[i] =
		    joining_types[paragraph->property[i].joining];
	fribidi_join_arabic(paragraph->types, letters, paragraph->level,
	    paragraph->joining);
	fribidi_shape_arabic(FRIBIDI_FLAG_SHAPE_ARAB_PRES, paragraph->level,
	    letters, paragraph->joining, paragraph->letter);
	for (size_t i = 0; i < paragraph->letters; i++)
		if (paragraph->letter[i] == LAM_INITIAL ||
		    paragraph->letter[i] == LAM_MEDIAL)
			ligate(paragraph, i);
}
