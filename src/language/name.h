/* name.h: a name taken apart, so that two can be compared. */
#ifndef QARI_LANGUAGE_NAME_H
#define QARI_LANGUAGE_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "language/entity.h"

enum { NAME_WORDS = 16, NAME_BYTES = 400 };     /* what of a name is read */

/* The words of a name, folded; what is written apart or together is one:
 * عبد and ابن, بن are joined to the next. */
struct name {
	size_t   words;                         /* W */
	int16_t  alias;                         /* see name_look_up */
	int16_t  state;
	uint16_t at[NAME_WORDS + 1];            /* [W+1] first byte of each */
	char     folded[NAME_BYTES];            /* the words, without spaces */
};

/* Signs are passed over; a name too long is cut. */
void name_read(struct name *name, const char *text, size_t size);

/* The name without its first `words`, and without the article if any and
 * asked; lent. `*size` gets its bytes. */
const char *name_from(const struct name *name, size_t words, bool article,
    size_t *size);

/* Word `i`; `*size` gets its bytes. */
const char *name_word(const struct name *name, size_t i, size_t *size);

bool name_word_is(const struct name *name, size_t i, const char *word);

/* Whether two folded words are one name in two spellings: a vowel more or
 * less or another, a letter doubled, غ for ج. */
bool words_vary(const char *a, size_t a_size, const char *b, size_t b_size);

/* A hash that is the same for all words that words_vary() says are one. */
uint64_t word_sound(const char *word, size_t size);

/* Gives the name its `alias`, a number shared by the names of one entity in
 * the list of names that no rule joins (داعش، تنظيم الدولة), and its `state`,
 * the same for the names of states, short and official; negative when it is
 * not listed. */
void name_look_up(struct name *name);

/* Both names looked up. */
enum sameness compare_names(enum kind kind, const struct name *a,
    const struct name *b);

/* Whether the folded word is half a name: عبد, ابن, آل; more belongs to it. */
bool name_binds(const char *word);

/* Whether word `i` is the adjective of a state or of all of them. */
bool is_nationality(const struct name *name, size_t i);

/* The kind a bare name most likely has, by its first word; KINDS: any. */
enum kind name_kind(const struct name *name);

#endif
