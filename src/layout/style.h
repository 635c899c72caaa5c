/* style.h: what a stretch of text is to the reader: roles, never colours. */
#ifndef QARI_LAYOUT_STYLE_H
#define QARI_LAYOUT_STYLE_H

#include "bytes/array.h"
#include "bytes/span.h"

enum role {
	ROLE_TEXT,
	ROLE_SECTION,
	ROLE_HEADLINE,
	ROLE_BYLINE,
	ROLE_DIMMED,            /* boilerplate, asides */
	ROLE_CONTROL,           /* a stand-in for what must not be sent */
	ROLE_PERSON,
	ROLE_AGENCY,
	ROLE_PLACE,
	ROLE_EVENT,
	ROLE_DATE,
	ROLE_HIT,               /* a search hit … */
	ROLE_HIT_CURRENT,       /* … and the one the reader is at */
	ROLE_SAME,              /* another mention of the one … */
	ROLE_FOCUS,             /* … the entity or row the reader is at */
	ROLE_STATUS,
	ROLE_PROMPT,
	ROLE_TITLE,             /* of a list or a box */
	ROLE_KEY,               /* a key's name in help */
	ROLES
};

struct style {
	struct span span;               /* bytes of the text */
	enum role   role;
};

/* Sorted by start, not overlapping. */
struct styles ARRAY_OF(struct style);

#endif
