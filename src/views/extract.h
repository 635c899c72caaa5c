/* extract.h: names and dates for other programs: qari extract, qari same. */
#ifndef QARI_VIEWS_EXTRACT_H
#define QARI_VIEWS_EXTRACT_H

#include "bytes/array.h"
#include "language/analysis.h"
#include "views/option.h"

/* Raised when a field changes its meaning. */
#define EXTRACT_SCHEMA "qari-extract-1"

/* One mention, as it is printed. */
struct record {
	const char *doc;                /* path as given; lent */
	size_t      start;              /* code points of the source text */
	size_t      end;
	char       *text;               /* that slice; owned */
	enum kind   kind;
	char        norm[48];           /* ISO 8601, or "" */
	uint32_t    entity;             /* or NONE */
};

struct records ARRAY_OF(struct record);

/* Writes the records in one format; `entities` name them. */
void records_write(enum extract_format format, const struct records *records,
    const struct entities *entities, struct buffer *out);

/* Writes the article's tokens, one a line, each with its BIO tag; `doc`, when
 * not NULL, in a comment above them. */
void conll_write(const char *doc, const struct article *article,
    const struct mentions *mentions, struct buffer *out);

/* Print what the files hold on standard output. The exit status: 0 when
 * something was found, 1 when nothing was, 2 on an error. */
int extract_run(const struct options *options);

/* Tells whether two names are one, and why: 0 yes, 1 no. */
int same_run(const struct options *options);

#endif
