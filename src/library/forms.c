/* forms.c: under which forms a word is found. */
#include "library/forms.h"

#include <string.h>

static const char article[] = "ال";     /* folded */

enum { ARTICLE = sizeof article - 1, LETTER = 2, LEAST = 3 * LETTER };

void
word_forms(const char *word, size_t size, struct forms *forms)
{
	struct stem stems[CLITIC_STEMS];
	size_t      count = clitics_split(word, size, stems);

	forms->count = 0;
	for (size_t i = 0; i < count; i++) {
		struct form stem = { word + stems[i].cut,
		    size - stems[i].cut };
		size_t      before = stems[i].cut - LETTER;

		/* كان and بعد are words, and not ان and عد with a clitic. */
		if (!stems[i].article && stem.size < LEAST)
			continue;
		forms->at[forms->count++] = stem;
		/* Cut by لل: the alef that is not written comes back. */
		if (!stems[i].article || stems[i].cut < 2 * LETTER ||
		    memcmp(word + before - LETTER, "لل", 2 * LETTER) != 0 ||
		    ARTICLE + stem.size > sizeof forms->room)
			continue;
		memcpy(forms->room, article, ARTICLE);
		memcpy(forms->room + ARTICLE, stem.at, stem.size);
		forms->at[forms->count++] = (struct form){ forms->room,
		    ARTICLE + stem.size };
	}
}

bool
word_has_form(const char *word, size_t size, const char *wanted,
    size_t wanted_size)
{
	struct forms forms;

	if (size == wanted_size && memcmp(word, wanted, size) == 0)
		return true;
	if (wanted_size >= size + ARTICLE)
		return false;
	word_forms(word, size, &forms);
	for (size_t i = 0; i < forms.count; i++)
		if (forms.at[i].size == wanted_size &&
		    memcmp(forms.at[i].at, wanted, wanted_size) == 0)
			return true;
	return false;
}
