/* names_rows.h: the rows of the index of names: by kind, and of each the
 * names and dates with their counts. */
#ifndef QARI_VIEWS_NAMES_ROWS_H
#define QARI_VIEWS_NAMES_ROWS_H

#include "views/reader.h"

#define UNDATED INT64_MAX

/* A heading, or all mentions of the same. */
struct name {
	enum kind   kind;
	bool        heading;
	uint32_t    entity;             /* NONE for a date … */
	const char *iso;                /* … whose value this is; lent; … */
	int64_t     day;                /* … and its first; or UNDATED */
	const char *text;               /* [size] of a date without a value, */
	size_t      size;               /* while the rows are made; lent */
	size_t      first;              /* mention */
	size_t      mentions;           /* of it, or of its kind */
};

struct names_rows ARRAY_OF(struct name);

/* Which rows there are. */
struct names_wanted {
	enum kind   only;               /* of this kind; KINDS: of all */
	bool        others;             /* that the reader's focus could be
	                                 * the same as: others of its kind */
	const char *words;              /* folded; rows that have them in them */
};

/* Fills `rows` anew with what the reader's analysis has so far: the most
 * mentioned first, dates in order of time, those without a value last. */
void names_rows_make(struct names_rows *rows, const struct reader *reader,
    const struct names_wanted *wanted);

/* Whether the reader's focus could be the same as any other. */
bool names_has_others(const struct reader *reader);

#endif
