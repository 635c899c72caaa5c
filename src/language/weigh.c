/* weigh.c: what features weigh. */
#include "language/weigh.h"

#include "language/hash.h"
#include "language/row.h"

enum {
	KEPT  = 1 << 12,                /* sets of features */
	QUEUE = 256                     /* look-ups at a time */
};

/* A set whose sum is being worked out, and the row to add it to then. */
struct promise {
	size_t   slot;
	int16_t *to;
};

struct weigher {
	const struct weights *weights;  /* lent */
	size_t                stride;   /* S */
	size_t                asked;    /* look-ups that wait */
	uint64_t              hash[QUEUE];      /* [asked] the feature … */
	int16_t              *to[QUEUE];        /* … and the row to add to */
	size_t                promises;
	struct promise        promise[QUEUE];   /* [promises] */
	uint64_t              key[KEPT];        /* 0: free */
	bool                  waits[KEPT];      /* is being worked out */
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

void
weigh(struct weigher *weigher, const struct features *features, int16_t *sum)
{
	if (weigher->asked + features->count > QUEUE)
		weigh_end(weigher);
	for (size_t i = 0; i < features->count; i++) {
		weigher->hash[weigher->asked + i] = features->at[i];
		weigher->to[weigher->asked + i] = sum;
		table_ask(&weigher->weights->features, features->at[i]);
	}
	weigher->asked += features->count;
}

/* Most of the time here goes into waiting for memory; in short loops the
 * waits overlap. The first one only looks at what the nearer caches hold and
 * leaves out most of the features that are not there. */
static void
look_up(struct weigher *weigher)
{
	const struct weights *weights = weigher->weights;
	uint16_t              kept[QUEUE];
	struct place          place[QUEUE];
	size_t                count = 0;

	for (size_t i = 0; i < weigher->asked; i++) {
		kept[count] = (uint16_t)i;
		count += table_may_hold(&weights->features, weigher->hash[i]);
	}
	for (size_t i = 0; i < count; i++) {
		place[i] = table_place(&weights->features,
		    weigher->hash[kept[i]]);
		__builtin_prefetch(weights->entry + place[i].at);
	}
	for (size_t i = 0; i < count; i++)
		add_codes(weights, weights_find(weights, place[i],
		    weigher->hash[kept[i]]), weigher->to[kept[i]]);
	weigher->asked = 0;
}

void
weigh_end(struct weigher *weigher)
{
	look_up(weigher);
	for (size_t i = 0; i < weigher->promises; i++) {
		struct promise promise = weigher->promise[i];

		row_sum(promise.to, weigher->sum +
		    promise.slot * weigher->stride, weigher->stride);
		weigher->waits[promise.slot] = false;
	}
	weigher->promises = 0;
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
	if (weigher->key[slot] == key && !weigher->waits[slot]) {
		row_sum(sum, kept, weigher->stride);
		return;
	}
	if (weigher->promises == QUEUE ||
	    weigher->asked + features->count > QUEUE)
		weigh_end(weigher);
	if (weigher->key[slot] != key && weigher->waits[slot]) {
		weigh(weigher, features, sum);
		return;
	}
	if (weigher->key[slot] != key) {
		weigher->key[slot] = key;
		memset(kept, 0, weigher->stride * sizeof *kept);
		weigh(weigher, features, kept);
	}
	weigher->waits[slot] = true;
	weigher->promise[weigher->promises++] = (struct promise){ slot, sum };
}

void
weigher_free(struct weigher *weigher)
{
	if (weigher == NULL)
		return;
	free(weigher->sum);
	free(weigher);
}
