/* doubt.c: names that stand where hardly ever a name does.
 *
 * The tagger learned from Arabic news. It does not know what it has not
 * seen: text of other languages, verse with all its vowels. What a stranger
 * to it says is believed where it is sure; what is not Arabic, not at all. */
#include "language/doubt.h"

#include <stdlib.h>
#include <string.h>

#include "bytes/utf8.h"
#include "language/cue.h"
#include "language/fold.h"
#include "language/word.h"

enum {
	BYLINE   = 4,           /* words of a line with an agency's tag */
	ADORNED  = 2,           /* vowel signs or tatweels in a word */
	LONG     = 4,           /* tokens of a name */
	NEAR     = 1000,        /* tokens looked at on either side */
	STEM     = 4,           /* bytes a noun has at least */
	WORD_BYTES = 64
};

/* The least probability of a name among adorned words, and of one in Latin
 * letters that is no agency's: of 260 such names in gold_train 252 are. */
#define SURE_ADORNED 0.8f
#define SURE_LATIN   0.9f
/* And of a long event that no event's head word begins. */
#define SURE_OF_EVENT 0.7f
/* And of one that ends with a noun and the pronoun "my"; of a Latin name in
 * brackets behind what is no name. */
#define SURE_OF_MINE  0.9f
#define SURE_OF_GLOSS 0.8f
#define NEVER        2.0f

/* What the words of a part are, and of all. */
struct share {
	size_t arabic;
	size_t latin;
	size_t adorned;
};

/* Letters of the token that stand for nothing: vowel signs, tatweels. */
static size_t
adornments(const struct tokens *tokens, size_t i)
{
	struct span span  = tokens->at[i].span;
	size_t      count = 0;

	if (span_size(span) == tokens->at[i].folded_size)
		return 0;
	for (size_t at = span.start; at < span.end;) {
		char32_t letter;
		char32_t folded[FOLD_MOST];

		at += utf8_read(tokens->text + at, span.end - at, &letter);
		count += fold_letter(letter, folded) == 0;
	}
	return count;
}

static void
count_word(struct share *share, const struct tokens *tokens, size_t i)
{
	enum token_kind kind = tokens->at[i].kind;

	share->arabic += kind == TOKEN_WORD;
	share->latin += kind == TOKEN_LATIN;
	share->adorned += kind == TOKEN_WORD &&
	    adornments(tokens, i) >= ADORNED;
}

/* The share of the part that begins at token `*i`, which moves behind it. */
static struct share
share_of_part(const struct tokens *tokens, size_t *i)
{
	struct share share = { 0 };
	uint32_t     part  = tokens->at[*i].part;

	for (; *i < tokens->count && tokens->at[*i].part == part; ++*i)
		count_word(&share, tokens, *i);
	return share;
}

static bool
is_foreign(const struct share *share)
{
	return share->latin > share->arabic;
}

static bool
has_arabic(const struct tokens *tokens, const struct mention *mention)
{
	for (size_t i = mention->first; i <= mention->last; i++)
		if (tokens->at[i].kind == TOKEN_WORD)
			return true;
	return false;
}

/* The least probability with which the name is believed where it stands, in
 * a part and a text of these shares. */
static float
least_sure(const struct tokens *tokens, const struct mention *mention,
    const struct share *share, const struct share *all)
{
	if (is_foreign(share) &&
	    (is_foreign(all) || share->latin + share->arabic > BYLINE))
		return NEVER;
	if (mention->kind != KIND_AGENCY && !has_arabic(tokens, mention))
		return SURE_LATIN;
	return share->adorned * 2 > share->arabic ? SURE_ADORNED : 0;
}

/* A dash between blanks, or a tatweel that stands for one, ends a name. */
static bool
is_dash(const struct tokens *tokens, size_t i)
{
	static const char *const dashes[] = { "-", "–", "—", "ـ" };
	const struct token *token = &tokens->at[i];

	if (token->kind != TOKEN_SIGN || !token->spaced ||
	    i + 1 == tokens->count || !tokens->at[i + 1].spaced)
		return false;
	for (size_t d = 0; d < sizeof dashes / sizeof *dashes; d++)
		if (strcmp(token_folded(tokens, i), dashes[d]) == 0)
			return true;
	return false;
}

