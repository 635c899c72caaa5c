/* neighbours.c: counting which words stand beside which. */
#include "language/train/cluster.h"

#include "language/feature.h"

struct pairs ARRAY_OF(uint64_t);        /* word before << 32 | word behind */

static int
compare_pairs(const void *a, const void *b)
{
	uint64_t left = *(const uint64_t *)a;
	uint64_t right = *(const uint64_t *)b;

	return left < right ? -1 : left > right;
}

static void
sort_pairs(struct pairs *pairs)
{
	if (pairs->count > 0)
		qsort(pairs->at, pairs->count, sizeof *pairs->at,
		    compare_pairs);
}

/* A word that is not known parts its neighbours, as a paragraph's edge. */
static struct pairs
gather_pairs(const struct knowledge *knowledge, const struct buffer *raw)
{
	struct pairs   pairs = { 0 };
	struct article article;
	size_t         at = 0;
	uint64_t       edge = knowledge->words;

	while (raw_next(raw, &at, &article)) {
		struct tokens tokens = tokens_split(&article, 0,
		    article.parts.count);
		uint64_t      before = edge;

		for (size_t i = 0; i < tokens.count; i++) {
			const struct token *token = &tokens.at[i];
			uint32_t found = knowledge_find(knowledge,
			    word_key(tokens.text + token->span.start,
			    span_size(token->span), token->kind, NULL));
			uint64_t here = found == WORD_UNKNOWN ? edge : found;

			if (i > 0 && tokens.at[i - 1].part != token->part)
				before = edge;
			if (before != edge || here != edge)
				array_add(&pairs, before << 32 | here);
			before = here;
		}
		tokens_free(&tokens);
		array_free(&article.parts);
	}
	return pairs;
}

/* Fills one side; `side` 1: the pairs are sorted by the word before. */
static void
fill_side(struct neighbours *neighbours, const struct pairs *pairs, int side)
{
	size_t  rows = neighbours->words + 2;
	size_t *start = memory_new(rows, sizeof *start);
	size_t  used = 0;
	size_t  row = 0;

	neighbours->word[side] = memory_new(pairs->count + 1,
	    sizeof(uint32_t));
	neighbours->count[side] = memory_new(pairs->count + 1,
	    sizeof(uint32_t));
	for (size_t i = 0; i < pairs->count; i++) {
		if (i > 0 && pairs->at[i] == pairs->at[i - 1]) {
			neighbours->count[side][used - 1]++;
			continue;
		}
		while (row <= pairs->at[i] >> 32)
			start[row++] = used;
		neighbours->word[side][used] = (uint32_t)pairs->at[i];
		neighbours->count[side][used++] = 1;
	}
	while (row < rows)
		start[row++] = used;
	neighbours->start[side] = start;
}

struct neighbours
neighbours_of(const struct knowledge *knowledge, const struct buffer *raw)
{
	struct neighbours neighbours = { .words = knowledge->words };
	struct pairs      pairs = gather_pairs(knowledge, raw);

	sort_pairs(&pairs);
	fill_side(&neighbours, &pairs, 1);
	for (size_t i = 0; i < pairs.count; i++)
		pairs.at[i] = pairs.at[i] << 32 | pairs.at[i] >> 32;
	sort_pairs(&pairs);
	fill_side(&neighbours, &pairs, 0);
	array_free(&pairs);
	return neighbours;
}

void
neighbours_free(struct neighbours *neighbours)
{
	for (int side = 0; side < 2; side++) {
		free(neighbours->start[side]);
		free(neighbours->word[side]);
		free(neighbours->count[side]);
	}
	*neighbours = (struct neighbours){ 0 };
}
