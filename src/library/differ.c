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
	for (size_t i = 0; i < report->tokens.count; i++) {
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

/* Whether the two are one: of names the entity counts, of dates the value,
 * of the others what is written. */
static bool
facts_same(const struct report reports[SIDES], const struct fact *a,
    const struct fact *b)
{
	const struct report *of_a = &reports[SIDE_A];
	const struct report *of_b = &reports[SIDE_B];
	uint32_t             entity;

	if (spelt_alike(of_a, a->span, of_b, b->span))
		return true;
	if (a->kind != b->kind || a->kind == KINDS)
		return false;
	if (a->kind == KIND_DATE)
		return dates_same(a, b);
	entity = entity_at(of_a, a->span);
	return entity != NONE && entity == entity_at(of_b, b->span);
}

/* Whether the shorter of two spellings is only a part of the other: حموشي is
 * not another spelling of عبد اللطيف حموشي. */
static bool
is_part(const struct report reports[SIDES], const struct fact *a,
    const struct fact *b)
{
	struct buffer folded[SIDES] = { { 0 }, { 0 } };
	bool          part;

	fold_text(reports[SIDE_A].article->text.at + a->span.start,
	    span_size(a->span), &folded[SIDE_A]);
	fold_text(reports[SIDE_B].article->text.at + b->span.start,
	    span_size(b->span), &folded[SIDE_B]);
	part = memmem(folded[SIDE_A].at, folded[SIDE_A].count,
	    folded[SIDE_B].at, folded[SIDE_B].count) != NULL ||
	    memmem(folded[SIDE_B].at, folded[SIDE_B].count,
	    folded[SIDE_A].at, folded[SIDE_A].count) != NULL;
	array_free(&folded[SIDE_A]);
	array_free(&folded[SIDE_B]);
	return part;
}

static struct respelling
respelling_of(const struct report reports[SIDES], const struct fact *a,
    const struct fact *b)
{
	return (struct respelling){
		{ a->span, b->span },
		{ name_at(&reports[SIDE_A], a->span),
		  name_at(&reports[SIDE_B], b->span) }
	};
}

void
note_differences(const struct report reports[SIDES],
    struct counterpart *counterpart)
{
	struct facts facts[SIDES];

	for (int side = 0; side < SIDES; side++)
		facts[side] = facts_in(&reports[side],
		    counterpart->span[side]);
	for (size_t i = 0; i < facts[SIDE_A].count; i++) {
		const struct fact *a = &facts[SIDE_A].at[i];
		bool found = false;

		for (size_t j = 0; !found && j < facts[SIDE_B].count; j++) {
			const struct fact *b = &facts[SIDE_B].at[j];

			found = facts_same(reports, a, b);
			if (found && a->kind < KIND_DATE &&
			    !is_part(reports, a, b))
				array_add(&counterpart->respelt,
				    respelling_of(reports, a, b));
		}
		if (!found)
			array_add(&counterpart->only[SIDE_A], *a);
	}
	for (size_t j = 0; j < facts[SIDE_B].count; j++) {
		bool found = false;

		for (size_t i = 0; !found && i < facts[SIDE_A].count; i++)
			found = facts_same(reports, &facts[SIDE_A].at[i],
			    &facts[SIDE_B].at[j]);
		if (!found)
			array_add(&counterpart->only[SIDE_B],
			    facts[SIDE_B].at[j]);
	}
	array_free(&facts[SIDE_A]);
	array_free(&facts[SIDE_B]);
}
