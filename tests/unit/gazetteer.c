/* gazetteer.c: the list of names is sound, and a damaged one is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "language/fold.h"
#include "language/gazetteer.h"

static char path[] = "/tmp/qari-names-XXXXXX";

static struct gazetteer *
load(const char *lines, struct failure *failure)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(lines, file);
	fclose(file);
	return gazetteer_load(path, failure);
}

static void
the_longest_name_is_found(void **state)
{
	static const char text[] = "من بني سعد وبني سعد الجبل للقرية الحمرا";
	struct gazetteer *gazetteer = load("بني سعد\tL\nبني سعد الجبل\tL\n"
	    "سعد\tF\nالقريه الحمرا\tL\n", NULL);
	struct tokens   tokens = tokens_of_text(text, sizeof text - 1);
	struct mentions found  = gazetteer_match(gazetteer, &tokens);
	static const uint32_t first[] = { 1, 3, 6 };
	static const uint32_t last[]  = { 2, 5, 7 };

	(void)state;
	assert_int_equal(found.count, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(found.at[i].first, first[i]);
		assert_int_equal(found.at[i].last, last[i]);
	}
	/* و and the first lam are out. */
	assert_memory_equal(text + found.at[1].span.start, "بني", 6);
	assert_memory_equal(text + found.at[2].span.start, "لقرية", 10);
	array_free(&found);
	tokens_free(&tokens);
	gazetteer_free(gazetteer);
}

static void
a_damaged_list_is_refused(void **state)
{
	static const char *const damaged[] = {
		"طنجه\n", "طنجه\tLL\n", "طنجه\tL", "\n", "طنجه L\n"
	};

	(void)state;
	for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
		struct failure failure = { 0 };

		assert_null(load(damaged[i], &failure));
		assert_int_equal(failure.kind, FAILURE_DAMAGED);
		assert_string_equal(failure.where, path);
	}
}

static void
a_list_too_large_is_refused(void **state)
{
	static const char line[]  = "طنجه\tL\n";
	struct failure    failure = { 0 };
	struct buffer     lines   = { 0 };

	(void)state;
	while (lines.count <= (size_t)4 << 20)
		buffer_add_string(&lines, line);
	array_add(&lines, '\0');
	assert_null(load(lines.at, &failure));
	assert_int_equal(failure.kind, FAILURE_TOO_LARGE);
	assert_string_equal(failure.where, path);
	assert_int_equal(failure.limit, 4 << 20);
	array_free(&lines);
}

/* A name that is not written as it is looked up is never found. */
static void
every_name_is_folded(void **state)
{
	const char *folder = getenv("srcdir");
	char   name[4096];
	char  *line = NULL;
	size_t room = 0, lines = 0;
	FILE  *file;

	(void)state;
	snprintf(name, sizeof name, "%s/data/names.tsv",
	    folder != NULL ? folder : ".");
	file = fopen(name, "r");
	assert_non_null(file);
	for (; getline(&line, &room, file) > 0; lines++) {
		size_t size = strcspn(line, "\t");
		struct buffer folded = { 0 };

		fold_text(line, size, &folded);
		assert_int_equal(folded.count, size);
		assert_memory_equal(folded.at, line, size);
		assert_non_null(strchr("LOEF", line[size + 1]));
		array_free(&folded);
	}
	assert_true(lines > 1000);
	free(line);
	fclose(file);
}

static int
remove_list(void **state)
{
	(void)state;
	return unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_longest_name_is_found),
		cmocka_unit_test(a_damaged_list_is_refused),
		cmocka_unit_test(a_list_too_large_is_refused),
		cmocka_unit_test(every_name_is_folded),
	};
	int file = mkstemp(path);

	if (file < 0)
		return 99;
	close(file);
	return cmocka_run_group_tests(tests, NULL, remove_list);
}
