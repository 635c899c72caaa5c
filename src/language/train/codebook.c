/* codebook.c: the commonest weights of a model, which a byte can stand for:
 * 255 pairs of label and value are 98 of 100 weights. */
#include "language/train/codebook.h"

struct pair {
	struct weight weight;
	uint32_t      count;
};

struct pairs ARRAY_OF(struct pair);

/* The commonest first, then by label and value. */
static int
compare_pairs(const void *a, const void *b)
{
	const struct pair *left  = a;
	const struct pair *right = b;

	if (left->count != right->count)
		return left->count > right->count ? -1 : 1;
	if (left->weight.label != right->weight.label)
		return (int)left->weight.label - (int)right->weight.label;
	return (int)left->weight.value - (int)right->weight.value;
}

static struct pairs
pairs_of(uint32_t count[LABELS_MOST][VALUES])
{
	struct pairs pairs = { 0 };

	for (int label = 0; label < LABELS_MOST; label++)
		for (int value = 0; value < VALUES; value++)
			if (count[label][value] > 0)
				array_add(&pairs, (struct pair){ {
				    (uint8_t)label,
				    (int8_t)(value - VALUES / 2) },
				    count[label][value] });
	if (pairs.count > 0)
		qsort(pairs.at, pairs.count, sizeof *pairs.at,
		    compare_pairs);
	return pairs;
}

void
codebook_make(struct codebook *codebook, uint32_t count[LABELS_MOST][VALUES])
{
	struct pairs pairs = pairs_of(count);

	memset(codebook->code, 0, sizeof codebook->code);
	memset(codebook->of, ESCAPE, sizeof codebook->of);
	for (size_t i = 0; i < pairs.count && i < CODES; i++) {
		struct weight weight = pairs.at[i].weight;

		codebook->code[i] = weight;
		codebook->of[weight.label][weight.value + VALUES / 2] =
		    (uint8_t)i;
	}
	array_free(&pairs);
}

void
codebook_write(const struct codebook *codebook, struct weight weight,
    struct buffer *entry)
{
	uint8_t code = codebook->of[weight.label][weight.value + VALUES / 2];
	uint8_t bytes[] = { code, weight.label, (uint8_t)weight.value };

	buffer_add(entry, (const char *)bytes, code == ESCAPE ? 3 : 1);
}
