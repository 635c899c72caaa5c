/* page.h: what part of an article is on the screen. The place is a byte of
 * the text, so it outlives any change of size. */
#ifndef QARI_VIEWS_PAGE_H
#define QARI_VIEWS_PAGE_H

#include "layout/grid.h"
#include "views/block.h"
#include "views/view.h"

struct place {
	size_t byte;                    /* in the line at the top */
	size_t above;                   /* blank rows shown before that line */
};

struct page {
	struct blocks *blocks;          /* lent */
	struct place   top;
	size_t         rows;            /* of the box it was last drawn into */
};

/* Moves by `rows` rows, down when positive, never so far down that rows
 * stay empty below the article's end. Returns whether it moved. */
bool page_scroll(struct page *page, long rows);

/* Moves by whole pages; a page never begins with a blank row. */
bool page_turn(struct page *page, long pages);

void page_to_start(struct page *page);
void page_to_end(struct page *page);

/* Puts the line of `byte` at the top. */
void page_to(struct page *page, size_t byte);

/* Moves as little as need be for `byte` to be seen with some lines around
 * it; boilerplate that hides it is unfolded. */
void page_reveal(struct page *page, size_t byte);

/* The bytes that are on the screen. */
struct span page_span(const struct page *page);

/* Whether the article's last line is on the screen. */
bool page_at_end(const struct page *page);

/* Draws into `box`, a centred column of `width` columns. */
void page_draw(struct page *page, struct grid *grid, struct box box,
    size_t width);

#endif
