/* cooccurrence.c: whom the same articles name. */
#include <math.h>
#include <stdlib.h>

#include "library/figure.h"
#include "library/figures.h"
#include "library/handle.h"
#include "library/library.h"

/* What is known of a name, or of the figure whose leader it is. */
struct presence {
	int64_t  leader;                /* of a name that is not its own; 0 */
	int64_t  last;                  /* article that counted last */
	uint32_t articles;              /* of a leader */
};

struct presences {
	struct presence *at;            /* [count] by row of `name` */
	size_t           count;
};

/* Few names are led by others, so these are read at once. */
static struct presences
presences_of(struct library *library)
{
	struct presences all  = {
		.count = (size_t)store_number(library->store, 0,
		    "SELECT max(id) FROM name", "") + 1
	};
	struct rows     *rows = store_ask(library->store, "SELECT id, leader"
	    " FROM name INDEXED BY name_leader WHERE leader != id", "");

	all.at = memory_new(all.count, sizeof *all.at);
	while (rows_next(rows)) {
		size_t  name   = (size_t)rows_integer(rows, 0);
		int64_t leader = rows_integer(rows, 1);

		if (name < all.count && leader > 0 &&
		    (size_t)leader < all.count)
			all.at[name].leader = leader;
	}
	return all;
}

static struct presence *
presence_of(struct presences *all, int64_t name)
{
	struct presence *presence;

	if (name <= 0 || (size_t)name >= all->count)
		return NULL;
	presence = &all->at[name];
	return presence->leader == 0 ? presence : &all->at[presence->leader];
}

/* Counts each figure once for every article that names it. */
static void
count_article(struct presences *all, int64_t article,
    const struct noteds *noteds)
{
	for (size_t i = 0; i < noteds->count; i++) {
		struct presence *leader = presence_of(all,
		    noteds->at[i].name);

		if (leader == NULL || leader->last == article)
			continue;
		leader->last = article;
		leader->articles++;
	}
}

/* How many articles name each figure, of those that name this one. */
static struct presences
names_beside(struct library *library, int64_t figure, size_t *articles)
{
	struct presences all    = presences_of(library);
	struct noteds    noteds = { 0 };
	struct rows     *rows   = store_ask(library->store,
	    "SELECT article, packed FROM mention WHERE article IN"
	    " (SELECT article FROM naming WHERE name IN"
	    " (SELECT id FROM name WHERE leader = ?))", "i", figure);

	*articles = 0;
	while (rows_next(rows)) {
		size_t      size;
		const char *packed = rows_blob(rows, 1, &size);

		++*articles;
		noteds.count = 0;
		noteds_unpack(packed, size, &noteds);
		count_article(&all, rows_integer(rows, 0), &noteds);
	}
	array_free(&noteds);
	return all;
}

/* One in the same articles, and how much it tells. */
struct companion {
	int64_t figure;
	size_t  together;
	double  pmi;            /* bits */
	double  normal;         /* the same by its most, -1 to 1 */
};

struct companions ARRAY_OF(struct companion);

/* PMI (Church and Hanks 1990): how much oftener the two are in one article
 * than if they had nothing to do with one another, in bits; normalised
 * (Bouma 2009), as the rarest names would otherwise always lead. */
static void
weigh(struct companion *companion, size_t of, size_t other, size_t all)
{
	double both = (double)companion->together / (double)all;

	companion->pmi = log2(both * (double)all / (double)of *
	    (double)all / (double)other);
	companion->normal = both < 1 ? companion->pmi / -log2(both) : 1;
}

static int
compare_companions(const void *a, const void *b)
{
	const struct companion *x = a;
	const struct companion *y = b;

	if (x->normal != y->normal)
		return x->normal > y->normal ? -1 : 1;
	return (x->figure > y->figure) - (x->figure < y->figure);
}

static int
compare_together(const void *a, const void *b)
{
	const struct companion *x = a;
	const struct companion *y = b;

	if (x->together != y->together)
		return x->together > y->together ? -1 : 1;
	return (x->figure > y->figure) - (x->figure < y->figure);
}

/* How many articles name the figure. */
static size_t
articles_naming(struct library *library, int64_t figure)
{
	return (size_t)store_number(library->store, 1,
	    "SELECT max(all_articles, 1) FROM name WHERE id = ?", "i",
	    figure);
}

/* All that are named in two of the articles at least, most often first. */
static struct companions
companions_of(const struct presences *all, int64_t figure)
{
	struct companions companions = { 0 };

	for (size_t i = 1; i < all->count; i++)
		if (all->at[i].articles >= 2 && (int64_t)i != figure)
			array_add(&companions, (struct companion){ (int64_t)i,
			    all->at[i].articles, 0, 0 });
	if (companions.count > 0)
		qsort(companions.at, companions.count,
		    sizeof *companions.at, compare_together);
	return companions;
}

/* Leaves the `most` that tell most. One that is named nowhere else tells as
 * much as can be: when that is less than what the last of them tells, the
 * rest, which are named together less often, need no looking up. */
static void
keep_telling(struct library *library, struct companions *companions,
    size_t of, size_t most)
{
	size_t all  = library_count(library);
	size_t kept = 0;

	for (size_t i = 0; i < companions->count; i++) {
		struct companion one = companions->at[i];
		size_t           at;

		weigh(&one, of, one.together, all);
		if (kept == most && (most == 0 ||
		    one.normal < companions->at[kept - 1].normal))
			break;
		weigh(&one, of, articles_naming(library, one.figure), all);
		for (at = kept; at > 0 && compare_companions(&one,
		    &companions->at[at - 1]) < 0; at--)
			if (at < most)
				companions->at[at] = companions->at[at - 1];
		if (at < most)
			companions->at[at] = one;
		kept += kept < most;
	}
	companions->count = kept;
}

struct figures
library_company(struct library *library, int64_t figure, size_t most)
{
	size_t            articles;
	struct presences  all;
	struct figures    figures = { 0 };
	struct companions companions;

	store_hold(library->store);
	all = names_beside(library, figure, &articles);
	companions = companions_of(&all, figure);
	keep_telling(library, &companions, articles, most);
	for (size_t i = 0; i < companions.count; i++) {
		struct figure other;

		if (!library_figure(library, companions.at[i].figure, &other))
			continue;
		other.articles = companions.at[i].together;
		other.strength = companions.at[i].pmi;
		array_add(&figures, other);
	}
	store_release(library->store);
	array_free(&companions);
	free(all.at);
	return figures;
}
