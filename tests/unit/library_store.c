/* library_store.c: the database keeps what was committed, gives up what was
 * not, says what it cannot do, and is mended when it is damaged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "library/library.h"
#include "library/reading.h"
#include "library/schema.h"
#include "library/store.h"

static char folder[64];
static char path[128];

static int
make_folder(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/qari-store-XXXXXX");
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(path, sizeof path, "%s/a/b/library.db", folder);
	return 0;
}

static int
remove_folder(void **state)
{
	char command[160];

	(void)state;
	snprintf(command, sizeof command, "rm -rf %s", folder);
	return system(command);
}

static struct store *
open_store(enum store_mode mode)
{
	struct failure failure = { 0 };
	struct store  *store   = store_open(path, mode, library_schema,
	    &failure);

	if (store == NULL)
		fail_msg("%d %d %s", failure.kind, failure.error,
		    failure.where);
	return store;
}

static void
add_tag(struct store *store, const char *tag)
{
	assert_true(store_do(store, "INSERT INTO tag VALUES (1, ?)", "t",
	    tag));
}

static int64_t
tags(struct store *store)
{
	return store_number(store, -1, "SELECT count(*) FROM tag", "");
}

static void
keeps_what_was_committed(void **state)
{
	struct store *store = open_store(STORE_MAKE);
	struct stat   status;

	(void)state;
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
	assert_true(store_begin(store));
	add_tag(store, "kept");
	assert_true(store_commit(store));
	assert_true(store_begin(store));
	add_tag(store, "given up");
	store_undo(store);
	assert_int_equal(tags(store), 1);
	store_close(store);
	store = open_store(STORE_READ);
	assert_int_equal(tags(store), 1);
	assert_false(store_do(store, "DELETE FROM tag", ""));
	assert_int_equal(store_failure(store)->error, EROFS);
	store_close(store);
}

static void
answers_two_at_once(void **state)
{
	struct store *store = open_store(STORE_MAKE);
	static const char question[] = "SELECT tag FROM tag ORDER BY tag";
	struct rows *one, *two;

	(void)state;
	add_tag(store, "a");
	add_tag(store, "b");
	one = store_ask(store, question, "");
	assert_true(rows_next(one));
	two = store_ask(store, question, "");
	assert_true(rows_next(two));
	assert_true(rows_next(one));
	assert_string_equal(rows_text(one, 0, NULL), "b");
	assert_string_equal(rows_text(two, 0, NULL), "a");
	rows_end(two);
	assert_false(rows_next(one));
	store_close(store);
}

static void
lets_one_write_and_others_read(void **state)
{
	struct store *writer = open_store(STORE_MAKE);
	struct store *other  = open_store(STORE_WRITE);

	(void)state;
	store_set_patience(other, 50);
	assert_true(store_begin(writer));
	add_tag(writer, "new");
	assert_int_equal(tags(other), 0);
	assert_false(store_begin(other));
	assert_int_equal(store_failure(other)->error, EBUSY);
	store_forgive(other);
	assert_true(store_commit(writer));
	assert_int_equal(tags(other), 1);
	assert_true(store_begin(other));
	assert_true(store_commit(other));
	store_close(other);
	store_close(writer);
}

static void
goes_through_no_link(void **state)
{
	struct failure failure = { 0 };
	char           link_path[160];

	(void)state;
	store_close(open_store(STORE_MAKE));
	snprintf(link_path, sizeof link_path, "%s/link.db", folder);
	assert_int_equal(symlink(path, link_path), 0);
	assert_null(store_open(link_path, STORE_MAKE, library_schema,
	    &failure));
	assert_int_equal(failure.error, ELOOP);
	assert_null(store_open(folder, STORE_WRITE, library_schema,
	    &failure));
	assert_null(store_open("/nonexistent/x.db", STORE_READ,
	    library_schema, &failure));
	assert_int_equal(failure.error, ENOENT);
}

/* Overwrites `size` bytes of the file at `offset`. */
static void
damage(off_t offset, size_t size)
{
	char bytes[4096];
	int  fd = open(path, O_WRONLY);

	memset(bytes, 0xA5, sizeof bytes);
	assert_true(fd >= 0);
	for (size_t done = 0; done < size; done += sizeof bytes)
		assert_true(pwrite(fd, bytes, size - done < sizeof bytes
		    ? size - done : sizeof bytes, offset + (off_t)done) > 0);
	close(fd);
}

