/* kind.c: the five kinds of thing an article speaks of. */
#include "language/kind.h"

const char *
kind_tag(enum kind kind)
{
	static const char *const tags[KINDS] = {
		[KIND_PERSON] = "PER",
		[KIND_AGENCY] = "ORG",
		[KIND_PLACE]  = "LOC",
		[KIND_EVENT]  = "EVENT",
		[KIND_DATE]   = "DATE",
	};

	return tags[kind];
}
