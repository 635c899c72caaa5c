/* local.h: the distinct names of one article, and which of them are near. */
#ifndef QARI_LANGUAGE_LOCAL_H
#define QARI_LANGUAGE_LOCAL_H

#include "language/multimap.h"
#include "language/name_keys.h"

struct local {
	struct name name;       /* looked up */
	enum kind   kind;
	char       *text;       /* as written, article restored */
	uint32_t    entity;     /* NONE before it is known */
	uint32_t    first;      /* of its mentions, in `places` */
	uint32_t    count;
};

struct locals {
	struct local    *at;            /* [count] */
	size_t           count;
	uint32_t        *of;            /* [mentions] NONE: a date */
	uint32_t        *places;        /* [mentions] by local, then as they
	                                 * stand */
	struct multimap  by_key;        /* locals by letters, first word */
	struct multimap  by_name;       /* locals by name_keys */
	struct name_keys keys;          /* of the name under way */
};

/* The caller frees them with locals_free(). */
struct locals locals_of(const struct tokens *tokens,
    const struct mentions *mentions);

/* The entity of the nearest name of the article that is the same one as that
 * of mention `i`: looking back, then on; NONE when there is none. */
uint32_t local_nearby(struct locals *locals, size_t i);

/* The one person of the article with that first name; NONE when there are
 * several. */
uint32_t local_first_named(const struct locals *locals,
    const struct name *name);

void locals_free(struct locals *locals);

#endif
