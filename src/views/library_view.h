/* library_view.h: the views of the library: its shelf, the index of whom and
 * what it names, the page of one of them, its timeline. */
#ifndef QARI_VIEWS_LIBRARY_VIEW_H
#define QARI_VIEWS_LIBRARY_VIEW_H

#include "library/library.h"
#include "views/app.h"

/* Runs a command of the library that holds in every view; false when it is
 * none. */
bool library_view_run(struct app *app, enum command command);

/* The shelf over all articles; whether `view` is it. */
struct view *library_shelf_new(void);
bool view_is_library_shelf(const struct view *view);

/* The shelf over these, which become its own, under that title. With
 * `beside`, an article, opening one compares the two. */
struct view *library_shelf_of(struct article_ids *ids, enum message title,
    int64_t beside);

/* Asks what to search for, as the shelf on top does at "/". */
void library_shelf_search(struct view *shelf, struct app *app);

/* Whom, where and what the articles name. */
struct view *library_index_new(void);

/* All about one of them. */
struct view *library_page_new(int64_t figure);

/* The dates of all articles, or of those that name the figure. */
struct view *library_timeline_new(int64_t figure);

/* The dates of all, from that day (since 1970) on. */
struct view *library_timeline_at(int64_t day);

/* Runs a command that is about an article of a list, 0 when the row is none,
 * or of lists; false when it is no such command. */
bool library_run_in_list(struct app *app, enum command command,
    int64_t article);

/* Puts a reader of the article on top: where it was left, or with the line of
 * `byte` at the top and the text at `mark` as the hit of a search. False,
 * and said, when it cannot be read. */
bool library_read(struct app *app, int64_t article);
bool library_read_at(struct app *app, int64_t article, size_t byte,
    struct span mark);

/* The same at the first of the places found, all of them marked; `query` is
 * what they were found by. */
bool library_read_found(struct app *app, int64_t article,
    const struct query *query, const struct buffer *typed);

/* Shows the other reports of its event; says when there are none. */
void library_show_story(struct app *app, int64_t article);

/* Chooses the article for a comparison, or compares it with the one chosen
 * before. */
void library_choose(struct app *app, int64_t article, const char *path);

#endif
