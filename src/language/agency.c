/* agency.c: agencies, events and places by a head word and the genitive
 * chain behind it.
 *
 * Arabic names an agency by a head and what it governs: "وزارة الداخلية",
 * "المديرية العامة للأمن الوطني", "مكتب الأمم المتحدة لتنسيق الشؤون
 * الإنسانية". The chain goes on over words with the article, over ل with what
 * it governs, and over proper names; a verb, a particle or a sign ends it. */
#include "language/rule.h"

#include <string.h>

#include "language/number.h"
#include "language/word.h"

enum { CHAIN = 9 };     /* tokens a name has at most */

static bool
same_phrase(const struct text *text, size_t i)
{
	const struct token *token = &text->tokens->at[i];

	return i < text->tokens->count && !token->starts &&
	    token->kind != TOKEN_SIGN && token->part == token[-1].part;
}

static bool
begins(const struct text *text, size_t i, const char *letters)
{
	return token_begins(text->tokens, i, letters);
}

static bool
has_article(const struct text *text, size_t i)
{
	return begins(text, i, "ال") && text->tokens->at[i].letters > 3;
}

/* The last token of the known name that starts at token `i`, or `i` - 1. */
static size_t
known_end(const struct text *text, size_t i)
{
	size_t low = mentions_at(text->known, text->tokens->at[i].span.start);

	/* One that begins behind a clitic, "وسلطنة عمان", is another name. */
	if (low < text->known->count && text->known->at[low].span.start ==
	    text->tokens->at[i].span.start)
		return text->known->at[low].last;
	return i - 1;
}

/* The last token of the date that starts at token `i`, or `i` - 1. */
static size_t
date_end(const struct text *text, size_t i)
{
	size_t at = mentions_at(text->dates, text->tokens->at[i].span.start);

	if (at < text->dates->count && text->dates->at[at].first == i)
		return text->dates->at[at].last;
	return i - 1;
}

/* A chain under way. */
struct chain {
	const struct text *text;
	size_t             head;
	size_t             last;        /* its last token so far */
	bool               definite;    /* it holds a definite noun */
	bool               proper;      /* it ended in a proper name */
};

/* ل and the noun it governs: للأمن, لكرة القدم. */
static bool
take_lam(struct chain *chain, size_t i)
{
	const struct text *text = chain->text;

	if (begins(text, i, "لل") && text->tokens->at[i].letters > 4) {
		chain->last = i;
		return true;
	}
	if (!begins(text, i, "ل") || !same_phrase(text, i + 1) ||
	    text->tokens->at[i].letters < 4 || !has_article(text, i + 1) ||
	    text->cues[i + 1].class == CUE_STOP)
		return false;
	chain->last = i + 1;
	return true;
}

/* A noun without article that governs a definite one: "نواب الشعب". */
static bool
take_noun(struct chain *chain, size_t i)
{
	const struct text *text = chain->text;

	if (chain->definite || i > chain->head + 2 ||
	    !same_phrase(text, i + 1) || !has_article(text, i + 1) ||
	    text->cues[i + 1].class == CUE_STOP ||
	    text->tokens->at[i].letters < 3)
		return false;
	chain->last = i + 1;
	chain->definite = true;
	return true;
}

/* "التربية والتعليم": a second noun under the same head, and only there. */
static bool
take_and(struct chain *chain, size_t i)
{
	const struct text *text = chain->text;

	if (!chain->definite || chain->proper || !begins(text, i, "وال") ||
	    chain->last > chain->head + 3 || text->cues[i].class != CUE_NONE)
		return false;
	chain->last = i;
	return true;
}

/* "المؤتمر السابع" is any seventh; "الحرب العالمية الثانية" is a name. */
static bool
is_counted(const struct chain *chain, size_t i)
{
	const struct tokens *tokens = chain->text->tokens;
	struct number        number;

	return i == chain->head + 1 && number_read(tokens, i,
	    token_folded(tokens, i), tokens->at[i].folded_size, &number) > 0 &&
	    number.ordinal;
}

