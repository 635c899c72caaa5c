/* library.h: many articles in one file: kept, found again by their words and
 * by whom, where and when they speak of.
 *
 * What is computed from the articles can be made anew at any time; what the
 * reader put there (positions, stars, marks, tags) is kept by the article's
 * text, whatever becomes of the file it came from. */
#ifndef QARI_LIBRARY_LIBRARY_H
#define QARI_LIBRARY_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bytes/array.h"
#include "bytes/day.h"
#include "bytes/failure.h"
#include "bytes/file.h"
#include "bytes/span.h"
#include "document/article.h"
#include "language/correction.h"
#include "language/kind.h"
#include "language/models.h"
#include "library/query.h"

struct library;

enum library_mode {
	LIBRARY_READ,           /* there must be one; written only where it is
	                         * damaged or of an earlier version */
	LIBRARY_WRITE,          /* there must be one */
	LIBRARY_MAKE            /* made when missing */
};

/* What became of the file when the library was opened. */
enum library_state {
	LIBRARY_SOUND,
	LIBRARY_READ_ONLY,      /* on a disk or with rights for reading only */
	LIBRARY_REBUILT         /* was damaged: set aside, and made anew with
	                         * what could be rescued from it */
};

/* Opens the library at `path` (NULL: library_place()). A damaged one is set
 * aside as path.bad and made anew with the reader's own and the articles
 * that can still be read. NULL and `failure` when it cannot be opened,
 * FAILURE_NOT_A_LIBRARY when the file holds something else. The caller closes
 * it. */
struct library *library_open(const char *path, enum library_mode mode,
    struct failure *failure);

/* Where it lies; lent. */
const char *library_path(const struct library *library);

enum library_state library_state(const struct library *library);

/* Whether it is read without its journal, which is there but cannot be read:
 * what was written last may be missing. */
bool library_lacks_journal(const struct library *library);

/* After a failure of kind FAILURE_DAMAGED: does the same with an open one.
 * Names and index are then to be made anew: library_reindex_begin(). False
 * and `failure` when it cannot be opened again: it is closed then, and
 * `*library` NULL. */
bool library_mend(struct library **library, struct failure *failure);

/* Whether library_reindex() is needed: it was rebuilt, or indexed by a qari
 * that cut words in another way. */
bool library_is_outdated(struct library *library);

/* Where a damaged one was set aside; NULL when none was, or another process
 * has mended it. Lent. */
const char *library_set_aside(const struct library *library);

/* The first failure of what was asked or done since the library was opened
 * or this was last called; kind FAILURE_NONE when all went well. A library
 * of a later version than this qari fails to open with ENOTSUP. */
struct failure library_failure(struct library *library);

/* How long to wait for another writer, in ms; 10000 unless set. */
void library_set_patience(struct library *library, int milliseconds);

void library_close(struct library *library);

/* The version of SQLite that is found at run time; static. */
const char *library_version_of_sqlite(void);

/* -- articles ----------------------------------------------------------- */

/* What a list shows of an article. */
struct summary {
	int64_t    id;          /* never given to another article */
	int64_t    key;         /* of its text: see library_reading() */
	char      *title;
	char      *section;     /* "" when it has none */
	char      *path;        /* a file it came from; "" for input */
	char      *tags;        /* sorted, spaces between; or "" */
	struct day published;   /* or unknown */
	int64_t    added;       /* seconds since 1970 */
	size_t     words;
	bool       read;
	bool       starred;
	size_t     position;    /* byte at which the reader left it */
};

struct summaries ARRAY_OF(struct summary);

void summaries_free(struct summaries *summaries);

enum shelf_order {
	SHELF_NEWEST,           /* by day of publication, else of addition */
	SHELF_OLDEST,
	SHELF_ADDED,            /* last added first */
	SHELF_TITLE,
	SHELF_SECTION,          /* by section, the newest of each first */
	SHELF_UNREAD,           /* what is not read first */
	SHELF_STARRED,          /* what is starred first */
	SHELF_ORDERS
};

