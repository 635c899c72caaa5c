/* extract.c: qari extract: names and dates of articles for other programs. */
#include "views/extract.h"

#include <stdio.h>

#include "bytes/memory.h"
#include "bytes/utf8.h"
#include "views/data.h"
#include "views/read.h"

/* One call: entities are of all its articles, and their names are known when
 * the last has been read. */
struct extraction {
	const struct options *options;
	struct models        *models;
	struct entities      *entities;
	struct records        records;
	struct buffer         conll;    /* its tokens, for that format */
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
		conll_write(article, mentions, &extraction->conll);
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

static void
extract_file(struct extraction *extraction, const char *path)
{
	struct failure   failure = { 0 };
	struct article  *article = article_open(path, &failure);
	struct analysis *analysis;

	if (article == NULL || !article_read_all(article, &failure)) {
		complain(extraction->options, &failure);
		extraction->failed = true;
	}
	if (article == NULL)
		return;
	article->published = extraction->options->published;
	analysis = analysis_of(article, extraction->models,
	    extraction->entities);
	add_records(extraction, path, article, analysis);
	analysis_free(analysis);
	article_free(article);
}

static bool
print_all(struct extraction *extraction)
{
	struct buffer out = { 0 };

	if (extraction->options->format == EXTRACT_CONLL)
		buffer_add(&out, extraction->conll.at,
		    extraction->conll.count);
	else
		records_write(extraction->options->format,
		    &extraction->records, extraction->entities, &out);
	if (out.count > 0)
		fwrite(out.at, 1, out.count, stdout);
	array_free(&out);
	return fflush(stdout) == 0 && !ferror(stdout);
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

int
extract_run(const struct options *options)
{
	struct failure    failure    = { 0 };
	struct extraction extraction = { .options = options };
	int               status     = 0;

	extraction.models = data_models(options->data, &failure);
	if (extraction.models == NULL)
		return complain(options, &failure);
	if (failure.kind != FAILURE_NONE)
		complain(options, &failure);
	extraction.entities = entities_new();
	for (size_t i = 0; i < options->operands; i++)
		extract_file(&extraction, options->operand[i]);
	if (!print_all(&extraction)) {
		failure_set_errno(&failure, "");
		status = complain(options, &failure);
	} else if (extraction.failed)
		status = 2;
	else if (extraction.found == 0)
		status = 1;
	extraction_free(&extraction);
	return status;
}
