/* query.c: what a reader searches for, read from what was typed. */
#include "library/query.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/utf8.h"
#include "language/date.h"
#include "language/fold.h"
#include "language/token.h"
#include "library/period.h"

struct key {
	const char         *word;       /* folded */
	enum condition_kind kind;
	enum kind           name;
};

static const struct key keys[] = {
	{ "who",   CONDITION_NAME, KIND_PERSON },
	{ "من",    CONDITION_NAME, KIND_PERSON },
	{ "org",   CONDITION_NAME, KIND_AGENCY },
	{ "جهه",   CONDITION_NAME, KIND_AGENCY },
	{ "where", CONDITION_NAME, KIND_PLACE },
	{ "اين",   CONDITION_NAME, KIND_PLACE },
	{ "what",  CONDITION_NAME, KIND_EVENT },
	{ "حدث",   CONDITION_NAME, KIND_EVENT },
	{ "when",  CONDITION_WHEN, KIND_DATE },
	{ "متي",   CONDITION_WHEN, KIND_DATE },
};

struct quote_pair {
	char32_t open;
	char32_t close;
};

static const struct quote_pair quotes[] = {
	{ '"', '"' }, { U'«', U'»' }, { U'“', U'”' }, { U'„', U'“' },
	{ U'”', U'“' },
};

/* What was typed, read from the left. */
struct typed {
	const char *text;
	size_t      size;
	size_t      at;
};

static char32_t
peek(const struct typed *typed, size_t *took)
{
	char32_t letter = 0;

	*took = 0;
	if (typed->at < typed->size)
		*took = utf8_read(typed->text + typed->at,
		    typed->size - typed->at, &letter);
	return letter;
}

static bool
is_space(char32_t letter)
{
	return letter == ' ' || (letter >= '\t' && letter <= '\r') ||
	    letter == 0xA0 || (letter >= 0x2000 && letter <= 0x200B) ||
	    letter == 0x202F || letter == 0x3000;
}

/* Bidi marks come along when a query is pasted. */
static void
skip_spaces(struct typed *typed)
{
	size_t took;

	for (;;) {
		char32_t letter = peek(typed, &took);

		if (took == 0 || !(is_space(letter) ||
		    letter_is_invisible(letter)))
			return;
		typed->at += took;
	}
}

/* Takes the sign before a word. */
static bool
take_sign(struct typed *typed, char32_t sign)
{
	size_t       took, next;
	struct typed behind = *typed;

	if (peek(typed, &took) != sign)
		return false;
	behind.at += took;
	if (is_space(peek(&behind, &next)) || next == 0)
		return false;
	*typed = behind;
	return true;
}

/* Up to the next white space, or the closing quotation mark. A quotation
 * that is not closed goes to the end. */
static struct span
take_words(struct typed *typed)
{
	char32_t close = 0;
	size_t   took;
	char32_t letter = peek(typed, &took);
	size_t   start;
	size_t   end;

	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
		if (close == 0 && letter == quotes[i].open)
			close = quotes[i].close;
	typed->at += close != 0 ? took : 0;
	start = end = typed->at;
	for (;;) {
		letter = peek(typed, &took);
		if (took == 0 || (close == 0 && is_space(letter)))
			break;
		typed->at += took;
		if (close != 0 && letter == close)
			break;
		end = typed->at;
	}
	return span_of(start, end);
}

/* The key before a colon, taken; NULL when none stands there. */
static const struct key *
take_key(struct typed *typed)
{
	const char       *start = typed->text + typed->at;
	const char       *colon = memchr(start, ':', typed->size - typed->at);
	const struct key *found = NULL;

	if (colon == NULL)
		return NULL;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (fold_same(start, (size_t)(colon - start), keys[i].word,
		    strlen(keys[i].word)))
			found = &keys[i];
	if (found != NULL)
		typed->at = (size_t)(colon + 1 - typed->text);
	return found;
}

/* The words of the condition, folded; false when there are none. */
static bool
fold_words(struct condition *condition, const char *text, size_t size)
{
	struct tokens tokens = tokens_of_text(text, size);
	struct buffer words  = { 0 };

	condition->latin = true;
	for (size_t i = 0; i < tokens.count; i++) {
		if (tokens.at[i].kind == TOKEN_SIGN)
			continue;
		if (tokens.at[i].kind != TOKEN_LATIN &&
		    (words.count == 0 || tokens.at[i].kind != TOKEN_NUMBER))
			condition->latin = false;
		if (words.count > 0)
			buffer_add_string(&words, " ");
		buffer_add_string(&words, token_folded(&tokens, i));
	}
	tokens_free(&tokens);
	if (words.count == 0) {
		array_free(&words);
		return false;
	}
	array_add(&words, '\0');
	condition->words = words.at;
	return true;
}