/* A library with a star on some texts. */
static void
make_library(int stars)
{
	struct library *library = library_open(path, LIBRARY_MAKE, NULL);
	struct reading  reading = { .starred = true };

	assert_non_null(library);
	for (int i = 1; i <= stars; i++)
		assert_true(library_set_reading(library, i, &reading,
		    READING_ALL));
	assert_true(library_set_tag(library, 1, "مرحبا", true));
	library_close(library);
}

static void
sets_a_damaged_one_aside(void **state)
{
	struct failure  failure = { 0 };
	struct library *library;
	char            aside[160];

	(void)state;
	make_library(3);
	damage(0, 100);
	library = library_open(path, LIBRARY_WRITE, &failure);
	assert_non_null(library);
	assert_int_equal(library_state(library), LIBRARY_REBUILT);
	snprintf(aside, sizeof aside, "%s.bad", path);
	assert_string_equal(library_set_aside(library), aside);
	assert_int_equal(access(aside, F_OK), 0);
	assert_true(library_is_outdated(library));
	assert_true(library_reading(library, 3).starred);
	library_close(library);
	library = library_open(path, LIBRARY_WRITE, &failure);
	assert_int_equal(library_state(library), LIBRARY_SOUND);
	library_close(library);
}

/* Damages the page on which the table begins. */
static void
damage_table(const char *table)
{
	struct store *store = open_store(STORE_WRITE);
	int64_t       page  = store_number(store, 0,
	    "SELECT rootpage FROM sqlite_schema WHERE name = ?", "t", table);
	int64_t       size  = store_number(store, 0, "PRAGMA page_size", "");

	store_close(store);
	assert_true(page > 1);
	damage((page - 1) * size, (size_t)size);
}

static void
rescues_what_the_reader_put_there(void **state)
{
	struct failure   failure = { 0 };
	struct library  *library;
	struct summaries articles;
	struct paths     tags;

	(void)state;
	make_library(500);
	damage_table("article");
	library = library_open(path, LIBRARY_WRITE, &failure);
	assert_non_null(library);
	articles = library_shelf(library, SHELF_ADDED, 0, 10);
	assert_int_equal(articles.count, 0);
	assert_int_equal(library_failure(library).kind, FAILURE_DAMAGED);
	assert_true(library_mend(&library, &failure));
	assert_int_equal(library_count(library), 0);
	for (int i = 1; i <= 500; i++)
		assert_true(library_reading(library, i).starred);
	tags = library_tags(library, 1);
	assert_int_equal(tags.count, 1);
	assert_string_equal(tags.at[0], "مرحبا");
	paths_free(&tags);
	library_close(library);
}

/* Of a library whose maker was killed nothing but an empty page is in the
 * file: the rest is in its journal. */
static void
opens_what_is_all_in_the_journal(void **state)
{
	struct store  *store = open_store(STORE_MAKE);
	struct failure failure = { 0 };
	struct stat    status;
	char           copy[160], command[1024];

	(void)state;
	add_tag(store, "kept");
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_size, STORE_PAGE);
	snprintf(copy, sizeof copy, "%s/copy.db", folder);
	snprintf(command, sizeof command, "cp %s %s && cp %s-wal %s-wal",
	    path, copy, path, copy);
	assert_int_equal(system(command), 0);
	store_close(store);
	store = store_open(copy, STORE_READ, library_schema, &failure);
	assert_non_null(store);
	assert_int_equal(tags(store), 1);
	store_close(store);
}

