/* hits.c: where a query's words stand in a text. */
#include "library/query.h"

#include <stdlib.h>
#include <string.h>

#include "bytes/utf8.h"
#include "language/fold.h"
#include "language/token.h"
#include "library/forms.h"

/* The size of the word that `words` begins with. */
static size_t
word_size(const char *words)
{
	return strcspn(words, " ");
}

/* The byte at which the word's last `size` folded bytes begin: behind its
 * clitics, with nothing of the spelling altered. */
static size_t
stem_start(const struct tokens *tokens, const struct token *token,
    size_t size)
{
	size_t at     = token->span.start;
	size_t folded = 0;
	size_t cut    = token->folded_size > size
	    ? token->folded_size - size : 0;

	while (at < token->span.end && folded < cut) {
		char32_t letter, forms[FOLD_MOST];
		char     bytes[UTF8_MOST];
		size_t   count;

		at += utf8_read(tokens->text + at, token->span.end - at,
		    &letter);
		count = fold_letter(letter, forms);
		for (size_t i = 0; i < count; i++)
			folded += utf8_write(forms[i], bytes);
	}
	/* Marks belong to the letter before them. */
	while (at < token->span.end && folded > 0) {
		char32_t letter;
		size_t   took = utf8_read(tokens->text + at,
		    token->span.end - at, &letter);

		if (!letter_is_mark(letter))
			break;
		at += took;
	}
	return at;
}

/* The tokens that are words; signs stand between them and count for
 * nothing. */
static size_t
next_word(const struct tokens *tokens, size_t i)
{
	while (i < tokens->count && tokens->at[i].kind == TOKEN_SIGN)
		i++;
	return i;
}

static bool
is_form(const struct tokens *tokens, size_t i, const char *word, size_t size)
{
	return word_has_form(token_folded(tokens, i),
	    tokens->at[i].folded_size, word, size);
}

/* Whether the words stand from token `i`; `*span` gets where. */
static bool
stand_at(const struct tokens *tokens, size_t i, const char *words,
    struct span *span)
{
	size_t size = word_size(words);
	size_t last = i;

	if (!is_form(tokens, i, words, size))
		return false;
	span->start = stem_start(tokens, &tokens->at[i], size);
	while (words[size] == ' ') {
		words += size + 1;
		size = word_size(words);
		last = next_word(tokens, last + 1);
		if (last == tokens->count || !is_form(tokens, last, words,
		    size))
			return false;
	}
	span->end = tokens->at[last].span.end;
	return true;
}

/* Whether the text says exactly what was typed, in whole words. */
static bool
is_spelt_so(const struct condition *condition, const struct tokens *tokens,
    size_t i, struct span span)
{
	return tokens->at[i].span.start == span.start &&
	    span_size(span) == strlen(condition->typed) &&
	    memcmp(tokens->text + span.start, condition->typed,
	    span_size(span)) == 0;
}

static bool
condition_at(const struct condition *condition, const struct tokens *tokens,
    size_t i, struct span *span)
{
	if (condition->kind == CONDITION_WHEN || condition->without)
		return false;
	if (stand_at(tokens, i, condition->words, span) &&
	    (!condition->exactly || is_spelt_so(condition, tokens, i, *span)))
		return true;
	for (size_t j = 0; j < condition->sounds.count; j++)
		if (stand_at(tokens, i, condition->sounds.at[j], span))
			return true;
	return false;
}

struct spans
query_spans(const struct query *query, const struct article *article)
{
	struct tokens tokens = tokens_split(article, 0, article->parts.count);
	struct spans  spans  = { 0 };

	for (size_t i = next_word(&tokens, 0); i < tokens.count;
	    i = next_word(&tokens, i + 1)) {
		struct span best = { 0, 0 };
		struct span span;

		if (spans.count > 0 && tokens.at[i].span.start <
		    spans.at[spans.count - 1].end)
			continue;
		for (size_t j = 0; j < query->count; j++)
			if (condition_at(&query->at[j], &tokens, i, &span) &&
			    span.end > best.end)
				best = span;
		if (best.end > 0)
			array_add(&spans, best);
	}
	tokens_free(&tokens);
	return spans;
}