/* Rows [first, first + most) of the library in that order. */
struct summaries library_shelf(struct library *library,
    enum shelf_order order, size_t first, size_t most);

size_t library_count(struct library *library);

/* Articles, or figures, by number. */
struct article_ids ARRAY_OF(int64_t);

/* The same rows as library_shelf(), by number: what a long list holds of
 * them. The caller frees the array, here and below. */
struct article_ids library_order(struct library *library,
    enum shelf_order order, size_t first, size_t most);

/* The summaries of `id[count]`, in that order; of one that is gone an empty
 * one. */
struct summaries library_summaries(struct library *library,
    const int64_t *id, size_t count);

/* Appends those of `id[count]` to `found` whose headline, section or tags
 * hold every word of `words[size]`, or the beginning of a word as it is
 * typed, however it is spelt. */
void library_filter(struct library *library, const char *words, size_t size,
    const int64_t *id, size_t count, struct article_ids *found);

/* The article whose text has that key; 0 when there is none. */
int64_t library_of_key(struct library *library, int64_t key);

/* A number that is another when another program has changed the library. */
int64_t library_version(struct library *library);

/* One article's summary; false when there is none. Freed with
 * summary_free(). */
bool library_summary(struct library *library, int64_t article,
    struct summary *summary);
void summary_free(struct summary *summary);

/* The article that `name` means: an id in digits, or the path of a file that
 * was added; 0 when none. */
int64_t library_find(struct library *library, const char *name);

/* The article as it was when added: complete, with its parts. NULL when
 * there is none. The caller frees it with either of library_article_free()
 * and article_free(). */
struct article *library_article(struct library *library, int64_t article);
void library_article_free(struct article *article);

/* The files it came from, sorted; each owned: paths_free(). */
struct paths library_paths(struct library *library, int64_t article);

enum added {
	ADDED_NEW,
	ADDED_CHANGED,          /* its file holds another text now */
	ADDED_ALREADY,          /* nothing to do */
	ADDED_TWIN,             /* the same text is there from another file */
	ADDED_FAILED            /* `failure` says why */
};

/* Adds the article in the file at `path` ("-": standard input). Changes are
 * made lasting every half second, and by library_settle(). `published` may
 * be unknown. */
enum added library_add(struct library *library, const char *path,
    const struct models *models, struct day published,
    struct failure *failure);

/* Makes all additions lasting. */
bool library_settle(struct library *library);

/* Whether all of them are. */
bool library_is_settled(const struct library *library);

/* While many are added: faster, with more memory. */
void library_set_bulk(struct library *library, bool bulk);

/* Takes the article out; what the reader put there stays, and comes back
 * with it. */
bool library_remove(struct library *library, int64_t article);

/* Takes the file out, and its article when no other file holds it. */
bool library_remove_path(struct library *library, const char *path);

/* Computes index, names and dates of all articles anew, from the texts in
 * the library: library_reindex_begin() empties them, library_reindex_next()
 * does one further article after `*at` (0 at first) and is false when there
 * is none or it failed. A reindexing that is broken off leaves the library
 * outdated. */
bool library_reindex_begin(struct library *library);
bool library_reindex_next(struct library *library,
    const struct models *models, int64_t *at);

/* -- searching ---------------------------------------------------------- */

struct hit {
	struct summary article;
	int64_t        rank;            /* more is better */
};

struct hits {
	struct hit *at;                 /* [count] */
	size_t      count;
	size_t      room;
	size_t      all;                /* in the whole library */
};

/* Hits [first, first + most) of the query, best first: whole words before
 * ends of words, headlines before text, then the later published. Words in
 * Latin letters that no article holds are searched by their sound, and the
 * query then says which words they stand for. */
struct hits library_search(struct library *library, struct query *query,
    size_t first, size_t most);

void hits_free(struct hits *hits);

/* -- names -------------------------------------------------------------- */

/* Someone or something the articles name. */
struct figure {
	int64_t   id;
	enum kind kind;
	char     *name;         /* fullest common form */
	size_t    articles;
	size_t    mentions;
	double    strength;     /* company only: PMI in bits */
};

