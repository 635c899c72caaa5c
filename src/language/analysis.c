/* analysis.c: conducts what is read of an article: tokens, names known and
 * names learned, dates, one list of mentions, and who is meant. */
#include "language/analysis.h"

#include "bytes/memory.h"
#include "language/correction.h"
#include "language/joined.h"
#include "language/merge.h"

/* An analysis under way; what callers see comes first. */
struct conductor {
	struct analysis      analysis;
	const struct models *models;    /* lent */
};

/* Tells the entities which names the reader says are one. */
static void
tell_joined(const struct corrections *corrections, struct entities *entities)
{
	for (; entities->told < corrections->count; entities->told++) {
		const struct correction *said =
		    &corrections->at[entities->told];

		if (said->decision == DECISION_SAME)
			joined_add(entities->joined, said->name, said->other);
	}
}

struct analysis *
analysis_new(const struct models *models, struct entities *entities)
{
	struct conductor *conductor = memory_new(1, sizeof *conductor);

	if (models->corrections != NULL)
		tell_joined(models->corrections, entities);
	conductor->analysis.entities = entities;
	conductor->models = models;
	return &conductor->analysis;
}

static const struct models *
models_of(const struct analysis *analysis)
{
	return ((const struct conductor *)(const void *)analysis)->models;
}

/* The parts [analysis->parts, *end) are the next chapter; false when it is
 * not all there yet, or no more comes. */
static bool
chapter_ready(const struct analysis *analysis, const struct article *article,
    size_t *end)
{
	const struct parts *parts = &article->parts;
	size_t settled = article->complete || parts->count == 0
	    ? parts->count : parts->count - 1;
	size_t bytes = 0;

	*end = analysis->parts;
	while (*end < settled && bytes < ANALYSIS_CHAPTER)
		bytes += span_size(parts->at[(*end)++].span);
	return *end > analysis->parts &&
	    (article->complete || bytes >= ANALYSIS_CHAPTER);
}

/* The dates of a chapter as mentions. */
static struct mentions
mentions_of_dates(const struct tokens *tokens, const struct dates *dates,
    size_t base)
{
	struct mentions mentions = { 0 };
	uint32_t        token    = 0;

	for (size_t i = 0; i < dates->count; i++) {
		struct mention mention = {
			.span = dates->at[i].span, .kind = KIND_DATE,
			.finder = FOUND_BY_DATE, .sure = 0.95f,
			.entity = NONE, .date = (uint32_t)(base + i),
		};

		while (tokens->at[token].span.end <= mention.span.start)
			token++;
		mention.first = token;
		while (tokens->at[token].span.end < mention.span.end)
			token++;
		mention.last = token;
		array_add(&mentions, mention);
	}
	return mentions;
}

/* Gives the dates that the reader marked, and the grammar does not know, a
 * place among the dates: they have no value. */
static void
add_unknown_dates(struct mentions *mentions, struct dates *dates, size_t base)
{
	for (size_t i = 0; i < mentions->count; i++) {
		struct mention *mention = &mentions->at[i];

		if (mention->kind != KIND_DATE || mention->date != NONE)
			continue;
		mention->date = (uint32_t)(base + dates->count);
		array_add(dates, (struct date){ .span = mention->span });
	}
}

/* What the reader decided holds. */
static void
correct(const struct analysis *analysis, const struct tokens *tokens,
    struct mentions *mentions, struct dates *dates)
{
	const struct corrections *corrections =
	    models_of(analysis)->corrections;

	if (corrections == NULL)
		return;
	corrections_apply(corrections, tokens, mentions);
	add_unknown_dates(mentions, dates, analysis->dates.count);
}

static void
append(struct analysis *analysis, const struct mentions *mentions,
    const struct dates *dates)
{
	array_reserve(&analysis->mentions, mentions->count);
	for (size_t i = 0; i < mentions->count; i++)
		array_add(&analysis->mentions, mentions->at[i]);
	array_reserve(&analysis->dates, dates->count);
	for (size_t i = 0; i < dates->count; i++)
		array_add(&analysis->dates, dates->at[i]);
}

/* The chapter's dates; the first chapter's tell the day of publication, when
 * the article's source does not. */
static struct dates
find_dates(struct analysis *analysis, const struct article *article,
    const struct tokens *tokens)
{
	if (analysis->parts == 0 && !day_is_known(article->published))
		return dates_read(tokens, &analysis->published);
	return dates_find(tokens, analysis->published);
}

static void
analyse(struct analysis *analysis, const struct article *article,
    const struct tokens *tokens)
{
	const struct models *models = models_of(analysis);
	struct dates    dates  = find_dates(analysis, article, tokens);
	struct mentions dated  = mentions_of_dates(tokens, &dates,
	    analysis->dates.count);
	struct mentions merged = names_find(models, tokens, &dated);

	correct(analysis, tokens, &merged, &dates);
	entities_link(analysis->entities, tokens, &merged);
	append(analysis, &merged, &dates);
	array_free(&dates);
	array_free(&dated);
	array_free(&merged);
}

bool
analysis_advance(struct analysis *analysis, const struct article *article)
{
	struct tokens tokens;
	size_t end;

	if (!chapter_ready(analysis, article, &end))
		return false;
	tokens = tokens_split(article, analysis->parts, end);
	if (day_is_known(article->published))
		analysis->published = article->published;
	if (tokens.count > 0)
		analyse(analysis, article, &tokens);
	analysis->parts = end;
	tokens_free(&tokens);
	return true;
}

struct analysis *
analysis_of(const struct article *article, const struct models *models,
    struct entities *entities)
{
	struct analysis *analysis = analysis_new(models, entities);

	while (analysis_advance(analysis, article))
		;
	return analysis;
}

/* An unresolved date is the same as none but itself. */
static bool
dates_same(const struct date *a, const struct date *b)
{
	return a == b || (a->iso[0] != '\0' && strcmp(a->iso, b->iso) == 0);
}

bool
mentions_same(const struct mentions *mentions, const struct dates *dates,
    size_t a, size_t b)
{
	const struct mention *one = &mentions->at[a];
	const struct mention *two = &mentions->at[b];

	if (a == b)
		return true;
	if (one->date != NONE && two->date != NONE)
		return dates_same(&dates->at[one->date],
		    &dates->at[two->date]);
	return one->entity != NONE && one->entity == two->entity;
}

void
analysis_free(struct analysis *analysis)
{
	if (analysis == NULL)
		return;
	array_free(&analysis->mentions);
	array_free(&analysis->dates);
	free(analysis);
}
