/* library_task.h: a task of qari library, and what it is done with. */
#ifndef QARI_VIEWS_LIBRARY_TASK_H
#define QARI_VIEWS_LIBRARY_TASK_H

#include "library/figures.h"
#include "library/library.h"
#include "views/advance.h"
#include "views/message.h"
#include "views/option.h"
#include "views/plain.h"

#define LIBRARY_SCHEMA "qari-library-1"

struct library_call {
	struct options    options;      /* as given; what follows is of it */
	bool              jsonl;
	const char       *path;         /* of the library; NULL: the usual */
	const char       *data;         /* of the models; NULL: the usual */
	struct day        published;
	enum shelf_order  order;
	size_t            limit;        /* 0: not given */
	char            **operand;      /* [operands]; lent */
	size_t            operands;
	struct library   *library;      /* open while the task is done */
	struct models    *models;       /* loaded when asked for */
	struct buffer     out;          /* for standard output */
};

/* Does the task; the exit status. */
typedef int library_task(struct library_call *call);

library_task library_add_run, library_remove_run, library_list_run,
    library_search_run, library_who_run, library_where_run,
    library_what_run, library_when_run, library_stories_run,
    library_export_run, library_check_run, library_reindex_run, compare_run;

/* The models, loaded once; NULL after complaining. */
const struct models *call_models(struct library_call *call);

/* Says what failed in the library, if anything; status 2, else `otherwise`.
 * A damaged one is set aside and rebuilt first; `call->library` is NULL when
 * that cannot be done, and what failed was said then. */
int call_failed(struct library_call *call, int otherwise);

/* Sets a damaged library aside and rebuilds it, and says so; false after
 * saying why that cannot be done: `call->library` is NULL then. */
bool call_mend(struct library_call *call);

/* Says that a library was set aside, if it was. */
void call_say_rebuilt(const struct library_call *call);

/* The article that the operand names, or 0 after complaining. */
int64_t call_article(struct library_call *call, const char *name);

/* Says a message about `what` on standard error. */
void call_say(const struct library_call *call, enum message message,
    const char *what, size_t number);

/* Writes `out` to standard output; false when it cannot be written. */
bool call_flush(struct library_call *call);

/* Gives the articles that are new their stories, telling how far it is. */
void call_place_stories(struct library_call *call);

/* Makes index and names anew, telling how far it is. False on a failure or
 * when it was interrupted. */
bool library_do_reindex(struct library_call *call);

/* Has names be as the reader decided, telling how far it is, where the library
 * can be written. False when it was interrupted, or is not open any more. */
bool library_do_heed(struct library_call *call);

/* The signal that asked to stop, or 0, once interrupts are watched. */
void interrupts_watch(void);
int  interrupted(void);

/* "YYYY-MM-DD", or "" when the day is not known. */
void day_write(struct day day, char text[16]);

/* Appends a title on one line; a paragraph that stands for one is cut. */
void title_add(struct buffer *out, const char *text);

/* What lists show: a line, or a JSON object without its braces. */
void summary_line(struct buffer *out, const struct summary *summary);
void summary_json(struct buffer *out, const struct summary *summary);
void figure_line(struct buffer *out, const struct figure *figure);
void figure_json(struct buffer *out, const struct figure *figure);

#endif
