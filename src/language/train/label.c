/* label.c: between annotated spans, tokens and labels. */
#include "language/train/label.h"

#include <assert.h>

#include "language/lattice.h"

size_t
corpus_type(struct corpus *corpus, const char *name, size_t size)
{
	for (size_t i = 0; i < corpus->types; i++)
		if (strlen(corpus->type[i]) == size &&
		    memcmp(corpus->type[i], name, size) == 0)
			return i;
	assert(corpus->types < TYPES_MOST && size < TYPE_NAME);
	memcpy(corpus->type[corpus->types], name, size);
	return corpus->types++;
}

bool
answer_find_tokens(struct answer *answer, const struct text *text)
{
	const struct tokens *tokens = &text->tokens;
	size_t               i = 0;

	while (i < tokens->count &&
	    tokens->at[i].span.end <= answer->span.start)
		i++;
	answer->first = i;
	while (i < tokens->count &&
	    tokens->at[i].span.start < answer->span.end)
		i++;
	if (i == answer->first)
		return false;
	answer->last = i - 1;
	return true;
}

void
text_label(struct text *text)
{
	text->label = memory_new(text->tokens.count + 1, 1);
	for (size_t k = 0; k < text->answers.count; k++) {
		const struct answer *answer = &text->answers.at[k];
		size_t first = answer->first;
		size_t last  = answer->last;

		if (answer->optional || text->label[first] != 0)
			continue;
		for (size_t i = first; i <= last; i++)
			text->label[i] = (uint8_t)label_of(answer->type,
			    i == first ? BEGIN : i == last ? END : INNER);
		if (first == last)
			text->label[first] = (uint8_t)label_of(answer->type,
			    SINGLE);
	}
}

struct answers
answers_of_labels(const struct tokens *tokens, const uint8_t *label)
{
	struct answers answers = { 0 };
	size_t         first = 0;

	for (size_t i = 0; i < tokens->count; i++) {
		enum position position;

		if (label[i] == 0)
			continue;
		position = label_position(label[i]);
		if (position == BEGIN || position == SINGLE)
			first = i;
		if (position == END || position == SINGLE)
			array_add(&answers, (struct answer){
			    .span = tokens_span(tokens, first, i),
			    .first = first, .last = i,
			    .type = label_type(label[i]) });
	}
	return answers;
}
