/* file.c: files, pipes, folders, and failures that say what they are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bytes/file.h"

static char folder[] = "/tmp/qari-file-XXXXXX";
static char path[64];

static const char *
in_folder(const char *name)
{
	snprintf(path, sizeof path, "%s/%s", folder, name);
	return path;
}

static int
make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL ? -1 : 0;
}

static int
remove_folder(void **state)
{
	static const char *const names[] = {
		"a.txt", "b.txt", "empty", ".hidden", "old~", "pipe", "link",
		"manifest.tsv", "all.JSON"
	};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unlink(in_folder(names[i]));
	rmdir(in_folder("deeper"));
	return rmdir(folder);
}

static void
write_file(const char *name, const char *text)
{
	struct failure failure;

	assert_true(file_replace(in_folder(name), text, strlen(text),
	    &failure));
}

static void
reads_in_slices(void **state)
{
	struct failure failure;
	struct buffer  text = { 0 };
	struct file   *file;

	(void)state;
	write_file("a.txt", "0123456789");
	file = file_open(in_folder("a.txt"), &failure);
	assert_non_null(file);
	assert_int_equal(file_size(file), 10);
	assert_true(file_read(file, &text, 4, &failure));
	assert_int_equal(text.count, 4);
	assert_false(file_ended(file));
	assert_true(file_read(file, &text, 100, &failure));
	assert_int_equal(text.count, 10);
	assert_memory_equal(text.at, "0123456789", 10);
	assert_true(file_ended(file));
	assert_true(file_read(file, &text, 100, &failure));
	assert_int_equal(text.count, 10);
	file_close(file);
	array_free(&text);
}

static void
replaces_whole_and_privately(void **state)
{
	struct failure failure;
	struct stat    status;

	(void)state;
	write_file("a.txt", "old");
	write_file("a.txt", "new and longer");
	assert_int_equal(stat(in_folder("a.txt"), &status), 0);
	assert_int_equal(status.st_size, 14);
	assert_int_equal(status.st_mode & 0777, 0600);
	/* What was left beside it by one that was killed does no harm. */
	write_file("a.txt.new", "a part of");
	write_file("a.txt", "newer");
	assert_int_equal(access(in_folder("a.txt.new"), F_OK), -1);
	assert_false(file_replace("/nowhere/at/all", "x", 1, &failure));
	assert_int_equal(failure.kind, FAILURE_SYSTEM);
	assert_int_equal(failure.error, ENOENT);
	assert_string_equal(failure.where, "/nowhere/at/all");
}

/* A link stays one: it is where the file is kept that it is replaced. */
static void
replaces_what_a_link_leads_to(void **state)
{
	struct stat status;
	char        target[64];

	(void)state;
	write_file("b.txt", "old");
	snprintf(target, sizeof target, "%s", in_folder("b.txt"));
	assert_int_equal(symlink("b.txt", in_folder("link")), 0);
	write_file("link", "newer");
	assert_int_equal(lstat(in_folder("link"), &status), 0);
	assert_true(S_ISLNK(status.st_mode));
	assert_int_equal(stat(target, &status), 0);
	assert_int_equal(status.st_size, 5);
	assert_int_equal(unlink(in_folder("link")), 0);
	assert_int_equal(unlink(target), 0);
}

static void
assert_refused(const char *name, enum failure_kind kind, int error)
{
	struct failure failure;

	assert_null(file_open(name, &failure));
	assert_int_equal(failure.kind, kind);
	assert_int_equal(failure.error, error);
	assert_string_equal(failure.where, name);
}

static void
refuses_what_is_no_file(void **state)
{
	(void)state;
	assert_refused(in_folder("missing"), FAILURE_SYSTEM, ENOENT);
	assert_refused(folder, FAILURE_SYSTEM, EISDIR);
	assert_refused("/dev/null", FAILURE_NOT_A_FILE, 0);
	assert_true(file_is_folder(folder));
	assert_false(file_is_folder("/dev/null"));
	assert_false(file_is_folder(in_folder("missing")));
}

/* Opening one that nobody writes to yet would wait; so would reading it. */
static void
opens_a_pipe_without_waiting(void **state)
{
	struct failure failure;
	struct buffer  text = { 0 };
	struct file   *file;
	int            writer;

	(void)state;
	assert_int_equal(mkfifo(in_folder("pipe"), 0600), 0);
	alarm(5);
	file = file_open(in_folder("pipe"), &failure);
	assert_non_null(file);
	assert_true(file_is_stream(in_folder("pipe")));
	assert_int_equal(file_size(file), 0);
	assert_true(file_waits(file));
	writer = open(in_folder("pipe"), O_WRONLY);
	assert_true(writer >= 0);
	assert_true(file_waits(file));
	assert_int_equal(write(writer, "abc", 3), 3);
	assert_false(file_waits(file));
	assert_true(file_read(file, &text, 10, &failure));
	assert_int_equal(text.count, 3);
	assert_true(file_waits(file));
	close(writer);
	assert_false(file_waits(file));
	assert_true(file_read(file, &text, 10, &failure));
	alarm(0);
	assert_true(file_ended(file));
	assert_false(file_waits(file));
	assert_int_equal(text.count, 3);
	file_close(file);
	array_free(&text);
}

static void
lists_a_folder(void **state)
{
	struct failure failure;
	struct paths   paths = { 0 };

	(void)state;
	write_file("b.txt", "b");
	write_file("a.txt", "a");
	write_file(".hidden", "h");
	write_file("old~", "o");
	write_file("manifest.tsv", "t");
	write_file("all.JSON", "{}");
	assert_int_equal(mkdir(in_folder("deeper"), 0700), 0);
	assert_true(folder_list(folder, &paths, &failure));
	assert_int_equal(paths.count, 2);
	assert_string_equal(paths.at[0], in_folder("a.txt"));
	assert_string_equal(paths.at[1], in_folder("b.txt"));
	paths_free(&paths);
	assert_false(folder_list(in_folder("missing"), &paths, &failure));
	assert_int_equal(failure.error, ENOENT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_in_slices),
		cmocka_unit_test(replaces_whole_and_privately),
		cmocka_unit_test(replaces_what_a_link_leads_to),
		cmocka_unit_test(refuses_what_is_no_file),
		cmocka_unit_test(lists_a_folder),
		cmocka_unit_test(opens_a_pipe_without_waiting),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
