/* token.h: an article's words.
 *
 * A token is a run of Arabic letters with their marks, a run of digits of
 * one set, a run of Latin (or other non-Arabic) letters, or one other sign.
 * White space, bidi marks and other invisible letters between tokens belong
 * to none. */
#ifndef QARI_LANGUAGE_TOKEN_H
#define QARI_LANGUAGE_TOKEN_H

#include "bytes/array.h"
#include "bytes/span.h"
#include "document/article.h"

enum token_kind {
	TOKEN_WORD,             /* Arabic letters */
	TOKEN_LATIN,            /* other letters */
	TOKEN_NUMBER,           /* digits */
	TOKEN_SIGN              /* one sign */
};

struct token {
	struct span     span;           /* bytes of the text */
	uint32_t        folded;         /* first byte in tokens->folded */
	uint16_t        folded_size;    /* bytes; a NUL stands behind them */
	uint8_t         letters;        /* of the folded form; 255: or more */
	enum token_kind kind;
	bool            spaced;         /* white space stands before it */
	bool            starts;         /* the first of a sentence */
	uint32_t        part;           /* index of the article's part */
};

struct tokens {
	struct token *at;               /* [count] */
	size_t        count;
	size_t        room;
	struct buffer folded;           /* the folded forms, NUL-separated */
	const char   *text;             /* lent: what the spans point into */
};

/* The tokens of parts [first, last) of the article. Boilerplate is passed
 * over. A sentence starts with every part and after . ! ? ؟ … (a full stop
 * inside a number or an abbreviation ends none). The caller frees them. */
struct tokens tokens_split(const struct article *article,
    size_t first, size_t last);

/* The same for a bare text, taken as one part (index 0): names typed by a
 * reader, rows of a list, tests. */
struct tokens tokens_of_text(const char *text, size_t size);

/* The folded form of token `i`, NUL-terminated; lent. */
const char *token_folded(const struct tokens *tokens, size_t i);

/* The span from token `first` to token `last`, both in. */
struct span tokens_span(const struct tokens *tokens, size_t first,
    size_t last);

void tokens_free(struct tokens *tokens);

#endif
