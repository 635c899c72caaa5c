/* train.c: the trainer, a program that is built but not installed. What it
 * can do is the table of commands at the end. */
#include <stdio.h>

#include "bytes/file.h"
#include "language/tagger.h"
#include "language/train/label.h"
#include "language/train/recipe.h"
#include "language/train/score.h"

enum {
	SENTENCES = 40,                 /* of a .bio file that are one text */
	OWN = 0, OTHER = 1              /* lexicons */
};

static bool
complain(const struct failure *failure)
{
	fprintf(stderr, "qari-train: %s: cannot be read or used\n",
	    failure->where);
	return false;
}

/* The spans that a model finds in an annotated text. */
static struct answers
find_answers(const struct corpus *corpus, const struct tagger *tagger,
    const struct text *text)
{
	struct mentions mentions = tagger_decode(tagger, &text->tokens);
	struct answers  found = { 0 };

	for (size_t i = 0; i < mentions.count; i++) {
		const struct mention *mention = &mentions.at[i];
		struct answer answer = { .span = mention->span,
			.first = mention->first, .last = mention->last };

		while (strcmp(corpus->type[answer.type],
		    kind_tag(mention->kind)) != 0)
			answer.type++;
		array_add(&found, answer);
	}
	array_free(&mentions);
	return found;
}

/* The same in a text of rows, with the model's own types, clitics left. */
static struct answers
find_rows(struct corpus *corpus, const struct tagger *tagger,
    const struct text *text)
{
	uint8_t       *label = memory_new(text->tokens.count + 1, 1);
	struct answers found;

	tagger_label(tagger, &text->tokens, label);
	found = answers_of_labels(&text->tokens, label);
	for (size_t i = 0; i < found.count; i++) {
		const char *type = tagger_type(tagger, found.at[i].type);

		found.at[i].type = corpus_type(corpus, type, strlen(type));
	}
	free(label);
	return found;
}

static void
score_texts(struct corpus *corpus, const struct tagger *tagger,
    const uint8_t *leave, struct score *score)
{
	for (size_t i = 0; i < corpus->texts.count; i++) {
		const struct text *text = &corpus->texts.at[i];
		struct answers     found;

		if (leave != NULL && leave[i])
			continue;
		found = text->rows.count > 0
		    ? find_rows(corpus, tagger, text)
		    : find_answers(corpus, tagger, text);
		score_add(score, text, &found);
		array_free(&found);
	}
}

/* The five kinds first, in their order, so that all models agree. */
static void
start_types(struct corpus *corpus)
{
	for (int kind = 0; kind < KINDS; kind++)
		corpus_type(corpus, kind_tag((enum kind)kind),
		    strlen(kind_tag((enum kind)kind)));
}

static bool
read_gold(struct corpus *corpus, const char *corpora, const char *jsonl,
    struct failure *failure)
{
	char folder[1024];

	snprintf(folder, sizeof folder, "%s/gold", corpora);
	start_types(corpus);
	return corpus_read_gold(corpus, folder, jsonl, failure) &&
	    corpus_read_optional(corpus, folder, "optional.jsonl", failure);
}

/* A second lexicon, taught by ANERcorp's annotation. */
static bool
teach_other(struct recipe *recipe, const char *corpora,
    struct failure *failure)
{
	struct corpus other = { .types = 0 };
	char          path[1024];
	bool          good;

	snprintf(path, sizeof path, "%s/ner/anercorp-train.bio", corpora);
	good = corpus_read_bio(&other, path, SENTENCES, failure);
	if (good)
		recipe_teach(recipe, &other, NULL, OTHER);
	corpus_free(&other);
	return good;
}

static bool
learn_gold(char **argument, struct failure *failure)
{
	struct recipe recipe = { .raw.count = 0 };
	struct corpus corpus = { .types = 0 };
	struct buffer model = { 0 };
	bool          good = read_gold(&corpus, argument[0],
	    "gold_train.jsonl", failure) &&
	    recipe_start(&recipe, argument[1], failure) &&
	    teach_other(&recipe, argument[0], failure);

	if (good) {
		recipe_teach(&recipe, &corpus, NULL, OWN);
		recipe_learn(&recipe, &corpus, NULL, &model);
		good = file_replace(argument[2], model.at, model.count,
		    failure);
	}
	array_free(&model);
	corpus_free(&corpus);
	recipe_free(&recipe);
	return good;
}

