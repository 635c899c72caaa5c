/* hash.h: 64-bit hashes of words and features. Not for hostile keys: a
 * collision costs a wrong weight, nothing else. */
#ifndef QARI_LANGUAGE_HASH_H
#define QARI_LANGUAGE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The finaliser of MurmurHash3 (A. Appleby): every bit of `value` reaches
 * every bit of the result. */
static inline uint64_t
hash_mix(uint64_t value)
{
	value ^= value >> 33;
	value *= UINT64_C(0xFF51AFD7ED558CCD);
	value ^= value >> 33;
	value *= UINT64_C(0xC4CEB9FE1A85EC53);
	value ^= value >> 33;
	return value;
}

static inline uint64_t
hash_pair(uint64_t a, uint64_t b)
{
	return hash_mix(a * UINT64_C(0x9E3779B97F4A7C15) + b);
}

static inline uint64_t
hash_bytes(const char *bytes, size_t size)
{
	uint64_t hash = size;

	for (; size >= 8; bytes += 8, size -= 8) {
		uint64_t eight;

		memcpy(&eight, bytes, 8);
		hash = hash_pair(hash, eight);
	}
	if (size > 0) {
		uint64_t rest = 0;

		memcpy(&rest, bytes, size);
		hash = hash_pair(hash, rest);
	}
	return hash_mix(hash);
}

#endif
