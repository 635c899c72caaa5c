/* edge.c: where a name ends, and what stands beside it: what holds of nearly
 * every name in gold_train, and is put right where the tagger missed it. The
 * numbers are of gold_train. */
#include "language/rule.h"

#include <string.h>

#include "language/name.h"
#include "language/word.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100, YEAR_DIGITS = 4, LATIN = 6 };

static bool
ends(const struct tokens *tokens, size_t i, const char *letters)
{
	size_t size  = tokens->at[i].folded_size;
	size_t least = strlen(letters);

	return size > least &&
	    strcmp(token_folded(tokens, i) + size - least, letters) == 0;
}

static bool
is_of_nation(const struct tokens *tokens, size_t i)
{
	struct name name;

	name_read(&name, token_folded(tokens, i), tokens->at[i].folded_size);
	return name.words == 1 && is_nationality(&name, 0);
}

/* "وكالة أنباء فارس الإيرانية": behind a word without article a definite
 * adjective belongs to all of the name, and a nation's is not in it. */
static void
cut_nation(const struct tokens *tokens, struct mention *mention)
{
	if (mention->kind != KIND_AGENCY ||
	    mention->last < mention->first + 2 ||
	    token_is_definite(tokens, mention->last - 1) ||
	    token_begins(tokens, mention->last - 1, "وال") ||
	    !is_of_nation(tokens, mention->last))
		return;
	mention->last--;
	mention->span.end = tokens->at[mention->last].span.end;
}

/* "آل باتشينو" found as "باتشينو" is a person whatever it was taken for: no
 * name begins behind half a one. */
static void
take_half(const struct tokens *tokens, struct mention *mention)
{
	if (mention->first == 0 || !token_goes_on(tokens, mention->first) ||
	    !name_binds(token_folded(tokens, mention->first - 1)))
		return;
	mention->first--;
	mention->span.start = tokens->at[mention->first].span.start;
	if (mention->kind == KIND_AGENCY || mention->kind == KIND_EVENT)
		mention->kind = KIND_PERSON;
}

/* "أم خالد", a mother by her son's name, is no agency; "أم القرى" may be. */
static void
take_kunya(const struct tokens *tokens, struct mention *mention)
{
	const char *word = token_folded(tokens, mention->first);

	if (mention->kind == KIND_AGENCY &&
	    mention->last == mention->first + 1 &&
	    (strcmp(word, "ام") == 0 || strcmp(word, "ابو") == 0) &&
	    tokens->at[mention->last].kind == TOKEN_WORD &&
	    !token_is_definite(tokens, mention->last))
		mention->kind = KIND_PERSON;
}

/* Two adjectives that و joins: "الشؤون البلدية والقروية". */
static bool
is_adjective_pair(const struct tokens *tokens, size_t last)
{
	return token_begins(tokens, last, "ال") &&
	    token_begins(tokens, last + 1, "وال") &&
	    ((ends(tokens, last, "يه") && ends(tokens, last + 1, "يه")) ||
	    (ends(tokens, last, "ي") && ends(tokens, last + 1, "ي")));
}

/* Two nouns under one ل: "للحج والعمرة". */
static bool
is_noun_pair(const struct tokens *tokens, size_t last)
{
	return token_begins(tokens, last, "لل") &&
	    token_begins(tokens, last + 1, "وال") &&
	    tokens->at[last].letters > 4;
}

/* The year of an event is in its name, 47 times of 47. */
static bool
is_year_of_event(const struct tokens *tokens, const struct mention *mention)
{
	const struct token *token = &tokens->at[mention->last + 1];
	int year = 0;

	if (mention->kind != KIND_EVENT || token->kind != TOKEN_NUMBER ||
	    token->folded_size != YEAR_DIGITS)
		return false;
	for (const char *at = token_folded(tokens, mention->last + 1);
	    *at >= '0' && *at <= '9'; at++)
		year = year * 10 + *at - '0';
	return year >= FIRST_YEAR && year < LAST_YEAR;
}

static bool
takes_next(const struct tokens *tokens, const struct mention *mention)
{
	size_t last = mention->last;

	if (!token_goes_on(tokens, last + 1))
		return false;
	if (is_year_of_event(tokens, mention) ||
	    (name_binds(token_folded(tokens, last)) &&
	    mention->kind == KIND_PERSON &&
	    tokens->at[last + 1].kind == TOKEN_WORD))
		return true;
	return (mention->kind == KIND_AGENCY || mention->kind == KIND_EVENT) &&
	    mention->last > mention->first &&
	    (is_adjective_pair(tokens, last) || is_noun_pair(tokens, last));
}

void
edges_mend(const struct tokens *tokens, struct mentions *mentions)
{
	for (size_t m = 0; m < mentions->count; m++) {
		struct mention *mention = &mentions->at[m];

		take_half(tokens, mention);
		take_kunya(tokens, mention);
		cut_nation(tokens, mention);
		if (!takes_next(tokens, mention))
			continue;
		mention->last++;
		mention->span.end = tokens->at[mention->last].span.end;
	}
}

/* The last token of the Latin letters in brackets right behind a name, or 0:
 * "غوغل (Google)". */
static size_t
latin_end(const struct tokens *tokens, size_t i)
{
	const struct token *at = tokens->at;
	size_t end;

	if (i < tokens->count && at[i].kind == TOKEN_SIGN &&
	    strchr("\"”»", *token_folded(tokens, i)) != NULL)
		i++;
	if (!token_goes_on(tokens, i) ||
	    strcmp(token_folded(tokens, i), "(") != 0)
		return 0;
	end = i + 1;
	while (token_goes_on(tokens, end) && end <= i + LATIN &&
	    at[end].kind == TOKEN_LATIN)
		end++;
	return end == i + 1 || !token_goes_on(tokens, end) ||
	    strcmp(token_folded(tokens, end), ")") != 0 ? 0 : end - 1;
}

/* The first token of a run of Latin words that ends at `last`. */
static size_t
latin_start(const struct tokens *tokens, size_t last)
{
	while (tokens->at[last - 1].kind == TOKEN_LATIN)
		last--;
	return last;
}

/* An agency's Latin name in brackets is the agency, 121 times of 121. */
void
latin_find(const struct tokens *tokens, const struct mentions *mentions,
    struct mentions *found)
{
	for (size_t m = 0; m < mentions->count; m++) {
		const struct mention *mention = &mentions->at[m];
		size_t last = mention->kind != KIND_AGENCY ? 0
		    : latin_end(tokens, mention->last + 1);
		size_t first = last == 0 ? 0 : latin_start(tokens, last);

		if (last == 0)
			continue;
		array_add(found, (struct mention){
		    .span = tokens_span(tokens, first, last),
		    .kind = KIND_AGENCY, .finder = FOUND_BY_NAME,
		    .sure = mention->sure, .entity = NONE, .date = NONE,
		    .first = (uint32_t)first, .last = (uint32_t)last });
	}
}
