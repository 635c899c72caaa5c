/* article_list.h: the articles of the library as a list: in an order, or
 * those with some words, or those a search found. It holds their numbers, and
 * reads of them what is on the screen. */
#ifndef QARI_VIEWS_ARTICLE_LIST_H
#define QARI_VIEWS_ARTICLE_LIST_H

#include "library/library.h"
#include "views/list.h"

/* What the rows are. */
enum shown {
	SHOWN_ALL,
	SHOWN_FILTERED,         /* those of all with the words */
	SHOWN_FOUND             /* hits of a search, the best first */
};

struct article_list {
	struct list        list;
	enum shelf_order   order;
	struct article_ids all;         /* in that order, … */
	bool               whole;       /* … to the last … */
	size_t             total;       /* … of so many */
	bool               given;       /* they are these and no others */
	enum shown         shown;
	struct article_ids some;        /* the filtered or found ones */
	size_t             looked;      /* of `all`, through the filter */
	size_t             hits;        /* there are */
	struct query      *query;       /* they were found by */
	struct buffer      words;       /* as typed */
	struct buffer      wanted;      /* to search for, when no key waits */
	bool               wants;
	struct summaries   window;      /* of the rows from `first` on */
	size_t             first;
	size_t             changes;     /* app->library_changes at that time */
	int64_t            version;     /* of the library, … */
	size_t             openings;    /* … opened so often */
};

/* Reads the rows that `rows` rows of screen show, and the list itself when
 * it is not there yet or another program changed the library. */
void article_list_fill(struct article_list *list, struct app *app,
    size_t rows);

/* The row as it was read; NULL when it is not on the screen. Lent. */
struct summary *article_list_summary(struct article_list *list, size_t i);

/* The article of row `i`; 0 when there is none. */
int64_t article_list_at(const struct article_list *list, size_t i);

/* Makes row `i` the current one; false when there is none. */
bool article_list_reach(struct article_list *list, struct app *app, size_t i);

void article_list_set_order(struct article_list *list, struct app *app,
    enum shelf_order order);

/* Shows those with the words, or those a search for them finds, as soon as no
 * key waits, or at once when it is to settle; all again, the current one
 * staying. */
void article_list_filter(struct article_list *list, struct app *app,
    const struct buffer *typed);
void article_list_search(struct article_list *list,
    const struct buffer *typed);
void article_list_settle(struct article_list *list, struct app *app);
void article_list_show_all(struct article_list *list);

/* Whether the filter has not seen all yet. */
bool article_list_is_looking(const struct article_list *list);

/* One slice of what is left to do; false when there is nothing. */
bool article_list_work(struct article_list *list, struct app *app);

void article_list_free(struct article_list *list);

#endif
