/* knowledge.c: counting the words of raw text. */
#include "language/train/knowledge.h"

#include "language/feature.h"
#include "language/train/corpus.h"

enum { FIRST_SLOTS = 1 << 16 };

bool
raw_next(const struct buffer *raw, size_t *at, struct article *article)
{
	size_t start = *at + strspn(raw->at + *at, "\r\n");
	char  *blank;

	if (start >= raw->count)
		return false;
	blank = strstr(raw->at + start, "\n\n");
	*at = blank == NULL ? raw->count : (size_t)(blank - raw->at);
	article_of_lines(article, raw->at + start, *at - start);
	return true;
}

static size_t
slot_of(const struct knowledge *knowledge, uint64_t key)
{
	size_t at = key & (knowledge->slots - 1);

	while (knowledge->slot[at] != 0 &&
	    knowledge->key[knowledge->slot[at] - 1] != key)
		at = (at + 1) & (knowledge->slots - 1);
	return at;
}

uint32_t
knowledge_find(const struct knowledge *knowledge, uint64_t key)
{
	uint32_t found = knowledge->slot[slot_of(knowledge, key)];

	return found == 0 ? WORD_UNKNOWN : found - 1;
}

static void
fill_slots(struct knowledge *knowledge, size_t slots)
{
	free(knowledge->slot);
	knowledge->slots = slots;
	knowledge->slot = memory_new(slots, sizeof *knowledge->slot);
	for (size_t i = 0; i < knowledge->words; i++)
		knowledge->slot[slot_of(knowledge, knowledge->key[i])] =
		    (uint32_t)i + 1;
}

static void
count_word(struct knowledge *knowledge, uint64_t key,
    const struct buffer *form)
{
	size_t slot = slot_of(knowledge, key);
	size_t index = knowledge->words;

	if (knowledge->slot[slot] != 0) {
		knowledge->count[knowledge->slot[slot] - 1]++;
		return;
	}
	if (index == knowledge->room) {
		knowledge->room = index == 0 ? 4096 : 2 * index;
		knowledge->key = memory_resize(knowledge->key,
		    knowledge->room, sizeof *knowledge->key);
		knowledge->count = memory_resize(knowledge->count,
		    knowledge->room, sizeof *knowledge->count);
		knowledge->form = memory_resize(knowledge->form,
		    knowledge->room, sizeof *knowledge->form);
	}
	knowledge->key[index] = key;
	knowledge->count[index] = 1;
	knowledge->form[index] = (uint32_t)knowledge->forms.count;
	buffer_add(&knowledge->forms, form->at, form->count);
	buffer_add(&knowledge->forms, "", 1);
	knowledge->slot[slot] = (uint32_t)index + 1;
	knowledge->words++;
	if (knowledge->words * 2 > knowledge->slots)
		fill_slots(knowledge, knowledge->slots * 2);
}

static void
drop_rare(struct knowledge *knowledge, uint32_t least)
{
	size_t kept = 0;

	for (size_t i = 0; i < knowledge->words; i++) {
		if (knowledge->count[i] < least)
			continue;
		knowledge->key[kept] = knowledge->key[i];
		knowledge->count[kept] = knowledge->count[i];
		knowledge->form[kept] = knowledge->form[i];
		kept++;
	}
	knowledge->words = kept;
	fill_slots(knowledge, knowledge->slots);
}

struct knowledge
knowledge_of(const struct buffer *raw, uint32_t least)
{
	struct knowledge knowledge = { 0 };
	struct article   article;
	struct buffer    form = { 0 };
	size_t           at = 0;

	fill_slots(&knowledge, FIRST_SLOTS);
	while (raw_next(raw, &at, &article)) {
		struct tokens tokens = tokens_split(&article, 0,
		    article.parts.count);

		for (size_t i = 0; i < tokens.count; i++) {
			const struct token *token = &tokens.at[i];
			uint64_t key;

			form.count = 0;
			key = word_key(tokens.text + token->span.start,
			    span_size(token->span), token->kind, &form);
			count_word(&knowledge, key, &form);
		}
		tokens_free(&tokens);
		array_free(&article.parts);
	}
	array_free(&form);
	drop_rare(&knowledge, least);
	for (size_t i = 0; i < CLUSTERINGS; i++)
		knowledge.cluster[i] = memory_new(knowledge.words, 2);
	for (size_t i = 0; i < LEXICONS; i++) {
		knowledge.profile[i] = memory_new(knowledge.words, 2);
		array_add(&knowledge.profiles[i], (struct profile){ 0 });
	}
	return knowledge;
}

void
knowledge_forget(struct knowledge *knowledge, size_t which)
{
	knowledge->profiles[which].count = 1;
	memset(knowledge->profile[which], 0, knowledge->words *
	    sizeof *knowledge->profile[which]);
}

void
knowledge_free(struct knowledge *knowledge)
{
	free(knowledge->key);
	free(knowledge->count);
	free(knowledge->form);
	array_free(&knowledge->forms);
	free(knowledge->slot);
	for (size_t i = 0; i < CLUSTERINGS; i++)
		free(knowledge->cluster[i]);
	for (size_t i = 0; i < LEXICONS; i++) {
		free(knowledge->profile[i]);
		array_free(&knowledge->profiles[i]);
	}
	*knowledge = (struct knowledge){ 0 };
}
