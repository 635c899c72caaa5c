/* names_rows.h: the rows of the index of names: by kind, and of each the
 * names and dates with their counts. */
#ifndef QARI_VIEWS_NAMES_ROWS_H
#define QARI_VIEWS_NAMES_ROWS_H

#include "views/reader.h"

/* A heading, or all mentions of the same. */
struct name {
	enum kind   kind;
	bool        heading;
	uint32_t    entity;             /* NONE for a date … */
	const char *iso;                /* … whose value this is; lent */
	size_t      first;              /* mention */
	size_t      mentions;           /* of it, or of its kind */
};

struct names_rows ARRAY_OF(struct name);

/* Fills `rows` anew with what the reader's analysis has so far: the most
 * mentioned first, dates as they come in the text. With `others` only those
 * that the reader's focus could be the same as: others of its kind. */
void names_rows_make(struct names_rows *rows, const struct reader *reader,
    bool others);

#endif
