/* correction.h: what the reader decided of names, kept apart from what the
 * program guesses.
 *
 * As text a decision is a line of fields with tabs between:
 *
 *	PER	سلمى الراشدي		this name is a person's, wherever
 *					it stands; ORG LOC EVENT DATE
 *	not	الأمل			this is no name
 *	same	الراشدي	سلمى الراشدي	these are one
 *
 * Of two decisions on one name the later holds. Empty lines and lines that
 * begin with # are kept and mean nothing. */
#ifndef QARI_LANGUAGE_CORRECTION_H
#define QARI_LANGUAGE_CORRECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "language/kind.h"
#include "language/mention.h"
#include "language/token.h"

enum decision {
	DECISION_KIND,          /* the name is of this kind */
	DECISION_NOT,           /* it is no name */
	DECISION_SAME,          /* the two names are one */
	DECISION_NONE           /* a line that is only kept */
};

struct correction {
	enum decision decision;
	enum kind     kind;             /* for DECISION_KIND */
	char         *name;             /* UTF-8, owned; or the line kept */
	char         *other;            /* for DECISION_SAME; owned, or NULL */
};

struct ruling;

/* Decisions in the order in which they were made. */
struct corrections {
	struct correction *at;          /* [count] */
	size_t             count;
	size_t             room;
	struct ruling     *ruling;      /* [rulings] what holds of which name,
	                                 * sorted by the name */
	size_t             rulings;
};

struct corrections *corrections_new(void);

/* Appends a copy of the decision. False when a name in it is no name: empty
 * when folded, too long, or with a tab, a line's end or another control. */
bool corrections_add(struct corrections *corrections,
    const struct correction *correction);

/* Appends copies of all decisions of `more`, but for lines that are only
 * kept; at once, as each change looks at all names again. */
void corrections_add_all(struct corrections *corrections,
    const struct corrections *more);

/* Takes the last decision off and into `*taken`, whose names the caller
 * frees; false when there is none. */
bool corrections_take_back(struct corrections *corrections,
    struct correction *taken);

/* Appends the decisions that `text[size]` tells. A line that is not sound is
 * kept as it is and means nothing; then false, and `*line` is the number of
 * the first one, from 1. */
bool corrections_parse(struct corrections *corrections, const char *text,
    size_t size, size_t *line);

/* Appends them as text: all that was parsed comes back, if it held no NUL,
 * but the ends of lines are those of Unix. */
void corrections_write(const struct corrections *corrections,
    struct buffer *text);

/* The decision that holds of the name; NULL when there is none. Lent until
 * the next change. */
const struct correction *corrections_on(
    const struct corrections *corrections, const char *name, size_t size);

/* Has the decisions hold among the mentions, sorted and without overlaps, of
 * the tokens: names that are none are taken away, those that are of a kind
 * are marked wherever they stand, by FOUND_BY_READER, except within a longer
 * name. A date that is now marked has no value yet: `date` is NONE. */
void corrections_apply(const struct corrections *corrections,
    const struct tokens *tokens, struct mentions *mentions);

void corrections_free(struct corrections *corrections);

#endif
