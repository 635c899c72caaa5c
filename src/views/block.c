/* block.c: the article as blocks: paragraphs set in lines and kept. */
#include "views/block.h"

#include "views/command.h"
#include "views/label.h"

enum { BASE_FROM = 4096 };      /* bytes that tell Arabic from Latin */

struct kept {
	struct block      block;        /* no lines: its width has changed */
	struct paragraph *paragraph;    /* NULL for a fold */
	size_t            used;         /* the clock when it was asked for */
};

struct blocks {
	const struct article  *article;
	enum language          language;
	enum direction         base;            /* where layout.base is AUTO */
	struct layout_options  layout;
	bool                   folding;
	size_t                 clock;
	struct all_kept ARRAY_OF(struct kept *) kept;
};

static const enum role role_of_part[] = {
	[PART_SECTION]     = ROLE_SECTION,
	[PART_HEADLINE]    = ROLE_HEADLINE,
	[PART_BYLINE]      = ROLE_BYLINE,
	[PART_PARAGRAPH]   = ROLE_TEXT,
	[PART_BOILERPLATE] = ROLE_DIMMED,
};

/* In an article that is mostly Latin, one Arabic name does not turn a
 * paragraph round; in an Arabic one every paragraph with Arabic letters runs
 * from the right, whatever it begins with, and so does a line of signs and
 * digits alone. */
static enum direction
base_of(const struct article *article)
{
	size_t size = article->text.count < BASE_FROM
	    ? article->text.count : BASE_FROM;

	return label_is_latin(article->text.at, size)
	    ? DIRECTION_FIRST_STRONG : DIRECTION_ARABIC;
}

struct blocks *
blocks_new(const struct article *article, enum language language)
{
	struct blocks *blocks = memory_new(1, sizeof *blocks);

	blocks->article = article;
	blocks->language = language;
	blocks->base = base_of(article);
	blocks->folding = true;
	return blocks;
}

static void
kept_free(struct kept *kept)
{
	lines_free(&kept->block.lines);
	layout_end(kept->paragraph);
	free(kept);
}

static void
forget(struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->kept.count; i++)
		kept_free(blocks->kept.at[i]);
	blocks->kept.count = 0;
}

static bool
same_but_width(const struct layout_options *a, const struct layout_options *b)
{
	return a->base == b->base && a->display == b->display &&
	    a->shape == b->shape && a->harakat == b->harakat &&
	    a->reveal == b->reveal;
}

void
blocks_set_layout(struct blocks *blocks, const struct layout_options *layout)
{
	bool same = same_but_width(&blocks->layout, layout);

	if (same && blocks->layout.width == layout->width)
		return;
	if (!same)
		forget(blocks);
	for (size_t i = 0; i < blocks->kept.count; i++)
		lines_free(&blocks->kept.at[i]->block.lines);
	blocks->layout = *layout;
}

void
blocks_set_folding(struct blocks *blocks, bool folding)
{
	if (blocks->folding != folding)
		forget(blocks);
	blocks->folding = folding;
}

bool
blocks_folding(const struct blocks *blocks)
{
	return blocks->folding;
}

static bool
is_boilerplate(const struct parts *parts, size_t i)
{
	return i < parts->count && parts->at[i].kind == PART_BOILERPLATE;
}

/* The run of boilerplate that part `i` is in, as one block. */
static void
describe_fold(const struct parts *parts, size_t i, struct block *block)
{
	size_t first = i;
	size_t last  = i;

	while (first > 0 && is_boilerplate(parts, first - 1))
		first--;
	while (is_boilerplate(parts, last + 1))
		last++;
	block->span = span_of(parts->at[first].span.start,
	    parts->at[last].span.end);
	block->folded = last - first + 1;
	block->above = first > 0;
}

static void
describe_piece(const struct article *article, size_t i, size_t byte,
    struct block *block)
{
	const char        *text = article->text.at;
	const struct part *part = &article->parts.at[i];
	size_t             from = part->span.start;

	if (byte > from)
		from = layout_piece_start(text, part->span, byte);
	block->span = span_of(from, layout_piece_end(text, part->span, from));
	if (from == part->span.start && i > 0)
		block->above = part->spaced ||
		    part[-1].kind == PART_HEADLINE;
}

