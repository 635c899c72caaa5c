/* question.c: what the database is asked, and its answers row by row. */
#include <stdarg.h>
#include <stdlib.h>

#include "bytes/memory.h"
#include "library/connection.h"

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
		code = sqlite()->prepare_v3(store->connection, sql, -1,
		    SQLITE_PREPARE_PERSISTENT, &rows->statement, NULL);
	if (code != SQLITE_OK) {
		store_fail(store, code);
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
			sqlite()->bind_int64(statement, at,
			    va_arg(values, int64_t));
		} else if (*kinds == 't') {
			sqlite()->bind_text(statement, at,
			    va_arg(values, const char *), -1, SQLITE_STATIC);
		} else {
			const void *blob = va_arg(values, const void *);
			size_t      size = va_arg(values, size_t);

			sqlite()->bind_blob64(statement, at,
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
	code = sqlite()->step(rows->statement);
	if (code == SQLITE_ROW)
		return true;
	if (code != SQLITE_DONE)
		store_fail(rows->store, code);
	rows_end(rows);
	return false;
}

void
rows_end(struct rows *rows)
{
	if (rows == NULL)
		return;
	sqlite()->reset(rows->statement);
	sqlite()->clear_bindings(rows->statement);
	rows->asked = false;
	if (rows->passing) {
		sqlite()->finalize(rows->statement);
		free(rows);
	}
}

int64_t
rows_integer(struct rows *rows, int column)
{
	return sqlite()->column_int64(rows->statement, column);
}

bool
rows_is_null(struct rows *rows, int column)
{
	return sqlite()->column_type(rows->statement, column) == SQLITE_NULL;
}

const char *
rows_text(struct rows *rows, int column, size_t *size)
{
	const unsigned char *text = sqlite()->column_text(rows->statement,
	    column);

	if (size != NULL)
		*size = (size_t)sqlite()->column_bytes(rows->statement, column);
	return text != NULL ? (const char *)text : "";
}

const char *
rows_blob(struct rows *rows, int column, size_t *size)
{
	const void *blob = sqlite()->column_blob(rows->statement, column);

	*size = (size_t)sqlite()->column_bytes(rows->statement, column);
	return blob != NULL ? blob : "";
}

/* Runs the question to its end. */
static bool
finish(struct rows *rows)
{
	struct store *store = rows->store;
	int           code;

	do
		code = sqlite()->step(rows->statement);
	while (code == SQLITE_ROW);
	rows_end(rows);
	return code == SQLITE_DONE || store_fail(store, code);
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
	int          columns = sqlite()->column_count(from->statement);

	if (rows == NULL)
		return false;
	for (int i = 0; i < columns; i++)
		sqlite()->bind_value(rows->statement, i + 1,
		    sqlite()->column_value(from->statement, i));
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
	return sqlite()->last_insert_rowid(store->connection);
}

void
questions_forget(struct store *store)
{
	for (size_t i = 0; i < store->count; i++)
		sqlite()->finalize(store->kept[i].statement);
	store->count = 0;
}
