/* match.c: a query as the full-text index is asked it. */
#include "library/match.h"

#include <string.h>

/* What a phrase weighs in the rank of an article: a whole word, or one with
 * clitics before it; what sounds like the query, the best first. */
enum { WHOLE = 8, LOOSE = 2, SOUND = 12 };

/* Adds the words in quotation marks; they are folded and hold none. */
static void
add_phrase(struct match *match, char mark, const char *words, size_t size,
    int weight)
{
	struct ranking *ranking = &match->ranking;

	array_add(&match->text, '"');
	if (mark != 0)
		array_add(&match->text, mark);
	buffer_add(&match->text, words, size);
	array_add(&match->text, '"');
	if (ranking->phrases < RANKING_PHRASES)
		ranking->weight[ranking->phrases++] = (uint8_t)weight;
}

/* The words as they are, or with clitics before any of them. */
static void
add_words(struct match *match, const char *words, size_t size, bool exactly,
    int whole, int loose)
{
	bool several = memchr(words, ' ', size) != NULL;

	add_phrase(match, 0, words, size, whole);
	if (exactly)
		return;
	buffer_add_string(&match->text, " OR ");
	add_phrase(match, several ? MARK_LOOSE : MARK_STEM, words, size,
	    loose);
}

static void
add_condition(struct match *match, const struct condition *condition)
{
	int whole = condition->without ? 0 : WHOLE;
	int loose = condition->without ? 0 : LOOSE;

	buffer_add_string(&match->text, "(");
	add_words(match, condition->words, strlen(condition->words),
	    condition->exactly, whole, loose);
	for (size_t i = 0; i < condition->sounds.count; i++) {
		const char *words = condition->sounds.at[i];
		int         weight = i < SOUND - LOOSE ? SOUND - (int)i : LOOSE;

		buffer_add_string(&match->text, " OR ");
		add_words(match, words, strlen(words), false, weight,
		    weight / 2);
	}
	buffer_add_string(&match->text, ")");
}

static size_t
add_conditions(struct match *match, const struct query *query, bool without)
{
	size_t count = 0;

	for (size_t i = 0; i < query->count; i++) {
		const struct condition *condition = &query->at[i];

		/* What must not be spelt so may be spelt otherwise: the index
		 * cannot tell. */
		if (condition->kind != CONDITION_TEXT ||
		    condition->without != without ||
		    (without && condition->exactly))
			continue;
		if (count++ > 0)
			buffer_add_string(&match->text,
			    without ? " OR " : " AND ");
		else if (without)
			buffer_add_string(&match->text, " NOT (");
		add_condition(match, condition);
	}
	if (without && count > 0)
		buffer_add_string(&match->text, ")");
	return count;
}

bool
match_of(const struct query *query, struct match *match)
{
	*match = (struct match){ .ranking = { .phrases = 0 } };
	if (!query_has_words(query))
		return false;
	buffer_add_string(&match->text, "(");
	add_conditions(match, query, false);
	buffer_add_string(&match->text, ")");
	add_conditions(match, query, true);
	array_add(&match->text, '\0');
	return true;
}

void
match_of_condition(const struct condition *condition, struct match *match)
{
	*match = (struct match){ .ranking = { .phrases = 0 } };
	add_condition(match, condition);
	array_add(&match->text, '\0');
}

/* The index of names keeps no places, so words are sought one by one. */
static void
add_each_word(struct match *match, const char *words)
{
	buffer_add_string(&match->text, "(");
	for (;;) {
		size_t size = strcspn(words, " ");

		buffer_add_string(&match->text, "(");
		add_words(match, words, size, false, WHOLE, LOOSE);
		buffer_add_string(&match->text, ")");
		words += size;
		if (*words == '\0')
			break;
		buffer_add_string(&match->text, " AND ");
		words++;
	}
	buffer_add_string(&match->text, ")");
}

void
match_of_name(const struct condition *condition, struct match *match)
{
	*match = (struct match){ .ranking = { .phrases = 0 } };
	add_each_word(match, condition->words);
	for (size_t i = 0; i < condition->sounds.count; i++) {
		buffer_add_string(&match->text, " OR ");
		add_each_word(match, condition->sounds.at[i]);
	}
	array_add(&match->text, '\0');
}

void
match_free(struct match *match)
{
	array_free(&match->text);
}
