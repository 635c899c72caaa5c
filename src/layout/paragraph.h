/* paragraph.h: what the stages of layout pass on. Internal to layout. */
#ifndef QARI_LAYOUT_PARAGRAPH_H
#define QARI_LAYOUT_PARAGRAPH_H

#include <stddef.h>
#include <stdint.h>

#include "layout/layout.h"
#include "layout/property.h"

/* Half-open ranges of letters. */
struct range {
	size_t start;                   /* letter */
	size_t end;                     /* letter, not in the range */
	size_t next;                    /* where the next line starts */
};

/* Letters of one level. */
struct run {
	size_t start;                   /* letter */
	size_t end;                     /* letter, not in the run */
	int8_t level;
};

struct runs ARRAY_OF(struct run);

struct paragraph {                      /* N letters in logical order */
	size_t           letters;       /* N */
	size_t           room;
	size_t           start;         /* first byte, in the text */
	char32_t        *letter;        /* [N] after the gate; later shaped */
	uint32_t        *byte;          /* [N+1] of each, from `start` */
	struct property *property;      /* [N] */
	int8_t          *level;         /* [N] UAX #9; odd: right to left */
	uint8_t         *columns;       /* [N] 0: no cell of its own */
	uint8_t         *role;          /* [N] enum role */
	bool            *breaks;        /* [N] a line may end before it */
	uint8_t         *joining;       /* [N] room for FriBidi's properties */
	uint32_t        *types;         /* [N] room for FriBidi's classes */
	uint64_t         classes;       /* set of enum bidi_class it holds */
	uint64_t         breakings;     /* set of ULineBreak it holds */
	uint16_t         flags;         /* enum property_flag, all together */
	bool             stand_ins;     /* a control is among them */
	bool             level_is_one;  /* all letters have one level */
	enum direction   direction;     /* LTR or RTL */
	struct runs      runs;          /* room for a line's */
};

/* The columns lines have for letters: a guard takes one, where it leaves room
 * for a wide letter. */
static inline size_t
width_for(const struct layout_options *options)
{
	return (options->display == DISPLAY_GUARD ||
	    options->display == DISPLAY_EMBED) && options->width > 2
	    ? options->width - 1 : options->width;
}

#endif
