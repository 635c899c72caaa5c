/* pack.c: putting a model file together: what is known of words and what
 * features weigh, each sorted by hash into the buckets of a table. */
#include "language/train/pack.h"

#include <math.h>

#include "language/hash.h"

enum {
	LOAD        = 4,        /* entries of a bucket, about */
	VALUE_MOST  = 127
};

/* The weight that an int8's end stands for; beyond it they are cut. */
#define WEIGHT_MOST 4.0f

struct entry {
	uint64_t hash;
	uint32_t index;
};

struct entries ARRAY_OF(struct entry);

static int
compare_entries(const void *a, const void *b)
{
	const struct entry *left  = a;
	const struct entry *right = b;

	if (left->hash != right->hash)
		return left->hash < right->hash ? -1 : 1;
	return left->index < right->index ? -1 : left->index > right->index;
}

static void
align(struct buffer *file)
{
	while (file->count % 8 != 0)
		buffer_add(file, "", 1);
}

static void
add_section(struct buffer *file, const void *bytes, size_t count, size_t size)
{
	buffer_add(file, bytes, count * size);
	align(file);
}

static uint32_t
buckets_for(size_t entries)
{
	uint32_t buckets = 1;

	while ((size_t)buckets * LOAD < entries)
		buckets *= 2;
	return buckets;
}

static size_t
bucket_of(uint64_t hash, uint32_t buckets)
{
	unsigned shift = 64;

	for (; buckets > 1; buckets /= 2)
		shift--;
	return shift == 64 ? 0 : (size_t)(hash >> shift);
}

/* Writes the table of the sorted entries; `counts` (or NULL) are the weights
 * of each. */
static void
add_table(struct buffer *file, const struct entries *entries,
    const struct buffer *counts, uint32_t buckets)
{
	struct bucket bucket = { 0, 0 };

	for (size_t b = 0; b <= buckets; b++) {
		for (; bucket.start < entries->count && bucket_of(
		    entries->at[bucket.start].hash, buckets) < b;
		    bucket.start++)
			if (counts != NULL)
				bucket.base +=
				    (uint8_t)counts->at[bucket.start];
		buffer_add(file, (const char *)&bucket, sizeof bucket);
	}
	align(file);
	for (size_t i = 0; i < entries->count; i++) {
		uint16_t check = table_check(entries->at[i].hash);

		buffer_add(file, (const char *)&check, sizeof check);
	}
	align(file);
}

/* Every word under its key; a form with ى also under the one with ي, unless
 * that is a word of its own. */
static struct entries
word_entries(const struct knowledge *knowledge)
{
	struct entries entries = { 0 };

	for (size_t i = 0; i < knowledge->words; i++) {
		const char   *form = knowledge->forms.at + knowledge->form[i];
		struct buffer folded = { 0 };
		uint64_t      key;

		array_add(&entries, (struct entry){ knowledge->key[i],
		    (uint32_t)i });
		if (strstr(form, "ى") == NULL)
			continue;
		buffer_add_string(&folded, form);
		for (size_t at = 0; at + 2 <= folded.count; at++)
			if (memcmp(folded.at + at, "ى", 2) == 0)
				memcpy(folded.at + at, "ي", 2);
		key = hash_bytes(folded.at, folded.count);
		if (knowledge_find(knowledge, key) == WORD_UNKNOWN)
			array_add(&entries, (struct entry){ key,
			    (uint32_t)i });
		array_free(&folded);
	}
	if (entries.count > 0)
		qsort(entries.at, entries.count, sizeof *entries.at,
		    compare_entries);
	return entries;
}

static uint8_t
log2_of(uint32_t count)
{
	uint8_t log = 0;

	for (; count > 0; count /= 2)
		log++;
	return log;
}

static void
add_words(struct buffer *file, const struct knowledge *knowledge,
    struct weights_header *header)
{
	struct entries entries = word_entries(knowledge);
	struct buffer  column = { 0 };

	header->words = (uint32_t)entries.count;
	header->word_buckets = buckets_for(entries.count);
	add_table(file, &entries, NULL, header->word_buckets);
	for (size_t k = 0; k < CLUSTERINGS + LEXICONS; k++) {
		const uint16_t *of = k < CLUSTERINGS ? knowledge->cluster[k]
		    : knowledge->profile[k - CLUSTERINGS];

		for (size_t i = 0; i < entries.count; i++)
			buffer_add(file, (const char *)
			    &of[entries.at[i].index], sizeof *of);
		align(file);
	}
	for (size_t i = 0; i < entries.count; i++) {
		uint8_t log = log2_of(knowledge->count[entries.at[i].index]);

		buffer_add(&column, (const char *)&log, 1);
	}
	add_section(file, column.at, column.count, 1);
	for (size_t k = 0; k < LEXICONS; k++) {
		header->profiles[k] = (uint32_t)knowledge->profiles[k].count;
		add_section(file, knowledge->profiles[k].at,
		    knowledge->profiles[k].count, sizeof(struct profile));
	}
	array_free(&column);
	array_free(&entries);
}

