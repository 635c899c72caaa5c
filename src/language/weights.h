/* weights.h: the model file, as it lies in memory: what is known of words
 * (clusters, profiles) and what features weigh.
 *
 * The file is read whole and used as it stands. Its sections stand in the
 * order of struct weights, each aligned to 8 bytes, and all sizes follow from
 * the header's counts; every index in it is checked when it is opened. */
#ifndef QARI_LANGUAGE_WEIGHTS_H
#define QARI_LANGUAGE_WEIGHTS_H

#include <stdbool.h>
#include <stdint.h>

#include "bytes/array.h"
#include "bytes/failure.h"
#include "bytes/memory.h"

#define WEIGHTS_MAGIC   UINT64_C(0x314C444D49524151)    /* "QARIMDL1" */
#define WEIGHTS_VERSION 4

enum {
	TYPES_MOST    = 31,
	TYPE_NAME     = 16,             /* bytes, NUL included */
	CLUSTERINGS   = 2,
	LEXICONS      = 2,
	PROFILE_TYPES = 5,              /* types a lexicon knows */
	PROFILE_SIZE  = 3 * PROFILE_TYPES + 1
};

/* What the taggers that taught a lexicon made of a word: for each type a bin
 * (0: hardly ever) of P(type | word), of P(a name of the type starts behind
 * it), of P(one ended before it), and whether it rather starts names (1) or
 * goes on with them (2). */
struct profile {
	uint8_t own[PROFILE_TYPES];
	uint8_t next[PROFILE_TYPES];
	uint8_t before[PROFILE_TYPES];
	uint8_t place;
};

struct weights_header {
	uint64_t magic;
	uint32_t version;
	uint32_t types;
	uint64_t size;                  /* of the file */
	uint64_t checksum;              /* of what follows the header */
	uint32_t words;                 /* W */
	uint32_t word_buckets;          /* a power of two */
	uint32_t profiles[LEXICONS];    /* P */
	uint32_t features;              /* F */
	uint32_t feature_buckets;       /* a power of two */
	uint32_t weights;               /* N */
	float    scale;                 /* of a weight's unit */
	float    bias;                  /* taken from every O */
	float    second_bias;           /* taken from it once more in the
	                                 * second reading */
	uint32_t readings;              /* 1 or 2 */
	char     type[TYPES_MOST + 1][TYPE_NAME];
};

/* Where a bucket of a table begins; the next one's is its end. */
struct bucket {
	uint32_t start;                 /* first entry */
	uint32_t base;                  /* first weight; 0 for words */
};

/* A hash table of 64-bit hashes: the top bits choose the bucket, 16 others
 * tell its entries apart. */
struct table {
	uint32_t             buckets;   /* B */
	unsigned             shift;
	const struct bucket *bucket;    /* [B+1] */
	const uint16_t      *check;     /* [entries] */
};

struct weight {
	uint8_t label;
	int8_t  value;                  /* in units of scale */
};

struct weights {
	struct weights_header header;
	size_t                labels;   /* 1 + 4 types */
	struct buffer         file;
	const float          *transition;       /* [labels, labels] */
	struct table          words;
	const uint16_t       *cluster[CLUSTERINGS];     /* [W] 0: none */
	const uint16_t       *profile[LEXICONS];        /* [W] */
	const uint8_t        *frequency;        /* [W] log2 of its count */
	const struct profile *profiles[LEXICONS];       /* [P] [0]: empty */
	struct table          features;
	const uint8_t        *count;    /* [F] weights of each feature */
	const struct weight  *weight;   /* [N] */
};

/* Takes the bytes of `file` over (also when it fails). False and
 * FAILURE_DAMAGED when they are not sound. */
bool weights_open(struct weights *weights, struct buffer *file,
    const char *name, struct failure *failure);

/* The sum that the header must hold. */
uint64_t weights_checksum(const char *bytes, size_t size);

/* The bucket of `hash`, and the 16 bits that are looked at in it. */
static inline uint32_t
table_bucket(const struct table *table, uint64_t hash)
{
	return (uint32_t)(hash >> table->shift >> 1);
}

static inline uint16_t
table_check(uint64_t hash)
{
	return (uint16_t)hash;
}

#define WORD_NONE UINT32_MAX

/* The index of the word with that hash, or WORD_NONE. */
static inline uint32_t
weights_word(const struct weights *weights, uint64_t hash)
{
	const struct table  *table = &weights->words;
	const struct bucket *bucket = table->bucket +
	    table_bucket(table, hash);

	for (uint32_t i = bucket[0].start; i < bucket[1].start; i++)
		if (table->check[i] == table_check(hash))
			return i;
	return WORD_NONE;
}

/* The weights of the feature with that hash; `*count` is 0 when it has
 * none. */
static inline const struct weight *
weights_of(const struct weights *weights, uint64_t hash, uint32_t *count)
{
	const struct table  *table = &weights->features;
	const struct bucket *bucket = table->bucket +
	    table_bucket(table, hash);
	uint32_t             at = bucket->base;

	for (uint32_t i = bucket[0].start; i < bucket[1].start; i++) {
		if (table->check[i] == table_check(hash)) {
			*count = weights->count[i];
			return weights->weight + at;
		}
		at += weights->count[i];
	}
	*count = 0;
	return NULL;
}

void weights_close(struct weights *weights);

#endif
