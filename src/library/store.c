/* store.c: the library's database, through SQLite. */
#include "library/store.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <sqlite3.h>

#include "bytes/array.h"
#include "bytes/memory.h"
#include "library/place.h"
#include "library/tokenizer.h"

enum {
	STATEMENTS = 160,       /* compiled questions that are kept */
	PATIENCE   = 10000      /* ms waited for another writer */
};

struct rows {
	struct store *store;
	const char   *sql;              /* its address names the question */
	sqlite3_stmt *statement;
	bool          asked;            /* the answer is being read */
	bool          passing;          /* not kept: the keepers are full */
};

struct store {
	sqlite3       *connection;
	char          *path;
	bool           read_only;
	int            depth;           /* of store_begin */
	struct failure failure;
	const struct ranking *ranking;
	struct rows    kept[STATEMENTS];        /* [count] */
	size_t         count;
};

/* SQLite's codes as ours. */
static void
failure_of(struct failure *failure, int code, int error, const char *path)
{
	static const struct { int code, error; } causes[] = {
		{ SQLITE_FULL,     ENOSPC }, { SQLITE_READONLY, EROFS },
		{ SQLITE_BUSY,     EBUSY  }, { SQLITE_LOCKED,   EBUSY },
		{ SQLITE_PERM,     EACCES }, { SQLITE_AUTH,     EACCES },
	};

	if (failure == NULL)
		return;
	failure_set(failure, FAILURE_SYSTEM, path);
	failure->error = error != 0 ? error : EIO;
	if ((code & 0xFF) == SQLITE_CORRUPT || (code & 0xFF) == SQLITE_NOTADB)
		failure->kind = FAILURE_DAMAGED;
	if (code == SQLITE_CANTOPEN_SYMLINK)
		failure->error = ELOOP;
	for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
		if ((code & 0xFF) == causes[i].code)
			failure->error = causes[i].error;
}

/* Keeps the first failure: what follows it are its consequences. */
static bool
fail(struct store *store, int code)
{
	if (store->failure.kind == FAILURE_NONE)
		failure_of(&store->failure, code,
		    sqlite3_system_errno(store->connection), store->path);
	return false;
}

static bool
run(struct store *store, const char *sql)
{
	int code = sqlite3_exec(store->connection, sql, NULL, NULL, NULL);

	return code == SQLITE_OK || fail(store, code);
}

/* The file's name as a URI of SQLite's, to be read as it lies. */
static char *
immutable_uri(const char *path)
{
	struct buffer uri = { 0 };

	buffer_add_string(&uri, "file:");
	for (; *path != '\0'; path++) {
		char escaped[4];

		snprintf(escaped, sizeof escaped,
		    strchr("?#%", *path) != NULL ? "%%%02X" : "%c",
		    (unsigned)(unsigned char)*path);
		buffer_add_string(&uri, escaped);
	}
	buffer_add_string(&uri, "?immutable=1");
	array_add(&uri, '\0');
	return uri.at;
}

static int
connect_with(struct store *store, const char *name, int flags)
{
	int64_t tables;
	int     code;

	sqlite3_close(store->connection);
	store->connection = NULL;
	code = sqlite3_open_v2(name, &store->connection,
	    flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, NULL);
	if (code != SQLITE_OK)
		return code;
	sqlite3_busy_timeout(store->connection, PATIENCE);
	sqlite3_extended_result_codes(store->connection, 1);
	tables = store_number(store, -1, "SELECT count(*) FROM sqlite_schema",
	    "");
	return tables >= 0 ? SQLITE_OK
	    : sqlite3_extended_errcode(store->connection);
}

/* Drops the compiled questions; they belong to a connection. */
static void
forget_statements(struct store *store)
{
	for (size_t i = 0; i < store->count; i++)
		sqlite3_finalize(store->kept[i].statement);
	store->count = 0;
}

/* A disk that cannot be written has no room for the journal's index either,
 * without which SQLite reads nothing; but there nobody writes, so the file
 * may be read as it lies. */
