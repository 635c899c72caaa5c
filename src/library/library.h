/* library.h: many articles in one file: kept, and found again by their words.
 * figures.h has whom, where and when they speak of; stories.h those that
 * report one event; reading.h what the reader put there.
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
#include "document/article.h"
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
	int64_t    key;         /* of its text: see reading.h */
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

/* The key of an article's text: the reader's own is kept by it. */
int64_t library_key(const char *text, size_t size);

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