/* The sign that must stand before `sign` in a name that ends with it, or
 * behind it in one that begins with it; NULL when there is none. */
static const char *
partner_of(const char *sign)
{
	static const char *const pairs[][2] = {
		{ "\"", "\"" }, { "'", "'" }, { "(", ")" }, { "[", "]" },
		{ "«", "»" }, { "“", "”" }, { "”", "“" }
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		if (strcmp(sign, pairs[i][0]) == 0)
			return pairs[i][1];
		if (strcmp(sign, pairs[i][1]) == 0)
			return pairs[i][0];
	}
	return NULL;
}

/* Whether token `i`, at an end of tokens [first, last], is a sign that has no
 * partner among them. */
static bool
is_loose(const struct tokens *tokens, size_t i, size_t first, size_t last)
{
	const char *partner;

	if (tokens->at[i].kind != TOKEN_SIGN)
		return false;
	partner = partner_of(token_folded(tokens, i));
	for (size_t t = first; partner != NULL && t <= last; t++)
		if (t != i && strcmp(token_folded(tokens, t), partner) == 0)
			return false;
	return true;
}

/* A name neither begins nor ends with a loose sign, nor does it go on over a
 * dash. */
static void
trim(const struct tokens *tokens, struct mention *mention)
{
	uint32_t first = mention->first;
	uint32_t last  = mention->last;

	while (first < last && is_loose(tokens, first, first, last))
		first++;
	for (uint32_t i = first + 1; i <= last; i++)
		if (is_dash(tokens, i))
			last = i - 1;
	while (first < last && is_loose(tokens, last, first, last))
		last--;
	if (first > mention->first)
		mention->span.start = tokens->at[first].span.start;
	mention->span.end = tokens->at[last].span.end;
	mention->first = first;
	mention->last = last;
}

static struct share
share_of_all(const struct tokens *tokens)
{
	struct share share = { 0 };

	for (size_t i = 0; i < tokens->count; i++)
		count_word(&share, tokens, i);
	return share;
}

/* The pronoun that the word ends with, counted from 1, and the bytes before
 * it; or 0. */
static unsigned
pronoun_of(const char *word, size_t size, size_t *stem)
{
	static const char *const pronouns[] = {
		"ها", "هم", "كم", "نا", "ي", "ك", "ه"
	};

	for (unsigned p = 0; p < sizeof pronouns / sizeof *pronouns; p++) {
		size_t last = strlen(pronouns[p]);

		if (size < STEM + last ||
		    memcmp(word + size - last, pronouns[p], last) != 0)
			continue;
		*stem = size - last;
		return p + 1;
	}
	return 0;
}

/* "أمي" near "أمك" is a noun with its owner, not a name: so 10 false names
 * of dreams told in the first person, and none in gold_train. */
static bool
is_owned(const struct tokens *tokens, const struct mention *mention)
{
	const struct token *at = tokens->at;
	size_t      i = mention->first;
	const char *word = token_folded(tokens, i);
	size_t      stem, other;
	unsigned    pronoun = pronoun_of(word, at[i].folded_size, &stem);

	if (mention->last > mention->first || mention->kind == KIND_DATE ||
	    mention->kind == KIND_EVENT || pronoun == 0 ||
	    token_begins(tokens, i, "ال"))
		return false;
	for (size_t t = i > NEAR ? i - NEAR : 0;
	    t < tokens->count && t < i + NEAR; t++) {
		const char *near = token_folded(tokens, t);
		unsigned    found;

		if (at[t].folded_size <= stem || at[t].kind != TOKEN_WORD ||
		    memcmp(near, word, stem) != 0)
			continue;
		found = pronoun_of(near, at[t].folded_size, &other);
		if (found != 0 && found != pronoun && other == stem)
			return true;
	}
	return false;
}