struct figures ARRAY_OF(struct figure);

void figures_free(struct figures *figures);

/* Those of that kind, in most articles first; `words` (NULL: all) must be in
 * one of their names, as a query finds words, also by sound. */
struct figures library_figures(struct library *library, enum kind kind,
    const char *words, size_t first, size_t most);

/* Those of that kind by number, in most articles first; all, or those one of
 * whose names holds the folded text. How many of the kind there are. */
struct article_ids library_figure_ids(struct library *library,
    enum kind kind, size_t most);
struct article_ids library_figure_ids_like(struct library *library,
    enum kind kind, const char *folded);
size_t library_figure_count(struct library *library, enum kind kind);

/* The figure of which that is a name, as folded; 0 when there is none. */
int64_t library_figure_called(struct library *library, enum kind kind,
    const char *folded);

/* One figure; false when there is none. */
bool library_figure(struct library *library, int64_t id,
    struct figure *figure);

/* The forms of its name, commonest first, each a figure of its own. */
struct figures library_forms(struct library *library, int64_t figure);

/* The numbers of the articles that name it, newest first. */
struct article_ids library_articles_naming(struct library *library,
    int64_t figure);

/* Whom else the same articles name, in at least two of them, by how much
 * more often than by chance. */
struct figures library_company(struct library *library, int64_t figure,
    size_t most);

/* A sentence of an article. */
struct quote {
	int64_t     article;
	char       *title;
	struct day  published;
	char       *text;       /* the sentence */
	struct span sentence;   /* bytes of the article's text */
	struct span mention;    /* the same, in it */
	char       *iso;        /* dated ones: the date's value; else "" */
	int64_t     first;      /* dated ones: its first day … */
	int64_t     last;       /* … and last, days since 1970 */
};

struct quotes ARRAY_OF(struct quote);

void quotes_free(struct quotes *quotes);

/* Sentences that name the figure, newest first, one an article. */
struct quotes library_quotes(struct library *library, int64_t figure,
    size_t most);

/* Where the article names somebody, or gives a date. */
struct place_named {
	struct span span;       /* bytes of its text */
	enum kind   kind;
	int64_t     figure;     /* 0: a date */
	char       *name;       /* the figure's; "" */
	char       *iso;        /* the date's value; "" */
};

struct places_named ARRAY_OF(struct place_named);

struct places_named library_names_in(struct library *library,
    int64_t article);
void places_named_free(struct places_named *places);

/* How many of its articles were published in each month. */
struct month_count {
	int32_t year;
	int8_t  month;
	size_t  articles;
};

struct month_counts ARRAY_OF(struct month_count);

struct month_counts library_months(struct library *library, int64_t figure);

/* Dated statements with a day between `first` and `last` (days since 1970),
 * about a time no longer than that or a week, in order of time, the narrower
 * of two that begin on one day first; only sentences that also name `figure`
 * when it is not 0. */
struct quotes library_timeline(struct library *library, int64_t first,
    int64_t last, int64_t figure, size_t most);

/* A date that an article gives: where it lies in time (days since 1970), and
 * where it stands. */
struct moment {
	int64_t first;
	int64_t last;
	int64_t article;
	size_t  start;          /* byte of the article's text */
};

struct moments ARRAY_OF(struct moment);

/* All of them in order of time; of `figure`, when it is not 0, those in
 * articles that name it. The caller frees the array. */
struct moments library_moments(struct library *library, int64_t figure);

/* Whether the sentence that gives it names the figure. */
bool library_names_there(struct library *library,
    const struct moment *moment, int64_t figure);

/* Whether that sentence, or the date's value, holds every word typed, as
 * library_filter() has it. */
bool library_says_there(struct library *library,
    const struct moment *moment, const char *words, size_t size);

/* The sentence that gives it; false when it is gone. */
bool library_quote(struct library *library, const struct moment *moment,
    struct quote *quote);
void quote_free(struct quote *quote);

/* -- stories ------------------------------------------------------------ */

