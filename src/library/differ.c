/* differ.c: what two sentences that say the same do not both give. */
#include <string.h>

#include "language/fold.h"
#include "library/report.h"

static struct fact
fact_of(const struct report *report, const struct mention *mention)
{
	struct fact fact = { .kind = mention->kind, .span = mention->span };

	if (mention->entity != NONE)
		fact.name = report->analysis->entities->at[
		    mention->entity].name;
	if (mention->date != NONE) {
		const struct date *date =
		    &report->analysis->dates.at[mention->date];

		memcpy(fact.iso, date->iso, sizeof fact.iso);
		memcpy(fact.partial, date->partial, sizeof fact.partial);
	}
	return fact;
}

/* The facts of a sentence: names and dates, and numbers outside them. */
static struct facts
facts_in(const struct report *report, struct span span)
{
	const struct analysis *analysis = report->analysis;
	struct facts           facts    = { 0 };
	size_t                 at;

	for (at = mentions_at(&analysis->mentions, span.start);
	    at < analysis->mentions.count &&
	    analysis->mentions.at[at].span.start < span.end; at++)
		array_add(&facts, fact_of(report,
		    &analysis->mentions.at[at]));
	at = facts.count;
	for (size_t i = span_find(report->tokens.at, report->tokens.count,
	    sizeof *report->tokens.at, span.start);
	    i < report->tokens.count &&
	    report->tokens.at[i].span.start < span.end; i++) {
		const struct token *token = &report->tokens.at[i];
		bool                taken = token->kind != TOKEN_NUMBER ||
		    !span_within(token->span, span);

		for (size_t j = 0; !taken && j < at; j++)
			taken = span_overlaps(token->span,
			    facts.at[j].span);
		if (!taken)
			array_add(&facts, (struct fact){ .kind = KINDS,
			    .span = token->span });
	}
	return facts;
}

/* The entity that the mention at `span` is of. */
static uint32_t
entity_at(const struct report *report, struct span span)
{
	const struct mentions *mentions = &report->analysis->mentions;
	size_t                 at       = mentions_at(mentions, span.start);

	return at < mentions->count ? mentions->at[at].entity : NONE;
}

/* The name that stands at `span`, a mention's. */
static char *
name_at(const struct report *report, struct span span)
{
	const struct mentions *mentions = &report->analysis->mentions;

	return mention_name(&report->tokens, &mentions->at[mentions_at(
	    mentions, span.start)]);
}

static bool
spelt_alike(const struct report *a, struct span in_a, const struct report *b,
    struct span in_b)
{
	return fold_same(a->article->text.at + in_a.start, span_size(in_a),
	    b->article->text.at + in_b.start, span_size(in_b));
}

/* Whether the one has all of the other in it, as folded. */
static bool
has_part(const char *a, const char *b)
{
	struct buffer folded[SIDES] = { { 0 }, { 0 } };
	bool          part;

	fold_text(a, strlen(a), &folded[SIDE_A]);
	fold_text(b, strlen(b), &folded[SIDE_B]);
	part = memmem(folded[SIDE_A].at, folded[SIDE_A].count,
	    folded[SIDE_B].at, folded[SIDE_B].count) != NULL ||
	    memmem(folded[SIDE_B].at, folded[SIDE_B].count,
	    folded[SIDE_A].at, folded[SIDE_A].count) != NULL;
	array_free(&folded[SIDE_A]);
	array_free(&folded[SIDE_B]);
	return part;
}

/* Writes the ISO 8601 value without its years: 2024-09-19 gives --09-19. */
static void
without_years(const char *iso, char partial[sizeof ((struct fact *)0)->iso])
{
	size_t size = 0;

	while (*iso != '\0') {
		size_t digits = strspn(iso, "0123456789");

		if (digits == 4 && iso[4] == '-') {
			partial[size++] = '-';
			partial[size++] = '-';
			iso += 5;
		} else
			partial[size++] = *iso++;
	}
	partial[size] = '\0';
}

/* Whether the dates are one, as far as both are known. */
static bool
dates_same(const struct fact *a, const struct fact *b)
{
	char partial[sizeof a->iso];

	if (a->iso[0] != '\0' && b->iso[0] != '\0')
		return strcmp(a->iso, b->iso) == 0;
	if (a->iso[0] == '\0' && b->iso[0] == '\0')
		return a->partial[0] != '\0' &&
		    strcmp(a->partial, b->partial) == 0;
	without_years(a->iso[0] != '\0' ? a->iso : b->iso, partial);
	return strcmp(partial, a->iso[0] != '\0' ? b->partial
	    : a->partial) == 0;
}

