/* company.c: whom the same articles name. */
#include <math.h>
#include <stdlib.h>

#include "library/figure.h"
#include "library/handle.h"
#include "library/ids.h"
#include "library/library.h"

/* A name in an article; later the figure in it. */
struct presence {
	int64_t who;
	int64_t article;
};

struct presences ARRAY_OF(struct presence);

static int
compare(const void *a, const void *b)
{
	const struct presence *x = a;
	const struct presence *y = b;

	if (x->who != y->who)
		return x->who < y->who ? -1 : 1;
	return (x->article > y->article) - (x->article < y->article);
}

static void
sort(struct presences *all)
{
	size_t kept = 0;

	if (all->count > 0)
		qsort(all->at, all->count, sizeof *all->at, compare);
	for (size_t i = 0; i < all->count; i++)
		if (kept == 0 || compare(&all->at[kept - 1], &all->at[i]))
			all->at[kept++] = all->at[i];
	all->count = kept;
}

/* The names in all articles that name the figure, sorted. */
static struct presences
names_beside(struct library *library, int64_t figure, size_t *articles)
{
	struct presences all  = { 0 };
	struct rows     *rows = store_ask(library->store,
	    "SELECT DISTINCT naming.article, mention.packed FROM naming"
	    " JOIN mention ON mention.article = naming.article"
	    " WHERE naming.name IN (SELECT id FROM name WHERE leader = ?)",
	    "i", figure);

	*articles = 0;
	while (rows_next(rows)) {
		struct noteds noteds = { 0 };
		size_t        size;
		const char   *packed = rows_blob(rows, 1, &size);

		++*articles;
		noteds_unpack(packed, size, &noteds);
		for (size_t i = 0; i < noteds.count; i++)
			if (noteds.at[i].name != 0)
				array_add(&all, (struct presence){
				    noteds.at[i].name,
				    rows_integer(rows, 0) });
		array_free(&noteds);
	}
	sort(&all);
	return all;
}

/* Puts each name's figure in its place. */
static void
names_to_figures(struct library *library, struct presences *all)
{
	int64_t name = 0, leader = 0;

	for (size_t i = 0; i < all->count; i++) {
		if (all->at[i].who != name) {
			name = all->at[i].who;
			leader = store_number(library->store, 0,
			    "SELECT leader FROM name WHERE id = ?", "i",
			    name);
		}
		all->at[i].who = leader;
	}
	sort(all);
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

/* How many articles name the figure. */
static size_t
articles_naming(struct library *library, int64_t figure)
{
	return (size_t)store_number(library->store, 1,
	    "SELECT max(all_articles, 1) FROM name WHERE id = ?", "i",
	    figure);
}

static struct companions
count(struct library *library, const struct presences *all, int64_t figure,
    size_t articles)
{
	struct companions companions = { 0 };
	size_t            library_all = library_count(library);

	for (size_t i = 0, next; i < all->count; i = next) {
		struct companion companion = { .figure = all->at[i].who };

		for (next = i; next < all->count &&
		    all->at[next].who == companion.figure; next++)
			;
		companion.together = next - i;
		if (companion.together < 2 || companion.figure == figure ||
		    companion.figure == 0)
			continue;
		weigh(&companion, articles, articles_naming(library,
		    companion.figure), library_all);
		array_add(&companions, companion);
	}
	if (companions.count > 0)
		qsort(companions.at, companions.count,
		    sizeof *companions.at, compare_companions);
	return companions;
}

struct figures
library_company(struct library *library, int64_t figure, size_t most)
{
	size_t            articles;
	struct presences  all     = names_beside(library, figure, &articles);
	struct figures    figures = { 0 };
	struct companions companions;

	names_to_figures(library, &all);
	companions = count(library, &all, figure, articles);
	for (size_t i = 0; i < companions.count && i < most; i++) {
		struct figure other;

		if (!library_figure(library, companions.at[i].figure, &other))
			continue;
		other.articles = companions.at[i].together;
		other.strength = companions.at[i].pmi;
		array_add(&figures, other);
	}
	array_free(&companions);
	array_free(&all);
	return figures;
}