/* The days meant: an ISO 8601 value, or a date as an article writes it. */
static bool
read_when(struct condition *condition, const char *text, size_t size)
{
	struct buffer folded = { 0 };
	struct tokens tokens;
	struct dates  dates;
	bool          found;

	fold_text(text, size, &folded);
	found = period_of(folded.at, folded.count, &condition->first,
	    &condition->last);
	array_free(&folded);
	if (found)
		return true;
	tokens = tokens_of_text(text, size);
	dates = dates_find(&tokens, (struct day){ 0, 0, 0 });
	found = dates.count > 0 && period_of(dates.at[0].iso,
	    strlen(dates.at[0].iso), &condition->first, &condition->last);
	array_free(&dates);
	tokens_free(&tokens);
	return found;
}

static void
take_condition(struct query *query, struct typed *typed)
{
	struct condition  condition = { .kind = CONDITION_TEXT };
	size_t            start     = typed->at;
	const struct key *key;
	struct span       span;
	bool              good;

	condition.without = take_sign(typed, '-') ||
	    take_sign(typed, U'\u2212');
	condition.exactly = take_sign(typed, '~');
	key = take_key(typed);
	span = take_words(typed);
	if (key != NULL) {
		condition.kind = key->kind;
		condition.name = key->name;
	}
	good = condition.kind == CONDITION_WHEN
	    ? read_when(&condition, typed->text + span.start, span_size(span))
	    : fold_words(&condition, typed->text + span.start,
	    span_size(span));
	if (!good && key != NULL && query->unread == NULL)
		query->unread = memory_string(typed->text + start,
		    typed->at - start);
	if (!good)
		return;
	condition.typed = memory_string(typed->text + span.start,
	    span_size(span));
	array_add(query, condition);
}

struct query *
query_new(const char *text, size_t size)
{
	struct query *query = memory_new(1, sizeof *query);
	struct typed  typed = { text, size, 0 };

	for (;;) {
		skip_spaces(&typed);
		if (typed.at >= typed.size)
			return query;
		take_condition(query, &typed);
	}
}

struct query *
query_new_words(const char *typed, size_t size)
{
	struct query    *query     = memory_new(1, sizeof *query);
	struct condition condition = { .kind = CONDITION_TEXT };

	if (fold_words(&condition, typed, size)) {
		condition.typed = memory_string(typed, size);
		array_add(query, condition);
	}
	return query;
}

bool
query_has_words(const struct query *query)
{
	for (size_t i = 0; i < query->count; i++)
		if (query->at[i].kind == CONDITION_TEXT &&
		    !query->at[i].without)
			return true;
	return false;
}

static void
write_condition(const struct condition *condition, struct buffer *out)
{
	static const char *const kinds[] = {
		[CONDITION_TEXT] = "", [CONDITION_NAME] = ":",
		[CONDITION_WHEN] = "when:"
	};
	char days[64];

	buffer_add_string(out, condition->without ? "-" : "");
	buffer_add_string(out, condition->exactly ? "~" : "");
	if (condition->kind == CONDITION_NAME)
		buffer_add_string(out, kind_tag(condition->name));
	buffer_add_string(out, kinds[condition->kind]);
	if (condition->kind == CONDITION_WHEN) {
		struct day first = day_of_number(condition->first);
		struct day last  = day_of_number(condition->last);

		snprintf(days, sizeof days, "%04d-%02d-%02d/%04d-%02d-%02d",
		    first.year, first.month, first.day, last.year,
		    last.month, last.day);
		buffer_add_string(out, days);
		return;
	}
	buffer_add_string(out, "\"");
	buffer_add_string(out, condition->exactly ? condition->typed
	    : condition->words);
	buffer_add_string(out, "\"");
	for (size_t i = 0; i < condition->sounds.count; i++) {
		buffer_add_string(out, "|");
		buffer_add_string(out, condition->sounds.at[i]);
	}
}

void
query_write(const struct query *query, struct buffer *out)
{
	for (size_t i = 0; i < query->count; i++) {
		if (i > 0)
			buffer_add_string(out, " ");
		write_condition(&query->at[i], out);
	}
}

void
query_clear(struct query *query)
{
	for (size_t i = 0; i < query->count; i++) {
		struct condition *condition = &query->at[i];

		free(condition->typed);
		free(condition->words);
		for (size_t j = 0; j < condition->sounds.count; j++)
			free(condition->sounds.at[j]);
		array_free(&condition->sounds);
	}
	array_free(query);
	free(query->unread);
	query->unread = NULL;
}

void
query_free(struct query *query)
{
	if (query == NULL)
		return;
	query_clear(query);
	free(query);
}
