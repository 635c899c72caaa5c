/* figure.c: which names are names of one figure, across all articles.
 *
 * Names that could be one share a key (see key.h). Of those that share one,
 * names_compare() says whether they are one. */
#include "library/figure.h"

#include <stdlib.h>
#include <string.h>

#include "language/entity.h"
#include "library/decision.h"
#include "library/key.h"
#include "library/names.h"

enum {
	CROWD   = 64,           /* names sharing a surname: too many to say
	                         * whom it means alone */
	CLEARLY = 3             /* times as often as any other */
};

/* A name's row. */
struct name {
	int64_t   id;
	int64_t   leader;
	int64_t   articles;
	enum kind kind;
	char     *folded;
	char     *shown;
};

struct names ARRAY_OF(struct name);

static void
names_free(struct names *names)
{
	for (size_t i = 0; i < names->count; i++) {
		free(names->at[i].folded);
		free(names->at[i].shown);
	}
	array_free(names);
}

#define NAME_COLUMNS "name.id, name.leader, name.articles, name.kind,"        \
	" name.folded, name.shown"

static void
add_names(struct names *names, struct rows *rows)
{
	while (rows_next(rows)) {
		size_t      size, shown_size;
		const char *folded = rows_text(rows, 4, &size);
		const char *shown  = rows_text(rows, 5, &shown_size);

		array_add(names, (struct name){ rows_integer(rows, 0),
		    rows_integer(rows, 1), rows_integer(rows, 2),
		    (enum kind)rows_integer(rows, 3),
		    memory_string(folded, size),
		    memory_string(shown, shown_size) });
	}
}

/* The other names with that key, at most CROWD + 1. */
static struct names
names_with_key(struct library *library, int64_t key, int64_t but)
{
	struct names names = { 0 };

	add_names(&names, store_ask(library->store, "SELECT " NAME_COLUMNS
	    " FROM name_key JOIN name ON name.id = name_key.name"
	    " WHERE name_key.key = ? AND name.id != ? LIMIT ?", "iii", key,
	    but, (int64_t)CROWD + 1));
	return names;
}

static bool
set_leader(struct library *library, const struct name *name, int64_t leader)
{
	if (name->leader == leader)
		return true;
	if (name->leader != 0)
		array_add(&library->touched, name->leader);
	array_add(&library->touched, leader);
	return store_do(library->store,
	    "UPDATE name SET leader = ? WHERE id = ? OR"
	    " (leader = ? AND leader != 0)", "iii", leader, name->id,
	    name->leader == name->id ? name->id : -1);
}

/* The leader of the commonest name that is surely the same; 0: none. */
static int64_t
same_as(const struct name *name, const struct names *others)
{
	int64_t best   = -1;
	int64_t leader = 0;

	for (size_t i = 0; i < others->count; i++) {
		const struct name *other = &others->at[i];
		enum sameness      how   = names_compare(name->kind,
		    name->shown, other->shown);

		if (how == DIFFERENT || how == SAME_SHORTER ||
		    other->leader == 0 || other->articles <= best)
			continue;
		best = other->articles;
		leader = other->leader;
	}
	return leader;
}

/* The leader of those whom the shorter name means, when they stand out from
 * all others that it could mean; 0: none does. */
static int64_t
stands_out(const struct name *shorter, const struct names *others)
{
	int64_t best = 0, leader = 0, rest = 0;

	if (others->count > CROWD)
		return 0;
	for (size_t i = 0; i < others->count; i++) {
		const struct name *other = &others->at[i];
		int64_t            sum   = 0;

		if (other->leader == 0 || other->leader == shorter->id ||
		    names_compare(shorter->kind, shorter->shown,
		    other->shown) == DIFFERENT)
			continue;
		for (size_t j = 0; j < others->count; j++)
			if (others->at[j].leader == other->leader)
				sum += others->at[j].articles + 1;
		if (other->leader == leader)
			continue;
		if (sum > best) {
			rest = best > rest ? best : rest;
			best = sum;
			leader = other->leader;
		} else if (sum > rest)
			rest = sum;
	}
	return best >= CLEARLY * rest ? leader : 0;
}

/* A surname alone is its owner's where one owner stands out. */
static bool
place_alone(struct library *library, const struct name *alone)
{
	struct names owners;
	int64_t      leader;
	struct keys  keys = { .count = 0 };

	keys_add(&keys, alone->kind, KEY_SURNAME, name_skeleton(alone->folded,
	    strlen(alone->folded), 1));
	owners = names_with_key(library, keys.at[0], alone->id);
	leader = stands_out(alone, &owners);
	names_free(&owners);
	return set_leader(library, alone, leader != 0 ? leader : alone->id);
}