static bool
learn_bio(char **argument, struct failure *failure)
{
	struct recipe recipe = { .raw.count = 0 };
	struct corpus corpus = { .types = 0 };
	struct buffer model = { 0 };
	bool          good = corpus_read_bio(&corpus, argument[0], SENTENCES,
	    failure) && recipe_start(&recipe, argument[1], failure);

	if (good) {
		recipe_teach(&recipe, &corpus, NULL, OWN);
		recipe_learn(&recipe, &corpus, NULL, &model);
		good = file_replace(argument[2], model.at, model.count,
		    failure);
	}
	array_free(&model);
	corpus_free(&corpus);
	recipe_free(&recipe);
	return good;
}

/* Folds: every so many texts where they are articles, a run of texts where
 * they are pieces of one file. */
static uint8_t *
others_of(const struct corpus *corpus, size_t fold, size_t folds)
{
	size_t   count = corpus->texts.count;
	uint8_t *others = memory_new(count + 1, 1);

	for (size_t i = 0; i < count; i++)
		others[i] = (corpus->texts.at[i].rows.count > 0
		    ? i * folds / count : i % folds) != fold;
	return others;
}

/* The model of all texts but those of a fold, and its score on these. With
 * a folder, the model is kept there. */
static bool
check_fold(struct recipe *recipe, struct corpus *corpus,
    const uint8_t *others, const char *path, struct score *score,
    struct failure *failure)
{
	struct buffer  model = { 0 };
	struct tagger *tagger;
	bool           good;

	recipe_teach(recipe, corpus, others, OWN);
	recipe_learn(recipe, corpus, others, &model);
	good = path == NULL || file_replace(path, model.at, model.count,
	    failure);
	tagger = tagger_of(&model, "model", failure);
	if (tagger == NULL)
		return false;
	score_texts(corpus, tagger, others, score);
	tagger_free(tagger);
	return good;
}

static bool
cross_validate(struct recipe *recipe, struct corpus *corpus, size_t folds,
    const char *folder, struct failure *failure)
{
	struct score score = { .edges = 0 };
	bool         good = true;

	for (size_t fold = 0; good && fold < folds; fold++) {
		uint8_t *others = others_of(corpus, fold, folds);
		char     path[1024];
		char     name[64];

		snprintf(path, sizeof path, "%s/%zu/model.qari",
		    folder == NULL ? "" : folder, fold);
		good = check_fold(recipe, corpus, others,
		    folder == NULL ? NULL : path, &score, failure);
		free(others);
		snprintf(name, sizeof name, "folds 1 to %zu of %zu", fold + 1,
		    folds);
		score_print(&score, corpus, name, stdout);
		fflush(stdout);
	}
	return good;
}

static bool
check_gold_into(char **argument, const char *folder, struct failure *failure)
{
	struct recipe recipe = { .raw.count = 0 };
	struct corpus corpus = { .types = 0 };
	bool          good = read_gold(&corpus, argument[0],
	    "gold_train.jsonl", failure) &&
	    recipe_start(&recipe, argument[1], failure) &&
	    teach_other(&recipe, argument[0], failure) &&
	    cross_validate(&recipe, &corpus,
	    (size_t)strtoul(argument[2], NULL, 10), folder, failure);

	corpus_free(&corpus);
	recipe_free(&recipe);
	return good;
}

static bool
check_gold(char **argument, struct failure *failure)
{
	return check_gold_into(argument, NULL, failure);
}

static bool
keep_folds(char **argument, struct failure *failure)
{
	return check_gold_into(argument, argument[3], failure);
}

