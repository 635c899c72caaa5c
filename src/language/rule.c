/* rule.c: names by rules; conducts the rules for each kind. */
#include "language/rule.h"

#include <stdlib.h>

#include "bytes/memory.h"
#include "language/word.h"

void
rule_add(const struct text *text, struct mentions *found, enum kind kind,
    size_t first, size_t last, size_t letters)
{
	array_add(found, (struct mention){
	    .span = { token_byte(text->tokens, first, letters),
		text->tokens->at[last].span.end },
	    .kind = kind, .finder = FOUND_BY_NAME, .sure = SURE_OF_RULES,
	    .entity = NONE, .date = NONE,
	    .first = (uint32_t)first, .last = (uint32_t)last });
}

/* Which tokens are first names of persons. */
static uint8_t *
first_names(const struct gazetteer *gazetteer, const struct tokens *tokens)
{
	uint8_t *first = memory_new(tokens->count, 1);
	size_t   taken;

	for (size_t i = 0; i < tokens->count; i++)
		first[i] = tokens->at[i].kind == TOKEN_WORD &&
		    gazetteer_at(gazetteer, tokens, i, token_folded(tokens, i),
		    tokens->at[i].folded_size, &taken) == KNOWN_FIRST;
	return first;
}

struct mentions
rules_find(const struct gazetteer *gazetteer, const struct tokens *tokens,
    const struct mentions *dates)
{
	struct mentions known = gazetteer_match(gazetteer, tokens);
	struct mentions found = { 0 };
	struct cue     *cues  = cues_of(tokens);
	uint8_t        *first = first_names(gazetteer, tokens);
	struct text     text  = { tokens, cues, &known, dates, first };
	struct mentions merged;

	agencies_find(&text, &found);
	events_find(&text, &found);
	places_find(&text, &found);
	people_find(&text, &found);
	merged = mentions_merge(&found, &known, NULL);
	array_free(&known);
	array_free(&found);
	free(cues);
	free(first);
	return merged;
}
