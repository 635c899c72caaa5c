/* rarity.c: how rare words are in a library. */
#include "library/rarity.h"

#include <math.h>
#include <stdlib.h>

#include "library/common.h"
#include "library/library.h"

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

uint32_t
rarity_articles(struct rarities *rarities, uint64_t hash, const char *term)
{
	struct rarity *place = place_of(rarities, hash);

	if (place->hash == hash)
		return place->articles;
	if (2 * rarities->count > rarities->room) {
		grow(rarities);
		place = place_of(rarities, hash);
	}
	place->hash = hash;
	place->articles = (uint32_t)store_number(rarities->library->store, 1,
	    "SELECT doc FROM word_row WHERE term = ?", "t", term);
	rarities->count++;
	return place->articles;
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
