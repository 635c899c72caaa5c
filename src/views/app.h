/* app.h: the program as the reader meets it: a stack of views, a status
 * line, a prompt, and the loop that shows and obeys. */
#ifndef QARI_VIEWS_APP_H
#define QARI_VIEWS_APP_H

#include <time.h>

#include "language/entity.h"
#include "language/models.h"
#include "views/keymap.h"
#include "views/option.h"
#include "views/view.h"

#define COLUMN_USUAL 72         /* cells a line of text takes at most */

/* What a command wants of the terminal, for the loop to do. */
enum wish {
	WISH_NOTHING,
	WISH_REDRAW,
	WISH_COPY,              /* of app->copied */
	WISH_SUSPEND
};

/* One of two reports to be compared: of the library by its number, or a
 * file. */
struct chosen {
	int64_t article;                /* 0: a file, or none is chosen */
	char   *path;                   /* owned; or NULL */
};

/* How far making the library's index anew is. */
struct shelf_index {
	size_t  openings;               /* of the library, when it was begun */
	bool    going;
	int64_t at;                     /* article done last */
	size_t  done;
	size_t  all;
};

/* How far the library is with taking over what the reader decided of names:
 * `decisions` of them, in the library opened `openings` times. */
struct shelf_heeding {
	bool   going;
	size_t openings;
	size_t decisions;
};

struct library;
struct placement;
struct kept;

struct app {
	const struct options  *options;         /* lent */
	struct layout_options  layout;          /* width: the column's most */
	const struct theme    *theme;
	struct models         *models;          /* NULL: none (yet) */
	bool                   models_tried;
	struct failure         models_failure;  /* why there are none */
	struct entities       *entities;        /* of all articles opened */
	struct keymap         *keymap[KEYS_SETS];
	enum kind              only;            /* names of this kind stand
	                                         * out; KINDS: all */
	struct library        *library;         /* NULL: not open (yet) */
	struct placement        *placing;         /* articles in their stories, */
	bool                   story_asked;     /* as one was asked for */
	bool                   library_refused; /* it cannot be opened */
	size_t                 library_changes; /* made from here */
	size_t                 library_openings; /* it was opened, mended */
	struct shelf_index     index;
	struct shelf_heeding   heeding;
	struct kepts ARRAY_OF(struct kept) kept;   /* see keep.h */
	bool                   keeps;           /* places and marks, that is */
	bool                   told_not_kept;
	time_t                 saved;           /* when last */
	struct chosen          chosen;          /* the first of two */
	struct pending         pending;         /* keys of a command begun */
	struct stack ARRAY_OF(struct view *) views;     /* the last on top */
	struct prompt          prompt;
	int64_t                tagged;          /* text whose tags it asks */
	struct buffer          notice;          /* said until the next key */
	struct buffer          copied;          /* for the clipboard */
	struct grid           *grid;
	key_code               key;             /* being obeyed; or NOTHING */
	enum wish              wish;
	bool                   changed;         /* the grid is out of date */
	bool                   rested;          /* no key for a moment */
	bool                   rest_wanted;     /* work waits for that */
	int                    awaited;         /* descriptor of a pipe that
	                                         * work waits for; or -1 */
	bool                   ended;
};

/* `options` is lent for the app's life. */
struct app *app_new(const struct options *options);

void app_free(struct app *app);

/* Makes the grid of that size; the views are drawn when next asked for. */
void app_resize(struct app *app, size_t rows, size_t columns);

/* Draws the top view, status line or prompt into app->grid. */
void app_draw(struct app *app);

/* Obeys a key, or a command with the number typed before it (0: none). */
void app_key(struct app *app, key_code key);
void app_run(struct app *app, enum command command, size_t count);

/* Does one slice of the top view's pending work; says whether any is left.
 * What waits for a pipe is not: app->awaited tells of it. */
bool app_work(struct app *app);

/* Puts a view on top, which is then the app's; takes the top one off and
 * frees it; with none left the app has ended. */
void app_push(struct app *app, struct view *view);
void app_pop(struct app *app);

/* Takes all views off, which have what is to be kept kept. What could not be
 * is said in app->notice; when the last view was taken off already, it is
 * said there still. */
void app_leave(struct app *app);

/* The view on top; NULL when there is none. */
struct view *app_top(const struct app *app);

/* Puts a reader on top that goes to a place of its own, not to where the
 * article was left. */
void app_push_placed(struct app *app, struct view *reader);

/* Takes all views off that lie above `view`. */
void app_pop_above(struct app *app, const struct view *view);

/* Says a message in the status line until the next key. */
void app_say(struct app *app, enum message message);
void app_say_with(struct app *app, enum message message,
    const struct argument *arguments, size_t count);
void app_say_failure(struct app *app, const struct failure *failure);

/* The same about a text. */
void app_say_about(struct app *app, enum message message, const char *text);

/* Opens a prompt; the top view's answer() hears what is typed. */
void app_ask(struct app *app, enum prompt_kind kind, enum message label);

/* The message in the interface's language. */
const char *app_text(const struct app *app, enum message message);

/* How labels are laid out: the interface's direction is the base. */
struct layout_options app_label_options(const struct app *app);

/* The models, loaded at the first call; what hinders it is said once. */
const struct models *app_models(struct app *app);

/* True when they cannot be loaded, and says why again. */
bool app_lacks_models(struct app *app);

#endif