static bool
check_bio(char **argument, struct failure *failure)
{
	struct recipe recipe = { .raw.count = 0 };
	struct corpus corpus = { .types = 0 };
	bool          good = corpus_read_bio(&corpus, argument[0], SENTENCES,
	    failure) && recipe_start(&recipe, argument[1], failure) &&
	    cross_validate(&recipe, &corpus,
	    (size_t)strtoul(argument[2], NULL, 10), NULL, failure);

	corpus_free(&corpus);
	recipe_free(&recipe);
	return good;
}

static bool
score_gold(char **argument, struct failure *failure)
{
	struct tagger *tagger = tagger_load(argument[0], failure);
	struct corpus  corpus = { .types = 0 };
	struct score   score = { .edges = 0 };
	bool           good = tagger != NULL &&
	    read_gold(&corpus, argument[1], argument[2], failure);

	if (good) {
		score_texts(&corpus, tagger, NULL, &score);
		score_print(&score, &corpus, argument[2], stdout);
	}
	corpus_free(&corpus);
	tagger_free(tagger);
	return good;
}

static void
print_rows(const struct text *text, const struct answers *found,
    const struct corpus *corpus)
{
	size_t k = 0;

	for (size_t r = 0; r < text->rows.count; r++) {
		const struct row *row = &text->rows.at[r];
		size_t            end = row->first + row->count;

		while (k < found->count && found->at[k].last < row->first)
			k++;
		printf("%.*s\t", (int)span_size(row->span),
		    text->article.text.at + row->span.start);
		if (k == found->count || found->at[k].first >= end)
			printf("O\n");
		else
			printf("%c-%s\n", found->at[k].first >= row->first
			    ? 'B' : 'I', corpus->type[found->at[k].type]);
		if (row->last)
			printf("\n");
	}
}

static bool
tag_bio(char **argument, struct failure *failure)
{
	struct tagger *tagger = tagger_load(argument[0], failure);
	struct corpus  corpus = { .types = 0 };
	struct score   score = { .edges = 0 };
	bool           good = tagger != NULL && corpus_read_bio(&corpus,
	    argument[1], SENTENCES, failure);

	for (size_t i = 0; good && i < corpus.texts.count; i++) {
		const struct text *text = &corpus.texts.at[i];
		struct answers     found = find_rows(&corpus, tagger, text);

		score_add(&score, text, &found);
		print_rows(text, &found, &corpus);
		array_free(&found);
	}
	if (good)
		score_print(&score, &corpus, "as annotated there", stderr);
	corpus_free(&corpus);
	tagger_free(tagger);
	return good;
}

struct command {
	const char *name;
	int         arguments;
	bool      (*run)(char **argument, struct failure *failure);
	const char *usage;
};

static const struct command commands[] = {
	{ "--learn", 3, learn_gold,
	    "CORPORA RAW MODEL    the shipped model, from scratch" },
	{ "--learn-bio", 3, learn_bio,
	    "IN.bio RAW MODEL     a model of a .bio file's types" },
	{ "--check", 3, check_gold,
	    "CORPORA RAW FOLDS    cross-validation on gold_train" },
	{ "--folds", 4, keep_folds,
	    "CORPORA RAW FOLDS DIR  the same; keeps DIR/FOLD/model.qari" },
	{ "--check-bio", 3, check_bio,
	    "IN.bio RAW FOLDS     cross-validation on a .bio file" },
	{ "--score", 3, score_gold,
	    "MODEL CORPORA JSONL  the model's score on annotated articles" },
	{ "--tag", 2, tag_bio,
	    "MODEL IN.bio         tags a .bio file; its score on stderr" },
};

int
main(int count, char **argument)
{
	struct failure failure = { .kind = FAILURE_NONE };

	for (size_t i = 0; count > 1 &&
	    i < sizeof commands / sizeof *commands; i++)
		if (strcmp(argument[1], commands[i].name) == 0 &&
		    count == 2 + commands[i].arguments) {
			if (commands[i].run(argument + 2, &failure))
				return 0;
			complain(&failure);
			return 2;
		}
	fprintf(stderr, "usage:\n");
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		fprintf(stderr, "  qari-train %-12s %s\n", commands[i].name,
		    commands[i].usage);
	return 2;
}
