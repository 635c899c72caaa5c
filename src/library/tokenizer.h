/* tokenizer.h: how articles are cut into the words of the full-text index.
 *
 * A word is indexed in its folded form and, in the same place, as every stem
 * that cutting its clitics gives, marked by a leading byte 01: وبالرياض is
 * وبالرياض, 01بالرياض, 01الرياض, 01رياض. So a query knows a whole word from
 * the end of one. لل is indexed as its ال, too: للقاهرة is 01القاهرة. */
#ifndef QARI_LIBRARY_TOKENIZER_H
#define QARI_LIBRARY_TOKENIZER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TOKENIZER_VERSION 1     /* with it the index must be made anew */

#define MARK_STEM  '\x01'       /* query: words that end in this one */
#define MARK_LOOSE '\x02'       /* query: the word, or words that end in it */

/* Weights of a query's phrases, in the order in which they stand in it. */
#define RANKING_PHRASES 256

struct ranking {
	size_t  phrases;                        /* N */
	uint8_t weight[RANKING_PHRASES];        /* [N] */
};

struct sqlite3;

/* Makes the tokenizer `arabic` and the function search_rank(index) known to
 * a connection; `*ranking` is read whenever a row is ranked. */
bool tokenizer_register(struct sqlite3 *connection,
    const struct ranking *const *ranking);

#endif
