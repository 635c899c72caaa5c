/* store.h: the library's database: one file, several readers, one writer at
 * a time, none of whom sees a half-done change. Behind it lies
 * SQLite (connection.h), whose other door is tokenizer.h.
 *
 * A question is SQL with `?`s and a string that says what fills them:
 *
 *	struct rows *rows = store_ask(store,
 *	    "SELECT id, title FROM article WHERE words > ?", "i", least);
 *	while (rows_next(rows))
 *		show(rows_integer(rows, 0), rows_text(rows, 1, &size));
 *
 * i: int64_t; t: const char *, NULL for none; b: const void *, size_t. The
 * SQL is a string constant: it is compiled once and found again by its
 * address. */
#ifndef QARI_LIBRARY_STORE_H
#define QARI_LIBRARY_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bytes/failure.h"

#define STORE_PAGE 16384         /* bytes of a page of a new one */

struct store;

enum store_mode {
	STORE_READ,             /* must exist; is not written, though SQLite
	                         * keeps its own files beside it */
	STORE_WRITE,            /* must exist; is only read when it may not be
	                         * written: see store_is_read_only() */
	STORE_MAKE,             /* the same, but made when missing */
	STORE_SALVAGE           /* a damaged one: read what can be read */
};

/* Opens the database at `path`, mode 0600, its folders made when missing;
 * never through a symbolic link in its last place. `schema` is run where the
 * database is new. NULL and `failure` when it cannot be opened:
 * FAILURE_NOT_A_LIBRARY when the file, untouched, is no database of ours,
 * FAILURE_DAMAGED when it is not sound. The caller closes it. */
struct store *store_open(const char *path, enum store_mode mode,
    const char *schema, struct failure *failure);

bool store_is_read_only(const struct store *store);

/* Whether a journal is there that cannot be read: what was written last may
 * be missing. */
bool store_lacks_journal(const struct store *store);

/* How long another writer is waited for; ten seconds unless it is set. */
void store_set_patience(struct store *store, int milliseconds);

/* While many articles are added: a larger memory, and a commit may be lost,
 * whole, in a power failure. */
void store_set_bulk(struct store *store, bool bulk);

struct rows;

/* Asks; NULL when the question cannot be put (see store_failure). */
struct rows *store_ask(struct store *store, const char *sql,
    const char *kinds, ...);

/* Steps to the next row; false behind the last, or on a failure: the answer
 * is then over and `rows` is gone. NULL has no rows. */
bool rows_next(struct rows *rows);

/* Ends an answer before its last row. */
void rows_end(struct rows *rows);

int64_t rows_integer(struct rows *rows, int column);
bool    rows_is_null(struct rows *rows, int column);

/* Lent until the next step; never NULL; text is NUL-terminated. */
const char *rows_text(struct rows *rows, int column, size_t *size);
const char *rows_blob(struct rows *rows, int column, size_t *size);

/* Does what needs no answer, or the first column of the first row is not of
 * interest. False on a failure. */
bool store_do(struct store *store, const char *sql, const char *kinds, ...);

/* Does it with the columns of the row `from` stands on, of any store. */
bool store_copy_row(struct store *store, const char *sql, struct rows *from);

/* Does several, `;` between, that take no values. */
bool store_run(struct store *store, const char *sql);

/* The first column of the first row; `otherwise` when there is none. */
int64_t store_number(struct store *store, int64_t otherwise, const char *sql,
    const char *kinds, ...);

/* The row number of the last insertion. */
int64_t store_last_row(const struct store *store);

/* A change that is done whole or not at all. A second begin inside is part
 * of the first. store_commit is false when it could not be made lasting, and
 * then it is undone. */
bool store_begin(struct store *store);
bool store_commit(struct store *store);
void store_undo(struct store *store);

/* Holds what is read as it is until the release, many questions long: for
 * one answer made of many, and because each question alone costs four locks.
 * Nothing may be written meanwhile. */
void store_hold(struct store *store);
void store_release(struct store *store);

/* What went wrong since the last store_forgive; kind FAILURE_NONE: nothing. */
const struct failure *store_failure(const struct store *store);
void store_forgive(struct store *store);

/* Sets the weights that search_rank() in a question uses (tokenizer.h);
 * lent until the next call. */
struct ranking;
void store_set_ranking(struct store *store, const struct ranking *ranking);

/* Bytes of the database with what is not yet checkpointed. */
int64_t store_size(const struct store *store);

/* Whether the file is sound, looked through wholly; `*complaint` (owned by
 * the caller, NULL when sound) says what the first fault is. */
bool store_is_sound(struct store *store, char **complaint);

void store_close(struct store *store);

#endif
