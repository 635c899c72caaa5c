/* sequence.h: one isolating run sequence of UAX #9. Internal to layout. */
#ifndef QARI_LAYOUT_SEQUENCE_H
#define QARI_LAYOUT_SEQUENCE_H

#include <stddef.h>
#include <stdint.h>

#include "layout/property.h"

/* Letters of a paragraph that the rules W1 to N2 see side by side (BD13). */
struct sequence {
	const char32_t        *text;     /* the paragraph's letters … */
	const struct property *property; /* … what they are … */
	const uint8_t         *explicit; /* … and their classes after X8 */
	size_t                 count;    /* M */
	uint32_t              *letter;   /* [M] places in the paragraph */
	uint8_t               *class;    /* [M] as the rules change them */
	uint32_t              *closer;   /* [M] of an opening bracket; 0: it
	                                  * is not paired */
	uint8_t               *inside;   /* [M] strong classes in its pair */
	uint8_t                embedding; /* BIDI_L or BIDI_R */
	uint8_t                sos;
	uint8_t                eos;
};

/* Resolves every class to BIDI_L, BIDI_R, BIDI_EN or BIDI_AN: W1 to W7, N0
 * to N2. `class` begins as X8 left it. */
void sequence_resolve(struct sequence *s);

#endif
