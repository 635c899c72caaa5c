/* entity.c: who is meant: mentions that name the same one are one entity.
 *
 * Every form of a name is kept under its letters, so that a name read before
 * is found again at once, in whatever article. What no form equals is
 * compared with the other names of its own article, the nearest before it
 * first, and a person also with those of other articles that share a word of
 * the name: with those alone that name_keys.c says it can be one with. The
 * fullest names go first: a surname in the headline belongs to the full name
 * below. */
#include "language/entity.h"

#include <stdlib.h>
#include <string.h>

#include "bytes/memory.h"
#include "language/entity_index.h"
#include "language/joined.h"
#include "language/local.h"

struct entities *
entities_new(void)
{
	struct entities *entities = memory_new(1, sizeof *entities);

	entities->index = entity_index_new();
	entities->joined = joined_new();
	return entities;
}

struct linker {
	struct entities     *entities;
	const struct tokens *tokens;
	struct mentions     *mentions;
	struct locals        locals;
};

static struct local *
local_of(const struct linker *linker, size_t mention)
{
	return &linker->locals.at[linker->locals.of[mention]];
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
	struct local *local  = local_of(linker, i);
	bool          single = local->kind == KIND_PERSON &&
	    local->name.words == 1;
	uint32_t      found  = NONE;

	if (resolve_joined(linker, local))
		return;
	if (single)
		found = local_nearby(&linker->locals, i);
	if (single && found == NONE)
		found = local_first_named(&linker->locals, &local->name);
	if (found == NONE)
		found = entity_index_find(linker->entities->index,
		    local->kind, &local->name);
	if (found == NONE && !single)
		found = local_nearby(&linker->locals, i);
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
	struct local *local = local_of(linker, i);

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
		.locals = locals_of(tokens, mentions)
	};
	struct locals *locals = &linker.locals;

	for (size_t i = 0; i < locals->count; i++)
		if (locals->at[i].kind != KIND_PERSON ||
		    locals->at[i].name.words > 1)
			locals->at[i].entity = entity_before(&linker,
			    &locals->at[i]);
	/* The fullest first, so that the others find it. */
	for (size_t words = NAME_WORDS + 1; words-- > 0;)
		for (size_t i = 0; i < mentions->count; i++)
			if (locals->of[i] != NONE &&
			    words == local_of(&linker, i)->name.words)
				link_mention(&linker, i);
	locals_free(locals);
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
