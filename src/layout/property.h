/* property.h: what Unicode says of a letter. Internal to layout. */
#ifndef QARI_LAYOUT_PROPERTY_H
#define QARI_LAYOUT_PROPERTY_H

#include <stdbool.h>
#include <stdint.h>
#include <uchar.h>

/* What becomes of a letter at the gate and on the line. */
enum kind {
	KIND_BASE,              /* has a cell of its own */
	KIND_SPACE,             /* the same, but hangs at a line's end */
	KIND_TAB,               /* so many spaces, hanging too */
	KIND_MARK,              /* goes onto the cell before it */
	KIND_FORMAT,            /* steers levels, joining or breaks; no cell */
	KIND_CONTROL,           /* shown by a stand-in, never sent */
	KIND_LIGATED            /* became part of the cell before it */
};

/* The classes of UAX #9, table 4, numbered as ICU numbers them. */
enum bidi_class {
	BIDI_L, BIDI_R, BIDI_EN, BIDI_ES, BIDI_ET, BIDI_AN, BIDI_CS, BIDI_B,
	BIDI_S, BIDI_WS, BIDI_ON, BIDI_LRE, BIDI_LRO, BIDI_AL, BIDI_RLE,
	BIDI_RLO, BIDI_PDF, BIDI_NSM, BIDI_BN, BIDI_FSI, BIDI_LRI, BIDI_RLI,
	BIDI_PDI, BIDI_CLASSES
};

/* Sets of classes, of kinds, of line break classes. */
#define SET_OF(member)         (UINT64_C(1) << (member))
#define SET_HOLDS(set, member) (((set) >> (member) & 1) != 0)

#define BIDI_ISOLATES   (SET_OF(BIDI_LRI) | SET_OF(BIDI_RLI) |              \
	SET_OF(BIDI_FSI) | SET_OF(BIDI_PDI))
#define BIDI_EMBEDDINGS (SET_OF(BIDI_LRE) | SET_OF(BIDI_RLE) |              \
	SET_OF(BIDI_LRO) | SET_OF(BIDI_RLO) | SET_OF(BIDI_PDF))

enum property_flag {
	PROPERTY_MIRRORED = 1,  /* drawn mirrored at odd levels */
	PROPERTY_BRACKET  = 2,  /* of a pair that UAX #9 N0 knows */
	PROPERTY_COMPOSES = 4,  /* NFC may change it or those around it */
	PROPERTY_HARAKA   = 8,  /* a sign that vowelled Arabic text adds */
	PROPERTY_JOINS    = 16, /* joins to a neighbour */
	PROPERTY_PICTURE  = 32, /* Extended_Pictographic */
	PROPERTY_MODIFIER = 64  /* an emoji's skin tone */
};

struct property {
	uint8_t  kind;          /* enum kind */
	uint8_t  class;         /* enum bidi_class */
	uint8_t  joining;       /* UJoiningType */
	uint8_t  breaking;      /* ULineBreak; 0 also for what LB30 excepts */
	uint8_t  columns;       /* 0, 1 or 2 */
	uint16_t flags;         /* enum property_flag */
};

/* The properties of the letters met so far, each where its number puts it;
 * `letter` is one more than the letter, 0 where there is none yet. */
#define PROPERTIES_KEPT 2048            /* a power of two */

extern struct property_kept {
	char32_t        letter;
	struct property property;
} properties_kept[PROPERTIES_KEPT];

/* Finds out, and keeps the answer. */
const struct property *property_find(char32_t letter);

/* Lent until the next call. */
static inline const struct property *
property_of(char32_t letter)
{
	const struct property_kept *kept =
	    &properties_kept[(letter ^ letter >> 3) % PROPERTIES_KEPT];

	return kept->letter == letter + 1
	    ? &kept->property : property_find(letter);
}

/* The two ways to find out: from property.def, which has the letters of news,
 * false when it has not this one; and from ICU. */
bool property_of_news(char32_t letter, struct property *property);
struct property property_by_icu(char32_t letter);

#endif
