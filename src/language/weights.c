/* weights.c: opening the model file, and finding words and features in it. */
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

static void
read_table(struct reader *reader, struct table *table, uint32_t buckets,
    uint32_t end)
{
	table->buckets = buckets;
	table->end = end;
	table->base = section(reader, (uint64_t)buckets / GROUP + 1,
	    sizeof *table->base);
	table->bucket = section(reader, (uint64_t)buckets + 1,
	    sizeof *table->bucket);
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
	return header->word_buckets > 0 && header->feature_buckets > 0 &&
	    isfinite(header->scale) && isfinite(header->bias) &&
	    isfinite(header->second_bias);
}

static bool
numbers_are_sound(const struct weights *weights)
{
	bool sound = true;

	for (size_t i = 0; i < weights->labels * weights->labels; i++)
		sound &= isfinite(weights->transition[i]) != 0;
	for (size_t i = 0; i <= CODES; i++)
		sound &= weights->code[i].label < weights->labels;
	return sound;
}

static void
read_sections(struct weights *weights, struct reader *reader)
{
	const struct weights_header *header = &weights->header;

	weights->labels = 1 + 4 * (size_t)header->types;
	weights->transition = section(reader,
	    weights->labels * weights->labels, sizeof(float));
	weights->codes = section(reader, CODES + 1, sizeof(struct weight));
	read_table(reader, &weights->words, header->word_buckets,
	    header->words);
	weights->record = section(reader, header->words, sizeof(uint64_t));
	for (size_t i = 0; i < LEXICONS; i++)
		weights->profile[i] = section(reader, header->profiles[i],
		    PROFILE_BYTES);
	read_table(reader, &weights->features, header->feature_buckets,
	    header->feature_bytes);
	weights->entry = section(reader,
	    (uint64_t)header->feature_bytes + ENTRY_MOST, 1);
}

/* Reads what lies at `at[size]`. */
static bool
open_bytes(struct weights *weights, const char *at, size_t size)
{
	struct weights_header *header = &weights->header;
	struct reader          reader;

	if (size < sizeof *header)
		return false;
	memcpy(header, at, sizeof *header);
	reader = (struct reader){ at + sizeof *header, size - sizeof *header,
		true };
	if (!header_is_sound(header, size) ||
	    weights_checksum(reader.at, reader.left) != header->checksum)
		return false;
	read_sections(weights, &reader);
	if (!reader.sound || reader.left > 0)
		return false;
	memcpy(weights->code, weights->codes, sizeof weights->code);
	return numbers_are_sound(weights);
}

bool
weights_open(struct weights *weights, struct buffer *file, const char *name,
    struct failure *failure)
{
	*weights = (struct weights){ .file = *file };
	*file = (struct buffer){ 0 };
	if (open_bytes(weights, weights->file.at, weights->file.count))
		return true;
	weights_close(weights);
	return failure_set(failure, FAILURE_DAMAGED, name);
}

bool
weights_load(struct weights *weights, const char *path,
    struct failure *failure)
{
	struct mapping *mapping = &weights->mapping;

	*weights = (struct weights){ .labels = 0 };
	if (!mapping_open(mapping, path, failure))
		return false;
	if (open_bytes(weights, mapping->at, mapping->size))
		return true;
	weights_close(weights);
	return failure_set(failure, FAILURE_DAMAGED, path);
}

/* How many bits the parts of a record have behind the check. */
enum { FREQUENCY = 5, CLUSTER_0 = 8, CLUSTER_1 = 10, PROFILE = 15 };

/* Takes the lowest bits. */
static uint16_t
take_bits(uint64_t *bits, unsigned count)
{
	uint16_t taken = (uint16_t)(*bits & ((UINT64_C(1) << count) - 1));

	*bits >>= count;
	return taken;
}

struct record
record_unpack(uint64_t bits)
{
	struct record record;

	record.check = take_bits(&bits, RECORD_CHECK);
	record.frequency = (uint8_t)take_bits(&bits, FREQUENCY);
	record.cluster[0] = take_bits(&bits, CLUSTER_0);
	record.cluster[1] = take_bits(&bits, CLUSTER_1);
	record.profile[0] = take_bits(&bits, PROFILE);
	record.profile[1] = take_bits(&bits, PROFILE);
	return record;
}

/* Makes room for `value` below the others; what is too big for it is 0. */
static void
put_bits(uint64_t *bits, uint64_t value, unsigned count)
{
	*bits = *bits << count | (value >> count == 0 ? value : 0);
}

uint64_t
record_pack(const struct record *record)
{
	uint64_t bits = 0;

	put_bits(&bits, record->profile[1], PROFILE);
	put_bits(&bits, record->profile[0], PROFILE);
	put_bits(&bits, record->cluster[1], CLUSTER_1);
	put_bits(&bits, record->cluster[0], CLUSTER_0);
	put_bits(&bits, record->frequency, FREQUENCY);
	put_bits(&bits, record->check, RECORD_CHECK);
	return bits;
}

enum { BIN = 3, PLACE = 2 };                    /* bits of a profile's */

void
profile_pack(const struct profile *profile, uint8_t bytes[PROFILE_BYTES])
{
	uint64_t bits = 0;

	put_bits(&bits, profile->place, PLACE);
	for (size_t type = PROFILE_TYPES; type-- > 0;) {
		put_bits(&bits, profile->before[type], BIN);
		put_bits(&bits, profile->next[type], BIN);
		put_bits(&bits, profile->own[type], BIN);
	}
	for (size_t i = 0; i < PROFILE_BYTES; i++)
		bytes[i] = (uint8_t)(bits >> 8 * i);
}

struct profile
weights_profile(const struct weights *weights, size_t k, uint32_t index)
{
	const uint8_t *bytes = weights->profile[k] + PROFILE_BYTES * index;
	struct profile profile = { .place = 0 };
	uint64_t       bits = 0;

	if (index >= weights->header.profiles[k])
		return profile;
	for (size_t i = 0; i < PROFILE_BYTES; i++)
		bits |= (uint64_t)bytes[i] << 8 * i;
	for (size_t type = 0; type < PROFILE_TYPES; type++) {
		profile.own[type] = (uint8_t)take_bits(&bits, BIN);
		profile.next[type] = (uint8_t)take_bits(&bits, BIN);
		profile.before[type] = (uint8_t)take_bits(&bits, BIN);
	}
	profile.place = (uint8_t)take_bits(&bits, PLACE);
	return profile;
}

uint32_t
weights_word(const struct weights *weights, uint64_t hash)
{
	struct place place = table_place(&weights->words, hash);
	uint64_t     mask = (1u << RECORD_CHECK) - 1;

	if (!table_may_hold(&weights->words, hash))
		return WORD_NONE;
	for (; place.at < place.end; place.at++)
		if ((weights->record[place.at] & mask) ==
		    table_check(hash, RECORD_CHECK))
			return place.at;
	return WORD_NONE;
}

void
weights_close(struct weights *weights)
{
	array_free(&weights->file);
	mapping_close(&weights->mapping);
	*weights = (struct weights){ 0 };
}
