/* date_words.c: an article's words as the elements of dates: numbers, words
 * of date_lexicon.c, and all others. */
#include "language/date_words.h"

#include <string.h>

#include "language/number.h"
#include "language/word.h"

enum { LETTER = 2 };            /* bytes of a folded Arabic letter */

static void
add_number(struct elements *elements, const struct tokens *tokens, size_t i)
{
	const char *digits = token_folded(tokens, i);
	size_t      count  = tokens->at[i].folded_size;
	struct element element = {
		.span = tokens->at[i].span, .term = TERM_NUMBER,
		.token = (uint32_t)i, .last = (uint32_t)i,
		.spaced = tokens->at[i].spaced,
		.digits = (uint8_t)(count < 255 ? count : 255),
	};

	/* What is no day, month, hour or year need not be told apart. */
	if (count > 6)
		element.term = TERM_OTHER;
	for (size_t d = 0; d < count && d < 6; d++)
		if (digits[d] >= '0' && digits[d] <= '9')
			element.value = element.value * 10 + digits[d] - '0';
	array_add(elements, element);
}

/* What token `i` is when read as `word[size]`: fills term, value, last. */
static bool
read_word(const struct tokens *tokens, size_t i, const char *word,
    size_t size, struct element *element)
{
	const struct lexicon_row *row;
	struct number number;
	size_t taken, spelt;

	row = lexicon_match(&date_lexicon, tokens, i, word, size, &taken);
	spelt = tokens->at[i].kind == TOKEN_WORD
	    ? number_read(tokens, i, word, size, &number) : 0;
	if (row == NULL && spelt == 0)
		return false;
	if (row != NULL && taken >= spelt) {
		element->term = (uint8_t)row->class;
		element->value = row->value;
	} else {
		element->term = number.ordinal ? TERM_ORDINAL : TERM_CARDINAL;
		element->value = number.value;
		taken = spelt;
	}
	element->last = (uint32_t)(i + taken - 1);
	element->span.end = tokens->at[element->last].span.end;
	return true;
}

/* The clitics of token `i`, `letters` of them, as elements. The article of
 * لل is not one of them. */
static void
add_clitics(struct elements *elements, const struct tokens *tokens, size_t i,
    size_t letters)
{
	const char *word = token_folded(tokens, i);

	for (size_t l = 0; l < letters; l++, word += LETTER) {
		struct element element = {
			.token = (uint32_t)i, .last = (uint32_t)i,
			.spaced = l == 0 && tokens->at[i].spaced,
			.span = { token_byte(tokens, i, l),
			    token_byte(tokens, i, l + 1) },
		};

		element.term = memcmp(word, "و", LETTER) == 0 ? TERM_AND
		    : memcmp(word, "ل", LETTER) == 0 ? TERM_FOR
		    : memcmp(word, "ب", LETTER) == 0 ? TERM_BY : TERM_OTHER;
		array_add(elements, element);
	}
}

/* Reads token `i` without clitics that make the rest a word we know. */
static void
read_bare(struct elements *elements, const struct tokens *tokens, size_t i,
    struct element *element)
{
	struct bare bares[CLITIC_STEMS];
	size_t      count = token_bares(tokens, i, bares);

	for (size_t b = 0; b < count; b++) {
		if (!read_word(tokens, i, bares[b].word, bares[b].size,
		    element))
			continue;
		add_clitics(elements, tokens, i, bares[b].letters);
		element->span.start = token_byte(tokens, i,
		    bares[b].letters);
		element->spaced = false;
		return;
	}
}

static size_t
add_word(struct elements *elements, const struct tokens *tokens, size_t i)
{
	const char *word = token_folded(tokens, i);
	struct element element = {
		.span = tokens->at[i].span, .term = TERM_OTHER,
		.token = (uint32_t)i, .last = (uint32_t)i,
		.spaced = tokens->at[i].spaced,
	};

	if (!read_word(tokens, i, word, tokens->at[i].folded_size, &element))
		read_bare(elements, tokens, i, &element);
	array_add(elements, element);
	return element.last + 1;
}

struct elements
elements_of(const struct tokens *tokens)
{
	struct elements elements = { 0 };

	array_reserve(&elements, tokens->count + tokens->count / 4);
	for (size_t i = 0; i < tokens->count;) {
		const struct token *token = &tokens->at[i];

		if (i > 0 && token->part != token[-1].part)
			array_add(&elements, (struct element){
			    .term = TERM_BREAK, .token = (uint32_t)i,
			    .last = (uint32_t)i,
			    .span = { token->span.start, token->span.start } });
		if (token->kind == TOKEN_NUMBER)
			add_number(&elements, tokens, i++);
		else
			i = add_word(&elements, tokens, i);
	}
	return elements;
}
