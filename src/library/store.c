/* store.c: the library's database, through SQLite. */
#include "library/store.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "bytes/array.h"
#include "bytes/memory.h"
#include "library/connection.h"
#include "library/library.h"
#include "library/place.h"
#include "library/schema.h"
#include "library/tokenizer.h"

#define DIGITS(number)  DIGITS_(number)
#define DIGITS_(number) #number

enum { PATIENCE = 10000 };      /* ms waited for another writer */

/* SQLite's codes as ours. */
static void
failure_of(struct failure *failure, int code, int error, const char *path)
{
	enum { TOLD = -1 };     /* what the system said, else EIO */
	static const struct { int code, error; } causes[] = {
		{ SQLITE_IOERR,    TOLD   }, { SQLITE_CANTOPEN, TOLD   },
		{ SQLITE_FULL,     ENOSPC }, { SQLITE_READONLY, EROFS  },
		{ SQLITE_BUSY,     EBUSY  }, { SQLITE_LOCKED,   EBUSY  },
		{ SQLITE_PROTOCOL, EBUSY  }, { SQLITE_NOMEM,    ENOMEM },
		{ SQLITE_PERM,     EACCES }, { SQLITE_AUTH,     EACCES },
	};
	int primary = code & 0xFF;

	if (failure == NULL)
		return;
	failure_set(failure, primary == SQLITE_CORRUPT ||
	    primary == SQLITE_NOTADB ? FAILURE_DAMAGED : FAILURE_DATABASE,
	    path);
	for (size_t i = 0; i < sizeof causes / sizeof *causes; i++) {
		if (primary != causes[i].code)
			continue;
		failure->kind = FAILURE_SYSTEM;
		failure->error = causes[i].error != TOLD ? causes[i].error
		    : code == SQLITE_CANTOPEN_SYMLINK ? ELOOP
		    : error != 0 ? error : EIO;
	}
}

bool
store_fail(struct store *store, int code)
{
	if (store->failure.kind == FAILURE_NONE)
		failure_of(&store->failure, code,
		    sqlite()->system_errno(store->connection), store->path);
	return false;
}

bool
store_run(struct store *store, const char *sql)
{
	int code = sqlite()->exec(store->connection, sql, NULL, NULL, NULL);

	return code == SQLITE_OK || store_fail(store, code);
}

/* Turning the journal on wants the file alone, and where two want that at
 * once SQLite tells one of them at once that it is busy, whatever its patience
 * (sqlite3_busy_handler: "might result in a deadlock"). A moment later the
 * other has done it. */
static bool
run_alone(struct store *store, const char *sql)
{
	enum { PAUSE = 10 };    /* ms */

	for (int waited = 0; ; waited += PAUSE) {
		int code = sqlite()->exec(store->connection, sql, NULL, NULL,
		    NULL);

		if (code == SQLITE_OK)
			return true;
		if ((code & 0xFF) != SQLITE_BUSY || waited >= PATIENCE)
			return store_fail(store, code);
		sqlite()->sleep(PAUSE);
	}
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

	sqlite()->close(store->connection);
	store->connection = NULL;
	code = sqlite()->open_v2(name, &store->connection,
	    flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, NULL);
	if (code != SQLITE_OK)
		return code;
	sqlite()->busy_timeout(store->connection, PATIENCE);
	sqlite()->extended_result_codes(store->connection, 1);
	tables = store_number(store, -1, "SELECT count(*) FROM sqlite_schema",
	    "");
	return tables >= 0 ? SQLITE_OK
	    : sqlite()->extended_errcode(store->connection);
}

/* Whether the file is all there is: nothing is left in the journal. */
static bool
is_whole(const struct store *store)
{
	struct buffer wal = { 0 };
	struct stat   status;
	bool          whole;

	buffer_add_string(&wal, store->path);
	buffer_add_string(&wal, "-wal");
	array_add(&wal, '\0');
	whole = stat(wal.at, &status) != 0 || status.st_size == 0;
	array_free(&wal);
	return whole;
}

/* A disk that cannot be written, or is full, has no room for the journal's
 * index either, without which SQLite reads nothing; but there nobody writes,
 * so the file may be read as it lies, where it cannot be written even
 * without what its journal holds. */
