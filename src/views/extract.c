/* extract.c: qari extract: names and dates of articles for other programs. */
#include "views/extract.h"

#include <stdio.h>
#include <unistd.h>

#include "bytes/memory.h"
#include "bytes/utf8.h"
#include "views/advance.h"
#include "views/data.h"
#include "views/plain.h"
#include "views/read.h"

/* One call: entities are of all its articles, and their names are known when
 * the last has been read. */
struct extraction {
	const struct options *options;
	struct models        *models;
	struct entities      *entities;
	struct records        records;
	struct buffer         conll;    /* its tokens, for that format */
	bool                  several;  /* articles */
	struct advance        advance;
	size_t                found;
	bool                  failed;
};

/* Under `path`, as it was given: the article's own name ends with it. */
static void
add_record(struct extraction *extraction, const char *path,
    const struct article *article, const struct analysis *analysis,
    const struct mention *mention, size_t start)
{
	const char   *text   = article->text.at + mention->span.start;
	struct record record = {
		.doc = path, .start = start,
		.end = start + utf8_count(text, span_size(mention->span)),
		.text = memory_string(text, span_size(mention->span)),
		.kind = mention->kind, .entity = mention->entity,
	};

	if (mention->date != NONE)
		memcpy(record.norm, analysis->dates.at[mention->date].iso,
		    sizeof record.norm);
	array_add(&extraction->records, record);
}

static void
add_records(struct extraction *extraction, const char *path,
    const struct article *article, const struct analysis *analysis)
{
	const struct mentions *mentions = &analysis->mentions;
	size_t byte = 0, letters = 0;

	extraction->found += mentions->count;
	if (extraction->options->format == EXTRACT_CONLL) {
		conll_write(extraction->several ? path : NULL, article,
		    mentions, &extraction->conll);
		return;
	}
	for (size_t i = 0; i < mentions->count; i++) {
		size_t start = mentions->at[i].span.start;

		letters += utf8_count(article->text.at + byte, start - byte);
		byte = start;
		add_record(extraction, path, article, analysis,
		    &mentions->at[i], letters);
	}
}

/* Whether the path is an operand and not of a file in a folder, of which not
 * all need be articles. */
static bool
is_named(const struct options *options, const char *path)
{
	for (size_t i = 0; i < options->operands; i++)
		if (strcmp(options->operand[i], path) == 0)
			return true;
	return options->operands == 0;
}

static void
extract_file(struct extraction *extraction, const char *path)
{
	const struct options *options = extraction->options;
	struct failure        failure = { 0 };
	struct article       *article = article_named(options, path,
	    &failure);
	struct analysis      *analysis;

	if (article == NULL && failure.kind == FAILURE_BINARY &&
	    !is_named(options, path))
		return;
	if (article == NULL || !article_read_all(article, &failure)) {
		advance_end(&extraction->advance);
		complain(options, &failure);
		extraction->failed = true;
	}
	if (article == NULL)
		return;
	analysis = analysis_of(article, extraction->models,
	    extraction->entities);
	add_records(extraction, path, article, analysis);
	analysis_free(analysis);
	article_free(article);
}

static void
extract_files(struct extraction *extraction, const struct paths *paths)
{
	extraction->several = paths->count > 1;
	extraction->advance = advance_start(extraction->options->language,
	    false);
	for (size_t i = 0; i < paths->count; i++) {
		extract_file(extraction, paths->at[i]);
		advance_tell(&extraction->advance, i + 1, paths->count);
	}
	advance_end(&extraction->advance);
}

/* On a terminal without what would act on it; a program gets all of it. */
static bool
print_all(struct extraction *extraction)
{
	enum extract_format format = extraction->options->format;
	struct buffer       out    = { 0 };
	struct buffer       shown  = { 0 };

	if (format == EXTRACT_CONLL)
		buffer_add(&out, extraction->conll.at,
		    extraction->conll.count);
	else
		records_write(format, &extraction->records,
		    extraction->entities, &out);
	if (isatty(STDOUT_FILENO)) {
		plain_add_but(&shown, out.at, out.count, "\n\t");
		fwrite(shown.at, 1, shown.count, stdout);
	} else if (out.count > 0)
		fwrite(out.at, 1, out.count, stdout);
	array_free(&shown);
	array_free(&out);
	return printed(extraction->options);
}

static void
extraction_free(struct extraction *extraction)
{
	for (size_t i = 0; i < extraction->records.count; i++)
		free(extraction->records.at[i].text);
	array_free(&extraction->records);
	array_free(&extraction->conll);
	entities_free(extraction->entities);
	models_free(extraction->models);
}

/* The articles' paths; false after complaining. */
static bool
gather(const struct options *options, struct paths *paths)
{
	struct failure failure = { 0 };
	bool           folders;

	if (!articles_named(options, paths, &folders, &failure)) {
		complain(options, &failure);
		return false;
	}
	if (options->format != EXTRACT_ANN || paths->count == 1)
		return true;
	failure_set(&failure, FAILURE_USAGE, "--format=ann");
	failure.error = USAGE_ONE_ARTICLE;
	complain(options, &failure);
	return false;
}

static int
extract(struct extraction *extraction, const struct paths *paths)
{
	struct failure failure = { 0 };

	extraction->models = data_models(extraction->options->data, &failure);
	if (failure.kind != FAILURE_NONE)
		complain(extraction->options, &failure);
	if (extraction->models == NULL)
		return 2;
	extraction->entities = entities_new();
	extract_files(extraction, paths);
	if (!print_all(extraction) || extraction->failed)
		return 2;
	return extraction->found == 0;
}

int
extract_run(const struct options *options)
{
	struct extraction extraction = { .options = options };
	struct paths      paths      = { 0 };
	int               status     = 2;

	if (gather(options, &paths))
		status = extract(&extraction, &paths);
	extraction_free(&extraction);
	paths_free(&paths);
	return status;
}
