/* person.c: people by a title, by a first name, and, whoever found them, by
 * the surname alone once the full name was read. */
#include "language/rule.h"

#include <string.h>

#include "language/hash.h"
#include "language/multimap.h"
#include "language/word.h"

enum { NAME = 6 };      /* words a name has at most */

static bool
goes_on(const struct text *text, size_t i)
{
	const struct token *token;

	if (i >= text->tokens->count)
		return false;
	token = &text->tokens->at[i];
	return token->kind == TOKEN_WORD && !token->starts &&
	    token->part == token[-1].part;
}

static bool
is(const struct text *text, size_t i, const char *word)
{
	return strcmp(token_folded(text->tokens, i), word) == 0;
}

/* بن, آل, عبد, أبو: a further word belongs to it. */
static bool
binds(const struct text *text, size_t i)
{
	static const char *const words[] = {
		"بن", "ابن", "بنت", "ال", "عبد", "ابو", "ابي", "ابا", "ولد",
		"بو", "دي", "فان", "فون", "ام", "ايت", "مولاي", "سيدي"
	};

	for (size_t w = 0; w < sizeof words / sizeof *words; w++)
		if (is(text, i, words[w]))
			return true;
	return false;
}

/* A word that can stand in a name behind the first one. */
static bool
is_name_word(const struct text *text, size_t i)
{
	return goes_on(text, i) && text->cues[i].class == CUE_NONE &&
	    text->tokens->at[i].letters > 2;
}

static bool
is_known(const struct text *text, size_t i)
{
	size_t at = mentions_at(text->known, text->tokens->at[i].span.start);

	return at < text->known->count && text->known->at[at].first <= i;
}

/* A second surname stands at the end of its phrase: what follows is a sign,
 * not a verb's object. */
static bool
is_second_surname(const struct text *text, size_t i)
{
	return is_name_word(text, i) && !is_known(text, i) &&
	    text->cues[i].article == 0 && i + 1 < text->tokens->count &&
	    text->tokens->at[i + 1].kind == TOKEN_SIGN;
}

/* The last word of the name that starts at `first`: the first name, any
 * further ones and what binds, then one surname, seldom two. */
static size_t
name_end(const struct text *text, size_t first)
{
	size_t last = first;
	bool   bound = binds(text, first);

	while (last - first + 1 < NAME && goes_on(text, last + 1)) {
		size_t next = last + 1;

		if (bound && text->cues[next].class != CUE_STOP) {
			bound = binds(text, next);
			last = next;
		} else if (binds(text, next) && goes_on(text, next + 1)) {
			bound = true;
			last = next;
		} else if (text->first[next])
			last = next;
		else
			break;
	}
	if (is_name_word(text, last + 1) && !is_known(text, last + 1) &&
	    last - first + 1 < NAME) {
		last++;
		if (is_second_surname(text, last + 1))
			last++;
	}
	return last;
}

void
people_find(const struct text *text, struct mentions *found)
{
	for (size_t i = 0; i < text->tokens->count; i++) {
		bool   titled = i > 0 && text->cues[i - 1].class == CUE_TITLE &&
		    goes_on(text, i) && is_name_word(text, i) &&
		    text->cues[i].article == 0;
		size_t last;

		if ((!text->first[i] && !titled) || is_known(text, i))
			continue;
		last = name_end(text, i);
		if (last == i && !titled)
			continue;
		rule_add(text, found, KIND_PERSON, i, last, 0);
		i = last;
	}
}

/* "عبد الله", "صلاح الدين", "أم خالد": the second half of a name alone is
 * none, or another's. */
static bool
is_second_half(const struct tokens *tokens, size_t i)
{
	return strcmp(token_folded(tokens, i - 1), "ام") == 0 ||
	    strcmp(token_folded(tokens, i), "الله") == 0 ||
	    strcmp(token_folded(tokens, i), "الدين") == 0;
}

static bool
is_surname(const struct tokens *tokens, const struct multimap *surnames,
    const char *word, size_t size)
{
	uint32_t token = multimap_value(surnames, hash_bytes(word, size),
	    MULTIMAP_END);

	return token != MULTIMAP_END &&
	    tokens->at[token].folded_size == size &&
	    memcmp(token_folded(tokens, token), word, size) == 0;
}

/* The last words of people named in full: the token of each. */
static struct multimap
surnames_of(const struct tokens *tokens, const struct mentions *mentions)
{
	struct multimap surnames = { 0 };

	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->at[i];
		uint32_t    last = mention->last;
		const char *word = token_folded(tokens, last);
		size_t      size = tokens->at[last].folded_size;

		if (mention->kind == KIND_PERSON && last > mention->first &&
		    tokens->at[last].letters >= 4 &&
		    !is_second_half(tokens, last) &&
		    !is_surname(tokens, &surnames, word, size))
			multimap_add(&surnames, hash_bytes(word, size), last);
	}
	return surnames;
}

/* Letters of clitics before the surname that token `i` is; SIZE_MAX when it
 * is none. */
static size_t
surname_at(const struct tokens *tokens, const struct multimap *surnames,
    size_t i)
{
	struct bare bares[CLITIC_STEMS];
	size_t      count;

	if (is_surname(tokens, surnames, token_folded(tokens, i),
	    tokens->at[i].folded_size))
		return 0;
	count = token_bares(tokens, i, bares);
	for (size_t b = 0; b < count; b++)
		if (is_surname(tokens, surnames, bares[b].word,
		    bares[b].size))
			return bares[b].letters;
	return SIZE_MAX;
}

struct mentions
surnames_find(const struct tokens *tokens, const struct mentions *mentions)
{
	struct multimap surnames = surnames_of(tokens, mentions);
	struct mentions found    = { 0 };

	for (size_t i = 0; surnames.entries.count > 0 && i < tokens->count; i++) {
		struct span span = tokens->at[i].span;
		size_t      at   = mentions_at(mentions, span.start);
		size_t      letters;

		if (tokens->at[i].kind != TOKEN_WORD ||
		    (at < mentions->count &&
		    mentions->at[at].span.start < span.end))
			continue;
		letters = surname_at(tokens, &surnames, i);
		if (letters != SIZE_MAX)
			array_add(&found, (struct mention){
			    .span = { token_byte(tokens, i, letters),
				span.end },
			    .kind = KIND_PERSON, .finder = FOUND_BY_NAME,
			    .sure = 0.7f, .entity = NONE, .date = NONE,
			    .first = (uint32_t)i, .last = (uint32_t)i });
	}
	multimap_free(&surnames);
	return found;
}
