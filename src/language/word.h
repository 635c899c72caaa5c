/* word.h: a token without its clitics, and where in its own letters its
 * folded letters are. */
#ifndef QARI_LANGUAGE_WORD_H
#define QARI_LANGUAGE_WORD_H

#include "language/clitic.h"
#include "language/token.h"

#define BARE_BYTES 96

/* A token read without clitics. The article stays, and is put back where it
 * was written into للـ: للمدينه is ل and المدينه. */
struct bare {
	const char *word;               /* [size] folded; lent */
	size_t      size;
	size_t      letters;            /* of clitics before it */
	char        restored[BARE_BYTES];
};

/* The ways to read token `i` without clitics, the least cut first; the token
 * itself is not among them. Returns their number. They hold as long as the
 * tokens and `bares` do. */
size_t token_bares(const struct tokens *tokens, size_t i,
    struct bare bares[CLITIC_STEMS]);

/* Whether token `i`, not the first, goes on with the sentence of the one
 * before it. */
bool token_goes_on(const struct tokens *tokens, size_t i);

/* Whether its folded form begins with these letters. */
bool token_begins(const struct tokens *tokens, size_t i,
    const char *letters);

/* Whether it has the article: ال, لل. */
bool token_is_definite(const struct tokens *tokens, size_t i);

/* The byte of the text behind the first `letters` folded letters of token
 * `i`, and the marks that stand on them. */
size_t token_byte(const struct tokens *tokens, size_t i, size_t letters);

#endif
