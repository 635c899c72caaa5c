/* knowledge.h: what raw text teaches about words: how often they stand,
 * which clusters they are in, what a tagger made of them. */
#ifndef QARI_LANGUAGE_TRAIN_KNOWLEDGE_H
#define QARI_LANGUAGE_TRAIN_KNOWLEDGE_H

#include "document/article.h"
#include "language/weights.h"

struct profiles ARRAY_OF(struct profile);

struct knowledge {                      /* V words */
	size_t          words;          /* V */
	size_t          room;
	uint64_t       *key;            /* [V] see word_key() */
	uint32_t       *count;          /* [V] times seen */
	uint32_t       *form;           /* [V] first byte in forms */
	struct buffer   forms;          /* light forms, NUL-separated */
	uint32_t       *slot;           /* [slots] open addressing: 1 + index */
	size_t          slots;
	uint16_t       *cluster[CLUSTERINGS];   /* [V] 0: none */
	uint16_t       *profile[LEXICONS];      /* [V] 0: empty */
	struct profiles profiles[LEXICONS];     /* [0]: the empty one */
};

#define WORD_UNKNOWN UINT32_MAX

/* The index of the word with that key, or WORD_UNKNOWN. */
uint32_t knowledge_find(const struct knowledge *knowledge, uint64_t key);

/* Counts the words of all of `raw`, one paragraph a line, and keeps those
 * seen `least` times; clusters and profiles are empty. */
struct knowledge knowledge_of(const struct buffer *raw, uint32_t least);

/* Empties the profiles of lexicon `which`. */
void knowledge_forget(struct knowledge *knowledge, size_t which);

void knowledge_free(struct knowledge *knowledge);

/* Steps through raw text by articles, parted by blank lines: makes the one
 * at `*at` (its text lent, its parts to be freed) and moves on. */
bool raw_next(const struct buffer *raw, size_t *at, struct article *article);

#endif
