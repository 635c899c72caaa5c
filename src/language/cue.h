/* cue.h: words that announce, continue or end a name. */
#ifndef QARI_LANGUAGE_CUE_H
#define QARI_LANGUAGE_CUE_H

#include "language/token.h"

enum cue_class {
	CUE_NONE,
	CUE_AGENCY,             /* وزارة: in the name, a chain behind it */
	CUE_AGENCY_WIDE,        /* المديرية: in the name, an adjective next */
	CUE_EVENT,              /* مهرجان: the same for events */
	CUE_EVENT_WIDE,         /* المعرض */
	CUE_PLACE,              /* مطار: in the name of a place */
	CUE_PLACE_WIDE,         /* الجمهورية */
	CUE_TITLE,              /* الرئيس: before a person, not in the name */
	CUE_STOP                /* a verb, a particle: ends any name */
};

struct cue {
	uint8_t class;          /* enum cue_class */
	uint8_t letters;        /* of clitics before the word */
	uint8_t article;        /* the word has the article, ال or لل */
};

/* The cues of all tokens: an array [tokens->count], the caller frees it. */
struct cue *cues_of(const struct tokens *tokens);

#endif
