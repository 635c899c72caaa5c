/* word.h: where in a token's own letters its folded letters are. */
#ifndef QARI_LANGUAGE_WORD_H
#define QARI_LANGUAGE_WORD_H

#include "language/token.h"

/* The byte of the text behind the first `letters` folded letters of token
 * `i`, and the marks that stand on them. */
size_t token_byte(const struct tokens *tokens, size_t i, size_t letters);

#endif
