/* merge.c: what rules, tagger and date grammar found, as one list.
 *
 * Where there is a tagger it has the word: it tells how likely each token is
 * in a name of each kind, and what others found is believed where that is
 * not unlikely. */
#include "language/merge.h"

#include <stdlib.h>

#include "bytes/memory.h"
#include "language/doubt.h"
#include "language/gazetteer.h"
#include "language/rule.h"
#include "language/tagger.h"
#include "language/word.h"

/* Who finds a name; PARTS are listed names behind a clitic. */
enum source { LISTS, PARTS, RULES, TAGGER, SURNAMES, SOURCES };

#define NEVER          2.0f
#define PERSON_AS_WELL 0.25f

/* The least probability with which a name is believed: for the tagger's own
 * that of its least likely label, for others that its least likely token is
 * in a name of the kind. Chosen by cross-validation over gold_train
 * (data/README.md); F1 is flat around them, so precision was favoured. */
static const float least[SOURCES][KINDS] = {
	[LISTS] = {
		[KIND_AGENCY] = 0.1f, [KIND_PLACE] = 0.02f,
		[KIND_EVENT] = 0.3f
	},
	[PARTS] = {
		[KIND_AGENCY] = 0.1f, [KIND_PLACE] = 0.05f,
		[KIND_EVENT] = 0.3f
	},
	[RULES] = {
		[KIND_PERSON] = NEVER, [KIND_AGENCY] = NEVER,
		[KIND_PLACE] = 0.002f, [KIND_EVENT] = 0.003f
	},
	[TAGGER] = {
		[KIND_PERSON] = 0.45f, [KIND_AGENCY] = 0.45f,
		[KIND_PLACE] = 0.45f, [KIND_EVENT] = 0.45f,
		[KIND_DATE] = NEVER     /* the grammar's */
	},
	[SURNAMES] = { [KIND_PERSON] = 0.03f }
};

/* The probability of the name's least likely token. */
static float
likelihood(const struct mention *mention, float likely[][KINDS])
{
	float sure = 1;

	for (size_t t = mention->first; t <= mention->last; t++)
		if (likely[t][mention->kind] < sure)
			sure = likely[t][mention->kind];
	return sure;
}

/* A part of a word is more often none: "كواليس", "فسرت". */
static bool
is_part_of_word(const struct tokens *tokens, const struct mention *mention)
{
	return mention->span.start > tokens->at[mention->first].span.start;
}

/* Keeps what is believed. Others' names get their probability; with NULL
 * they have it. */
static void
keep_likely(struct mentions *mentions, enum source source,
    const struct tokens *tokens, float likely[][KINDS])
{
	size_t kept = 0;

	for (size_t i = 0; i < mentions->count; i++) {
		struct mention mention = mentions->at[i];
		enum source    from = source != RULES ||
		    mention.sure < SURE_OF_LISTS ? source
		    : is_part_of_word(tokens, &mention) ? PARTS : LISTS;

		if (likely != NULL)
			mention.sure = likelihood(&mention, likely);
		if (mention.sure >= least[from][mention.kind])
			mentions->at[kept++] = mention;
	}
	mentions->count = kept;
}

/* The surnames that stand alone, of the people in the list, put into it. */
static void
add_surnames(struct mentions *mentions, const struct tokens *tokens,
    float likely[][KINDS])
{
	struct mentions more = surnames_find(tokens, mentions);
	struct mentions whole;

	if (likely != NULL)
		keep_likely(&more, SURNAMES, tokens, likely);
	whole = mentions_merge(mentions, &more, NULL);
	array_free(mentions);
	array_free(&more);
	*mentions = whole;
}

/* A person's name ends where a date begins: "محسن السالمي اليوم". */
static void
cut_at_dates(const struct tokens *tokens, struct mentions *tagged,
    const struct mentions *dated)
{
	for (size_t i = 0; i < tagged->count; i++) {
		struct mention *mention = &tagged->at[i];
		size_t at = mentions_at(dated, mention->span.start);

		if (mention->kind != KIND_PERSON || at == dated->count ||
		    dated->at[at].first <= mention->first ||
		    dated->at[at].first > mention->last)
			continue;
		mention->last = dated->at[at].first - 1;
		mention->span.end = tokens->at[mention->last].span.end;
	}
}

/* The first token of the person at the end of an agency's name, or 0: words
 * without article, behind one with it, which are as well a person's. */
static uint32_t
person_behind(const struct tokens *tokens, const struct mention *agency,
    float likely[][KINDS])
{
	uint32_t first = agency->last + 1;

	while (first > agency->first + 1 &&
	    likely[first - 1][KIND_PERSON] >= PERSON_AS_WELL &&
	    !token_is_definite(tokens, first - 1))
		first--;
	return first < agency->last && token_is_definite(tokens, first - 1)
	    ? first : 0;
}

/* "المديرية العامة للأمن سمير التلاوي": an agency and its director. */
static void
part_people(const struct tokens *tokens, struct mentions *tagged,
    float likely[][KINDS])
{
	for (size_t i = 0; i < tagged->count; i++) {
		struct mention person = tagged->at[i];
		uint32_t       first = person.kind != KIND_AGENCY ? 0
		    : person_behind(tokens, &person, likely);

		if (first == 0)
			continue;
		tagged->at[i].last = first - 1;
		tagged->at[i].span.end = tokens->at[first - 1].span.end;
		person.kind = KIND_PERSON;
		person.first = first;
		person.span.start = tokens->at[first].span.start;
		person.sure = likelihood(&person, likely);
		array_reserve(tagged, 1);
		memmove(tagged->at + i + 2, tagged->at + i + 1,
		    (tagged->count - i - 1) * sizeof *tagged->at);
		tagged->at[++i] = person;
		tagged->count++;
	}
}

static struct mentions
merge_tagged(const struct tagger *tagger, const struct tokens *tokens,
    struct mentions *known, const struct mentions *dated)
{
	float (*likely)[KINDS] = memory_new(tokens->count, sizeof *likely);
	struct mentions tagged = tagger_read(tagger, tokens, likely);
	struct mentions merged;

	keep_likely(known, RULES, tokens, likely);
	keep_likely(&tagged, TAGGER, tokens, NULL);
	doubts_drop(tagger, tokens, &tagged);
	part_people(tokens, &tagged, likely);
	cut_at_dates(tokens, &tagged, dated);
	edges_mend(tokens, &tagged);
	latin_find(tokens, &tagged, known);
	merged = mentions_merge(known, &tagged, dated);
	add_surnames(&merged, tokens, likely);
	array_free(&tagged);
	free(likely);
	return merged;
}

struct mentions
names_find(const struct models *models, const struct tokens *tokens,
    const struct mentions *dated)
{
	struct mentions known = rules_find(models->gazetteer, tokens, dated);
	struct mentions merged;

	if (models->tagger != NULL)
		merged = merge_tagged(models->tagger, tokens, &known, dated);
	else {
		merged = mentions_merge(&known, NULL, dated);
		add_surnames(&merged, tokens, NULL);
	}
	fields_join(tokens, &merged);
	array_free(&known);
	return merged;
}
