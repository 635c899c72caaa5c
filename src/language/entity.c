/* entity.c: who is meant: mentions that name the same one are one entity.
 *
 * Every form of a name is kept under its letters, so that a name read before
 * is found again at once, in whatever article. What no form equals is
 * compared with the other names of its own article, the nearest before it
 * first, and a person also with those of other articles that share a word of
 * the name. The fullest names go first: a surname in the headline belongs to
 * the full name below. */
#include "language/entity.h"

#include <stdlib.h>
#include <string.h>

#include "bytes/memory.h"
#include "language/entity_index.h"
#include "language/joined.h"

struct entities *
entities_new(void)
{
	struct entities *entities = memory_new(1, sizeof *entities);

	entities->index = entity_index_new();
	entities->joined = joined_new();
	return entities;
}

/* One distinct name of the article under way. */
struct local {
	struct name name;
	enum kind   kind;
	char       *text;       /* as written, article restored; owned */
	uint32_t    entity;
};

struct linker {
	struct entities     *entities;
	const struct tokens *tokens;
	struct mentions     *mentions;
	struct local        *locals;    /* [count] */
	size_t               count;
	uint32_t            *local_of;  /* [mentions->count] */
};

/* Whether the letter before the mention is the first lam of للـ, so that its
 * own lam is the article: للمديرية, and not لليبيا's ل. */
static bool
lam_is_article(const struct tokens *tokens, const struct mention *mention)
{
	const struct token *token = &tokens->at[mention->first];
	const char *word = token_folded(tokens, mention->first);
	const char *text = tokens->text;
	size_t      lam  = sizeof "ل" - 1;

	return mention->span.start > token->span.start &&
	    span_size(mention->span) > lam && strstr(word, "لل") != NULL &&
	    memcmp(text + mention->span.start, "ل", lam) == 0 &&
	    memcmp(text + mention->span.start - lam, "ل", lam) == 0;
}

char *
mention_name(const struct tokens *tokens, const struct mention *mention)
{
	struct buffer text = { 0 };

	if (lam_is_article(tokens, mention))
		buffer_add_string(&text, "ا");
	buffer_add(&text, tokens->text + mention->span.start,
	    span_size(mention->span));
	buffer_add(&text, "", 1);
	return text.at;
}

static uint32_t
local_of_mention(struct linker *linker, const struct mention *mention)
{
	struct local local = { .kind = mention->kind, .entity = NONE };
	size_t       size, other_size;
	const char  *letters, *other;

	local.text = mention_name(linker->tokens, mention);
	name_read(&local.name, local.text, strlen(local.text));
	letters = name_from(&local.name, 0, false, &size);
	for (size_t i = 0; i < linker->count; i++) {
		struct local *known = &linker->locals[i];

		other = name_from(&known->name, 0, false, &other_size);
		if (known->kind == local.kind && size == other_size &&
		    known->name.words == local.name.words &&
		    memcmp(letters, other, size) == 0) {
			free(local.text);
			return (uint32_t)i;
		}
	}
	name_look_up(&local.name);
	linker->locals[linker->count] = local;
	return (uint32_t)linker->count++;
}

static bool
is_among(const struct linker *linker, size_t token, const char *signs)
{
	return token < linker->tokens->count &&
	    linker->tokens->at[token].kind == TOKEN_SIGN &&
	    strstr(signs, token_folded(linker->tokens, token)) != NULL;
}

/* An edition or an acronym in brackets or quotes right behind the name. */
static bool
stands_beside(const struct linker *linker, size_t i)
{
	const struct mention *name  = &linker->mentions->at[i - 1];
	const struct mention *brief = &linker->mentions->at[i];
	const struct token   *first = &linker->tokens->at[brief->first];

	return name->kind == brief->kind && !first->spaced &&
	    (name->kind == KIND_AGENCY || name->kind == KIND_EVENT) &&
	    brief->first == name->last + 2 && first[-1].spaced &&
	    first->part == linker->tokens->at[name->last].part &&
	    span_size(brief->span) < span_size(name->span) &&
	    is_among(linker, brief->first - 1, "(\"“«[") &&
	    is_among(linker, brief->last + 1u, ")\"”»]");
}

static uint32_t
new_entity(struct entities *entities, const struct local *local)
{
	array_add(entities, (struct entity){ .kind = local->kind,
	    .name = memory_string(local->text, strlen(local->text)) });
	return (uint32_t)(entities->count - 1);
}

/* What an article leaves out once it was said: the end of a long event's
 * name, and of other names the nationality. */
static bool
cut_short(const struct local *a, const struct local *b)
{
	const struct local *brief = a->name.words < b->name.words ? a : b;
	const struct local *full  = brief == a ? b : a;
	size_t brief_size, size;
	const char *letters = name_from(&brief->name, 0, false, &brief_size);

	if (brief->name.words == full->name.words || brief->name.words < 2 ||
	    brief->kind == KIND_PERSON || memcmp(letters,
	    name_from(&full->name, 0, false, &size), brief_size) != 0)
		return false;
	return (brief->kind == KIND_EVENT && brief->name.words >= 3) ||
	    (full->name.words == brief->name.words + 1 &&
	    is_nationality(&full->name, brief->name.words));
}

/* The nearest name of the article that is the same one: looking back from
 * mention `i`, then on. */
