/* library.c: a library opened and closed, and its shelf. */
#include "library/library.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "library/handle.h"
#include "library/place.h"
#include "library/rescue.h"
#include "library/schema.h"
#include "library/source.h"

static int64_t
version_of(struct store *store)
{
	return store_number(store, -1, "PRAGMA user_version", "");
}

/* Has an earlier library the tables of this one. */
static bool
upgrade(struct store *store)
{
	bool    done    = store_begin(store);
	int64_t version = version_of(store);

	/* Another may have done so meanwhile. */
	if (version == SCHEMA_VERSION)
		return store_commit(store);
	if (done && store_run(store, version == SCHEMA_READ
	    ? library_upgrade_texts : library_upgrade))
		return store_commit(store);
	store_undo(store);
	return false;
}

static bool
upgraded(const char *path, struct failure *failure)
{
	struct store *store = store_open(path, STORE_WRITE, library_schema,
	    failure);
	bool          done  = store != NULL && upgrade(store);

	if (store != NULL && !done && failure != NULL)
		*failure = *store_failure(store);
	store_close(store);
	return done;
}

/* A library made by a later qari is not touched: its tables may mean other
 * things. */
static bool
is_ours(struct store *store, const char *path, struct failure *failure)
{
	int64_t version = version_of(store);

	if (version >= SCHEMA_READ && version <= SCHEMA_VERSION)
		return true;
	if (store_failure(store)->kind != FAILURE_NONE && failure != NULL)
		*failure = *store_failure(store);
	else {
		errno = ENOTSUP;
		failure_set_errno(failure, path);
	}
	return false;
}

/* Whether it must be upgraded: what can be read is left as it is by those who
 * only read it. */
static bool
is_earlier(struct store *store, enum library_mode mode)
{
	int64_t version = version_of(store);

	return version == 1 || (version == SCHEMA_READ &&
	    mode != LIBRARY_READ && !store_is_read_only(store));
}

static struct store *
open_store(const char *path, enum library_mode mode, struct failure *failure)
{
	static const enum store_mode modes[] = {
		[LIBRARY_READ]  = STORE_READ,
		[LIBRARY_WRITE] = STORE_WRITE,
		[LIBRARY_MAKE]  = STORE_MAKE,
	};
	struct store *store = store_open(path, modes[mode], library_schema,
	    failure);

	if (store != NULL && is_earlier(store, mode)) {
		store_close(store);
		store = upgraded(path, failure) ? store_open(path,
		    modes[mode], library_schema, failure) : NULL;
	}
	if (store != NULL && !is_ours(store, path, failure)) {
		store_close(store);
		store = NULL;
	}
	return store;
}

/* Whether what could not be opened is a library that is damaged. What lies at
 * the usual place is one, whatever it holds; elsewhere only what has traces
 * of one, as a name may be mistyped and the file be another's. */
static bool
is_damaged(const char *path, bool usual, const struct failure *failure)
{
	return failure->kind == FAILURE_DAMAGED ||
	    (failure->kind == FAILURE_NOT_A_LIBRARY &&
	    (usual || place_was_library(path)));
}

struct library *
library_open(const char *path, enum library_mode mode,
    struct failure *failure)
{
	struct library *library = memory_new(1, sizeof *library);
	struct failure  why     = { 0 };

	library->path = path != NULL ? memory_string(path, strlen(path))
	    : library_place();
	if (library->path == NULL) {
		errno = ENOENT;
		failure_set_errno(&why, "$XDG_DATA_HOME");
	} else
		library->store = open_store(library->path, mode, &why);
	if (is_damaged(library->path, path == NULL, &why) &&
	    rescue(library->path, &library->set_aside, &why)) {
		library->state = LIBRARY_REBUILT;
		/* Whoever only reads it makes its index anew first. */
		library->store = open_store(library->path, mode ==
		    LIBRARY_READ ? LIBRARY_WRITE : mode, &why);
	}
	if (library->store == NULL) {
		if (failure != NULL)
			*failure = why;
		library_close(library);
		return NULL;
	}
	if (library->state == LIBRARY_SOUND &&
	    store_is_read_only(library->store))
		library->state = LIBRARY_READ_ONLY;
	return library;
}

bool
library_mend(struct library **library, struct failure *failure)
{
	struct library *bad = *library;

	store_close(bad->store);
	bad->changing = false;
	free(bad->set_aside);
	bad->set_aside = NULL;
	bad->store = NULL;
	bad->state = LIBRARY_REBUILT;
	if (rescue(bad->path, &bad->set_aside, failure))
		bad->store = open_store(bad->path, LIBRARY_WRITE, failure);
	if (bad->store != NULL)
		return true;
	library_close(bad);
	*library = NULL;
	return false;
}

const char *
library_path(const struct library *library)
{
	return library->path;
}

enum library_state
library_state(const struct library *library)
{
	return library->state;
}

