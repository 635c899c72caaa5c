/* article.c: the parts of an article are the same whether it comes whole or
 * in slices, lie in order, and hold no line end. */
#include "document/format.h"
#include "language/token.h"
#include "parts.h"

/* Parses `text`, of which `slice` bytes come first, then twice as many, and so
 * on: any place can be the end of what is known, at little cost. 0: all. */
static void
parse(struct article *article, const struct buffer *text, size_t slice)
{
	size_t unsettled = 0;
	size_t at        = 0;

	do {
		size_t end = slice == 0 || text->count - at <= slice
		    ? text->count : utf8_start(text->at, at + slice);

		if (end <= at)
			end = text->count;
		buffer_add(&article->text, text->at + at, end - at);
		at = end;
		slice *= 2;
		article->complete = at == text->count;
		unsettled = format_plain()->parse(article, unsettled);
		CHECK(unsettled <= article->text.count);
	} while (!article->complete);
}

static void
check_same(const struct article *a, const struct article *b)
{
	CHECK(a->parts.count == b->parts.count);
	for (size_t i = 0; i < a->parts.count; i++) {
		CHECK(span_same(a->parts.at[i].span, b->parts.at[i].span));
		CHECK(a->parts.at[i].kind == b->parts.at[i].kind);
		CHECK(a->parts.at[i].spaced == b->parts.at[i].spaced);
	}
}

static void
check_tokens(const struct article *article)
{
	struct tokens tokens = tokens_split(article, 0, article->parts.count);
	size_t        at     = 0;

	for (size_t i = 0; i < tokens.count; i++) {
		const struct token *token = &tokens.at[i];

		CHECK(token->part < article->parts.count);
		CHECK(token->span.start >= at && !span_is_empty(token->span));
		CHECK(span_within(token->span,
		    article->parts.at[token->part].span));
		CHECK(token_folded(&tokens, i)[token->folded_size] == '\0');
		at = token->span.end;
	}
	tokens_free(&tokens);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input   input  = input_of(bytes, size);
	size_t         slice  = input_byte(&input);
	struct buffer  text   = { 0 };
	struct article whole  = { .name = "whole" };
	struct article sliced = { .name = "sliced" };

	input_text(input, &text);
	if (text.count == 0)
		return 0;
	parse(&whole, &text, 0);
	parse(&sliced, &text, slice);
	check_parts(&whole);
	check_same(&whole, &sliced);
	check_tokens(&whole);
	CHECK(span_within(article_title(&whole), span_of(0, text.count)));
	array_free(&whole.parts);
	array_free(&whole.text);
	array_free(&sliced.parts);
	array_free(&sliced.text);
	array_free(&text);
	return 0;
}
