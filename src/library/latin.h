/* latin.h: whether an Arabic word sounds like one in Latin letters. */
#ifndef QARI_LIBRARY_LATIN_H
#define QARI_LIBRARY_LATIN_H

#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

#define LATIN_MOST  40          /* letters of a word */
#define LATIN_FIRST 8

struct latin;

/* A word in Latin letters, lower case, as people write Arabic in them:
 * hamouchi, 3amer. NULL when it has letters or a length that no Arabic word
 * has. The caller frees it. */
struct latin *latin_new(const char *word, size_t size);

/* How far the folded Arabic word, or words without their spaces, is from the
 * sound: 0 is as one would write it; -1 is another word. */
int latin_cost(const struct latin *latin, const char *word, size_t size);

/* The letters with which an Arabic word that sounds like it is likely to
 * begin. Returns their number. */
size_t latin_first_letters(const struct latin *latin,
    char32_t first[LATIN_FIRST]);

void latin_free(struct latin *latin);

#endif
