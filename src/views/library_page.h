/* library_page.h: the page of one that the library names, as its own files
 * see it. */
#ifndef QARI_VIEWS_LIBRARY_PAGE_H
#define QARI_VIEWS_LIBRARY_PAGE_H

#include "library/figures.h"
#include "library/library.h"
#include "views/list.h"

#define PAGE_FIRST 3            /* steps of gathering before it is shown … */
#define PAGE_ALL   4            /* … and all there are */

/* The parts of the page, one below the other; each has a heading. */
enum part_of_page { PART_COMPANY, PART_QUOTES, PART_ARTICLES, PARTS };

struct library_page {
	struct view         view;
	struct list         list;       /* rows of all parts */
	struct figure       figure;
	struct figures      forms;
	struct month_counts months;
	struct figures      company;
	struct quotes       quotes;
	struct article_ids  articles;
	size_t              gathered;   /* steps done */
	struct summaries    window;     /* of the articles from `first` on */
	size_t              first;
	size_t              changes;    /* app->library_changes then */
};

/* The part that row `i` is in; `*at` gets its row there, SIZE_MAX for the
 * heading. PARTS behind the last. */
enum part_of_page page_part(const struct library_page *page, size_t i,
    size_t *at);

/* One step of gathering, each some milliseconds for who is in thousands of
 * articles. False when all is gathered. */
bool page_gather(struct library_page *page, struct app *app);

void library_page_draw(struct view *view, struct app *app, struct grid *grid,
    struct box box);

#endif
