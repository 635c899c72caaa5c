/* tagger.h: the learned extractor: names and dates by a linear-chain CRF.
 *
 * The first reading gives each token the probabilities of its labels. What
 * an article says of a word in one place then helps in the others: a surname
 * alone follows the full name that a title announced. The second reading is
 * the answer.
 *
 * A tagger keeps what it has worked out of words for the texts to come (up
 * to some 10 MB), so one thread may use it at a time. */
#ifndef QARI_LANGUAGE_TAGGER_H
#define QARI_LANGUAGE_TAGGER_H

#include "bytes/failure.h"
#include "language/mention.h"
#include "language/token.h"

struct tagger;

/* Reads the model file at `path`. NULL and `failure` when it cannot be read
 * or is damaged. The caller frees it. */
struct tagger *tagger_load(const char *path, struct failure *failure);

/* The same from bytes, which are taken over. */
struct tagger *tagger_of(struct buffer *model, const char *name,
    struct failure *failure);

/* The mentions among the tokens of one article, or of a chapter of it: in
 * order, without overlaps, clitics cut off. `sure` is the probability of the
 * least sure token. The caller frees the array. */
struct mentions tagger_decode(const struct tagger *tagger,
    const struct tokens *tokens);

/* The same; `likely[tokens->count]`, unless NULL, gets the probability that a
 * token is in a name of each kind. */
struct mentions tagger_read(const struct tagger *tagger,
    const struct tokens *tokens, float likely[][KINDS]);

/* Labels of the model's own types, which need not be our five; see
 * lattice.h. `label[tokens->count]`. */
void tagger_label(const struct tagger *tagger, const struct tokens *tokens,
    uint8_t *label);

/* The name of a model's type, NULL behind the last. */
const char *tagger_type(const struct tagger *tagger, size_t type);

/* The logarithm to base 2 of how often the folded word stood in the raw text
 * that the model was learned from; 0 when it is not known. */
unsigned tagger_frequency(const struct tagger *tagger, const char *folded,
    size_t size);

void tagger_free(struct tagger *tagger);

#endif
