/* connection.h: the connection to the database, as the store's own files see
 * it. */
#ifndef QARI_LIBRARY_CONNECTION_H
#define QARI_LIBRARY_CONNECTION_H

#include "library/sqlite.h"
#include "library/store.h"

enum { STATEMENTS = 160 };      /* compiled questions that are kept */

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
	bool           lacks_journal;   /* one is there, and was not read */
	int            depth;           /* of store_begin */
	struct failure failure;
	const struct ranking *ranking;
	struct rows    kept[STATEMENTS];        /* [count] */
	size_t         count;
};

/* Keeps the first failure, by SQLite's code: what follows it are its
 * consequences. Returns false. */
bool store_fail(struct store *store, int code);

/* Drops the compiled questions; they belong to a connection. */
void questions_forget(struct store *store);

#endif