static int
connect(struct store *store, enum store_mode mode)
{
	int code = connect_with(store, store->path, mode == STORE_SALVAGE
	    ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);

	if ((code & 0xFF) == SQLITE_CANTOPEN ||
	    (code & 0xFF) == SQLITE_READONLY) {
		char *uri = immutable_uri(store->path);

		forget_statements(store);
		store_forgive(store);
		code = connect_with(store, uri,
		    SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
		free(uri);
	}
	if (code == SQLITE_OK)
		store->read_only = sqlite3_db_readonly(store->connection,
		    "main") == 1;
	return code;
}

/* Makes the tables in an empty file, once, whoever comes first. */
static bool
make_tables(struct store *store, const char *schema)
{
	static const char count[] = "SELECT count(*) FROM sqlite_schema";

	if (store_number(store, 0, count, "") > 0)
		return true;
	if (store->read_only || !store_begin(store))
		return false;
	if (store_number(store, 0, count, "") == 0 && !run(store, schema)) {
		store_undo(store);
		return false;
	}
	return store_commit(store);
}

static bool
set_up(struct store *store, enum store_mode mode, const char *schema)
{
	if (!tokenizer_register(store->connection, &store->ranking))
		return fail(store, SQLITE_ERROR);
	if (mode == STORE_SALVAGE)
		return true;
	/* A foreign or damaged file may hold views and triggers that call
	 * functions; nothing in it is trusted. */
	if (!run(store, "PRAGMA trusted_schema = 0;"
	    "PRAGMA cell_size_check = 1; PRAGMA cache_size = -16384"))
		return false;
	/* Texts are longer than a page of 4096 bytes can hold without waste. */
	if (!store->read_only && !run(store, "PRAGMA page_size = 8192;"
	    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"))
		return false;
	if (!make_tables(store, schema))
		return false;
	return mode != STORE_READ || run(store, "PRAGMA query_only = 1");
}

struct store *
store_open(const char *path, enum store_mode mode, const char *schema,
    struct failure *failure)
{
	struct store *store;
	char         *real;
	int           code;

	real = place_prepare(path, mode != STORE_READ &&
	    mode != STORE_SALVAGE, mode == STORE_MAKE, failure);
	if (real == NULL)
		return NULL;
	store = memory_new(1, sizeof *store);
	store->path = real;
	code = connect(store, mode);
	if (code == SQLITE_OK && set_up(store, mode, schema))
		return store;
	if (failure != NULL && store->failure.kind != FAILURE_NONE)
		*failure = store->failure;
	else
		failure_of(failure, code, errno, path);
	store_close(store);
	return NULL;
}

bool
store_is_read_only(const struct store *store)
{
	return store->read_only;
}

void
store_set_patience(struct store *store, int milliseconds)
{
	sqlite3_busy_timeout(store->connection, milliseconds);
}

void
store_set_bulk(struct store *store, bool bulk)
{
	if (store->read_only)
		return;
	run(store, bulk ? "PRAGMA synchronous = NORMAL;"
	    "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000"
	    : "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;"
	    "PRAGMA wal_autocheckpoint = 500");
}

void
store_set_ranking(struct store *store, const struct ranking *ranking)
{
	store->ranking = ranking;
}

/* The question's place among the kept ones, free to be asked; or, when the
 * same question is being answered or no place is left, a passing one. */
static struct rows *
place_for(struct store *store, const char *sql)
{
	struct rows *rows;

	for (size_t i = 0; i < store->count; i++)
		if (store->kept[i].sql == sql && !store->kept[i].asked)
			return &store->kept[i];
	if (store->count < STATEMENTS) {
		rows = &store->kept[store->count++];
		*rows = (struct rows){ .store = store, .sql = sql };
		return rows;
	}
	rows = memory_new(1, sizeof *rows);
	*rows = (struct rows){ .store = store, .sql = sql, .passing = true };
	return rows;
}

static void
give_up(struct rows *rows)
{
	struct store *store = rows->store;

	if (rows->passing)
		free(rows);
	else if (rows == &store->kept[store->count - 1])
		store->count--;
	else
		rows->sql = NULL;
}

static struct rows *
prepare(struct store *store, const char *sql)
{
	struct rows *rows = place_for(store, sql);
	int          code = SQLITE_OK;

	if (rows->statement == NULL)
		code = sqlite3_prepare_v3(store->connection, sql, -1,
		    SQLITE_PREPARE_PERSISTENT, &rows->statement, NULL);
	if (code != SQLITE_OK) {
		fail(store, code);
		give_up(rows);
		return NULL;
	}
	rows->asked = true;
	return rows;
}

/* Fills the question's `?`s. The values are lent until the answer is over,
 * which is why nothing is copied. */
static void
fill(struct rows *rows, const char *kinds, va_list values)
{
	sqlite3_stmt *statement = rows->statement;

	for (int at = 1; *kinds != '\0'; kinds++, at++) {
		if (*kinds == 'i') {
			sqlite3_bind_int64(statement, at,
			    va_arg(values, int64_t));
		} else if (*kinds == 't') {
			sqlite3_bind_text(statement, at,
			    va_arg(values, const char *), -1, SQLITE_STATIC);
		} else {
			const void *blob = va_arg(values, const void *);
			size_t      size = va_arg(values, size_t);

			sqlite3_bind_blob64(statement, at,
			    blob != NULL ? blob : "", size, SQLITE_STATIC);
		}
	}
}

struct rows *
store_ask(struct store *store, const char *sql, const char *kinds, ...)
{
	struct rows *rows = prepare(store, sql);
	va_list      values;

	if (rows == NULL)
		return NULL;
	va_start(values, kinds);
	fill(rows, kinds, values);
	va_end(values);
	return rows;
}

bool
rows_next(struct rows *rows)
{
	int code;

	if (rows == NULL)
		return false;
	code = sqlite3_step(rows->statement);
	if (code == SQLITE_ROW)
		return true;
	if (code != SQLITE_DONE)
		fail(rows->store, code);
	rows_end(rows);
	return false;
}

void
rows_end(struct rows *rows)
{
	if (rows == NULL)
		return;
	sqlite3_reset(rows->statement);
	sqlite3_clear_bindings(rows->statement);
	rows->asked = false;
	if (rows->passing) {
		sqlite3_finalize(rows->statement);
		free(rows);
	}
}

int64_t
rows_integer(struct rows *rows, int column)
{
	return sqlite3_column_int64(rows->statement, column);
}

bool
rows_is_null(struct rows *rows, int column)
{
	return sqlite3_column_type(rows->statement, column) == SQLITE_NULL;
}

const char *
rows_text(struct rows *rows, int column, size_t *size)
{
	const unsigned char *text = sqlite3_column_text(rows->statement,
	    column);

	if (size != NULL)
		*size = (size_t)sqlite3_column_bytes(rows->statement, column);
	return text != NULL ? (const char *)text : "";
}

const char *
rows_blob(struct rows *rows, int column, size_t *size)
{
	const void *blob = sqlite3_column_blob(rows->statement, column);

	*size = (size_t)sqlite3_column_bytes(rows->statement, column);
	return blob != NULL ? blob : "";
}

/* Runs the question to its end. */
static bool
finish(struct rows *rows)
{
	struct store *store = rows->store;
	int           code;

	do
		code = sqlite3_step(rows->statement);
	while (code == SQLITE_ROW);
	rows_end(rows);
	return code == SQLITE_DONE || fail(store, code);
}

bool
store_do(struct store *store, const char *sql, const char *kinds, ...)
{
	struct rows *rows = prepare(store, sql);
	va_list      values;

	if (rows == NULL)
		return false;
	va_start(values, kinds);
	fill(rows, kinds, values);
	va_end(values);
	return finish(rows);
}

bool
store_copy_row(struct store *store, const char *sql, struct rows *from)
{
	struct rows *rows    = prepare(store, sql);
	int          columns = sqlite3_column_count(from->statement);

	if (rows == NULL)
		return false;
	for (int i = 0; i < columns; i++)
		sqlite3_bind_value(rows->statement, i + 1,
		    sqlite3_column_value(from->statement, i));
	return finish(rows);
}

int64_t
store_number(struct store *store, int64_t otherwise, const char *sql,
    const char *kinds, ...)
{
	struct rows *rows = prepare(store, sql);
	int64_t      number = otherwise;
	va_list      values;

	if (rows == NULL)
		return otherwise;
	va_start(values, kinds);
	fill(rows, kinds, values);
	va_end(values);
	if (rows_next(rows)) {
		if (!rows_is_null(rows, 0))
			number = rows_integer(rows, 0);
		rows_end(rows);
	}
	return number;
}

int64_t
store_last_row(const struct store *store)
{
	return sqlite3_last_insert_rowid(store->connection);
}

int64_t
store_changes(const struct store *store)
{
	return sqlite3_changes64(store->connection);
}

bool
store_begin(struct store *store)
{
	if (store->depth == 0 && !store_do(store, "BEGIN IMMEDIATE", ""))
		return false;
	store->depth++;
	return true;
}

bool
store_commit(struct store *store)
{
	if (store->depth > 1) {
		store->depth--;
		return true;
	}
	if (store->depth == 1 && store_do(store, "COMMIT", "")) {
		store->depth = 0;
		return true;
	}
	store_undo(store);
	return false;
}

void
store_undo(struct store *store)
{
	/* A full disk has SQLite roll back by itself. */
	if (!sqlite3_get_autocommit(store->connection))
		sqlite3_exec(store->connection, "ROLLBACK", NULL, NULL, NULL);
	store->depth = 0;
}

void
store_hold(struct store *store)
{
	if (store->depth > 0 || store_do(store, "BEGIN", ""))
		store->depth++;
}

void
store_release(struct store *store)
{
	if (store->depth > 0 && --store->depth == 0)
		store_do(store, "COMMIT", "");
}

const struct failure *
store_failure(const struct store *store)
{
	return &store->failure;
}

void
store_forgive(struct store *store)
{
	store->failure = (struct failure){ 0 };
}

int64_t
store_size(const struct store *store)
{
	char       *journal = sqlite3_mprintf("%s-wal", store->path);
	struct stat file    = { 0 };
	struct stat log     = { 0 };

	stat(store->path, &file);
	stat(journal, &log);
	sqlite3_free(journal);
	return file.st_size + log.st_size;
}

bool
store_is_sound(struct store *store, char **complaint)
{
	struct rows *rows  = store_ask(store, "PRAGMA integrity_check(1)", "");
	bool         sound = false;

	*complaint = NULL;
	if (rows_next(rows)) {
		size_t      size;
		const char *text = rows_text(rows, 0, &size);

		sound = strcmp(text, "ok") == 0;
		if (!sound)
			*complaint = memory_string(text, size);
		rows_end(rows);
	}
	return sound && store->failure.kind == FAILURE_NONE;
}

void
store_close(struct store *store)
{
	if (store == NULL)
		return;
	store_undo(store);
	forget_statements(store);
	sqlite3_close(store->connection);
	free(store->path);
	free(store);
}
