/* lexicon.h: a fixed list of folded words, each with its class and value,
 * found by hash.
 *
 * A row may hold several words, separated by one space. Rows are written in
 * folded spelling (see fold.h), so nothing is computed at start but the hash
 * of each row's first word, at the first look-up. */
#ifndef QARI_LANGUAGE_LEXICON_H
#define QARI_LANGUAGE_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "language/token.h"

#define LEXICON_ROWS 1024       /* the most one list may hold */

struct lexicon_row {
	const char *words;
	int16_t     class;
	int16_t     value;
};

struct lexicon {
	const struct lexicon_row *rows;         /* [count] */
	size_t   count;
	uint16_t slots[2 * LEXICON_ROWS];       /* row + 1; 0: free */
	uint8_t  built;
};

#define LEXICON_OF(table) { table, sizeof table / sizeof *table, { 0 }, 0 }

/* The row whose words are exactly `word[size]`; NULL when none. */
const struct lexicon_row *lexicon_find(struct lexicon *lexicon,
    const char *word, size_t size);

/* The row with the most words that stand in the tokens from `first`, whose
 * own folded form is given as `word[size]` (it may lack its clitics). All
 * in one part of the article. `*taken` gets the number of tokens. */
const struct lexicon_row *lexicon_match(struct lexicon *lexicon,
    const struct tokens *tokens, size_t first, const char *word, size_t size,
    size_t *taken);

#endif
