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

/* Who finds a name. */
enum source { RULES, TAGGER, SURNAMES, SOURCES };

#define NEVER 2.0f

/* The least probability with which a name is believed: for the tagger's own
 * that of its least likely label, for others that its least likely token is
 * in a name of the kind. Chosen by cross-validation over gold_train
 * (data/README.md); F1 is flat around them, so precision was favoured. */
static const float least[SOURCES][KINDS] = {
	[RULES] = {
		[KIND_PERSON] = NEVER, [KIND_AGENCY] = NEVER,
		[KIND_PLACE] = 0.01f, [KIND_EVENT] = 0.3f
	},
	[TAGGER] = {
		[KIND_PERSON] = 0.45f, [KIND_AGENCY] = 0.45f,
		[KIND_PLACE] = 0.45f, [KIND_EVENT] = 0.45f,
		[KIND_DATE] = NEVER     /* the grammar's */
	},
	[SURNAMES] = { [KIND_PERSON] = 0.03f }
};

static void
keep_likely(struct mentions *mentions, enum source source)
{
	size_t kept = 0;

	for (size_t i = 0; i < mentions->count; i++)
		if (mentions->at[i].sure >= least[source][mentions->at[i].kind])
			mentions->at[kept++] = mentions->at[i];
	mentions->count = kept;
}

/* Gives names the probability of their least likely token. */
static void
set_likely(struct mentions *mentions, float likely[][KINDS])
{
	for (size_t i = 0; i < mentions->count; i++) {
		struct mention *mention = &mentions->at[i];

		mention->sure = 1;
		for (size_t t = mention->first; t <= mention->last; t++)
			if (likely[t][mention->kind] < mention->sure)
				mention->sure = likely[t][mention->kind];
	}
}

/* The surnames that stand alone, of the people in the list, put into it. */
static void
add_surnames(struct mentions *mentions, const struct tokens *tokens,
    float likely[][KINDS])
{
	struct mentions more = surnames_find(tokens, mentions);
	struct mentions whole;

	if (likely != NULL) {
		set_likely(&more, likely);
		keep_likely(&more, SURNAMES);
	}
	whole = mentions_merge(mentions, &more, NULL);
	array_free(mentions);
	array_free(&more);
	*mentions = whole;
}

static struct mentions
merge_tagged(const struct tagger *tagger, const struct tokens *tokens,
    struct mentions *known, const struct mentions *dated)
{
	float (*likely)[KINDS] = memory_new(tokens->count, sizeof *likely);
	struct mentions tagged = tagger_read(tagger, tokens, likely);
	struct mentions merged;

	set_likely(known, likely);
	keep_likely(known, RULES);
	keep_likely(&tagged, TAGGER);
	doubts_drop(tokens, &tagged);
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
