/* rule.h: names by rules: lists, agencies by head word and genitive chain,
 * people by titles and first names, events by head word. */
#ifndef QARI_LANGUAGE_RULE_H
#define QARI_LANGUAGE_RULE_H

#include "language/cue.h"
#include "language/gazetteer.h"
#include "language/mention.h"
#include "language/token.h"

/* How sure rules are of a name; lists are surer. */
#define SURE_OF_RULES 0.6f

/* All of them as one sorted list without overlaps, finder FOUND_BY_NAME.
 * The caller frees the array. */
struct mentions rules_find(const struct gazetteer *gazetteer,
    const struct tokens *tokens, const struct mentions *dates);

/* Of `mentions`, a merged list, the people named in full: where their surname
 * stands alone elsewhere among the tokens. */
struct mentions surnames_find(const struct tokens *tokens,
    const struct mentions *mentions);

/* Agencies among `mentions`, a merged list, whose name goes on with a further
 * field of duty grow to take it in. */
void fields_join(const struct tokens *tokens, struct mentions *mentions);

/* Moves the ends of `mentions`, the tagger's, to where such names end. They
 * may overlap afterwards. */
void edges_mend(const struct tokens *tokens, struct mentions *mentions);

/* The Latin names in brackets behind the agencies among `mentions`. */
void latin_find(const struct tokens *tokens, const struct mentions *mentions,
    struct mentions *found);

/* What the rules look at. */
struct text {
	const struct tokens   *tokens;
	const struct cue      *cues;    /* [tokens->count] */
	const struct mentions *known;   /* of the gazetteer, in order */
	const struct mentions *dates;   /* in order */
	const uint8_t         *first;   /* [tokens->count] 1: a first name */
};

void agencies_find(const struct text *text, struct mentions *found);
void events_find(const struct text *text, struct mentions *found);
void places_find(const struct text *text, struct mentions *found);
void people_find(const struct text *text, struct mentions *found);

/* Adds a mention of tokens [first, last], both in, the first one without
 * `letters` of clitics. */
void rule_add(const struct text *text, struct mentions *found,
    enum kind kind, size_t first, size_t last, size_t letters);

#endif
