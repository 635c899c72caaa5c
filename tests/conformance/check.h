/* check.h: what the conformance programs share: Unicode's files, counting,
 * random letters. */
#ifndef QARI_TESTS_CHECK_H
#define QARI_TESTS_CHECK_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/array.h"
#include "bytes/utf8.h"
#include "layout/letters.h"

#define SKIPPED 77              /* automake's status for a test not run */

struct count {
	const char *what;
	size_t      passed;
	size_t      failed;
};

/* One of Unicode's files, from UNICODE_DATA or where Debian's package
 * unicode-data puts them; ends the program as skipped when it is not
 * there. */
static inline FILE *
unicode_file(const char *name)
{
	const char *folder = getenv("UNICODE_DATA");
	char        path[512];
	FILE       *file;

	snprintf(path, sizeof path, "%s/%s",
	    folder != NULL ? folder : "/usr/share/unicode", name);
	file = fopen(path, "r");
	if (file == NULL) {
		printf("SKIP: no %s (package unicode-data)\n", path);
		exit(SKIPPED);
	}
	return file;
}

/* Counts one case; the first few failures are told with `about`. */
static inline void
count_case(struct count *count, bool passed, const char *about)
{
	if (passed)
		count->passed++;
	else if (count->failed++ < 10)
		printf("FAIL %s: %s\n", count->what, about);
}

/* Prints the counts; the program's exit status. */
static inline int
count_report(const struct count *counts, size_t kinds)
{
	bool failed = false;

	for (size_t i = 0; i < kinds; i++) {
		printf("%s: %zu passed, %zu failed\n", counts[i].what,
		    counts[i].passed, counts[i].failed);
		failed = failed || counts[i].failed > 0 ||
		    counts[i].passed == 0;
	}
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* A paragraph of just these letters, past the gate. */
static inline void
paragraph_of(struct paragraph *paragraph, const char32_t *letter,
    size_t count)
{
	letters_new(paragraph, count, 0);
	for (size_t i = 0; i < count; i++)
		letters_add(paragraph, letter[i], *property_of(letter[i]), i);
	paragraph->byte[count] = (uint32_t)count;
}

/* The letters as UTF-8. */
static inline void
utf8_of(struct buffer *text, const char32_t *letter, size_t count)
{
	text->count = 0;
	for (size_t i = 0; i < count; i++) {
		char bytes[UTF8_MOST];

		buffer_add(text, bytes, utf8_write(letter[i], bytes));
	}
}

/* The letters as hexadecimal numbers, for messages. */
static inline const char *
codes_of(const char32_t *letter, size_t count)
{
	static char codes[4096];
	size_t      at = 0;

	codes[0] = '\0';
	for (size_t i = 0; i < count && at + 16 < sizeof codes; i++)
		at += (size_t)snprintf(codes + at, sizeof codes - at,
		    "%04X ", (unsigned)letter[i]);
	return codes;
}

/* xorshift64*: the same numbers everywhere. */
static inline uint32_t
random_below(uint64_t *state, uint32_t bound)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (uint32_t)((*state * UINT64_C(2685821657736338717)) >> 33) %
	    bound;
}

#endif