static bool
take_next(struct chain *chain)
{
	const struct text *text = chain->text;
	size_t i = chain->last + 1;
	size_t known;

	if (!same_phrase(text, i) || i - chain->head >= CHAIN ||
	    text->cues[i].class == CUE_STOP || is_counted(chain, i) ||
	    date_end(text, i) >= i)
		return false;
	if (has_article(text, i) && text->cues[i].class != CUE_TITLE) {
		chain->last = i;
		chain->definite = true;
		return !chain->proper;
	}
	known = known_end(text, i);
	if (known >= i && !chain->proper && text->cues[i].letters == 0) {
		chain->last = known;
		chain->definite = chain->proper = true;
		return true;
	}
	if (text->tokens->at[i].kind == TOKEN_LATIN && !chain->definite) {
		chain->last = i;
		chain->proper = true;
		return true;
	}
	return take_lam(chain, i) || take_and(chain, i) || take_noun(chain, i);
}

static size_t
chain_end(const struct text *text, size_t head)
{
	struct chain chain = { text, head, head, false, false };

	while (take_next(&chain))
		;
	return chain.last;
}

/* The acronym or short name in brackets or quotes right behind a name that
 * ends at token `last`: "… (أوتشا)", "… “IGEF 24”". */
static void
beside_find(const struct text *text, struct mentions *found, enum kind kind,
    size_t last)
{
	static const char opening[] = "(\"“«[”";
	const struct token *at = text->tokens->at;
	size_t first = last + 2, end = first;
	bool   latin = false;

	if (first >= text->tokens->count ||
	    at[last + 1].kind != TOKEN_SIGN || at[last + 1].starts ||
	    strstr(opening, token_folded(text->tokens, last + 1)) == NULL)
		return;
	for (; end < text->tokens->count && at[end].kind != TOKEN_SIGN; end++)
		latin |= at[end].kind == TOKEN_LATIN;
	if (end == text->tokens->count || end == first || end > first + 2 ||
	    at[end].part != at[last].part ||
	    at[first].kind == TOKEN_NUMBER || (!latin && end > first + 1) ||
	    known_end(text, first) >= first || has_article(text, first))
		return;
	rule_add(text, found, kind, first, end - 1, 0);
}

/* Names whose head is of class `narrow` (one more word is enough) or `wide`
 * (a definite head wants an adjective). */
static void
heads_find(const struct text *text, struct mentions *found, enum kind kind,
    enum cue_class narrow, enum cue_class wide)
{
	for (size_t i = 0; i < text->tokens->count; i++) {
		const struct cue *cue = &text->cues[i];
		size_t last;

		if (cue->class != narrow && cue->class != wide)
			continue;
		if (i + 1 >= text->tokens->count ||
		    (cue->class == wide && !(same_phrase(text, i + 1) &&
		    (has_article(text, i + 1) || begins(text, i + 1, "لل")))))
			continue;
		last = chain_end(text, i);
		/* "ثورة 23 يوليو 1952" */
		if (last == i && kind == KIND_EVENT &&
		    text->tokens->at[i + 1].kind == TOKEN_NUMBER)
			last = date_end(text, i + 1);
		if (last == i)
			continue;
		rule_add(text, found, kind, i, last, cue->letters);
		if (kind != KIND_PLACE)
			beside_find(text, found, kind, last);
		i = last;
	}
}

void
agencies_find(const struct text *text, struct mentions *found)
{
	heads_find(text, found, KIND_AGENCY, CUE_AGENCY, CUE_AGENCY_WIDE);
}

void
events_find(const struct text *text, struct mentions *found)
{
	heads_find(text, found, KIND_EVENT, CUE_EVENT, CUE_EVENT_WIDE);
}

void
places_find(const struct text *text, struct mentions *found)
{
	heads_find(text, found, KIND_PLACE, CUE_PLACE, CUE_PLACE_WIDE);
}
