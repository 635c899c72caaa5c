/* feature.h: what the tagger looks at, as hashes; shared with its trainer.
 *
 * A token's features are of two kinds. Those of a word at an offset depend
 * on that word alone, so their weights are summed once for a word of a text
 * (see decode.h); those of a place join several words. */
#ifndef QARI_LANGUAGE_FEATURE_H
#define QARI_LANGUAGE_FEATURE_H

#include "language/clitic.h"
#include "language/token.h"
#include "language/weights.h"

enum {
	REACH        = 2,               /* offsets -2 to +2 are looked at */
	WINDOW       = 2 * REACH + 1,
	AFFIXES      = 4                /* letters of the longest affix */
};

/* A word as places see it that it stands in or beside. */
struct word {
	uint64_t light;                 /* hash of the light form */
	uint64_t stem;                  /* without clitics, article kept */
	uint16_t cluster[CLUSTERINGS];
	uint16_t class[LEXICONS];       /* likeliest type and its bin */
	uint8_t  shape;                 /* kind and length class */
};

/* All that is asked of a word itself. */
struct form {
	struct word word;
	uint64_t folded;                /* hash of the folded form; digits 0 */
	uint64_t root;                  /* without clitics and article */
	uint64_t proclitic;             /* hash of what was cut; 0 nothing */
	uint64_t first[AFFIXES];        /* hashes of its first 1 to 4 letters */
	uint64_t last[AFFIXES];
	uint64_t root_first[2];         /* of the root's first 2 and 3 */
	uint8_t  frequency;             /* log2; 0 unknown */
	struct profile profile[LEXICONS];
};

struct features {
	size_t   count;                 /* to be set to 0; the rest need not */
	uint64_t at[FEATURES_MOST];
};

/* What stands beyond a sequence's ends. */
extern const struct form form_boundary;

/* Reads token `i`. `weights` holds what is known of words. */
void form_read(struct form *form, const struct tokens *tokens, size_t i,
    const struct weights *weights);

/* The hash by which a word's text is known to clusters and lexicons: light
 * fold, digits as 0. `light` gets the form itself when it is not NULL. */
uint64_t word_key(const char *text, size_t size, enum token_kind kind,
    struct buffer *light);

/* The families of features of a form: what they look at. Of all but words
 * the same sets come again and again. */
enum form_family {
	FORM_WORDS, FORM_SHAPE, FORM_CLUSTER, FORM_OTHER_CLUSTER, FORM_LEXICON,
	FORM_OTHER_LEXICON, FORM_FAMILIES
};

/* Appends the features of `form` for the token that stands `offset` before
 * it: -2 to +2. */
void features_of_form(const struct form *form, int offset,
    enum form_family family, struct features *features);

/* The families of features of a place: what they look at. Of all but words
 * the same sets come again and again. */
enum place_family {
	PLACE_SHAPES, PLACE_WORDS, PLACE_OWN_CLASSES, PLACE_OTHER_CLASSES,
	PLACE_BOTH_CLASSES, PLACE_FAMILIES
};

/* Appends those of the place of token `i`: `window[REACH]` is its word. */
void features_of_place(const struct word *const window[WINDOW],
    const struct tokens *tokens, size_t i, enum place_family family,
    struct features *features);

#endif
