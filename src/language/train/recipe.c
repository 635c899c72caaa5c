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
	SWEEPS      = 10,
	JACKKNIFE   = 5,        /* parts for the second reading */
	PRIME       = 7         /* neighbours go to different parts */
};

static const size_t cluster_classes[CLUSTERINGS] = { 128, 512 };

/* A teacher is one run, an answering model the mean of several. */
static const struct crf_options first_learning = {
	.epochs = 12, .alpha = 0.1f, .beta = 1, .l1 = 0.3f, .l2 = 3,
	.dropout = 0.2f, .runs = 3, .seed = 1
};

/* What the second reading learns is little and much the same everywhere. */
static const struct crf_options second_learning = {
	.epochs = 6, .alpha = 0.05f, .beta = 1, .l1 = 1.5f, .l2 = 3,
	.dropout = 0.1f, .runs = 1, .seed = 1
};

/* The weights of a first reading; of a whole model. */
static const struct pack_options first_options = {
	.least = 0.03f, .bias = 0.5f
};

static const struct pack_options model_options = {
	.least = 0.03f, .bias = 0.5f, .second_bias = -0.25f
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

/* A packed model, opened again. */
static struct weights
open_packed(const struct recipe *recipe, const struct corpus *corpus,
    const struct learned *learned)
{
	struct buffer  file = { 0 };
	struct weights weights;
	bool           sound;

	pack_model(corpus, &recipe->knowledge, learned, &first_options, &file);
	sound = weights_open(&weights, &file, "model", NULL);
	assert(sound);
	(void)sound;
	return weights;
}

static struct crf
learn_first(const struct corpus *corpus, const uint8_t *keep,
    const struct weights *known, const struct crf_options *options)
{
	struct examples examples = examples_of(corpus, keep, known, 1);
	struct crf      crf = crf_learn(&examples, NULL, options);

	examples_free(&examples);
	return crf;
}

/* Second readings are learned from first ones of texts that the first
 * reader had not seen: the texts kept are parted, and each part is read by
 * a model of the others. */
static struct crf
learn_second(const struct recipe *recipe, const struct corpus *corpus,
    const uint8_t *keep, const struct weights *known, const struct crf *first)
{
	size_t          count = corpus->texts.count;
	uint8_t        *others = memory_new(count + 1, 1);
	struct reader  *reader = memory_new(count + 1, sizeof *reader);
	struct weights  opened[JACKKNIFE];
	size_t          readers = 0;
	struct examples examples;
	struct crf      second;

	for (size_t part = 0; part < JACKKNIFE; part++) {
		struct crf crf;

		for (size_t i = 0; i < count; i++)
			others[i] = (keep == NULL || keep[i]) &&
			    i * PRIME % JACKKNIFE != part;
		crf = learn_first(corpus, others, known, &first_learning);
		opened[part] = open_packed(recipe, corpus,
		    &(struct learned){ .first = &crf });
		crf_free(&crf);
		for (size_t i = 0; i < count; i++)
			if ((keep == NULL || keep[i]) && !others[i])
				reader[readers++] = (struct reader){
				    &corpus->texts.at[i], &opened[part] };
	}
	examples = examples_of_second(corpus, reader, readers);
	second = crf_learn(&examples, &first->transitions, &second_learning);
	examples_free(&examples);
	for (size_t part = 0; part < JACKKNIFE; part++)
		weights_close(&opened[part]);
	free(others);
	free(reader);
	return second;
}

void
recipe_teach(struct recipe *recipe, const struct corpus *corpus,
    const uint8_t *keep, size_t which)
{
	struct weights known;
	struct weights teacher;
	struct crf     crf;

	knowledge_forget(&recipe->knowledge, which);
	known = open_packed(recipe, corpus, &(struct learned){ .first = NULL });
	crf = learn_first(corpus, keep, &known, &crf_usual);
	teacher = open_packed(recipe, corpus,
	    &(struct learned){ .first = &crf });
	induce_lexicon(&recipe->knowledge, which, &teacher, &recipe->raw, 1);
	crf_free(&crf);
	weights_close(&teacher);
	weights_close(&known);
}

void
recipe_learn(const struct recipe *recipe, const struct corpus *corpus,
    const uint8_t *keep, struct buffer *file)
{
	struct weights known = open_packed(recipe, corpus,
	    &(struct learned){ .first = NULL });
	struct crf     first = learn_first(corpus, keep, &known,
	    &first_learning);
	struct crf     second = learn_second(recipe, corpus, keep, &known,
	    &first);
	struct crf     cut = cutter_learn(corpus, keep, &known);

	pack_model(corpus, &recipe->knowledge,
	    &(struct learned){ &first, &second, &cut }, &model_options, file);
	crf_free(&first);
	crf_free(&second);
	crf_free(&cut);
	weights_close(&known);
}

void
recipe_free(struct recipe *recipe)
{
	array_free(&recipe->raw);
	knowledge_free(&recipe->knowledge);
}
