/* weights.c: opening the model file: every size and index in it is checked,
 * so that what reads it need not. */
#include "language/weights.h"

#include <math.h>

#include "language/hash.h"

/* Hands out the file's sections, one after another. */
struct reader {
	const char *at;
	size_t      left;
	bool        sound;
};

static const void *
section(struct reader *reader, uint64_t count, size_t size)
{
	const void *found = reader->at;
	uint64_t    bytes = (count * size + 7) / 8 * 8;

	if (!reader->sound || bytes > reader->left) {
		reader->sound = false;
		return NULL;
	}
	reader->at += bytes;
	reader->left -= bytes;
	return found;
}

static bool
is_power_of_two(uint32_t number)
{
	return number != 0 && (number & (number - 1)) == 0;
}

static void
read_table(struct reader *reader, struct table *table, uint32_t buckets,
    uint32_t entries)
{
	table->buckets = buckets;
	table->shift = 63;
	for (uint32_t rest = buckets; rest > 1; rest /= 2)
		table->shift--;
	table->bucket = section(reader, (uint64_t)buckets + 1,
	    sizeof(struct bucket));
	table->check = section(reader, entries, 2);
}

uint64_t
weights_checksum(const char *bytes, size_t size)
{
	uint64_t sums[4] = { 1, 2, 3, 4 };
	size_t   at = 0;

	/* Four chains, so that the multiplications overlap. */
	for (; at + 32 <= size; at += 32)
		for (size_t i = 0; i < 4; i++) {
			uint64_t eight;

			memcpy(&eight, bytes + at + 8 * i, 8);
			sums[i] = (sums[i] ^ eight) *
			    UINT64_C(0x9E3779B97F4A7C15);
		}
	for (size_t i = 1; i < 4; i++)
		sums[0] = hash_pair(sums[0], sums[i]);
	return hash_pair(sums[0], hash_bytes(bytes + at, size - at));
}

static bool
header_is_sound(const struct weights_header *header, size_t size)
{
	if (header->magic != WEIGHTS_MAGIC ||
	    header->version != WEIGHTS_VERSION || header->size != size ||
	    header->types == 0 || header->types > TYPES_MOST)
		return false;
	for (size_t i = 0; i < header->types; i++)
		if (memchr(header->type[i], '\0', TYPE_NAME) == NULL)
			return false;
	return is_power_of_two(header->word_buckets) &&
	    is_power_of_two(header->feature_buckets) &&
	    header->profiles[0] > 0 && header->profiles[1] > 0 &&
	    isfinite(header->scale) && isfinite(header->bias) &&
	    isfinite(header->second_bias);
}

static bool
table_is_sound(const struct table *table, uint32_t entries)
{
	for (uint32_t i = 0; i < table->buckets; i++)
		if (table->bucket[i].start > table->bucket[i + 1].start)
			return false;
	return table->bucket[0].start == 0 &&
	    table->bucket[table->buckets].start == entries;
}

/* The bases must be the running sums of the counts. */
static bool
bases_are_sound(const struct weights *weights)
{
	const struct table *table = &weights->features;
	uint64_t            sum = 0;

	for (uint32_t b = 0; b < table->buckets; b++) {
		if (table->bucket[b].base != sum)
			return false;
		for (uint32_t i = table->bucket[b].start;
		    i < table->bucket[b + 1].start; i++)
			sum += weights->count[i];
	}
	return table->bucket[table->buckets].base == sum &&
	    sum == weights->header.weights;
}

/* Whether all of `number[count]` are below `limit`, those bits of them that
 * `mask` holds. By blocks of a fixed size, which compilers make vectors of. */
static bool
all_below(const uint16_t *number, size_t count, uint16_t mask, uint32_t limit)
{
	enum { BLOCK = 64 };
	uint16_t most[BLOCK] = { 0 };
	uint16_t all = 0;

	for (; count >= BLOCK; number += BLOCK, count -= BLOCK)
		for (size_t k = 0; k < BLOCK; k++) {
			uint16_t here = number[k] & mask;

			most[k] = here > most[k] ? here : most[k];
		}
	for (size_t k = 0; k < count; k++)
		most[k] = (number[k] & mask) > most[k]
		    ? number[k] & mask : most[k];
	for (size_t k = 0; k < BLOCK; k++)
		all = most[k] > all ? most[k] : all;
	return all < limit;
}

static bool
numbers_are_sound(const struct weights *weights)
{
	const struct weights_header *header = &weights->header;
	struct weight label = { .label = 0xFF, .value = 0 };
	uint16_t      mask;
	bool          sound = true;

	memcpy(&mask, &label, sizeof mask);
	for (size_t i = 0; i < weights->labels * weights->labels; i++)
		sound &= isfinite(weights->transition[i]) != 0;
	for (size_t k = 0; k < LEXICONS; k++)
		sound &= all_below(weights->profile[k], header->words, 0xFFFF,
		    header->profiles[k]);
	return sound && all_below((const uint16_t *)(const void *)
	    weights->weight, header->weights, mask, (uint32_t)(mask / 0xFF *
	    weights->labels));
}

static void
read_sections(struct weights *weights, struct reader *reader)
{
	const struct weights_header *header = &weights->header;

	weights->labels = 1 + 4 * (size_t)header->types;
	weights->transition = section(reader,
	    weights->labels * weights->labels, sizeof(float));
	read_table(reader, &weights->words, header->word_buckets,
	    header->words);
	for (size_t i = 0; i < CLUSTERINGS; i++)
		weights->cluster[i] = section(reader, header->words, 2);
	for (size_t i = 0; i < LEXICONS; i++)
		weights->profile[i] = section(reader, header->words, 2);
	weights->frequency = section(reader, header->words, 1);
	for (size_t i = 0; i < LEXICONS; i++)
		weights->profiles[i] = section(reader, header->profiles[i],
		    sizeof(struct profile));
	read_table(reader, &weights->features, header->feature_buckets,
	    header->features);
	weights->count = section(reader, header->features, 1);
	weights->weight = section(reader, header->weights,
	    sizeof(struct weight));
}

bool
weights_open(struct weights *weights, struct buffer *file, const char *name,
    struct failure *failure)
{
	struct weights_header *header = &weights->header;
	struct reader reader = { NULL, 0, true };
	bool sound;

	*weights = (struct weights){ .file = *file };
	*file = (struct buffer){ 0 };
	sound = weights->file.count >= sizeof *header;
	if (sound) {
		memcpy(header, weights->file.at, sizeof *header);
		reader.at = weights->file.at + sizeof *header;
		reader.left = weights->file.count - sizeof *header;
	}
	sound = sound && header_is_sound(header, weights->file.count) &&
	    weights_checksum(reader.at, reader.left) == header->checksum;
	if (sound)
		read_sections(weights, &reader);
	if (sound && reader.sound && reader.left == 0 &&
	    table_is_sound(&weights->words, header->words) &&
	    table_is_sound(&weights->features, header->features) &&
	    bases_are_sound(weights) && numbers_are_sound(weights))
		return true;
	weights_close(weights);
	return failure_set(failure, FAILURE_DAMAGED, name);
}

void
weights_close(struct weights *weights)
{
	array_free(&weights->file);
	*weights = (struct weights){ 0 };
}
