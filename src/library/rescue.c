/* rescue.c: a damaged library set aside, and what can be read of it saved. */
#include "library/rescue.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bytes/file.h"
#include "bytes/memory.h"
#include "library/schema.h"
#include "library/store.h"

enum { ASIDE_MOST = 99, HEADER = 100 };

/* A table to be saved. Its rows are read from both ends, as a bad page in
 * the middle ends the reading. */
struct table {
	const char *check;
	const char *forward;
	const char *backward;
	const char *insert;
};

#define TABLE(name, copy, key, columns, values)                               \
	{ "PRAGMA integrity_check(" name copy ")",                            \
	  "SELECT " columns " FROM " name copy " ORDER BY " key,              \
	  "SELECT " columns " FROM " name copy " ORDER BY " key " DESC",      \
	  "INSERT OR IGNORE INTO " name " (" columns ") VALUES (" values ")" }

#define READING(copy)                                                         \
	TABLE("reading", copy, "key",                                         \
	    "key, position, read, starred, opened", "?, ?, ?, ?, ?")
#define MARK(copy)                                                            \
	TABLE("mark", copy, "key", "key, letter, position", "?, ?, ?")
#define TAG(copy)                                                             \
	TABLE("tag", copy, "key", "key, tag", "?, ?")

/* What the reader put there, and its copy. */
static const struct table own[][2] = {
	{ READING(""), READING("_copy") },
	{ MARK(""), MARK("_copy") },
	{ TAG(""), TAG("_copy") },
};

static const struct table tables[] = {
	TABLE("text", "", "article", "article, parts, packed", "?, ?, ?"),
	TABLE("source", "", "path", "path, size, changed, article",
	    "?, ?, ?, ?"),
	TABLE("article", "", "id",
	    "id, key, added, published, day, words, title, section",
	    "?, ?, ?, ?, ?, ?, ?, ?"),
};

/* Copies the rows that can be read; false when they cannot be written. */
static bool
copy_rows(struct store *from, struct store *to, const struct table *table,
    const char *question)
{
	struct rows *rows = store_ask(from, question, "");

	while (rows_next(rows))
		if (!store_copy_row(to, table->insert, rows)) {
			rows_end(rows);
			return false;
		}
	return true;
}

static bool
copy_table(struct store *from, struct store *to, const struct table *table)
{
	store_forgive(from);
	return copy_rows(from, to, table, table->forward) &&
	    (store_failure(from)->kind == FAILURE_NONE ||
	    copy_rows(from, to, table, table->backward));
}

static bool
is_sound(struct store *from, const struct table *table)
{
	struct rows *rows;
	bool         sound = false;

	store_forgive(from);
	rows = store_ask(from, table->check, "");
	if (rows_next(rows)) {
		sound = strcmp(rows_text(rows, 0, NULL), "ok") == 0;
		rows_end(rows);
	}
	return sound;
}

/* Copies the one of the two that is sound; both where neither is. */
static bool
copy_own(struct store *from, struct store *to, const struct table two[2])
{
	for (size_t i = 0; i < 2; i++)
		if (is_sound(from, &two[i]))
			return copy_table(from, to, &two[i]);
	return copy_table(from, to, &two[0]) && copy_table(from, to, &two[1]);
}

/* Copies what can be read of the bad file into the new one. */
static bool
copy_tables(struct store *from, struct store *to)
{
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (!copy_own(from, to, own[i]))
			return false;
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		if (!copy_table(from, to, &tables[i]))
			return false;
	/* A text without its row, or a row without its text, is no article. */
	return store_do(to, "DELETE FROM article WHERE id NOT IN"
	    " (SELECT article FROM text)", "") &&
	    store_do(to, "DELETE FROM text WHERE article NOT IN"
	    " (SELECT id FROM article)", "") &&
	    store_do(to, "DELETE FROM source WHERE article NOT IN"
	    " (SELECT id FROM article)", "") &&
	    store_do(to, "UPDATE about SET value = 0"
	    " WHERE name = 'tokenizer'", "");
}

static void
rename_with(const char *path, const char *aside, const char *suffix)
{
	size_t room = strlen(path) + strlen(aside) + 8;
	char  *from = memory_new(room, 1);
	char  *to   = memory_new(room, 1);

	snprintf(from, room, "%s%s", path, suffix);
	snprintf(to, room, "%s%s", aside, suffix);
	rename(from, to);
	free(from);
	free(to);
}

