/* case.c: files of cases, read and counted. */
#include "tests/case.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MALFORMED = 99 };        /* automake's status of a broken test */

struct cases {
	const struct case_kind *kind;
	FILE                   *file;
	char                   *line;   /* the last read, without its end */
	size_t                  room;
	size_t                  passed;
	size_t                  failed;
};

void
malformed(const char *what)
{
	fprintf(stderr, "malformed case: %s\n", what);
	exit(MALFORMED);
}

static bool
next_line(struct cases *cases)
{
	if (getline(&cases->line, &cases->room, cases->file) < 0)
		return false;
	cases->line[strcspn(cases->line, "\n")] = '\0';
	return true;
}

static bool
is_title(const struct cases *cases)
{
	return strncmp(cases->line, "== ", 3) == 0;
}

/* Reads the case whose title was read, and leaves the next one's; false at
 * the end of the file. */
static bool
read_case(struct cases *cases)
{
	const struct case_kind *kind   = cases->kind;
	bool                    behind = false;

	if (kind->option != NULL) {
		if (!next_line(cases))
			malformed("no options");
		for (char *word = strtok(cases->line, " "); word != NULL;
		    word = strtok(NULL, " "))
			kind->option(word);
	}
	while (next_line(cases)) {
		if (is_title(cases))
			return true;
		if (!behind && kind->wanted != NULL &&
		    strcmp(cases->line, "---") == 0)
			behind = true;
		else if (!behind)
			kind->text(cases->line);
		else if (cases->line[0] != '\0')
			kind->wanted(cases->line);
	}
	return false;
}

static bool
play_next(struct cases *cases)
{
	char *title = strdup(cases->line + 3);
	bool  more;

	cases->kind->begin(title);
	more = read_case(cases);
	if (cases->kind->play())
		cases->passed++;
	else {
		cases->failed++;
		printf("FAIL %s\n", title);
	}
	free(title);
	return more;
}

int
cases_play(int arguments, char **argument, const struct case_kind *kind)
{
	struct cases cases = { .kind = kind };
	bool         more;

	cases.file = arguments > 1 ? fopen(argument[1], "r") : NULL;
	if (cases.file == NULL)
		malformed("no file");
	while ((more = next_line(&cases)) && !is_title(&cases))
		if (cases.line[0] != '#' && cases.line[0] != '\0')
			malformed("a line before the first case");
	while (more)
		more = play_next(&cases);
	fclose(cases.file);
	free(cases.line);
	printf("%zu passed, %zu failed\n", cases.passed, cases.failed);
	return cases.failed > 0 || cases.passed == 0;
}
