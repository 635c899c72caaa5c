/* word.c: where in a token's own letters its folded letters are. */
#include "language/word.h"

#include "bytes/utf8.h"
#include "language/fold.h"

size_t
token_byte(const struct tokens *tokens, size_t i, size_t letters)
{
	struct span span = tokens->at[i].span;
	size_t at = span.start;

	while (at < span.end) {
		char32_t letter;
		char32_t folded[FOLD_MOST];
		size_t   took = utf8_read(tokens->text + at, span.end - at,
		    &letter);
		size_t   made = fold_letter(letter, folded);

		if (made > letters || (made == 0 && letters == 0 &&
		    at == span.start))
			break;
		letters -= made;
		at += took;
	}
	return at;
}
