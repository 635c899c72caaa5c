/* decision.h: the decisions by which the library's names were read. */
#ifndef QARI_LIBRARY_DECISION_H
#define QARI_LIBRARY_DECISION_H

#include "language/correction.h"
#include "library/handle.h"

/* Notes them as those that hold; NULL: none. */
bool heed_note(struct library *library,
    const struct corrections *corrections);

/* Has each pair of names that the reader says are one be one figure, where
 * both are known. */
bool heed_join(struct library *library);

#endif
