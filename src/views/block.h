/* block.h: the article as blocks: its paragraphs, or pieces of long ones,
 * set in lines when they are first asked for and kept while they are in
 * use. */
#ifndef QARI_VIEWS_BLOCK_H
#define QARI_VIEWS_BLOCK_H

#include "document/article.h"
#include "layout/layout.h"
#include "views/message.h"

struct block {
	struct span    span;            /* bytes of the article's text */
	enum part_kind kind;
	size_t         folded;          /* boilerplate parts it stands for;
	                                 * 0: it is the text itself */
	size_t         above;           /* blank rows before it */
	struct lines   lines;           /* at least one */
};

struct blocks;

/* `article` is lent for the blocks' life. */
struct blocks *blocks_new(const struct article *article,
    enum language language);

/* How lines are set; when that changes, the kept ones are set anew. */
void blocks_set_layout(struct blocks *blocks,
    const struct layout_options *layout);

/* Whether runs of boilerplate stand folded behind one line each. */
void blocks_set_folding(struct blocks *blocks, bool folding);
bool blocks_folding(const struct blocks *blocks);

/* The block that holds `byte` or else follows it; NULL past the last. What
 * is returned is lent until blocks_trim() or a change of layout. */
const struct block *blocks_at(struct blocks *blocks, size_t byte);

/* The blocks after and before `block`; NULL at the ends. */
const struct block *blocks_next(struct blocks *blocks,
    const struct block *block);
const struct block *blocks_previous(struct blocks *blocks,
    const struct block *block);

/* The block at the article's end as it was read so far. */
const struct block *blocks_last(struct blocks *blocks);

/* Frees the kept blocks asked for least lately, all but `most`. */
void blocks_trim(struct blocks *blocks, size_t most);

void blocks_free(struct blocks *blocks);

#endif