/* A name beside it that is free. */
static char *
aside_name(const char *path)
{
	size_t room  = strlen(path) + 8;
	char  *aside = memory_new(room, 1);

	snprintf(aside, room, "%s.bad", path);
	for (int i = 2; i <= ASIDE_MOST && access(aside, F_OK) == 0; i++)
		snprintf(aside, room, "%s.bad%d", path, i);
	return aside;
}

/* Whether somebody else has put a sound one in its place, or it is gone. */
static bool
is_mended(const char *path)
{
	struct failure why   = { 0 };
	struct store  *store = store_open(path, STORE_READ, library_schema,
	    &why);
	char *complaint = NULL;
	bool  mended    = store != NULL &&
	    store_is_sound(store, &complaint);

	free(complaint);
	store_close(store);
	return mended || (why.kind == FAILURE_SYSTEM && why.error == ENOENT);
}

static bool
set_aside(const char *path, const char *aside, struct failure *failure)
{
	/* The journal first: without its database it is left alone. */
	rename_with(path, aside, "-wal");
	rename_with(path, aside, "-shm");
	if (rename(path, aside) == 0)
		return true;
	failure_set_errno(failure, aside);
	rename_with(aside, path, "-wal");
	rename_with(aside, path, "-shm");
	return false;
}

/* Copies the file, but for its first `size` bytes, which it takes from
 * `fresh`. */
static bool
copy_file(const char *from, const char *fresh, const char *to, size_t size)
{
	char    block[64 << 10];
	int     in   = open(from, O_RDONLY | O_CLOEXEC);
	int     head = open(fresh, O_RDONLY | O_CLOEXEC);
	int     out  = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC |
	    O_NOFOLLOW, 0600);
	ssize_t got  = 0;
	bool    good = in >= 0 && head >= 0 && out >= 0;

	while (good && (got = read(in, block, sizeof block)) > 0)
		good = write(out, block, (size_t)got) == got;
	good = good && got == 0 &&
	    read(head, block, size) == (ssize_t)size;
	if (good) {
		/* File format of SQLite, 1.3: a rollback journal; a size that
		 * is not to be believed; no free pages. */
		block[18] = block[19] = 1;
		memset(block + 28, 0, 12);
		block[95] = (char)(block[27] + 1);
		good = pwrite(out, block, size, 0) == (ssize_t)size;
	}
	if (in >= 0)
		close(in);
	if (head >= 0)
		close(head);
	if (out >= 0)
		close(out);
	return good;
}

/* Opens what was set aside. Where only its first bytes are bad, or its first
 * page, in which the tables are listed, a copy is opened that has those of
 * the new one: the same tables are made in the same places. `*copy` is its
 * name, to be removed. */
static struct store *
open_aside(const char *path, const char *aside, char **copy)
{
	static const size_t heads[] = { HEADER, STORE_PAGE };
	struct store *store = store_open(aside, STORE_SALVAGE, library_schema,
	    NULL);
	size_t        room  = strlen(path) + 8;

	*copy = NULL;
	if (store != NULL)
		return store;
	*copy = memory_new(room, 1);
	snprintf(*copy, room, "%s.try", path);
	for (size_t i = 0; store == NULL && i < sizeof heads / sizeof *heads;
	    i++) {
		unlink(*copy);
		if (copy_file(aside, path, *copy, heads[i]))
			store = store_open(*copy, STORE_SALVAGE,
			    library_schema, NULL);
	}
	return store;
}

static bool
make_anew(const char *path, const char *aside, struct failure *failure)
{
	struct store *to = store_open(path, STORE_MAKE, library_schema,
	    failure);
	struct store *from;
	char         *copy;
	bool          done;

	if (to == NULL)
		return false;
	store_close(to);        /* its first bytes leave the journal */
	to = store_open(path, STORE_WRITE, library_schema, failure);
	if (to == NULL)
		return false;
	from = open_aside(path, aside, &copy);
	done = from == NULL || (store_begin(to) && copy_tables(from, to) &&
	    store_commit(to));
	if (!done && failure != NULL)
		*failure = *store_failure(to);
	store_close(from);
	store_close(to);
	if (copy != NULL)
		unlink(copy);
	free(copy);
	return done;
}

/* One process at a time: the folder is locked, as the file itself goes
 * away. */
bool
rescue(const char *path, char **aside, struct failure *failure)
{
	int  lock = folder_lock(path, NULL);
	bool done = is_mended(path);

	if (!done) {
		*aside = aside_name(path);
		done = set_aside(path, *aside, failure) &&
		    make_anew(path, *aside, failure);
	}
	if (lock >= 0)
		close(lock);
	return done;
}
