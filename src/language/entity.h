/* entity.h: who is meant: mentions that name the same one are one entity,
 * within an article and across the articles of one run. */
#ifndef QARI_LANGUAGE_ENTITY_H
#define QARI_LANGUAGE_ENTITY_H

#include "language/mention.h"
#include "language/token.h"

struct entity {
	enum kind kind;
	char     *name;                 /* fullest form, article restored for
	                                 * للـ; UTF-8, owned */
	size_t    mentions;             /* in all articles linked so far */
};

/* The entities of one run: grows with every article, ids never change. */
struct entities {
	struct entity     *at;          /* [count] */
	size_t             count;
	size_t             room;
	struct entity_index *index;     /* how names are found again */
	struct joined       *joined;    /* names the reader says are one */
	size_t               told;      /* corrections that are in it */
};

struct entities *entities_new(void);

/* Gives every mention that is not a date its entity, making new ones. */
void entities_link(struct entities *entities, const struct tokens *tokens,
    struct mentions *mentions);

/* The mention as a name: its text, with للـ made ال. The caller frees it. */
char *mention_name(const struct tokens *tokens,
    const struct mention *mention);

/* Why two names are or are not one. Of kind KINDS: a reader typed them and
 * did not say. */
enum sameness {
	SAME_SPELLING,          /* equal when folded */
	SAME_SPACING,           /* عبداللطيف، عبد اللطيف؛ IGEF 24، IGEF24 */
	SAME_VARIANT,           /* يلدز، يلديز */
	SAME_SHORTER,           /* a surname, a name without its article */
	SAME_KNOWN,             /* a list says so: short and official names */
	DIFFERENT
};

enum sameness names_compare(enum kind kind, const char *a, const char *b);

void entities_free(struct entities *entities);

#endif
