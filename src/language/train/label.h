/* label.h: between annotated spans, tokens and labels. */
#ifndef QARI_LANGUAGE_TRAIN_LABEL_H
#define QARI_LANGUAGE_TRAIN_LABEL_H

#include "language/train/corpus.h"

/* The index of the type of that name, new ones added at the end. */
size_t corpus_type(struct corpus *corpus, const char *name, size_t size);

/* Finds the tokens that the answer's span touches; false when it touches
 * none. */
bool answer_find_tokens(struct answer *answer, const struct text *text);

/* Fills `text->label` from its answers. */
void text_label(struct text *text);

/* The spans of `label[tokens]`, in order; the caller frees the array. Their
 * `span` covers whole tokens. */
struct answers answers_of_labels(const struct tokens *tokens,
    const uint8_t *label);

#endif
