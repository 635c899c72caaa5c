/* progress.c: how far the reader is: percent and page of pages. */
#include "views/progress.h"

enum { SLICE = 16 << 10 };      /* bytes whose rows are counted at once */

#define COUNTED_ALL (SIZE_MAX / 2)      /* progress->next at the end */

void
progress_reset(struct progress *progress)
{
	progress->marks.count = 0;
	progress->rows = 0;
	progress->next = 0;
}

/* Of a pipe that goes on, what is there. */
static size_t
text_size(const struct article *article)
{
	size_t size = article_expected_size(article);

	return size > 0 ? size : article->text.count;
}

/* Counting stops at this byte. An incomplete article's last parts may still
 * change. */
static size_t
last_counted(const struct article *article)
{
	if (article->complete && article->text.count <= PROGRESS_WHOLE)
		return PROGRESS_WHOLE;
	if (!article->complete && text_size(article) < PROGRESS_WHOLE)
		return 0;
	return PROGRESS_BEGINNING;
}

bool
progress_work(struct progress *progress, struct blocks *blocks,
    const struct article *article)
{
	size_t last = last_counted(article);
	size_t stop = progress->next + SLICE;

	while (progress->next < stop && progress->next < last) {
		const struct block *block = blocks_at(blocks, progress->next);

		if (block == NULL) {
			progress->next = COUNTED_ALL;
			break;
		}
		array_add(&progress->marks, (struct row_mark){
		    block->span.start, progress->rows });
		progress->rows += block->above + block->lines.count;
		progress->next = block->span.end;
	}
	return progress->next < last;
}

size_t
progress_percent(const struct page *page, const struct article *article)
{
	size_t size    = text_size(article);
	size_t percent = size == 0 ? 100
	    : (size_t)((double)page->top.byte * 100 / (double)size);

	if (article->complete && page_at_end(page))
		return 100;
	return percent < 99 ? percent : 99;
}

/* The rows before `byte`, counted or reckoned. */
static size_t
rows_before(const struct progress *progress, size_t byte)
{
	size_t low  = 0;
	size_t high = progress->marks.count;

	if (progress->next < COUNTED_ALL && byte >= progress->next)
		return (size_t)((double)byte * (double)progress->rows /
		    (double)(progress->next > 0 ? progress->next : 1));
	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;

		if (progress->marks.at[middle].byte <= byte)
			low = middle;
		else
			high = middle;
	}
	return high == 0 ? 0 : progress->marks.at[low].row;
}

/* The row of the top line within its block. */
static size_t
row_within(const struct page *page)
{
	const struct block *block = blocks_at(page->blocks, page->top.byte);
	size_t              row   = 0;

	if (block == NULL || block->folded > 0)
		return 0;
	while (row + 1 < block->lines.count &&
	    block->lines.at[row + 1].span.start <= page->top.byte)
		row++;
	return row + block->above;
}

void
progress_pages(const struct progress *progress, const struct page *page,
    const struct article *article, size_t *at, size_t *of)
{
	size_t rows   = page->rows > 0 ? page->rows : 1;
	size_t top    = rows_before(progress, page->top.byte);
	size_t bottom = rows_before(progress, text_size(article));

	if (progress->next >= COUNTED_ALL) {
		bottom = progress->rows;
		top += row_within(page);
	}
	*of = bottom <= rows ? 1 : (bottom + rows - 1) / rows;
	*at = 1 + (top + rows / 2) / rows;
	if (*at > *of || (article->complete && page_at_end(page)))
		*at = *of;
}

void
progress_free(struct progress *progress)
{
	array_free(&progress->marks);
}
