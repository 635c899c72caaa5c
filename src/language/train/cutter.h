/* cutter.h: learning which clitics stand before names (see cut.h). */
#ifndef QARI_LANGUAGE_TRAIN_CUTTER_H
#define QARI_LANGUAGE_TRAIN_CUTTER_H

#include "language/train/crf.h"

/* Learns from the answers of the texts kept; label 0 bears the weights. */
struct crf cutter_learn(const struct corpus *corpus, const uint8_t *keep,
    const struct weights *weights);

#endif
