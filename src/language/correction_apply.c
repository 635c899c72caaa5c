/* correction_apply.c: what the reader decided holds in a text. A name is
 * looked for word by word, its first word also behind clitics: وطنجة. */
#include <string.h>

#include "language/correction.h"
#include "language/ruling.h"
#include "language/word.h"

/* A first word in one of its readings. */
struct reading {
	const char *word;               /* [size] folded */
	size_t      size;
	size_t      start;              /* byte of the text */
};

/* A decided name that stands in the text. */
struct found {
	const struct ruling *ruling;    /* NULL: none */
	struct span          span;
	uint32_t             last;      /* token */
};

static bool
is_first_word(const struct ruling *ruling, const struct tokens *tokens,
    size_t token, const struct reading *reading)
{
	static const char article[] = "ال", lam[] = "ل", alef[] = "ا";
	const char *text  = tokens->text + reading->start;
	size_t      size  = tokens->at[token].span.end - reading->start;
	const char *spelt = ruling->spelt;
	bool        lamed = reading->start > tokens->at[token].span.start &&
	    reading->size >= strlen(article) &&
	    memcmp(reading->word, article, strlen(article)) == 0 &&
	    size >= strlen(lam) && memcmp(text, lam, strlen(lam)) == 0;

	if (ruling->words > 1)
		return true;
	/* للمدينة: the article's alef is not written. */
	if (lamed && strncmp(spelt, alef, strlen(alef)) == 0)
		spelt += strlen(alef);
	return spelt_same(text, size, spelt, strlen(spelt));
}

/* Whether the words behind the first are those of the name. */
static bool
are_rest(const struct ruling *ruling, const struct tokens *tokens,
    size_t token, size_t size)
{
	const char *rest = ruling->folded + size;

	if (token + ruling->words > tokens->count)
		return false;
	for (size_t i = token + 1; i < token + ruling->words; i++) {
		size_t length = tokens->at[i].folded_size;

		if (tokens->at[i].part != tokens->at[token].part ||
		    strncmp(rest + 1, token_folded(tokens, i), length) != 0 ||
		    (rest[1 + length] != ' ' && rest[1 + length] != '\0'))
			return false;
		rest += 1 + length;
	}
	return true;
}

/* Has the longest name that begins with the reading, if longer than what
 * was found. */
static void
find_longest(const struct corrections *corrections,
    const struct tokens *tokens, size_t token,
    const struct reading *reading, struct found *found)
{
	size_t first, end;

	rulings_of_word(corrections, reading->word, reading->size, &first,
	    &end);
	for (size_t i = first; i < end; i++) {
		const struct ruling *ruling = &corrections->ruling[i];

		if (corrections->at[ruling->decision].decision ==
		    DECISION_NOT || (found->ruling != NULL &&
		    found->ruling->words >= ruling->words) ||
		    !is_first_word(ruling, tokens, token, reading) ||
		    !are_rest(ruling, tokens, token, reading->size))
			continue;
		found->ruling = ruling;
		found->last = (uint32_t)(token + ruling->words - 1);
		found->span = span_of(reading->start,
		    tokens->at[found->last].span.end);
	}
}

static struct found
find_at(const struct corrections *corrections, const struct tokens *tokens,
    size_t token)
{
	struct bare    bares[CLITIC_STEMS];
	size_t         count   = token_bares(tokens, token, bares);
	struct found   found   = { 0 };
	struct reading reading = { token_folded(tokens, token),
	    tokens->at[token].folded_size, tokens->at[token].span.start };

	find_longest(corrections, tokens, token, &reading, &found);
	for (size_t i = 0; i < count && found.ruling == NULL; i++) {
		reading = (struct reading){ bares[i].word, bares[i].size,
		    token_byte(tokens, token, bares[i].letters) };
		find_longest(corrections, tokens, token, &reading, &found);
	}
	return found;
}

static void
take_out(struct mentions *mentions, size_t first, size_t end)
{
	if (first == end)
		return;
	memmove(mentions->at + first, mentions->at + end,
	    (mentions->count - end) * sizeof *mentions->at);
	mentions->count -= end - first;
}

static void
put_in(struct mentions *mentions, size_t place, struct mention mention)
{
	array_reserve(mentions, 1);
	memmove(mentions->at + place + 1, mentions->at + place,
	    (mentions->count - place) * sizeof *mentions->at);
	mentions->at[place] = mention;
	mentions->count++;
}

/* Marks a name that was found, unless it is part of a longer one. */
static void
mark(struct mentions *mentions, size_t token, const struct found *found,
    enum kind kind)
{
	size_t         first   = mentions_at(mentions, found->span.start);
	size_t         end     = first;
	struct mention mention = {
		.span = found->span, .kind = kind, .finder = FOUND_BY_READER,
		.sure = 1, .entity = NONE, .date = NONE,
		.first = (uint32_t)token, .last = found->last,
	};

	if (first < mentions->count &&
	    span_within(found->span, mentions->at[first].span) &&
	    !span_same(found->span, mentions->at[first].span))
		return;
	if (first < mentions->count && kind == KIND_DATE &&
	    span_same(found->span, mentions->at[first].span))
		mention.date = mentions->at[first].date;
	while (end < mentions->count &&
	    span_overlaps(mentions->at[end].span, found->span))
		end++;
	take_out(mentions, first, end);
	put_in(mentions, first, mention);
}

/* Whether the reader said that what is mentioned there is no name. After a
 * lam the article's alef is not written: للمدينة. */
static bool
is_none(const struct corrections *corrections, const struct tokens *tokens,
    const struct mention *mention)
{
	static const char        lam[] = "ل";
	const size_t             one   = strlen(lam);
	const char              *text  = tokens->text + mention->span.start;
	size_t                   size  = span_size(mention->span);
	const struct correction *said  = corrections_on(corrections, text,
	    size);
	struct buffer            whole = { 0 };

	if (said == NULL && size > one && memcmp(text, lam, one) == 0 &&
	    mention->span.start > tokens->at[mention->first].span.start &&
	    memcmp(text - one, lam, one) == 0) {
		buffer_add_string(&whole, "ا");
		buffer_add(&whole, text, size);
		said = corrections_on(corrections, whole.at, whole.count);
		array_free(&whole);
	}
	return said != NULL && said->decision == DECISION_NOT;
}

static void
take_out_none(const struct corrections *corrections,
    const struct tokens *tokens, struct mentions *mentions)
{
	size_t kept = 0;

	for (size_t i = 0; i < mentions->count; i++)
		if (!is_none(corrections, tokens, &mentions->at[i]))
			mentions->at[kept++] = mentions->at[i];
	mentions->count = kept;
}

void
corrections_apply(const struct corrections *corrections,
    const struct tokens *tokens, struct mentions *mentions)
{
	if (corrections->rulings == 0)
		return;
	take_out_none(corrections, tokens, mentions);
	for (size_t i = 0; i < tokens->count; i++) {
		struct found found = find_at(corrections, tokens, i);

		if (found.ruling == NULL)
			continue;
		mark(mentions, i, &found, corrections->at[
		    found.ruling->decision].kind);
		i = found.last;
	}
}
