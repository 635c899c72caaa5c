/* clitic.c: the letters that Arabic writes onto the front of a word.
 *
 * The order in a word is: conjunction, preposition, article, stem. Each of
 * the three may be missing; every stage on the way gives a stem. */
#include "language/clitic.h"

#include <stdbool.h>
#include <string.h>

enum { LETTER = 2, LEAST = 2 * LETTER };        /* bytes; of a stem */

struct rest {
	const char  *word;
	size_t       size;
	size_t       cut;               /* bytes */
	struct stem *stems;
	size_t       count;
};

/* Whether what is left begins with one of `letters`, a stem behind it. */
static bool
begins(const struct rest *rest, const char *letters)
{
	const char *at = rest->word + rest->cut;

	if (rest->size < rest->cut + LETTER + LEAST)
		return false;
	for (; *letters != '\0'; letters += LETTER)
		if (memcmp(at, letters, LETTER) == 0)
			return true;
	return false;
}

static void
cut(struct rest *rest, size_t bytes, bool article)
{
	struct stem *stem = &rest->stems[rest->count++];

	rest->cut += bytes;
	stem->cut = rest->cut;
	stem->letters = rest->cut / LETTER;
	stem->article = article;
	memcpy(stem->proclitic, rest->word, rest->cut);
	stem->proclitic[rest->cut] = '\0';
}

size_t
clitics_split(const char *word, size_t size, struct stem stems[CLITIC_STEMS])
{
	struct rest rest = { word, size, 0, stems, 0 };

	if (begins(&rest, "وف"))
		cut(&rest, LETTER, false);
	if (begins(&rest, "ل")) {
		cut(&rest, LETTER, false);
		if (begins(&rest, "ل")) {
			cut(&rest, LETTER, true);
			return rest.count;
		}
	} else if (begins(&rest, "بكس"))
		cut(&rest, LETTER, false);
	if (rest.size >= rest.cut + 2 * LETTER + LEAST &&
	    memcmp(word + rest.cut, "ال", 2 * LETTER) == 0)
		cut(&rest, 2 * LETTER, true);
	return rest.count;
}
