/* gazetteer.h: names known before an article is read, found in its words.
 *
 * The list is a file of lines "name TAB class", the name folded, classes the
 * letters of enum known. It is read as it stands: nothing is parsed but the
 * ends of its lines. */
#ifndef QARI_LANGUAGE_GAZETTEER_H
#define QARI_LANGUAGE_GAZETTEER_H

#include "bytes/failure.h"
#include "language/mention.h"
#include "language/token.h"

/* How sure a list is of a name. */
#define SURE_OF_LISTS 0.8f

struct gazetteer;

enum known {
	KNOWN_NOT    = 0,
	KNOWN_PLACE  = 'L',
	KNOWN_AGENCY = 'O',
	KNOWN_EVENT  = 'E',
	KNOWN_FIRST  = 'F'      /* a person's first name */
};

/* NULL and `failure` when the file cannot be read or is no such list. The
 * caller frees it. */
struct gazetteer *gazetteer_load(const char *path, struct failure *failure);

/* The longest known name that begins with token `first`, which is read as
 * `word[size]`: its folded form, or that without clitics. `*taken` gets its
 * tokens. */
enum known gazetteer_at(const struct gazetteer *gazetteer,
    const struct tokens *tokens, size_t first, const char *word,
    size_t size, size_t *taken);

/* The known places, agencies and events among the tokens, longest first,
 * clitics cut off. The caller frees the array. */
struct mentions gazetteer_match(const struct gazetteer *gazetteer,
    const struct tokens *tokens);

void gazetteer_free(struct gazetteer *gazetteer);

#endif
