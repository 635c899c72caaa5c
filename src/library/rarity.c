/* rarity.c: how rare words are in a library. */
#include "library/rarity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "language/hash.h"
#include "library/common.h"
#include "library/library.h"
#include "library/tokenizer.h"

enum {
	PRESS = 500,            /* articles that make up for a small library */
	FIRST = 1 << 12         /* room for words at first */
};

/* How many articles have a word, kept once it was looked up. */
struct rarity {
	uint64_t hash;          /* 0: free */
	uint32_t articles;
};

struct rarities {
	struct library *library;
	double          all;            /* articles of the library */
	struct rarity  *at;             /* [room], a power of two */
	size_t          room;
	size_t          count;
	bool            whole;          /* what is not there, one has */
};

struct rarities *
rarities_new(struct library *library)
{
	struct rarities *rarities = memory_new(1, sizeof *rarities);

	rarities->library = library;
	rarities->all = (double)library_count(library);
	rarities->room = FIRST;
	rarities->at = memory_new(rarities->room, sizeof *rarities->at);
	return rarities;
}

double
rarities_all(const struct rarities *rarities)
{
	return rarities->all + PRESS;
}

static struct rarity *
place_of(struct rarities *rarities, uint64_t hash)
{
	size_t at = (size_t)hash & (rarities->room - 1);

	while (rarities->at[at].hash != 0 && rarities->at[at].hash != hash)
		at = (at + 1) & (rarities->room - 1);
	return &rarities->at[at];
}

static void
grow(struct rarities *rarities)
{
	struct rarity *old  = rarities->at;
	size_t         room = rarities->room;

	rarities->room *= 2;
	rarities->at = memory_new(rarities->room, sizeof *rarities->at);
	for (size_t i = 0; i < room; i++)
		if (old[i].hash != 0)
			*place_of(rarities, old[i].hash) = old[i];
	free(old);
}

static void
keep(struct rarities *rarities, uint64_t hash, uint32_t articles)
{
	if (2 * rarities->count > rarities->room)
		grow(rarities);
	*place_of(rarities, hash) = (struct rarity){ hash, articles };
	rarities->count++;
}

/* The index has a word as it stands, and what follows its clitics marked as
 * a stem: of both, what more articles have counts. */
void
rarities_read(struct rarities *rarities)
{
	struct rows *rows = store_ask(rarities->library->store,
	    "SELECT term, doc FROM word_row WHERE doc > 1", "");

	while (rows_next(rows)) {
		size_t         size;
		const char    *term = rows_text(rows, 0, &size);
		size_t         mark = size > 0 && term[0] == MARK_STEM;
		uint64_t       hash = hash_bytes(term + mark, size - mark) | 1;
		uint32_t       articles = (uint32_t)rows_integer(rows, 1);
		struct rarity *place = place_of(rarities, hash);

		if (place->hash == 0)
			keep(rarities, hash, articles);
		else if (articles > place->articles)
			place->articles = articles;
	}
	rarities->whole = true;
}

static uint32_t
look_up(struct rarities *rarities, const char *term)
{
	return (uint32_t)store_number(rarities->library->store, 1,
	    "SELECT doc FROM word_row WHERE term = ?", "t", term);
}

uint32_t
rarity_articles(struct rarities *rarities, const char *stem)
{
	const char    *word  = stem + 1;
	uint64_t       hash  = hash_bytes(word, strlen(word)) | 1;
	struct rarity *place = place_of(rarities, hash);
	uint32_t       as_word, as_stem;

	if (place->hash == hash)
		return place->articles;
	if (rarities->whole)
		return 1;
	as_word = look_up(rarities, word);
	as_stem = look_up(rarities, stem);
	keep(rarities, hash, as_word > as_stem ? as_word : as_stem);
	return as_word > as_stem ? as_word : as_stem;
}

float
rarity_weight(const struct rarities *rarities, const char *word,
    uint32_t articles)
{
	double share  = common_share(word);
	double beside = share > 0 ? PRESS * share : 1;
	double weight = log(rarities_all(rarities) /
	    ((double)articles + beside));

	return weight > 0 ? (float)(weight * weight) : 0;
}

void
rarities_free(struct rarities *rarities)
{
	free(rarities->at);
	free(rarities);
}