bool
library_lacks_journal(const struct library *library)
{
	return store_lacks_journal(library->store);
}

const char *
library_set_aside(const struct library *library)
{
	return library->set_aside;
}

struct failure
library_failure(struct library *library)
{
	struct failure failure = *store_failure(library->store);

	store_forgive(library->store);
	return failure;
}

void
library_set_patience(struct library *library, int milliseconds)
{
	store_set_patience(library->store, milliseconds);
}

void
library_set_bulk(struct library *library, bool bulk)
{
	store_set_bulk(library->store, bulk);
}

void
library_close(struct library *library)
{
	if (library == NULL)
		return;
	if (library->changing)
		library_end(library);
	store_close(library->store);
	array_free(&library->fresh);
	array_free(&library->touched);
	free(library->set_aside);
	free(library->path);
	free(library);
}

static char *
copy_of(struct rows *rows, int column)
{
	size_t      size;
	const char *text = rows_text(rows, column, &size);

	return memory_string(text, size);
}

struct summary
summary_of_row(struct rows *rows)
{
	struct summary summary = {
		.id        = rows_integer(rows, 0),
		.key       = rows_integer(rows, 1),
		.title     = copy_of(rows, 2),
		.section   = copy_of(rows, 3),
		.path      = copy_of(rows, 4),
		.added     = rows_integer(rows, 6),
		.words     = (size_t)rows_integer(rows, 7),
		.read      = rows_integer(rows, 8) != 0,
		.starred   = rows_integer(rows, 9) != 0,
		.position  = (size_t)rows_integer(rows, 10),
		.tags      = copy_of(rows, 11)
	};

	if (!rows_is_null(rows, 5))
		summary.published = day_of_number(rows_integer(rows, 5));
	return summary;
}

void
summary_free(struct summary *summary)
{
	free(summary->title);
	free(summary->section);
	free(summary->path);
	free(summary->tags);
	*summary = (struct summary){ 0 };
}

void
summaries_free(struct summaries *summaries)
{
	for (size_t i = 0; i < summaries->count; i++)
		summary_free(&summaries->at[i]);
	array_free(summaries);
}

struct summaries
library_shelf(struct library *library, enum shelf_order order, size_t first,
    size_t most)
{
#define SHELF(by) "SELECT " SUMMARY_COLUMNS " FROM " SUMMARY_TABLES           \
	" ORDER BY " by " LIMIT ? OFFSET ?"
	static const char *const questions[SHELF_ORDERS] = {
		[SHELF_NEWEST] = SHELF("article.published IS NULL,"
		    " article.day DESC, article.id DESC"),
		[SHELF_OLDEST] = SHELF("article.published IS NULL,"
		    " article.day, article.id"),
		[SHELF_ADDED]  = SHELF("article.id DESC"),
		[SHELF_TITLE]  = SHELF("article.title, article.id"),
		[SHELF_SECTION] = SHELF("article.section, article.day DESC"),
		[SHELF_UNREAD] = SHELF("ifnull(reading.read, 0),"
		    " article.day DESC"),
		[SHELF_STARRED] = SHELF("ifnull(reading.starred, 0) DESC,"
		    " article.day DESC"),
	};
#undef SHELF
	struct summaries summaries = { 0 };
	struct rows     *rows = store_ask(library->store, questions[order],
	    "ii", (int64_t)most, (int64_t)first);

	while (rows_next(rows))
		array_add(&summaries, summary_of_row(rows));
	return summaries;
}

size_t
library_count(struct library *library)
{
	return (size_t)store_number(library->store, 0,
	    "SELECT count(*) FROM article", "");
}

bool
library_summary(struct library *library, int64_t article,
    struct summary *summary)
{
	struct rows *rows = store_ask(library->store, "SELECT "
	    SUMMARY_COLUMNS " FROM " SUMMARY_TABLES " WHERE article.id = ?",
	    "i", article);

	if (!rows_next(rows))
		return false;
	*summary = summary_of_row(rows);
	rows_end(rows);
	return true;
}

struct paths
library_paths(struct library *library, int64_t article)
{
	struct paths paths = { 0 };
	struct rows *rows  = store_ask(library->store,
	    "SELECT path FROM source WHERE article = ? ORDER BY path", "i",
	    article);

	while (rows_next(rows))
		array_add(&paths, copy_of(rows, 0));
	return paths;
}

int64_t
library_find(struct library *library, const char *name)
{
	size_t  digits = strspn(name, "0123456789");
	char   *path   = source_path(name);
	int64_t found  = store_number(library->store, 0,
	    "SELECT article FROM source WHERE path = ?", "t", path);

	free(path);
	if (found == 0 && digits > 0 && digits < 19 && name[digits] == '\0')
		found = store_number(library->store, 0,
		    "SELECT id FROM article WHERE id = ?", "i",
		    (int64_t)strtoll(name, NULL, 10));
	return found;
}
