/* reader.h: the view in which an article is read. */
#ifndef QARI_VIEWS_READER_H
#define QARI_VIEWS_READER_H

#include "language/analysis.h"
#include "views/app.h"
#include "views/marks.h"
#include "views/page.h"
#include "views/progress.h"
#include "views/search.h"
#include "views/selection.h"

#define NO_FOCUS  SIZE_MAX
#define GOAL_NONE SIZE_MAX
#define GOAL_PERCENT (SIZE_MAX - 1)

/* What a reader should know of a text before he trusts it. */
struct oddities {
	size_t seen;                    /* bytes of the text looked at */
	size_t steering;                /* embeddings, overrides, isolates */
	bool   told;                    /* something of it was said */
};

struct reader {
	struct view      view;
	struct article  *article;       /* owned */
	struct analysis *analysis;      /* owned; NULL before its first slice */
	size_t           analysed;      /* the first part that it holds */
	struct blocks   *blocks;        /* owned */
	struct page      page;
	size_t           focus;         /* mention, or NO_FOCUS */
	struct span      spot;          /* of the open box: the mention, or
	                                 * a text that is none */
	size_t           analyses;      /* how often it was begun anew */
	struct search    search;
	struct search    searched;      /* the last one, while one is typed */
	struct place     origin;        /* the top when the prompt opened */
	struct marks     marks;
	size_t           jumped;        /* the top before the last jump */
	enum command     asked;         /* what the open prompt is for */
	struct progress  progress;
	size_t           goal;          /* byte to go to once it is read;
	                                 * GOAL_NONE, GOAL_PERCENT */
	size_t           percent;       /* of the text, for GOAL_PERCENT */
	bool             index_wanted;  /* all names are, not the near ones */
	bool             obeyed;        /* a command was given here */
	struct oddities  oddities;
	struct selection selection;
};

/* The view of `article`, which becomes its own. */
struct view *reader_new(struct app *app, struct article *article);

/* Whether `view` is a reader. */
bool view_is_reader(const struct view *view);

/* Where the reader is: the byte at the top of the screen, which outlives any
 * change of size. */
size_t reader_offset(const struct view *view);

/* Has the line of `byte` at the top: at once, or when it is read, unless a
 * command comes before. */
void reader_go(struct view *view, size_t byte);

/* The marks set in the article, to be read and added to; lent. */
struct marks *reader_own_marks(struct view *view);

/* Runs a command; false when it is none of the reader's. */
bool reader_run(struct view *view, struct app *app, enum command command,
    size_t count);

/* Hears the reader's prompts; see view.h. */
void reader_answer(struct view *view, struct app *app,
    enum prompt_answer answer);

/* One slice of seeking what is searched for; false when there is nothing to
 * seek. */
bool reader_search_on(struct reader *reader, struct app *app);

/* The commands of reader_correct.c, for the mention or text the box is of;
 * false when it is none of them. What mention `mention` names is the same;
 * the answer to which kind what is selected is, or else the hit: false when
 * it was said why that is not remembered. */
bool reader_correct(struct reader *reader, struct app *app,
    enum command command);
void reader_say_same(struct reader *reader, struct app *app, size_t mention);
bool reader_kind_answer(struct reader *reader, struct app *app);

/* Goes to mention `focus` and makes it the current one. */
void reader_focus(struct reader *reader, size_t focus);

/* The mention the reader is at: the focus, else the one the current hit
 * touches; NO_FOCUS when there is none. */
size_t reader_mention(const struct reader *reader);

/* Whether two mentions are of the same: one entity, or dates of one value. */
bool reader_same(const struct reader *reader, size_t a, size_t b);

/* The text of a mention as a name: white space of any kind is a space; with
 * the article that its entity has when it stands behind a lam, where its alef
 * is not written: للمدينة. The caller frees it. */
char *reader_name(const struct reader *reader, size_t mention);

/* Whether all names of the whole article are known. */
bool reader_knows_all(const struct reader *reader);

/* Appends what the article is called. */
void reader_title(const struct reader *reader, struct buffer *title);

/* Says what is odd about the article as far as it was read, if that was not
 * said before and nothing else is being said: its charset, ill-formed bytes,
 * signs that turn text round. */
void reader_tell_oddities(struct reader *reader, struct app *app);

/* Whether the lines at `byte` run from right to left. */
bool reader_runs_left(const struct reader *reader, size_t byte);

/* Remembers the place, for going back to it. */
void reader_jump_from_here(struct reader *reader);

/* One slice of searching, reading on, analysing, counting. No more is read
 * than is wanted: a little ahead of the screen, or all of it for the end, a
 * search, the index. */
bool reader_work(struct view *view, struct app *app);

/* Finds the names around the screen now, for a command that goes by them. */
void reader_analyse(struct reader *reader, struct app *app);

/* Finds all names anew, after a correction; the focus is then on what is
 * mentioned at the spot, if anything is. */
void reader_analyse_anew(struct reader *reader, struct app *app);

/* Whether more of the article is wanted than a little ahead. */
bool reader_is_reading(const struct reader *reader);

/* Whether a pipe does not give what is wanted of it. */
bool reader_awaits(const struct reader *reader);

/* Goes to the goal if what was read holds it. */
void reader_reach_goal(struct reader *reader);

/* Reads so far that the next screens are there, those `rows` on too. */
void reader_read_ahead(struct reader *reader, struct app *app, size_t rows);

/* Draws the article into `box`. */
void reader_draw(struct view *view, struct app *app, struct grid *grid,
    struct box box);

#endif
