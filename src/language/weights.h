/* weights.h: the model file, as it lies in memory: what is known of words
 * (clusters, profiles) and what features weigh.
 *
 * The file is mapped and used as it stands. Its sections stand in the order
 * of struct weights, each aligned to 8 bytes, and all sizes follow from the
 * header's counts. Sizes and a checksum are checked when it is opened, indices
 * where they are used: whatever is in it, we stay inside of it. */
#ifndef QARI_LANGUAGE_WEIGHTS_H
#define QARI_LANGUAGE_WEIGHTS_H

#include <stdbool.h>
#include <stdint.h>

#include "bytes/array.h"
#include "bytes/failure.h"
#include "bytes/mapping.h"

#define WEIGHTS_MAGIC   UINT64_C(0x314C444D49524151)    /* "QARIMDL1" */
#define WEIGHTS_VERSION 5

enum {
	TYPES_MOST    = 31,
	TYPE_NAME     = 16,             /* bytes, NUL included */
	CLUSTERINGS   = 2,
	LEXICONS      = 2,
	PROFILE_TYPES = 5,              /* types a lexicon knows */
	FEATURES_MOST = 128,            /* of one word or one place */
	CODES         = 255             /* and ESCAPE */
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
	uint32_t word_buckets;          /* B of the words */
	uint32_t profiles[LEXICONS];    /* P */
	uint32_t feature_buckets;       /* B of the features */
	uint32_t feature_bytes;         /* N */
	float    scale;                 /* of a weight's unit */
	float    bias;                  /* taken from every O */
	float    second_bias;           /* taken from it once more in the
	                                 * second reading */
	uint32_t readings;              /* 1 or 2 */
	char     type[TYPES_MOST + 1][TYPE_NAME];
};

/* Where a bucket of a table begins, counted from its group's base; the next
 * one's start is its end. Bit n of `present` is set when it holds a hash
 * whose last four bits are n: of the hashes that are not there, three
 * quarters are known by that, in a table that the cache holds. */
struct bucket {
	uint16_t start;
	uint16_t present;
};

enum { GROUP = 64 };                    /* buckets with one base */

/* A hash table of 64-bit hashes: the top 32 bits choose the bucket, the last
 * ones tell its entries apart. */
struct table {
	uint32_t             buckets;   /* B */
	uint32_t             end;       /* behind its last entry */
	const uint32_t      *base;      /* [(B+1)/GROUP, rounded up] */
	const struct bucket *bucket;    /* [B+1] */
};

struct weight {
	uint8_t label;
	int8_t  value;                  /* in units of scale */
};

struct weights {
	struct weights_header header;
	size_t                labels;   /* 1 + 4 types */
	struct buffer         file;     /* of the two one is empty */
	struct mapping        mapping;
	struct weight         code[CODES + 1];  /* what codes stand for */
	const float          *transition;       /* [labels, labels] */
	const struct weight  *codes;    /* [CODES + 1] `code` in the file */
	struct table          words;
	const uint64_t       *record;   /* [W] see struct record */
	const uint8_t        *profile[LEXICONS];        /* [P, PROFILE_BYTES]
	                                 * [0]: empty */
	struct table          features;
	const uint8_t        *entry;    /* [N + ENTRY_MOST] each feature's: its
	                                 * check and how many bytes of codes, in
	                                 * ENTRY_HEAD bytes, then the codes of
	                                 * its weights: a byte for the usual
	                                 * ones, ESCAPE, label and value for
	                                 * others */
};

/* Opens the model file at `path`. False and `failure` when it cannot be read,
 * FAILURE_DAMAGED when it is not sound. */
bool weights_load(struct weights *weights, const char *path,
    struct failure *failure);

/* The same from bytes, which are taken over (also when it fails). */
bool weights_open(struct weights *weights, struct buffer *file,
    const char *name, struct failure *failure);

/* The sum that the header must hold. */
uint64_t weights_checksum(const char *bytes, size_t size);

/* What is known of a word, in 64 bits: from the lowest on a check, the
 * logarithm of its count, its classes and the indices of its profiles. */
struct record {
	uint16_t       check;
	uint8_t        frequency;       /* log2; 0 unknown */
	uint16_t       cluster[CLUSTERINGS];    /* 0: none */
	uint16_t       profile[LEXICONS];
};

