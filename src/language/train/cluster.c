/* cluster.c: classes of words that stand beside the same words.
 *
 * The exchange algorithm (Martin, Liermann and Ney 1998) on the objective of
 * predictive clustering (Uszkoreit and Brants 2008), both sides at once:
 * with N(v, c) how often a word of class c follows word v, M(v, c) how often
 * it precedes v, N(c) how often the class stands, and f(x) = x log x,
 *	L = sum over v, c of f(N(v, c)) + f(M(v, c)) - 2 sum over c of f(N(c))
 * is raised by moving one word after another to the class where L is
 * highest. A class is then what follows and precedes words, as in Brown's
 * clusters, but one move costs only the word's own neighbours. */
#include "language/train/cluster.h"

#include <math.h>

enum { TABLE = 1 << 15 };       /* arguments of f that are looked up */

struct clustering {
	const struct neighbours *neighbours;
	const struct knowledge  *knowledge;
	size_t    classes;              /* C */
	uint32_t *beside[2];            /* [V+1, C] M and N */
	uint64_t *size;                 /* [C] N(c) */
	uint16_t *class;                /* [V] 0 to C-1 */
	double   *gain;                 /* [C] of moving the word in hand */
	float    *table;                /* [TABLE] f */
};

static double
f_large(double x)
{
	return x > 0 ? x * log(x) : 0;
}

static void
move_word(struct clustering *clustering, size_t word, size_t class, int sign)
{
	const struct neighbours *neighbours = clustering->neighbours;

	for (int side = 0; side < 2; side++)
		for (size_t i = neighbours->start[side][word];
		    i < neighbours->start[side][word + 1]; i++) {
			uint32_t *at = &clustering->beside[side][
			    neighbours->word[side][i] * clustering->classes +
			    class];

			*at += (uint32_t)sign * neighbours->count[side][i];
		}
	clustering->size[class] += (uint64_t)(int64_t)sign *
	    clustering->knowledge->count[word];
}

/* gain(c) += f(row(c) + n) - f(row(c)) for one neighbour that stands n times
 * beside the word. */
static void
add_gains(struct clustering *clustering, const uint32_t *row, uint32_t n)
{
	const float *table = clustering->table;

	for (size_t c = 0; c < clustering->classes; c++) {
		uint32_t had = row[c];

		if (had + n < TABLE)
			clustering->gain[c] += (double)(table[had + n] -
			    table[had]);
		else
			clustering->gain[c] += f_large(had + n) -
			    f_large(had);
	}
}

static size_t
best_class(struct clustering *clustering, size_t word)
{
	const struct neighbours *neighbours = clustering->neighbours;
	size_t classes = clustering->classes;
	double times = clustering->knowledge->count[word];
	size_t best = 0;

	for (size_t c = 0; c < classes; c++) {
		double size = (double)clustering->size[c];

		clustering->gain[c] = -2 * (f_large(size + times) -
		    f_large(size));
	}
	for (int side = 0; side < 2; side++)
		for (size_t i = neighbours->start[side][word];
		    i < neighbours->start[side][word + 1]; i++)
			add_gains(clustering, clustering->beside[side] +
			    neighbours->word[side][i] * classes,
			    neighbours->count[side][i]);
	for (size_t c = 1; c < classes; c++)
		if (clustering->gain[c] > clustering->gain[best])
			best = c;
	return best;
}

struct ranked {
	uint32_t count;
	uint32_t word;
};

static int
compare_ranked(const void *a, const void *b)
{
	const struct ranked *left  = a;
	const struct ranked *right = b;

	if (left->count != right->count)
		return left->count > right->count ? -1 : 1;
	return left->word < right->word ? -1 : left->word > right->word;
}

static struct ranked *
rank_words(const struct knowledge *knowledge)
{
	struct ranked *ranked = memory_new(knowledge->words + 1,
	    sizeof *ranked);

	for (size_t i = 0; i < knowledge->words; i++)
		ranked[i] = (struct ranked){ knowledge->count[i],
		    (uint32_t)i };
	qsort(ranked, knowledge->words, sizeof *ranked, compare_ranked);
	return ranked;
}

static struct clustering
start_clustering(const struct knowledge *knowledge,
    const struct neighbours *neighbours, size_t classes,
    const struct ranked *ranked)
{
	struct clustering clustering = { .neighbours = neighbours,
		.knowledge = knowledge, .classes = classes };

	for (int side = 0; side < 2; side++)
		clustering.beside[side] = memory_new(
		    (knowledge->words + 1) * classes, sizeof(uint32_t));
	clustering.size = memory_new(classes, sizeof *clustering.size);
	clustering.gain = memory_new(classes, sizeof *clustering.gain);
	clustering.class = memory_new(knowledge->words + 1, 2);
	clustering.table = memory_new(TABLE, sizeof *clustering.table);
	for (size_t i = 0; i < TABLE; i++)
		clustering.table[i] = (float)f_large((double)i);
	for (size_t i = 0; i < knowledge->words; i++) {
		clustering.class[ranked[i].word] = (uint16_t)(i % classes);
		move_word(&clustering, ranked[i].word, i % classes, 1);
	}
	return clustering;
}

void
cluster_words(struct knowledge *knowledge,
    const struct neighbours *neighbours, size_t which, size_t classes,
    int sweeps)
{
	struct ranked    *ranked = rank_words(knowledge);
	struct clustering clustering = start_clustering(knowledge, neighbours,
	    classes, ranked);

	for (int sweep = 0; sweep < sweeps; sweep++)
		for (size_t i = 0; i < knowledge->words; i++) {
			size_t word = ranked[i].word;
			size_t best;

			move_word(&clustering, word, clustering.class[word],
			    -1);
			best = best_class(&clustering, word);
			clustering.class[word] = (uint16_t)best;
			move_word(&clustering, word, best, 1);
		}
	for (size_t i = 0; i < knowledge->words; i++)
		knowledge->cluster[which][i] =
		    (uint16_t)(clustering.class[i] + 1);
	free(clustering.beside[0]);
	free(clustering.beside[1]);
	free(clustering.size);
	free(clustering.gain);
	free(clustering.class);
	free(clustering.table);
	free(ranked);
}