static int
connect(struct store *store, enum store_mode mode)
{
	int code = connect_with(store, store->path, mode == STORE_SALVAGE
	    ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);

	if ((code & 0xFF) == SQLITE_CANTOPEN ||
	    (code & 0xFF) == SQLITE_READONLY || (((code & 0xFF) ==
	    SQLITE_FULL || (code & 0xFF) == SQLITE_IOERR) &&
	    is_whole(store))) {
		char *uri = immutable_uri(store->path);

		questions_forget(store);
		store_forgive(store);
		code = connect_with(store, uri,
		    SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
		store->lacks_journal = !is_whole(store);
		free(uri);
	}
	if (code == SQLITE_OK)
		store->read_only = sqlite()->db_readonly(store->connection,
		    "main") == 1;
	return code;
}

/* The file was looked at (place.c), and what its journal holds was not. */
static bool
is_ours(struct store *store)
{
	if (store_number(store, 0, "PRAGMA application_id", "") == SCHEMA_OURS)
		return true;
	return store->failure.kind == FAILURE_NONE && failure_set(
	    &store->failure, FAILURE_NOT_A_LIBRARY, store->path);
}

/* Makes the tables in an empty file, once, whoever comes first. To who may
 * not, there is no library yet. */
static bool
make_tables(struct store *store, enum store_mode mode, const char *schema)
{
	static const char count[] = "SELECT count(*) FROM sqlite_schema";

	if (store_number(store, 0, count, "") > 0)
		return is_ours(store);
	if (mode == STORE_READ || store->read_only) {
		errno = ENOENT;
		return failure_set_errno(&store->failure, store->path);
	}
	if (!store_begin(store))
		return false;
	if (store_number(store, 0, count, "") == 0 &&
	    !store_run(store, schema)) {
		store_undo(store);
		return false;
	}
	return store_commit(store);
}

static bool
set_up(struct store *store, enum store_mode mode, const char *schema)
{
	if (!tokenizer_register(store->connection, &store->ranking))
		return store_fail(store, SQLITE_ERROR);
	if (mode == STORE_SALVAGE)
		return true;
	/* A foreign or damaged file may hold views and triggers that call
	 * functions; nothing in it is trusted. What a single change would undo
	 * was 110 kB of temporary files an article. */
	if (!store_run(store, "PRAGMA trusted_schema = 0;"
	    "PRAGMA cell_size_check = 1; PRAGMA cache_size = -16384;"
	    "PRAGMA temp_store = MEMORY"))
		return false;
	/* A page of 4096 bytes holds texts with much waste: of the database of
	 * 40,126 articles a tenth, at 8192 bytes a twentieth. */
	if (mode != STORE_READ && !store->read_only && !run_alone(store,
	    "PRAGMA page_size = " DIGITS(STORE_PAGE) ";"
	    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"))
		return false;
	if (!make_tables(store, mode, schema))
		return false;
	return mode != STORE_READ || store_run(store, "PRAGMA query_only = 1");
}

struct store *
store_open(const char *path, enum store_mode mode, const char *schema,
    struct failure *failure)
{
	struct store *store;
	char         *real;
	int           code;

	real = place_prepare(path, mode, failure);
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

bool
store_lacks_journal(const struct store *store)
{
	return store->lacks_journal;
}

void
store_set_patience(struct store *store, int milliseconds)
{
	sqlite()->busy_timeout(store->connection, milliseconds);
}

void
store_set_bulk(struct store *store, bool bulk)
{
	if (store->read_only)
		return;
	store_run(store, bulk ? "PRAGMA synchronous = NORMAL;"
	    "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000"
	    : "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;"
	    "PRAGMA wal_autocheckpoint = 500");
}

void
store_set_ranking(struct store *store, const struct ranking *ranking)
{
	store->ranking = ranking;
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
	char       *journal = sqlite()->mprintf("%s-wal", store->path);
	struct stat file    = { 0 };
	struct stat log     = { 0 };

	stat(store->path, &file);
	stat(journal, &log);
	sqlite()->free(journal);
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
	questions_forget(store);
	sqlite()->close(store->connection);
	free(store->path);
	free(store);
}

const char *
library_version_of_sqlite(void)
{
	return sqlite()->libversion();
}