/* How near the two are to one another; the nearer first. */
enum nearness {
	NEAR_ALIKE,             /* the same is written */
	NEAR_SPELLING,          /* another spelling of it */
	NEAR_PART,              /* a part of it */
	NEAR_NAME,              /* another name, as an acronym is */
	NEAR_NOT                /* they are two */
};

/* How names of one entity are related: the shorter of two spellings that is a
 * part of the other, as حموشي is of عبد اللطيف حموشي, is no other spelling. */
static enum nearness
names_near(const struct report reports[SIDES], const struct fact *a,
    const struct fact *b)
{
	static const enum nearness nearness[] = {
		[SAME_SPELLING] = NEAR_ALIKE,
		[SAME_SPACING]  = NEAR_SPELLING,
		[SAME_VARIANT]  = NEAR_SPELLING,
		[SAME_SHORTER]  = NEAR_PART,
		[SAME_KNOWN]    = NEAR_NAME,
		[DIFFERENT]     = NEAR_NAME,
	};
	char         *in_a = name_at(&reports[SIDE_A], a->span);
	char         *in_b = name_at(&reports[SIDE_B], b->span);
	enum nearness near = nearness[names_compare(a->kind, in_a, in_b)];

	if (near == NEAR_NAME && has_part(in_a, in_b))
		near = NEAR_PART;
	free(in_a);
	free(in_b);
	return near;
}

/* Of names the entity counts, of dates the value, of the others what is
 * written. */
static enum nearness
facts_near(const struct report reports[SIDES], const struct fact *a,
    const struct fact *b)
{
	const struct report *of_a = &reports[SIDE_A];
	const struct report *of_b = &reports[SIDE_B];
	uint32_t             entity;

	if (spelt_alike(of_a, a->span, of_b, b->span))
		return NEAR_ALIKE;
	if (a->kind != b->kind || a->kind == KINDS)
		return NEAR_NOT;
	if (a->kind == KIND_DATE)
		return dates_same(a, b) ? NEAR_ALIKE : NEAR_NOT;
	entity = entity_at(of_a, a->span);
	return entity != NONE && entity == entity_at(of_b, b->span)
	    ? names_near(reports, a, b) : NEAR_NOT;
}

static void
note_respelling(const struct report reports[SIDES],
    struct counterpart *counterpart, const struct fact *a,
    const struct fact *b, bool other_name)
{
	array_add(&counterpart->respelt, (struct respelling){
	    .span = { a->span, b->span },
	    .name = { name_at(&reports[SIDE_A], a->span),
		name_at(&reports[SIDE_B], b->span) },
	    .other_name = other_name });
}

/* Whether A gives B's fact under its own name too. */
static bool
is_named_alike(const struct report reports[SIDES], const struct facts *facts,
    const struct fact *b)
{
	for (size_t i = 0; i < facts->count; i++)
		if (facts_near(reports, &facts->at[i], b) == NEAR_ALIKE)
			return true;
	return false;
}

/* Notes what becomes of A's fact `i` in B: of those that are the same, the
 * nearest counts. `found` says which of B's have one. */
static void
note_fact(const struct report reports[SIDES],
    struct counterpart *counterpart, const struct facts facts[SIDES],
    size_t i, bool found[])
{
	const struct fact  *a       = &facts[SIDE_A].at[i];
	const struct facts *others  = &facts[SIDE_B];
	enum nearness       nearest = NEAR_NOT;
	size_t              which   = 0;

	for (size_t j = 0; j < others->count; j++) {
		enum nearness near = facts_near(reports, a, &others->at[j]);

		found[j] |= near != NEAR_NOT;
		if (near < nearest) {
			nearest = near;
			which = j;
		}
	}
	if (nearest == NEAR_NOT)
		array_add(&counterpart->only[SIDE_A], *a);
	else if (nearest == NEAR_SPELLING || (nearest == NEAR_NAME &&
	    !is_named_alike(reports, &facts[SIDE_A], &others->at[which])))
		note_respelling(reports, counterpart, a, &others->at[which],
		    nearest == NEAR_NAME);
}

void
note_differences(const struct report reports[SIDES],
    struct counterpart *counterpart)
{
	struct facts facts[SIDES];
	bool        *found;

	for (int side = 0; side < SIDES; side++)
		facts[side] = facts_in(&reports[side],
		    counterpart->span[side]);
	found = memory_new(facts[SIDE_B].count + 1, sizeof *found);
	for (size_t i = 0; i < facts[SIDE_A].count; i++)
		note_fact(reports, counterpart, facts, i, found);
	for (size_t j = 0; j < facts[SIDE_B].count; j++)
		if (!found[j])
			array_add(&counterpart->only[SIDE_B],
			    facts[SIDE_B].at[j]);
	free(found);
	array_free(&facts[SIDE_A]);
	array_free(&facts[SIDE_B]);
}