/* A weight that is kept, of the feature with that hash. */
struct kept {
	uint64_t      hash;
	struct weight weight;
};

struct kepts ARRAY_OF(struct kept);

static int
compare_kept(const void *a, const void *b)
{
	const struct kept *left  = a;
	const struct kept *right = b;

	if (left->hash != right->hash)
		return left->hash < right->hash ? -1 : 1;
	return (int)left->weight.label - (int)right->weight.label;
}

static void
keep_weights(struct kepts *kepts, const struct crf *crf,
    const struct pack_options *options, float scale)
{
	for (size_t f = 0; crf != NULL && f < crf->features; f++)
		for (size_t b = 0; b < crf->transitions.labels; b++) {
			float weight = crf->weight[f *
			    crf->transitions.stride + b];
			float units = roundf(weight / scale);

			if (fabsf(weight) < options->least || units == 0)
				continue;
			units = fminf(fmaxf(units, -VALUE_MOST), VALUE_MOST);
			array_add(kepts, (struct kept){ crf->hash[f],
			    { (uint8_t)b, (int8_t)units } });
		}
}

static void
sort_weights(struct kepts *kepts)
{
	if (kepts->count > 0)
		qsort(kepts->at, kepts->count, sizeof *kepts->at,
		    compare_kept);
}

static void
add_features(struct buffer *file, const struct kepts *kepts,
    struct weights_header *header)
{
	struct entries entries = { 0 };
	struct buffer  counts = { 0 };

	for (size_t i = 0; i < kepts->count; i++) {
		if (i == 0 || kepts->at[i].hash != kepts->at[i - 1].hash) {
			array_add(&entries, (struct entry){
			    kepts->at[i].hash, 0 });
			buffer_add(&counts, "", 1);
		}
		counts.at[counts.count - 1]++;
	}
	header->features = (uint32_t)entries.count;
	header->feature_buckets = buckets_for(entries.count);
	header->weights = (uint32_t)kepts->count;
	add_table(file, &entries, &counts, header->feature_buckets);
	add_section(file, counts.at, counts.count, 1);
	for (size_t i = 0; i < kepts->count; i++)
		buffer_add(file, (const char *)&kepts->at[i].weight,
		    sizeof kepts->at[i].weight);
	align(file);
	array_free(&counts);
	array_free(&entries);
}

static void
add_transitions(struct buffer *file, const struct crf *crf, size_t labels)
{
	for (size_t a = 0; a < labels; a++)
		for (size_t b = 0; b < labels; b++) {
			float score = crf == NULL ? 0 : crf->transitions.score[
			    a * crf->transitions.stride + b];

			buffer_add(file, (const char *)&score, sizeof score);
		}
	align(file);
}

void
pack_model(const struct corpus *types, const struct knowledge *knowledge,
    const struct learned *learned, const struct pack_options *options,
    struct buffer *file)
{
	struct weights_header header = { .magic = WEIGHTS_MAGIC,
		.version = WEIGHTS_VERSION, .types = (uint32_t)types->types,
		.scale = WEIGHT_MOST / VALUE_MOST, .bias = options->bias,
		.second_bias = options->second_bias,
		.readings = learned->second == NULL ? 1 : 2 };
	struct kepts kepts = { 0 };
	size_t       start = file->count;

	for (size_t i = 0; i < types->types; i++)
		memcpy(header.type[i], types->type[i], TYPE_NAME);
	buffer_add(file, (const char *)&header, sizeof header);
	add_transitions(file, learned->first, 1 + POSITIONS * types->types);
	add_words(file, knowledge, &header);
	keep_weights(&kepts, learned->first, options, header.scale);
	keep_weights(&kepts, learned->second, options, header.scale);
	keep_weights(&kepts, learned->cut, options, header.scale);
	sort_weights(&kepts);
	add_features(file, &kepts, &header);
	header.size = file->count - start;
	header.checksum = weights_checksum(file->at + start + sizeof header,
	    (size_t)header.size - sizeof header);
	memcpy(file->at + start, &header, sizeof header);
	array_free(&kepts);
}