/* The new name may be the owner of a surname that stood alone. */
static bool
place_its_surname(struct library *library, const struct name *name)
{
	const char  *last = strrchr(name->folded, ' ');
	struct keys  keys = { .count = 0 };
	struct names alone;
	bool         done = true;

	keys_add(&keys, name->kind, KEY_ALONE, name_skeleton(last + 1,
	    strlen(last + 1), 1));
	alone = names_with_key(library, keys.at[0], name->id);
	for (size_t i = 0; done && i < alone.count; i++)
		done = place_alone(library, &alone.at[i]);
	names_free(&alone);
	return done;
}

static bool
put_keys(struct library *library, const struct name *name,
    const struct keys *keys)
{
	for (size_t i = 0; i < keys->count; i++)
		if (!store_do(library->store, "INSERT OR IGNORE INTO name_key"
		    " (key, name) VALUES (?, ?)", "ii", keys->at[i],
		    name->id))
			return false;
	return true;
}

static bool
place(struct library *library, struct name *name)
{
	struct keys  keys   = keys_of(name->kind, name->folded);
	bool         person = name->kind == KIND_PERSON;
	bool         single = strchr(name->folded, ' ') == NULL;
	size_t       sought = keys.count - person;      /* no surnames */
	int64_t      leader = 0;

	if (!put_keys(library, name, &keys))
		return false;
	for (size_t i = 0; leader == 0 && i < sought; i++) {
		struct names others = names_with_key(library, keys.at[i],
		    name->id);

		leader = same_as(name, &others);
		if (leader == 0 && !person)
			leader = stands_out(name, &others);
		names_free(&others);
	}
	if (!set_leader(library, name, leader != 0 ? leader : name->id))
		return false;
	name->leader = leader != 0 ? leader : name->id;
	if (person && single && leader == 0)
		return place_alone(library, name);
	return !person || single || place_its_surname(library, name);
}

bool
figure_place(struct library *library, int64_t id)
{
	struct names names = { 0 };
	bool         done  = true;

	add_names(&names, store_ask(library->store, "SELECT " NAME_COLUMNS
	    " FROM name WHERE id = ?", "i", id));
	for (size_t i = 0; done && i < names.count; i++)
		done = place(library, &names.at[i]);
	names_free(&names);
	return done;
}

bool
figure_join(struct library *library, int64_t name, int64_t other)
{
	struct names names = { 0 };
	bool         done  = true;

	add_names(&names, store_ask(library->store, "SELECT " NAME_COLUMNS
	    " FROM name WHERE id IN (?, ?) AND leader != 0"
	    " ORDER BY articles DESC, id", "ii", name, other));
	if (names.count == 2 && names.at[0].kind == names.at[1].kind &&
	    names.at[0].leader != names.at[1].leader) {
		struct name leader = names.at[1];

		/* All that the other is one with comes along. */
		leader.id = leader.leader;
		done = set_leader(library, &leader, names.at[0].leader);
	}
	names_free(&names);
	return done;
}

bool
figure_dissolve(struct library *library, int64_t name)
{
	int64_t      leader = store_number(library->store, 0,
	    "SELECT leader FROM name WHERE id = ?", "i", name);
	struct rows *rows   = store_ask(library->store,
	    "SELECT id FROM name WHERE leader = ? AND leader != 0", "i",
	    leader);

	while (rows_next(rows))
		array_add(&library->fresh, rows_integer(rows, 0));
	return store_do(library->store, "UPDATE name SET leader = 0,"
	    " all_articles = 0, all_mentions = 0, figure = ''"
	    " WHERE leader = ?", "i", leader);
}

bool
figure_count(struct library *library, int64_t name)
{
	int64_t leader = store_number(library->store, 0,
	    "SELECT leader FROM name WHERE id = ?", "i", name);

	/* A person goes by a full name where there is one. */
	return store_do(library->store, "UPDATE name SET (all_articles,"
	    " all_mentions) = (SELECT sum(articles), sum(mentions)"
	    " FROM name AS one WHERE one.leader = ?1),"
	    " figure = (SELECT iif(id = ?1, '', shown) FROM name AS one"
	    " WHERE one.leader = ?1 ORDER BY articles = 0, kind = ?2 AND"
	    " instr(shown, ' ') = 0, articles DESC, id LIMIT 1)"
	    " WHERE id = ?1", "ii", leader, (int64_t)KIND_PERSON);
}

static int
compare_ids(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a;
	int64_t y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

bool
names_settle(struct library *library)
{
	struct row_ids *touched = &library->touched;
	bool            done    = true;

	for (size_t i = 0; done && i < library->fresh.count; i++)
		done = figure_place(library, library->fresh.at[i]);
	done = done && heed_join(library);
	if (touched->count > 0)
		qsort(touched->at, touched->count, sizeof *touched->at,
		    compare_ids);
	for (size_t i = 0; done && i < touched->count; i++)
		if (i == 0 || touched->at[i] != touched->at[i - 1])
			done = figure_count(library, touched->at[i]);
	library->fresh.count = 0;
	touched->count = 0;
	return done;
}
