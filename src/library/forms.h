/* forms.h: under which forms a word is found. */
#ifndef QARI_LIBRARY_FORMS_H
#define QARI_LIBRARY_FORMS_H

#include <stdbool.h>
#include <stddef.h>

#include "language/clitic.h"

#define FORMS_MOST (CLITIC_STEMS + 2)

struct form {
	const char *at;                 /* folded; lent by the word, or room */
	size_t      size;
};

struct forms {
	struct form at[FORMS_MOST];     /* [count] */
	size_t      count;
	char        room[260];          /* what had to be written anew */
};

/* The stems under which the folded word is also found: every stage of
 * cutting its clitics, and ال put back for لل: والقاهره gives القاهره and
 * قاهره; للقاهره gives لقاهره, قاهره and القاهره. A stem of two letters is
 * taken only from behind an article. */
void word_forms(const char *word, size_t size, struct forms *forms);

/* Whether one of them, or the word itself, is `wanted[wanted_size]`. */
bool word_has_form(const char *word, size_t size, const char *wanted,
    size_t wanted_size);

#endif
