/* weigh.c: what features weigh. */
#include "language/weigh.h"

#include "language/hash.h"

enum {
	KEPT  = 1 << 12,                /* sets of features */
	AHEAD = 24,                     /* look-ups between two steps of one */
	QUEUE = 64                      /* a power of two over 2 AHEAD */
};

/* A look-up under way. */
struct look_up {
	uint64_t     hash;
	int16_t     *sum;
	struct place place;
};

struct weigher {
	const struct weights *weights;  /* lent */
	size_t                stride;   /* S */
	struct look_up        queue[QUEUE];
	size_t                asked;    /* so far; the next one's place … */
	size_t                placed;   /* … in the queue, modulo its size */
	size_t                done;
	uint64_t              key[KEPT];        /* 0: free */
	int16_t              *sum;      /* [KEPT, S] */
};

struct weigher *
weigher_new(const struct weights *weights, size_t stride)
{
	struct weigher *weigher = memory_new(1, sizeof *weigher);

	weigher->weights = weights;
	weigher->stride = stride;
	weigher->sum = memory_new(KEPT * stride, sizeof *weigher->sum);
	return weigher;
}

static void
add_codes(const struct weights *weights, struct codes codes, int16_t *sum)
{
	const uint8_t *end = codes.at + codes.count;

	for (const uint8_t *at = codes.at; at < end; at++) {
		struct weight weight = weights->code[*at];

		if (*at == ESCAPE) {
			weight = weights_escaped(weights, at);
			at += 2;
		}
		sum[weight.label] = (int16_t)(sum[weight.label] +
		    weight.value);
	}
}

/* The three steps of a look-up: ask for the bucket, ask for its entries, find
 * the feature there. */

static inline void
ask(struct weigher *weigher, uint64_t hash, int16_t *sum)
{
	struct look_up *look_up = &weigher->queue[weigher->asked++ % QUEUE];

	look_up->hash = hash;
	look_up->sum = sum;
	weights_ask(weigher->weights, hash);
}

static inline void
locate(struct weigher *weigher)
{
	struct look_up *look_up = &weigher->queue[weigher->placed++ % QUEUE];

	look_up->place = weights_place(weigher->weights, look_up->hash);
}

static inline void
add(struct weigher *weigher)
{
	struct look_up *look_up = &weigher->queue[weigher->done++ % QUEUE];

	if (look_up->place.at < look_up->place.end)
		add_codes(weigher->weights, weights_find(weigher->weights,
		    look_up->place, look_up->hash), look_up->sum);
}

void
weigh(struct weigher *weigher, const struct features *features, int16_t *sum)
{
	for (size_t i = 0; i < features->count; i++) {
		ask(weigher, features->at[i], sum);
		if (weigher->asked > weigher->placed + AHEAD)
			locate(weigher);
		if (weigher->placed > weigher->done + AHEAD)
			add(weigher);
	}
}

void
weigh_end(struct weigher *weigher)
{
	while (weigher->placed < weigher->asked)
		locate(weigher);
	while (weigher->done < weigher->asked)
		add(weigher);
}

void
weigh_again(struct weigher *weigher, const struct features *features,
    int16_t *sum)
{
	uint64_t key = features->count;
	int16_t *kept;
	size_t   slot;

	for (size_t i = 0; i < features->count; i++)
		key = (key ^ features->at[i]) * UINT64_C(0x9E3779B97F4A7C15);
	slot = (key >> 32) & (KEPT - 1);
	kept = weigher->sum + slot * weigher->stride;
	if (weigher->key[slot] != key) {
		weigher->key[slot] = key;
		memset(kept, 0, weigher->stride * sizeof *kept);
		for (size_t i = 0; i < features->count; i++)
			add_codes(weigher->weights, weights_of(
			    weigher->weights, features->at[i]), kept);
	}
	sums_add(sum, kept, weigher->stride);
}

void
weigher_free(struct weigher *weigher)
{
	if (weigher == NULL)
		return;
	free(weigher->sum);
	free(weigher);
}
