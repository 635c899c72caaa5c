/* home.c: the paths of a reader's files, and their folders. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bytes/home.h"

static void
assert_path(const char *data, const char *home, const char *expected)
{
	char *path;

	if (data != NULL)
		setenv("XDG_DATA_HOME", data, 1);
	else
		unsetenv("XDG_DATA_HOME");
	if (home != NULL)
		setenv("HOME", home, 1);
	else
		unsetenv("HOME");
	path = home_path("XDG_DATA_HOME", ".local/share", "qari/file");
	if (expected == NULL)
		assert_null(path);
	else
		assert_string_equal(path, expected);
	free(path);
}

static void
follows_the_variables(void **state)
{
	char long_home[PATH_MAX];

	(void)state;
	memset(long_home, 'h', sizeof long_home - 1);
	long_home[0] = '/';
	long_home[sizeof long_home - 1] = '\0';
	assert_path("/data", "/home/r", "/data/qari/file");
	assert_path("/data", NULL, "/data/qari/file");
	assert_path(NULL, "/home/r", "/home/r/.local/share/qari/file");
	assert_path("", "/home/r", "/home/r/.local/share/qari/file");
	assert_path("data", "/home/r", "/home/r/.local/share/qari/file");
	assert_path(NULL, "home", NULL);
	assert_path(NULL, NULL, NULL);
	assert_path(NULL, long_home, NULL);
}

static void
makes_folders_for_the_owner_alone(void **state)
{
	char        top[] = "/tmp/qari-home-XXXXXX";
	char        path[64];
	struct stat status;

	(void)state;
	umask(0);
	assert_non_null(mkdtemp(top));
	snprintf(path, sizeof path, "%s/a/b/file", top);
	assert_true(home_make_folders(path, NULL));
	assert_true(home_make_folders(path, NULL));
	assert_int_equal(stat(path, &status), -1);
	snprintf(path, sizeof path, "%s/a/b", top);
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0700);
	assert_int_equal(rmdir(path), 0);
	snprintf(path, sizeof path, "%s/a", top);
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0700);
	assert_int_equal(rmdir(path), 0);
	assert_int_equal(rmdir(top), 0);
}

static void
says_which_cannot_be_made(void **state)
{
	struct failure failure = { 0 };

	(void)state;
	assert_false(home_make_folders("/dev/null/a/file", &failure));
	assert_int_equal(failure.kind, FAILURE_SYSTEM);
	assert_int_equal(failure.error, ENOTDIR);
	assert_string_equal(failure.where, "/dev/null/a");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(follows_the_variables),
		cmocka_unit_test(makes_folders_for_the_owner_alone),
		cmocka_unit_test(says_which_cannot_be_made),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