#define MINE "ي"
#define HERS "ها"
#define HIS  "ه"

/* How often the stem stands with a pronoun in raw text, log2. */
static unsigned
frequency_with(const struct tagger *tagger, const char *stem, size_t size,
    const char *pronoun)
{
	char   word[WORD_BYTES];
	size_t more = strlen(pronoun);

	if (size + more > sizeof word)
		return 0;
	memcpy(word, stem, size);
	memcpy(word + size, pronoun, more);
	return tagger_frequency(tagger, word, size + more);
}

/* "زوجي", "ابو زوجي": raw text has زوجه and زوجها as often. */
static bool
is_noun_of_mine(const struct tagger *tagger, const struct tokens *tokens,
    const struct mention *mention)
{
	const char *word = token_folded(tokens, mention->last);
	size_t      size = tokens->at[mention->last].folded_size;
	size_t      stem = size - (sizeof MINE - 1);
	unsigned    own;

	if (size <= STEM ||
	    memcmp(word + stem, MINE, sizeof MINE - 1) != 0 ||
	    token_is_definite(tokens, mention->last))
		return false;
	own = tagger_frequency(tagger, word, size);
	return own > 0 && frequency_with(tagger, word, stem, HERS) >= own &&
	    frequency_with(tagger, word, stem, HIS) >= own;
}

/* "كروم" (Chrome): whether it is the Latin name, in brackets, of what stands
 * before them and is not the name before. */
static bool
is_gloss(const struct tokens *tokens, const struct mention *mention,
    const struct mention *before)
{
	size_t i = mention->first;

	if (i < 2 || has_arabic(tokens, mention) ||
	    strcmp(token_folded(tokens, i - 1), "(") != 0)
		return false;
	i -= 2;
	if (i > 0 && partner_of(token_folded(tokens, i)) != NULL)
		i--;
	return tokens->at[i].part == tokens->at[mention->first].part &&
	    tokens->at[i].kind == TOKEN_WORD &&
	    (before == NULL || before->last != i);
}

/* "من أواسط القارة الكبيرة" is long enough for an event and has no مؤتمر. */
static bool
is_doubtful_event(const struct mention *mention)
{
	return mention->kind == KIND_EVENT && mention->sure < SURE_OF_EVENT &&
	    mention->last - mention->first + 1 >= LONG;
}

static void
drop_events(const struct tokens *tokens, struct mentions *mentions)
{
	struct cue *cues = NULL;        /* seldom asked */
	size_t      kept = 0;

	for (size_t i = 0; i < mentions->count; i++) {
		struct mention mention = mentions->at[i];

		if (is_doubtful_event(&mention)) {
			enum cue_class class;

			if (cues == NULL)
				cues = cues_of(tokens);
			class = cues[mention.first].class;
			if (class != CUE_EVENT && class != CUE_EVENT_WIDE)
				continue;
		}
		mentions->at[kept++] = mention;
	}
	mentions->count = kept;
	free(cues);
}

void
doubts_drop(const struct tagger *tagger, const struct tokens *tokens,
    struct mentions *mentions)
{
	struct share all  = share_of_all(tokens);
	struct share here = { 0 };
	size_t       next = 0;          /* token behind the part in hand */
	size_t       kept = 0;

	for (size_t i = 0; i < mentions->count; i++) {
		struct mention *mention = &mentions->at[i];

		while (mention->first >= next)
			here = share_of_part(tokens, &next);
		if (mention->sure < least_sure(tokens, mention, &here,
		    &all) || is_owned(tokens, mention) ||
		    (mention->sure < SURE_OF_MINE &&
		    is_noun_of_mine(tagger, tokens, mention)) ||
		    (mention->sure < SURE_OF_GLOSS && is_gloss(tokens,
		    mention, kept == 0 ? NULL : &mentions->at[kept - 1])))
			continue;
		trim(tokens, mention);
		mentions->at[kept++] = *mention;
	}
	mentions->count = kept;
	drop_events(tokens, mentions);
}