/* What went wrong in it is no failure of the disk. */
static void
tells_the_cause(void **state)
{
	struct store *store = open_store(STORE_MAKE);

	(void)state;
	assert_false(store_run(store, "SELECT * FROM nothing"));
	assert_int_equal(store_failure(store)->kind, FAILURE_DATABASE);
	store_forgive(store);
	assert_true(store_run(store, "PRAGMA query_only = 1"));
	assert_false(store_run(store, "DELETE FROM tag"));
	assert_int_equal(store_failure(store)->kind, FAILURE_SYSTEM);
	assert_int_equal(store_failure(store)->error, EROFS);
	store_close(store);
}

/* What only reads leaves the journal's mode as it is. */
static void
reads_without_writing(void **state)
{
	struct store *store = open_store(STORE_MAKE);

	(void)state;
	assert_true(store_run(store, "PRAGMA journal_mode = DELETE"));
	store_close(store);
	store = open_store(STORE_READ);
	assert_int_equal(tags(store), 0);
	assert_int_equal(store_number(store, 0, "SELECT count(*) FROM"
	    " pragma_journal_mode WHERE journal_mode = 'delete'", ""), 1);
	store_close(store);
	store_close(open_store(STORE_WRITE));
	store = open_store(STORE_READ);
	assert_int_equal(store_number(store, 0, "SELECT count(*) FROM"
	    " pragma_journal_mode WHERE journal_mode = 'wal'", ""), 1);
	store_close(store);
}

/* Another program sees it at once, though a batch of changes was begun. */
static void
what_the_reader_sets_is_lasting(void **state)
{
	struct reading  reading = { .starred = true };
	struct library *library;
	struct store   *other;

	(void)state;
	make_library(1);
	library = library_open(path, LIBRARY_WRITE, NULL);
	other = open_store(STORE_READ);
	assert_true(library_reindex_begin(library));
	assert_false(library_is_settled(library));
	assert_true(library_set_reading(library, 2, &reading, READING_ALL));
	assert_int_equal(store_number(other, 0,
	    "SELECT count(*) FROM reading WHERE key = 2", ""), 1);
	assert_true(library_reindex_begin(library));
	assert_true(library_set_mark(library, 2, "م", 7));
	assert_int_equal(store_number(other, 0,
	    "SELECT position FROM mark WHERE key = 2", ""), 7);
	assert_true(library_reindex_begin(library));
	assert_true(library_set_tag(library, 2, "tag", true));
	assert_int_equal(tags(other), 2);
	store_close(other);
	library_close(library);
}

/* All names beside it are taken, by folders. */
static void
is_closed_where_it_cannot_be_mended(void **state)
{
	struct failure  failure = { 0 };
	struct library *library;
	struct stat     before, after;
	char            taken[160];

	(void)state;
	make_library(3);
	snprintf(taken, sizeof taken, "%s.bad", path);
	assert_int_equal(mkdir(taken, 0700), 0);
	for (int i = 2; i <= 99; i++) {
		snprintf(taken, sizeof taken, "%s.bad%d", path, i);
		assert_int_equal(mkdir(taken, 0700), 0);
	}
	damage_table("article");
	library = library_open(path, LIBRARY_WRITE, &failure);
	assert_non_null(library);
	assert_int_equal(stat(path, &before), 0);
	assert_false(library_mend(&library, &failure));
	assert_null(library);
	assert_int_equal(failure.kind, FAILURE_SYSTEM);
	assert_string_equal(failure.where, taken);
	assert_int_equal(stat(path, &after), 0);
	assert_true(before.st_ino == after.st_ino);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, \
	remove_folder)
	const struct CMUnitTest tests[] = {
		TEST(keeps_what_was_committed),
		TEST(answers_two_at_once),
		TEST(lets_one_write_and_others_read),
		TEST(goes_through_no_link),
		TEST(sets_a_damaged_one_aside),
		TEST(rescues_what_the_reader_put_there),
		TEST(opens_what_is_all_in_the_journal),
		TEST(reads_without_writing),
		TEST(tells_the_cause),
		TEST(what_the_reader_sets_is_lasting),
		TEST(is_closed_where_it_cannot_be_mended),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
