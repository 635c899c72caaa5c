/* progress.h: how far the reader is: percent and page of pages. */
#ifndef QARI_VIEWS_PROGRESS_H
#define QARI_VIEWS_PROGRESS_H

#include "views/page.h"

/* All rows of a text of so many bytes are counted; those of a longer one are
 * reckoned from its beginning. */
#define PROGRESS_WHOLE ((size_t)64 << 10)
#define PROGRESS_BEGINNING ((size_t)12 << 10)

struct row_mark {               /* a block, and the rows before it */
	size_t byte;
	size_t row;
};

struct progress {
	struct row_marks ARRAY_OF(struct row_mark) marks;
	size_t rows;                    /* counted so far */
	size_t next;                    /* byte that counting goes on from */
	size_t width;                   /* columns it was counted for */
};

/* Forgets the count: the lines are others. */
void progress_reset(struct progress *progress);

/* Counts some more rows; false when there is no need. */
bool progress_work(struct progress *progress, struct blocks *blocks,
    const struct article *article);

/* 0 to 100. */
size_t progress_percent(const struct page *page,
    const struct article *article);

/* The page the reader is at, from 1, and how many there are. */
void progress_pages(const struct progress *progress, const struct page *page,
    const struct article *article, size_t *at, size_t *of);

void progress_free(struct progress *progress);

#endif
