/* field.c: a further field of duty that و joins to an agency's name: "وزارة
 * البيئة وحماية المستهلك", "المديرية العامة للغابات ومكافحة التصحر".
 *
 * A verbal noun without article that governs a definite one belongs to the
 * office before it: so it was in all cases of gold/train but where the noun
 * is the head of another agency. */
#include "language/rule.h"

#include <stdlib.h>
#include <string.h>

#include "bytes/utf8.h"
#include "language/word.h"

enum { DEFINITE = 2 };          /* definite words the verbal noun governs */

/* Heads of offices that have fields of duty, folded, without article. */
static const char *const offices[] = {
	"وزاره", "مديريه", "اداره", "امانه", "هييه", "مصلحه", "ديوان",
	"وكاله", "مندوبيه", "مفوضيه", "دايره", "قطاع"
};

/* Shapes of verbal nouns, folded; a dot is any letter. */
static const char *const shapes[] = {
	"م.ا..ه",               /* مراقبة */
	"ت..ي.",                /* تنظيم */
	"ت..يه",                /* تنمية */
	"..ايه",                /* حماية */
	"ا.ت.ا.",               /* اقتصاد */
	"است..ا.",              /* استثمار */
	"شوون"                  /* شؤون */
};

static bool
has_shape(const char *word, const char *shape)
{
	size_t size = strlen(word);
	size_t at   = 0;

	for (; *shape != '\0' && at < size; shape++) {
		char32_t letter;
		char32_t wanted;
		size_t   took = utf8_read(word + at, size - at, &letter);

		if (*shape != '.') {
			shape += utf8_read(shape, strlen(shape), &wanted) - 1;
			if (letter != wanted)
				return false;
		}
		at += took;
	}
	return *shape == '\0' && at == size;
}

static bool
is_office(const struct tokens *tokens, const struct mention *mention)
{
	const char *head = token_folded(tokens, mention->first);

	for (size_t i = 0; i < sizeof offices / sizeof *offices; i++) {
		size_t head_size   = strlen(head);
		size_t office_size = strlen(offices[i]);

		if (mention->kind == KIND_AGENCY && head_size >= office_size &&
		    strcmp(head + head_size - office_size, offices[i]) == 0)
			return true;
	}
	return false;
}

static bool
goes_on(const struct tokens *tokens, size_t i)
{
	return token_goes_on(tokens, i) && tokens->at[i].kind == TOKEN_WORD;
}

static bool
is_field(const struct tokens *tokens, size_t i)
{
	const char *word = token_folded(tokens, i);

	if (!goes_on(tokens, i) || strncmp(word, "و", strlen("و")) != 0)
		return false;
	for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++)
		if (has_shape(word + strlen("و"), shapes[s]))
			return true;
	return false;
}

/* The last token of the field that starts at token `i`, or 0. */
static size_t
field_end(const struct tokens *tokens, size_t i)
{
	struct cue *cues;
	size_t      last = i;

	if (!is_field(tokens, i) || !goes_on(tokens, i + 1))
		return 0;
	cues = cues_of(tokens);
	while (last < i + DEFINITE && goes_on(tokens, last + 1) &&
	    token_is_definite(tokens, last + 1) &&
	    cues[last + 1].class == CUE_NONE)
		last++;
	if (cues[i].class != CUE_NONE)
		last = i;
	free(cues);
	return last > i ? last : 0;
}

void
fields_join(const struct tokens *tokens, struct mentions *mentions)
{
	for (size_t m = 0; m < mentions->count; m++) {
		struct mention *mention = &mentions->at[m];
		size_t          last;

		if (!is_office(tokens, mention))
			continue;
		last = field_end(tokens, mention->last + 1);
		if (last == 0 || (m + 1 < mentions->count &&
		    mentions->at[m + 1].first <= last))
			continue;
		mention->last = (uint32_t)last;
		mention->span.end = tokens->at[last].span.end;
	}
}