static uint32_t
entity_nearby(const struct linker *linker, size_t i)
{
	const struct local *local = &linker->locals[linker->local_of[i]];
	size_t count = linker->mentions->count;

	for (size_t step = 1; step < 2 * count; step++) {
		size_t j = step <= i ? i - step : step;
		const struct local *other;

		if (j >= count || j == i || linker->local_of[j] == NONE)
			continue;
		other = &linker->locals[linker->local_of[j]];
		if (other->kind == local->kind && other->entity != NONE &&
		    other != local && (compare_names(local->kind, &local->name,
		    &other->name) != DIFFERENT ||
		    cut_short(local, other)))
			return other->entity;
	}
	return NONE;
}

/* The one person of the article with that first name; NONE when there are
 * several. */
static uint32_t
by_first_name(const struct linker *linker, const struct name *name)
{
	uint32_t    found = NONE;
	size_t      size, other_size;
	const char *word = name_word(name, 0, &size);

	for (size_t i = 0; i < linker->count; i++) {
		const struct local *other = &linker->locals[i];
		const char *first;

		if (other->kind != KIND_PERSON || other->entity == NONE ||
		    other->name.words < 2)
			continue;
		first = name_word(&other->name, 0, &other_size);
		if (size != other_size || memcmp(first, word, size) != 0)
			continue;
		if (found != NONE && found != other->entity)
			return NONE;
		found = other->entity;
	}
	return found;
}

/* The entity of a name read before, or of one that is the same by what the
 * reader said. */
static uint32_t
entity_before(const struct linker *linker, const struct local *local)
{
	uint32_t *said  = joined_entity(linker->entities->joined,
	    local->kind, &local->name);
	uint32_t  found = said != NULL ? *said : NONE;

	if (found == NONE)
		found = entity_index_find(linker->entities->index,
		    local->kind, &local->name);
	if (said != NULL)
		*said = found;
	return found;
}

/* Finds or makes the entity of a name of which the reader said what it is
 * the same as: nothing is guessed of it. */
static bool
resolve_joined(struct linker *linker, struct local *local)
{
	uint32_t *said = joined_entity(linker->entities->joined, local->kind,
	    &local->name);

	if (said == NULL)
		return false;
	local->entity = entity_before(linker, local);
	if (local->entity == NONE)
		local->entity = new_entity(linker->entities, local);
	*said = local->entity;
	entity_index_add(linker->entities->index, local->kind, &local->name,
	    local->entity);
	return true;
}

/* Finds or makes the entity of mention `i`'s name. */
static void
resolve(struct linker *linker, size_t i)
{
	struct local *local  = &linker->locals[linker->local_of[i]];
	bool          single = local->kind == KIND_PERSON &&
	    local->name.words == 1;
	uint32_t      found  = NONE;

	if (resolve_joined(linker, local))
		return;
	if (single)
		found = entity_nearby(linker, i);
	if (single && found == NONE)
		found = by_first_name(linker, &local->name);
	if (found == NONE)
		found = entity_index_find(linker->entities->index,
		    local->kind, &local->name);
	if (found == NONE && !single)
		found = entity_nearby(linker, i);
	if (found == NONE && local->kind == KIND_PERSON)
		found = entity_index_person(linker->entities->index,
		    &local->name);
	if (found == NONE && i > 0 && stands_beside(linker, i))
		found = linker->mentions->at[i - 1].entity;
	local->entity = found != NONE ? found
	    : new_entity(linker->entities, local);
	entity_index_add(linker->entities->index, local->kind, &local->name,
	    local->entity);
}

/* The fuller of two names stands for the entity. */
static void
name_entity(struct entity *entity, const struct local *local)
{
	struct name now;
	size_t      now_size, size;

	name_read(&now, entity->name, strlen(entity->name));
	name_from(&now, 0, false, &now_size);
	name_from(&local->name, 0, false, &size);
	if (size <= now_size)
		return;
	free(entity->name);
	entity->name = memory_string(local->text, strlen(local->text));
}

static void
link_mention(struct linker *linker, size_t i)
{
	struct local *local = &linker->locals[linker->local_of[i]];

	if (local->entity == NONE)
		resolve(linker, i);
	linker->mentions->at[i].entity = local->entity;
	linker->entities->at[local->entity].mentions++;
	name_entity(&linker->entities->at[local->entity], local);
}

void
entities_link(struct entities *entities, const struct tokens *tokens,
    struct mentions *mentions)
{
	struct linker linker = {
		.entities = entities, .tokens = tokens, .mentions = mentions,
		.locals = memory_new(mentions->count, sizeof *linker.locals),
		.local_of = memory_new(mentions->count, sizeof(uint32_t)),
	};

	for (size_t i = 0; i < mentions->count; i++)
		linker.local_of[i] = mentions->at[i].kind == KIND_DATE ? NONE
		    : local_of_mention(&linker, &mentions->at[i]);
	for (size_t i = 0; i < linker.count; i++)
		if (linker.locals[i].kind != KIND_PERSON ||
		    linker.locals[i].name.words > 1)
			linker.locals[i].entity = entity_before(&linker,
			    &linker.locals[i]);
	/* The fullest first, so that the others find it. */
	for (size_t words = NAME_WORDS + 1; words-- > 0;)
		for (size_t i = 0; i < mentions->count; i++)
			if (linker.local_of[i] != NONE && words ==
			    linker.locals[linker.local_of[i]].name.words)
				link_mention(&linker, i);
	for (size_t i = 0; i < linker.count; i++)
		free(linker.locals[i].text);
	free(linker.locals);
	free(linker.local_of);
}

void
entities_free(struct entities *entities)
{
	if (entities == NULL)
		return;
	for (size_t i = 0; i < entities->count; i++)
		free(entities->at[i].name);
	entity_index_free(entities->index);
	joined_free(entities->joined);
	free(entities->at);
	free(entities);
}
