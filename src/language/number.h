/* number.h: numbers spelt out in words: "ألفين وأحد عشر", "الحادي والعشرين". */
#ifndef QARI_LANGUAGE_NUMBER_H
#define QARI_LANGUAGE_NUMBER_H

#include "language/token.h"

struct number {
	int  value;             /* below a million */
	bool ordinal;           /* "الثالث", "العشرين" */
};

/* The number that the tokens from `first` spell, the first one read as
 * `word[size]` (a folded form that may lack its clitics). Returns how many
 * tokens it takes, 0 when they spell none. Cardinals come with or without
 * the article, ordinals (1 to 99) always with it. */
size_t number_read(const struct tokens *tokens, size_t first,
    const char *word, size_t size, struct number *number);

#endif
