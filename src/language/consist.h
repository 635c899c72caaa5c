/* consist.h: what an article says of a word in one place helps in others. */
#ifndef QARI_LANGUAGE_CONSIST_H
#define QARI_LANGUAGE_CONSIST_H

#include "language/decode.h"

/* Changes `decoding->score` by what `decoding->marginal` says of the same
 * words elsewhere in the text; `lambda` is how much. */
void consist(struct decoding *decoding, float lambda);

#endif
