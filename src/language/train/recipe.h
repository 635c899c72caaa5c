/* recipe.h: how a model is made, step by step:
 *
 *	raw text -> words -> clusters            what stands beside what
 *	annotated texts -> teacher -> raw text -> lexicon
 *	annotated texts, clusters, lexicons -> the model
 */
#ifndef QARI_LANGUAGE_TRAIN_RECIPE_H
#define QARI_LANGUAGE_TRAIN_RECIPE_H

#include "language/train/corpus.h"
#include "language/train/knowledge.h"

struct recipe {
	struct buffer    raw;           /* NUL-terminated behind its count */
	struct knowledge knowledge;
};

/* Reads the raw text at `path` ("-": standard input), counts its words and
 * clusters them. */
bool recipe_start(struct recipe *recipe, const char *path,
    struct failure *failure);

/* Lets a teacher that learned from the texts kept (all of them when `keep`
 * is NULL) fill lexicon `which`. */
void recipe_teach(struct recipe *recipe, const struct corpus *corpus,
    const uint8_t *keep, size_t which);

/* Learns from the texts kept and appends the model to `file`. */
void recipe_learn(const struct recipe *recipe, const struct corpus *corpus,
    const uint8_t *keep, struct buffer *file);

void recipe_free(struct recipe *recipe);

#endif
