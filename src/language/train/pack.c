/* pack.c: putting a model file together: what is known of words and what
 * features weigh, each sorted by hash into the buckets of a table. */
#include "language/train/pack.h"

#include <assert.h>
#include <math.h>

#include "language/hash.h"
#include "language/train/codebook.h"

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
	return 1 + (uint32_t)(entries / LOAD);
}

/* Writes the table of `count` sorted hashes; `start[count + 1]` is where the
 * entry of each begins and the last one ends. */
static void
add_table(struct buffer *file, const uint64_t *hash, const uint32_t *start,
    size_t count, uint32_t buckets)
{
	struct buffer bases = { 0 };
	struct buffer table = { 0 };
	size_t        at = 0;
	uint32_t      base = 0;

	for (uint32_t b = 0; b <= buckets; b++) {
		struct bucket bucket = { .present = 0 };

		if (b % GROUP == 0) {
			base = start[at];
			buffer_add(&bases, (const char *)&base, sizeof base);
		}
		assert(start[at] - base <= UINT16_MAX);
		bucket.start = (uint16_t)(start[at] - base);
		for (; at < count && table_bucket(hash[at], buckets) == b;
		    at++)
			bucket.present |= (uint16_t)(1u <<
			    (hash[at] & ((1u << PRESENT_BITS) - 1)));
		buffer_add(&table, (const char *)&bucket, sizeof bucket);
	}
	add_section(file, bases.at, bases.count, 1);
	add_section(file, table.at, table.count, 1);
	array_free(&bases);
	array_free(&table);
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
add_records(struct buffer *file, const struct knowledge *knowledge,
    const struct entries *entries)
{
	for (size_t i = 0; i < entries->count; i++) {
		size_t        word = entries->at[i].index;
		struct record record = {
			.check = table_check(entries->at[i].hash,
			    RECORD_CHECK),
			.frequency = log2_of(knowledge->count[word])
		};
		uint64_t      bits;

		for (size_t k = 0; k < CLUSTERINGS; k++)
			record.cluster[k] = knowledge->cluster[k][word];
		for (size_t k = 0; k < LEXICONS; k++)
			record.profile[k] = knowledge->profile[k][word];
		bits = record_pack(&record);
		buffer_add(file, (const char *)&bits, sizeof bits);
	}
}

static void
add_profiles(struct buffer *file, const struct profiles *profiles)
{
	for (size_t i = 0; i < profiles->count; i++) {
		uint8_t bytes[PROFILE_BYTES];

		profile_pack(&profiles->at[i], bytes);
		buffer_add(file, (const char *)bytes, sizeof bytes);
	}
	align(file);
}

static void
add_words(struct buffer *file, const struct knowledge *knowledge,
    struct weights_header *header)
{
	struct entries entries = word_entries(knowledge);
	uint64_t      *hash = memory_new(entries.count + 1, sizeof *hash);
	uint32_t      *start = memory_new(entries.count + 1, sizeof *start);

	for (size_t i = 0; i < entries.count; i++) {
		hash[i] = entries.at[i].hash;
		start[i + 1] = (uint32_t)i + 1;
	}
	header->words = (uint32_t)entries.count;
	header->word_buckets = buckets_for(entries.count);
	add_table(file, hash, start, entries.count, header->word_buckets);
	add_records(file, knowledge, &entries);
	for (size_t k = 0; k < LEXICONS; k++) {
		header->profiles[k] = (uint32_t)knowledge->profiles[k].count;
		add_profiles(file, &knowledge->profiles[k]);
	}
	free(hash);
	free(start);
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
make_codebook(struct codebook *codebook, const struct kepts *kepts)
{
	uint32_t (*count)[VALUES] = memory_new(LABELS_MOST, sizeof *count);

	for (size_t i = 0; i < kepts->count; i++) {
		struct weight weight = kepts->at[i].weight;

		count[weight.label][weight.value + VALUES / 2]++;
	}
	codebook_make(codebook, count);
	free(count);
}

/* Appends the entry of the feature whose weights are `kept[count]`. */
static void
add_entry(struct buffer *entries, const struct codebook *codebook,
    const struct kept *kept, size_t count)
{
	struct buffer codes = { 0 };
	unsigned      head = (unsigned)table_check(kept->hash, ENTRY_CHECK) <<
	    ENTRY_COUNT;
	uint8_t       bytes[ENTRY_HEAD + 2];
	bool          few;

	for (size_t i = 0; i < count; i++)
		codebook_write(codebook, kept[i].weight, &codes);
	few = codes.count < 1u << ENTRY_COUNT;
	head |= few ? (unsigned)codes.count : 0;
	bytes[0] = (uint8_t)head;
	bytes[1] = (uint8_t)(head >> 8);
	bytes[2] = (uint8_t)codes.count;
	bytes[3] = (uint8_t)(codes.count >> 8);
	buffer_add(entries, (const char *)bytes,
	    few ? ENTRY_HEAD : ENTRY_HEAD + 2);
	buffer_add(entries, codes.at, codes.count);
	array_free(&codes);
}

static void
add_features(struct buffer *file, const struct kepts *kepts,
    const struct codebook *codebook, struct weights_header *header)
{
	static const char slack[ENTRY_MOST];
	uint64_t     *hash = memory_new(kepts->count + 1, sizeof *hash);
	uint32_t     *start = memory_new(kepts->count + 1, sizeof *start);
	struct buffer entries = { 0 };
	size_t        features = 0;
	size_t        end;

	for (size_t i = 0; i < kepts->count; i = end) {
		end = i + 1;
		while (end < kepts->count &&
		    kepts->at[end].hash == kepts->at[i].hash)
			end++;
		hash[features++] = kepts->at[i].hash;
		add_entry(&entries, codebook, &kepts->at[i], end - i);
		start[features] = (uint32_t)entries.count;
	}
	header->feature_buckets = buckets_for(features);
	header->feature_bytes = (uint32_t)entries.count;
	add_table(file, hash, start, features, header->feature_buckets);
	buffer_add(&entries, slack, sizeof slack);
	add_section(file, entries.at, entries.count, 1);
	array_free(&entries);
	free(hash);
	free(start);
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
	struct codebook codebook;
	struct kepts    kepts = { 0 };
	size_t          start = file->count;

	for (size_t i = 0; i < types->types; i++)
		memcpy(header.type[i], types->type[i], TYPE_NAME);
	keep_weights(&kepts, learned->first, options, header.scale);
	keep_weights(&kepts, learned->second, options, header.scale);
	keep_weights(&kepts, learned->cut, options, header.scale);
	sort_weights(&kepts);
	make_codebook(&codebook, &kepts);
	buffer_add(file, (const char *)&header, sizeof header);
	add_transitions(file, learned->first, 1 + POSITIONS * types->types);
	add_section(file, codebook.code, CODES + 1, sizeof *codebook.code);
	add_words(file, knowledge, &header);
	add_features(file, &kepts, &codebook, &header);
	header.size = file->count - start;
	header.checksum = weights_checksum(file->at + start + sizeof header,
	    (size_t)header.size - sizeof header);
	memcpy(file->at + start, &header, sizeof header);
	array_free(&kepts);
}
