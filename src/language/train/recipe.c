/* recipe.c: how a model is made, step by step. The constants were chosen by
 * cross-validation over the project's training articles; data/README.md
 * tells what each step gives. */
#include "language/train/recipe.h"

#include <assert.h>

#include "language/train/cluster.h"
#include "language/train/crf.h"
#include "language/train/cutter.h"
#include "language/train/induce.h"
#include "language/train/pack.h"

enum {
	COUNT_LEAST = 3,        /* a word seen less often is not known */
	SWEEPS      = 10
};

static const size_t cluster_classes[CLUSTERINGS] = { 128, 512 };

static const struct pack_options teacher_options = {
	.least = 0.02f, .bias = 0.5f
};

static const struct pack_options model_options = {
	.least = 0.02f, .bias = 0.5f, .consistency = 0.5f
};

bool
recipe_start(struct recipe *recipe, const char *path, struct failure *failure)
{
	struct neighbours neighbours;

	if (!read_all(path, &recipe->raw, failure))
		return false;
	buffer_add(&recipe->raw, "", 1);
	recipe->raw.count--;
	recipe->knowledge = knowledge_of(&recipe->raw, COUNT_LEAST);
	neighbours = neighbours_of(&recipe->knowledge, &recipe->raw);
	for (size_t i = 0; i < CLUSTERINGS; i++)
		if (cluster_classes[i] != 0)
			cluster_words(&recipe->knowledge, &neighbours, i,
			    cluster_classes[i], SWEEPS);
	neighbours_free(&neighbours);
	return true;
}

/* What is known of words, as the features read it; no weights. */
static struct weights
open_knowledge(const struct recipe *recipe, const struct corpus *corpus)
{
	struct buffer  file = { 0 };
	struct weights weights;
	bool           sound;

	pack_model(corpus, &recipe->knowledge, NULL, NULL, &model_options,
	    &file);
	sound = weights_open(&weights, &file, "knowledge", NULL);
	assert(sound);
	(void)sound;
	return weights;
}

static void
learn(const struct recipe *recipe, const struct corpus *corpus,
    const uint8_t *keep, const struct pack_options *options,
    struct buffer *file)
{
	struct weights  known = open_knowledge(recipe, corpus);
	struct examples examples = examples_of(corpus, keep, &known, 1);
	struct crf      crf = crf_learn(&examples, &crf_usual);
	struct crf      cut = cutter_learn(corpus, keep, &known);

	pack_model(corpus, &recipe->knowledge, &crf, &cut, options, file);
	crf_free(&crf);
	crf_free(&cut);
	examples_free(&examples);
	weights_close(&known);
}

void
recipe_teach(struct recipe *recipe, const struct corpus *corpus,
    const uint8_t *keep, size_t which)
{
	struct buffer  file = { 0 };
	struct weights teacher;
	bool           sound;

	knowledge_forget(&recipe->knowledge, which);
	learn(recipe, corpus, keep, &teacher_options, &file);
	sound = weights_open(&teacher, &file, "teacher", NULL);
	assert(sound);
	(void)sound;
	induce_lexicon(&recipe->knowledge, which, &teacher, &recipe->raw, 1);
	weights_close(&teacher);
}

void
recipe_learn(const struct recipe *recipe, const struct corpus *corpus,
    const uint8_t *keep, struct buffer *file)
{
	learn(recipe, corpus, keep, &model_options, file);
}

void
recipe_free(struct recipe *recipe)
{
	array_free(&recipe->raw);
	knowledge_free(&recipe->knowledge);
}
