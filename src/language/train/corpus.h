/* corpus.h: annotated and raw texts, as the trainer reads them. */
#ifndef QARI_LANGUAGE_TRAIN_CORPUS_H
#define QARI_LANGUAGE_TRAIN_CORPUS_H

#include "bytes/failure.h"
#include "language/token.h"
#include "language/weights.h"

/* An annotated span. */
struct answer {
	struct span span;               /* bytes: clitics out */
	size_t      first;              /* its tokens … */
	size_t      last;               /* … both in */
	size_t      type;               /* in corpus->type */
	bool        optional;           /* neither right nor wrong */
};

struct answers ARRAY_OF(struct answer);

/* A row of a .bio file. */
struct row {
	struct span span;               /* of the text */
	size_t      first;              /* its tokens: [first, first + count) */
	size_t      count;
	bool        last;               /* of its sentence */
};

struct rows ARRAY_OF(struct row);

struct text {
	char          *name;
	struct article article;         /* text and parts are owned */
	struct tokens  tokens;
	struct answers answers;
	uint8_t       *label;           /* [tokens] BIOES, see lattice.h */
	struct rows    rows;            /* of a .bio file, else none */
};

struct texts ARRAY_OF(struct text);

struct corpus {
	struct texts texts;
	size_t       types;
	char         type[TYPES_MOST + 1][TYPE_NAME];
};

/* Makes `article` the text of `size` bytes at `text`, a part for each line
 * that is not blank. Parts are owned by the caller, the text is lent. */
void article_of_lines(struct article *article, char *text, size_t size);

/* Adds the articles that the rows of `folder`/`jsonl` annotate; their texts
 * lie where the rows say, under `folder` or `folder`/articles. */
bool corpus_read_gold(struct corpus *corpus, const char *folder,
    const char *jsonl, struct failure *failure);

/* Adds the rows of `folder`/`jsonl` as optional answers to those articles of
 * the corpus that they name. */
bool corpus_read_optional(struct corpus *corpus, const char *folder,
    const char *jsonl, struct failure *failure);

/* Adds a .bio file (token TAB tag, blank line between sentences), a text for
 * every so many sentences. */
bool corpus_read_bio(struct corpus *corpus, const char *path,
    size_t sentences, struct failure *failure);

/* Appends the whole file at `path`. */
bool read_all(const char *path, struct buffer *into, struct failure *failure);

void corpus_free(struct corpus *corpus);

#endif