/* Everything of the block at `byte` but its lines. */
static bool
describe(const struct blocks *blocks, size_t byte, struct block *block)
{
	const struct article *article = blocks->article;
	size_t                i       = article_part_at(article, byte);

	if (i >= article->parts.count)
		return false;
	*block = (struct block){ .kind = article->parts.at[i].kind };
	if (blocks->folding && block->kind == PART_BOILERPLATE)
		describe_fold(&article->parts, i, block);
	else
		describe_piece(article, i, byte, block);
	return true;
}

/* Parts at the text's end may still change as more is read, so a kept block
 * is good only when all of it is as described. */
static struct kept *
find(const struct blocks *blocks, const struct block *like)
{
	for (size_t i = blocks->kept.count; i-- > 0;) {
		struct block *block = &blocks->kept.at[i]->block;

		if (span_same(block->span, like->span) &&
		    block->kind == like->kind &&
		    block->folded == like->folded &&
		    block->above == like->above)
			return blocks->kept.at[i];
	}
	return NULL;
}

static struct lines
set_fold(const struct blocks *blocks, const struct block *block)
{
	const char     *keys     = command_row(COMMAND_BOILERPLATE)->keys;
	char           *key      = memory_string(keys, strcspn(keys, ","));
	struct argument value[2] = { { .number = block->folded }, { key, 0 } };
	struct buffer   sentence = { 0 };
	struct lines    lines;

	message_write(blocks->language, MESSAGE_BOILERPLATE_FOLDED, value, 2,
	    &sentence);
	free(key);
	lines = layout_label(sentence.at, sentence.count, ROLE_DIMMED,
	    &blocks->layout);
	array_free(&sentence);
	return lines;
}

static struct paragraph *
begin_piece(const struct blocks *blocks, const struct block *block)
{
	struct style          style  = { block->span,
	    role_of_part[block->kind] };
	struct styles         styles = { &style, 1, 1 };
	struct layout_options layout = blocks->layout;

	if (layout.base == DIRECTION_AUTO)
		layout.base = blocks->base;
	return layout_begin(blocks->article->text.at, block->span,
	    style.role == ROLE_TEXT ? NULL : &styles, &layout);
}

static void
set(const struct blocks *blocks, struct kept *kept)
{
	struct block *block = &kept->block;

	if (block->folded > 0) {
		block->lines = set_fold(blocks, block);
		return;
	}
	if (kept->paragraph == NULL)
		kept->paragraph = begin_piece(blocks, block);
	block->lines = layout_lines(kept->paragraph, &blocks->layout);
}

const struct block *
blocks_at(struct blocks *blocks, size_t byte)
{
	struct block  block;
	struct kept  *kept;

	if (!describe(blocks, byte, &block))
		return NULL;
	kept = find(blocks, &block);
	if (kept == NULL) {
		kept = memory_new(1, sizeof *kept);
		kept->block = block;
		array_add(&blocks->kept, kept);
	}
	if (kept->block.lines.count == 0)
		set(blocks, kept);
	kept->used = ++blocks->clock;
	return &kept->block;
}

const struct block *
blocks_next(struct blocks *blocks, const struct block *block)
{
	return blocks_at(blocks, block->span.end);
}

const struct block *
blocks_previous(struct blocks *blocks, const struct block *block)
{
	const struct parts *parts = &blocks->article->parts;
	size_t              start = block->span.start;
	size_t              i     = article_part_at(blocks->article, start);

	if (i < parts->count && parts->at[i].span.start < start)
		return blocks_at(blocks, start - 1);
	return i == 0 ? NULL : blocks_at(blocks, parts->at[i - 1].span.end - 1);
}

const struct block *
blocks_last(struct blocks *blocks)
{
	const struct parts *parts = &blocks->article->parts;

	if (parts->count == 0)
		return NULL;
	return blocks_at(blocks, parts->at[parts->count - 1].span.end - 1);
}

static int
compare_used(const void *a, const void *b)
{
	size_t used_a = (*(struct kept *const *)a)->used;
	size_t used_b = (*(struct kept *const *)b)->used;

	return used_a < used_b ? 1 : -(used_a > used_b);
}

void
blocks_trim(struct blocks *blocks, size_t most)
{
	/* Twice the number may gather, so that sorting is seldom. */
	if (blocks->kept.count <= 2 * most)
		return;
	qsort(blocks->kept.at, blocks->kept.count, sizeof *blocks->kept.at,
	    compare_used);
	while (blocks->kept.count > most)
		kept_free(blocks->kept.at[--blocks->kept.count]);
}

void
blocks_free(struct blocks *blocks)
{
	if (blocks == NULL)
		return;
	forget(blocks);
	array_free(&blocks->kept);
	free(blocks);
}
