/* name.c: a name taken apart, so that two can be compared. */
#include "language/name.h"

#include <string.h>

#include "language/token.h"

#define ARTICLE "ال"

bool
name_binds(const char *word)
{
	static const char *const binders[] = {
		"عبد", "ابن", "بن", "بنت", "ابو", "ابي", "ال"
	};

	for (size_t i = 0; i < sizeof binders / sizeof *binders; i++)
		if (strcmp(word, binders[i]) == 0)
			return true;
	return false;
}

void
name_read(struct name *name, const char *text, size_t size)
{
	struct tokens tokens = tokens_of_text(text, size);
	uint16_t      begins[NAME_WORDS + 1] = { 0 };
	size_t        words = 0, end = 0;
	bool          joined = false;

	for (size_t i = 0; i < tokens.count; i++) {
		const char *word = token_folded(&tokens, i);
		size_t      most = NAME_BYTES - end;
		size_t      take = tokens.at[i].folded_size;

		if (tokens.at[i].kind == TOKEN_SIGN)
			continue;
		if (strcmp(word, "ابن") == 0) {
			word = "بن";
			take = strlen(word);
		}
		if (take > most)
			break;
		if (!joined) {
			if (words == NAME_WORDS)
				break;
			begins[words++] = (uint16_t)end;
		}
		memcpy(name->folded + end, word, take);
		end += take;
		joined = tokens.at[i].kind == TOKEN_WORD && name_binds(word);
	}
	begins[words] = (uint16_t)end;
	name->alias = name->state = -1;
	name->words = words;
	memcpy(name->at, begins, sizeof begins);
	tokens_free(&tokens);
}

const char *
name_from(const struct name *name, size_t words, bool article, size_t *size)
{
	const size_t cut = sizeof ARTICLE - 1;
	size_t from = name->at[words < name->words ? words : name->words];

	*size = name->at[name->words] - from;
	if (article && *size > cut + 2 &&
	    memcmp(name->folded + from, ARTICLE, cut) == 0) {
		from += cut;
		*size -= cut;
	}
	return name->folded + from;
}

const char *
name_word(const struct name *name, size_t i, size_t *size)
{
	*size = (size_t)(name->at[i + 1] - name->at[i]);
	return name->folded + name->at[i];
}

bool
name_word_is(const struct name *name, size_t i, const char *word)
{
	size_t      size;
	const char *own = i < name->words ? name_word(name, i, &size) : NULL;

	return own != NULL && size == strlen(word) &&
	    memcmp(own, word, size) == 0;
}