/* Reports of one event. */
struct story {
	int64_t  id;            /* its first article's */
	int64_t *article;       /* [articles] by day of publication */
	int64_t *copy_of;       /* [articles] the article it nearly copies; 0:
	                         * an independent report */
	size_t   articles;
};

struct stories ARRAY_OF(struct story);

void stories_free(struct stories *stories);

struct placement;

/* Asked between articles in a long task: false ends it. */
typedef bool library_going(size_t done, size_t all, void *context);

/* Gives each article that came since the last time its story: a thousandth
 * of a second each, so it is done after adding. `going` may be NULL. */
bool library_place_stories(struct library *library, library_going *going,
    void *context);

/* The same, one article at a time: library_placement_next() places the next one
 * and is false when `*left`, those before it, was 0, or on a failure. To be
 * ended before the library is closed; false when the last ones could not be
 * made lasting. NULL has none. */
struct placement *library_placement_new(struct library *library);
bool library_placement_next(struct placement *placement, size_t *left);
bool library_placement_end(struct placement *placement);

/* How many articles have no place yet. */
size_t library_unplaced(struct library *library);

/* Stories of at least two articles, the latest first, after placing what is
 * not placed. */
struct stories library_stories(struct library *library, size_t most);

/* The story the article belongs to, alone or not; free with
 * stories_free() after putting it in one, or story_free(). */
struct story library_story_of(struct library *library, int64_t article);
void story_free(struct story *story);

/* -- the reader's own ---------------------------------------------------- */

/* The key of an article's text: the reader's own is kept by it. */
int64_t library_key(const char *text, size_t size);

/* What is kept of one text. All `set`s are lasting when they return true,
 * and leave things as they were when false. */
struct reading {
	size_t  position;       /* byte */
	bool    read;
	bool    starred;
	int64_t opened;         /* when last, seconds since 1970; 0: never */
};

enum reading_part {
	READING_POSITION = 1,
	READING_READ     = 2,
	READING_STARRED  = 4,
	READING_OPENED   = 8,
	READING_ALL      = 15
};

struct reading library_reading(struct library *library, int64_t key);

/* Sets `parts` of it; the others stay, or are none yet as in `reading`. */
bool library_set_reading(struct library *library, int64_t key,
    const struct reading *reading, unsigned parts);

struct place_mark {
	char   letter[8];       /* UTF-8 */
	size_t position;        /* byte */
};

struct place_marks ARRAY_OF(struct place_mark);

struct place_marks library_marks(struct library *library, int64_t key);
bool library_set_mark(struct library *library, int64_t key,
    const char *letter, size_t position);

/* Tags, sorted; each owned. */
struct paths library_tags(struct library *library, int64_t key);
bool library_set_tag(struct library *library, int64_t key, const char *tag,
    bool set);

/* -- what the reader decided of names ------------------------------------ */

/* The decisions are kept elsewhere, as one text for all articles; the library
 * knows by which of them its names were read. */

/* Whether they were read by these decisions, and nothing is left to do. */
bool library_heeds(struct library *library,
    const struct corrections *corrections);

/* Takes over what was decided, and what was taken back, since names were
 * read: joins and parts names, and notes the articles that are to be read
 * anew. Makes it lasting. */
bool library_heed(struct library *library,
    const struct corrections *corrections);

/* How many articles were noted and not read yet. */
size_t library_stale(struct library *library);

/* Reads the names of one of them anew, `models` having the decisions; false
 * when there is none, or on a failure. Made lasting as additions are. */
bool library_heed_next(struct library *library, const struct models *models);

/* -- care --------------------------------------------------------------- */

struct health {
	size_t articles;
	size_t missing;         /* files that are no longer there */
	size_t changed;         /* files that hold something else now */
	size_t unreadable;      /* articles whose text is not sound */
	int64_t bytes;          /* of the database */
	char  *complaint;       /* the database's first fault; NULL: sound */
	bool   outdated;        /* indexed by another version: reindex */
};

/* Looks through all of it. False on a failure. */
bool library_check(struct library *library, struct health *health);

#endif