enum {
	PRESENT_BITS = 4,
	RECORD_CHECK = 11,
	ENTRY_CHECK  = 12,
	ENTRY_COUNT  = 4,               /* 0: the next two bytes have it */
	ENTRY_HEAD   = 2,               /* bytes */
	CODES_MOST   = 3 * (1 + 4 * TYPES_MOST),        /* bytes */
	ENTRY_MOST   = ENTRY_HEAD + 2 + CODES_MOST + 2,
	ESCAPE       = CODES,
	PROFILE_BYTES = 6               /* 3 bits a bin, 2 the place */
};

uint64_t record_pack(const struct record *record);

struct record record_unpack(uint64_t bits);

void profile_pack(const struct profile *profile,
    uint8_t bytes[PROFILE_BYTES]);

/* The profile of that index in lexicon `k`; the empty one beyond the last. */
struct profile weights_profile(const struct weights *weights, size_t k,
    uint32_t index);

/* The bits of a hash by which a bucket's entries are told apart. */
static inline uint16_t
table_check(uint64_t hash, unsigned bits)
{
	return (uint16_t)(hash >> PRESENT_BITS & ((1u << bits) - 1));
}

/* The bucket of a hash, where there are so many. */
static inline uint32_t
table_bucket(uint64_t hash, uint32_t buckets)
{
	return (uint32_t)((hash >> 32) * buckets >> 32);
}

#define WORD_NONE UINT32_MAX

/* The index of the record of the word with that hash, or WORD_NONE. */
uint32_t weights_word(const struct weights *weights, uint64_t hash);

/* The codes of a feature's weights. */
struct codes {
	const uint8_t *at;              /* [count] */
	size_t         count;           /* bytes */
};

/* Where the entries of a bucket are. */
struct place {
	uint32_t at;
	uint32_t end;
};

/* Asks for its bucket. */
static inline void
table_ask(const struct table *table, uint64_t hash)
{
	__builtin_prefetch(table->bucket + table_bucket(hash, table->buckets));
}

/* Whether its bucket may hold it. */
static inline bool
table_may_hold(const struct table *table, uint64_t hash)
{
	return table->bucket[table_bucket(hash, table->buckets)].present >>
	    (hash & ((1u << PRESENT_BITS) - 1)) & 1;
}

/* Where it is if its bucket holds it. */
static inline struct place
table_place(const struct table *table, uint64_t hash)
{
	uint32_t b = table_bucket(hash, table->buckets);
	uint32_t at = table->base[b / GROUP] + table->bucket[b].start;
	uint32_t end = table->base[(b + 1) / GROUP] +
	    table->bucket[b + 1].start;

	return (struct place){ at, end < table->end ? end : table->end };
}

/* The codes of the feature's weights; none when it has none. */
static inline struct codes
weights_find(const struct weights *weights, struct place place,
    uint64_t hash)
{
	while (place.at < place.end) {
		const uint8_t *here = weights->entry + place.at;
		unsigned head = here[0] | (unsigned)here[1] << 8;
		size_t   count = head & ((1u << ENTRY_COUNT) - 1);

		here += ENTRY_HEAD;
		if (count == 0) {
			count = here[0] | (size_t)here[1] << 8;
			count = count < CODES_MOST ? count : CODES_MOST;
			here += 2;
		}
		if (head >> ENTRY_COUNT == table_check(hash, ENTRY_CHECK))
			return (struct codes){ here, count };
		place.at = (uint32_t)((size_t)(here - weights->entry) + count);
	}
	return (struct codes){ weights->entry, 0 };
}

/* All of that at once. */
static inline struct codes
weights_of(const struct weights *weights, uint64_t hash)
{
	if (!table_may_hold(&weights->features, hash))
		return (struct codes){ weights->entry, 0 };
	return weights_find(weights, table_place(&weights->features, hash),
	    hash);
}

/* The weight at an ESCAPE. */
static inline struct weight
weights_escaped(const struct weights *weights, const uint8_t *at)
{
	uint8_t label = at[1] < weights->labels ? at[1] : 0;

	return (struct weight){ label, (int8_t)at[2] };
}

void weights_close(struct weights *weights);

#endif
