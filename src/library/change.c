/* change.c: what is done to the database whole or not at all. */
#include "library/connection.h"

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
	/* A full disk has SQLite roll back by itself; without memory there is
	 * no connection. */
	if (store->connection != NULL &&
	    !sqlite()->get_autocommit(store->connection))
		sqlite()->exec(store->connection, "ROLLBACK", NULL, NULL, NULL);
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
