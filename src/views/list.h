/* list.h: what views that are lists share: a current row, the rows around
 * it that fit the screen, moving, and columns that are mirrored with the
 * interface. */
#ifndef QARI_VIEWS_LIST_H
#define QARI_VIEWS_LIST_H

#include "views/app.h"
#include "views/label.h"

struct list {
	size_t count;                   /* rows */
	size_t current;
	size_t top;                     /* the first row shown */
	size_t rows;                    /* of the box it was last drawn into */
};

/* Moves the current row; false when the command moves nothing in a list. */
bool list_run(struct list *list, enum command command, size_t count);

/* Has the current row among the rows that `rows` rows of screen show. */
void list_fit(struct list *list, size_t rows);

/* How many rows from list->top are on the screen. */
size_t list_shown(const struct list *list);

/* The strip of row `i` in `box`. The current row is filled with ROLE_FOCUS
 * and gets the grid's cursor at its start side. One column stays blank at
 * both sides. */
struct strip list_row(const struct list *list, const struct app *app,
    struct grid *grid, struct box box, size_t i);

/* The role of row `i`: ROLE_FOCUS for the current one, else `role`. */
enum role list_role(const struct list *list, size_t i, enum role role);

/* A title row at the top of the box, which becomes one row less. */
void list_title(const struct app *app, struct grid *grid, struct box *box,
    const char *title);

/* Says, where the rows would be, why there are none. */
void list_say_empty(const struct app *app, struct grid *grid, struct box box,
    enum message message);

/* "3 of 17". */
void list_place(const struct list *list, const struct app *app,
    struct buffer *place);

#endif
