/* report.c: an article as two reports are compared. */
#include "library/report.h"

#include <string.h>

#include "language/hash.h"

enum {
	LETTER     = 2,         /* bytes of one of Arabic */
	STEM_LEAST = 3 * LETTER
};

/* The word without the endings that gender, number and possession give it,
 * after Larkey's light stemmer (2002). */
static size_t
uninflected(const char *word, size_t size)
{
	static const char *const endings[] = {
		"ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي", "ا"
	};

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t length = strlen(endings[i]);

		if (size >= length + STEM_LEAST &&
		    memcmp(word + size - length, endings[i], length) == 0)
			return size - length;
	}
	return size;
}

static void
add_token(struct sentence *sentence, const struct tokens *tokens, size_t i)
{
	const char *word = token_folded(tokens, i);
	size_t      size = tokens->at[i].folded_size;
	size_t      cut;

	if (tokens->at[i].kind == TOKEN_SIGN || tokens->at[i].letters < 2)
		return;
	cut = tokens->at[i].kind == TOKEN_WORD ? word_bare(word, size) : 0;
	array_add(&sentence->words, hash_bytes(word + cut,
	    uninflected(word + cut, size - cut)));
}

/* Cuts the headline and the paragraphs into sentences. */
static void
split_sentences(struct report *report)
{
	const struct tokens *tokens = &report->tokens;
	struct sentence     *last   = NULL;

	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *token = &tokens->at[i];
		enum part_kind      kind  =
		    report->article->parts.at[token->part].kind;

		if (kind != PART_HEADLINE && kind != PART_PARAGRAPH)
			continue;
		if (last == NULL || token->starts) {
			array_add(&report->sentences, (struct sentence){
			    .span = token->span });
			last = &report->sentences.at[
			    report->sentences.count - 1];
		}
		last->span.end = token->span.end;
		add_token(last, tokens, i);
	}
}

/* Names and dates count by what they mean, and so more than their words. */
static void
add_meanings(struct report *report)
{
	const struct mentions *mentions = &report->analysis->mentions;
	size_t at = 0;

	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->at[i];
		uint64_t              hash;

		while (at < report->sentences.count && report->sentences.at[
		    at].span.end <= mention->span.start)
			at++;
		if (at == report->sentences.count)
			return;
		if (!span_holds(report->sentences.at[at].span,
		    mention->span.start))
			continue;
		if (mention->date != NONE) {
			const char *iso =
			    report->analysis->dates.at[mention->date].iso;

			hash = hash_bytes(iso, strlen(iso));
		} else
			hash = hash_pair(1, mention->entity);
		array_add(&report->sentences.at[at].words, hash);
	}
}

struct report
report_new(const struct article *article, const struct models *models,
    struct entities *entities)
{
	return (struct report){ .article = article,
	    .analysis = analysis_new(models, entities) };
}

bool
report_next(struct report *report)
{
	if (analysis_advance(report->analysis, report->article))
		return true;
	report->tokens = tokens_split(report->article, 0,
	    report->article->parts.count);
	split_sentences(report);
	add_meanings(report);
	for (size_t i = 0; i < report->sentences.count; i++)
		word_set_sort(&report->sentences.at[i].words);
	return false;
}

size_t
report_read(const struct report *report)
{
	const struct parts *parts = &report->article->parts;
	size_t              done  = report->analysis->parts;

	return done < parts->count ? parts->at[done].span.start
	    : report->article->text.count;
}

void
report_free(struct report *report)
{
	for (size_t i = 0; i < report->sentences.count; i++)
		array_free(&report->sentences.at[i].words);
	array_free(&report->sentences);
	analysis_free(report->analysis);
	tokens_free(&report->tokens);
}
