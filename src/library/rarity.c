/* rarity.c: how rare words are in a library.
 *
 * The index tells it, but to ask it for one word took 45 us and to read all
 * 10 us for an article of the library, half of what it took to add a thousand
 * articles to 39,000. So the counts are kept beside it, some 17 bytes for an
 * article, and each that is placed in a story is added to them. */
#include "library/rarity.h"

#include <math.h>
#include <stdlib.h>

#include "library/common.h"
#include "library/library.h"
#include "library/pack.h"
#include "library/tokenizer.h"

enum {
	PRESS = 500,            /* articles that make up for a small library */
	FIRST = 1 << 12,        /* room for words at first */
	PART  = 10,             /* of the articles: too many to be added */
	RARE  = 1000            /* one article of so many has the word */
};

/* How many articles have a word. */
struct rarity {
	uint32_t hash;
	uint32_t articles;      /* 0: free */
};

struct rarities {
	struct library *library;
	double          all;            /* articles of the library */
	struct rarity  *at;             /* [room], by the hash */
	size_t          room;
	size_t          count;
	bool            whole;          /* the index was read */
};

double
rarities_all(const struct rarities *rarities)
{
	return rarities->all + PRESS;
}

uint32_t
rarity_hash(const char *word, size_t size)
{
	/* It is kept, as library_key() is, whose upper bits hardly mind the
	 * last letter: Fibonacci hashing (Knuth, TAOCP 3, 6.4) mixes them. */
	return (uint32_t)((uint64_t)library_key(word, size) *
	    UINT64_C(0x9E3779B97F4A7C15) >> (64 - RARITY_BITS));
}

static struct rarity *
place_of(const struct rarities *rarities, uint32_t hash)
{
	size_t at = (size_t)((uint64_t)hash * rarities->room >> RARITY_BITS);

	while (rarities->at[at].articles != 0 &&
	    rarities->at[at].hash != hash)
		at = at + 1 < rarities->room ? at + 1 : 0;
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
		if (old[i].articles != 0)
			*place_of(rarities, old[i].hash) = old[i];
	free(old);
}

/* The word's place, made when there is none. */
static struct rarity *
made_place(struct rarities *rarities, uint32_t hash)
{
	struct rarity *place = place_of(rarities, hash);

	if (place->articles != 0)
		return place;
	if (2 * ++rarities->count > rarities->room) {
		grow(rarities);
		place = place_of(rarities, hash);
	}
	place->hash = hash;
	return place;
}

/* The index has a word as it stands, and what follows its clitics marked as
 * a stem: of both, what more articles have counts. */
static void
read_index(struct rarities *rarities)
{
	struct rows *rows = store_ask(rarities->library->store,
	    "SELECT term, doc FROM word_row", "");

	while (rows_next(rows)) {
		size_t         size;
		const char    *term = rows_text(rows, 0, &size);
		size_t         mark = size > 0 && term[0] == MARK_STEM;
		uint32_t       articles = (uint32_t)rows_integer(rows, 1);
		struct rarity *place = made_place(rarities,
		    rarity_hash(term + mark, size - mark));

		if (articles > place->articles)
			place->articles = articles;
	}
	rarities->whole = true;
}

/* By hash, as the difference from the last one, with a bit that tells
 * whether a number of articles above one follows. */
static void
read_kept(struct rarities *rarities, const char *packed, size_t size)
{
	struct unpacking from = { packed, packed + size, false };
	uint64_t         hash = 0;

	/* Hashes that come sorted crowd at the beginning of a table that has
	 * yet to grow; a word takes two bytes at least. */
	while (rarities->room < size)
		grow(rarities);
	while (from.at < from.end) {
		uint64_t head     = number_unpack(&from);
		uint64_t articles = head & 1 ? number_unpack(&from) : 1;

		hash += head >> 1;
		if (from.damaged || hash >> RARITY_BITS != 0 || articles == 0 ||
		    articles > UINT32_MAX)
			return;
		made_place(rarities, (uint32_t)hash)->articles =
		    (uint32_t)articles;
	}
}

struct rarities *
rarities_new(struct library *library, size_t fresh)
{
	struct rarities *rarities = memory_new(1, sizeof *rarities);
	size_t           all      = library_count(library);
	struct rows     *rows     = NULL;

	rarities->library = library;
	rarities->all = (double)all;
	rarities->room = FIRST;
	rarities->at = memory_new(rarities->room, sizeof *rarities->at);
	if (fresh * PART < all)
		rows = store_ask(library->store,
		    "SELECT value FROM about WHERE name = 'rarities'", "");
	if (rows_next(rows)) {
		size_t      size;
		const char *packed = rows_blob(rows, 0, &size);

		read_kept(rarities, packed, size);
		rows_end(rows);
	}
	if (rarities->count == 0)
		read_index(rarities);
	return rarities;
}

void
rarity_meet(struct rarities *rarities, uint32_t hash)
{
	if (!rarities->whole)
		made_place(rarities, hash)->articles++;
}

uint32_t
rarity_articles(const struct rarities *rarities, uint32_t hash)
{
	uint32_t articles = place_of(rarities, hash)->articles;

	return articles > 0 ? articles : 1;
}

float
rarity_weight(const struct rarities *rarities, const char *word,
    uint32_t articles)
{
	/* What is rare here is not made common by the press. */
	double share  = articles * RARE < rarities->all ? 0
	    : common_share(word);
	double beside = share > 0 ? PRESS * share : 1;
	double weight = log(rarities_all(rarities) /
	    ((double)articles + beside));

	return weight > 0 ? (float)(weight * weight) : 0;
}

static int
compare_hashes(const void *a, const void *b)
{
	uint32_t x = ((const struct rarity *)a)->hash;
	uint32_t y = ((const struct rarity *)b)->hash;

	return (x > y) - (x < y);
}

bool
rarities_keep(const struct rarities *rarities)
{
	struct rarity *sorted = memory_new(rarities->count + 1,
	    sizeof *sorted);
	size_t         count  = 0;
	struct buffer  packed = { 0 };
	uint32_t       last   = 0;
	bool           done;

	for (size_t i = 0; i < rarities->room; i++)
		if (rarities->at[i].articles != 0)
			sorted[count++] = rarities->at[i];
	qsort(sorted, count, sizeof *sorted, compare_hashes);
	for (size_t i = 0; i < count; i++) {
		bool more = sorted[i].articles > 1;

		number_pack(&packed, (uint64_t)(sorted[i].hash - last) << 1 |
		    more);
		if (more)
			number_pack(&packed, sorted[i].articles);
		last = sorted[i].hash;
	}
	free(sorted);
	done = store_do(rarities->library->store, "INSERT OR REPLACE INTO"
	    " about (name, value) VALUES ('rarities', ?)", "b",
	    (const void *)packed.at, packed.count);
	array_free(&packed);
	return done;
}

void
rarities_free(struct rarities *rarities)
{
	free(rarities->at);
	free(rarities);
}
