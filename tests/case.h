/* case.h: files of cases. A case begins at a line "== what it shows" and ends
 * at the next or at the end of the file; lines that begin with # before the
 * first case are comments. */
#ifndef QARI_TESTS_CASE_H
#define QARI_TESTS_CASE_H

#include <stdbool.h>

/* What a runner makes of a case's lines; all but begin() and play() may be
 * NULL. */
struct case_kind {
	void (*begin)(const char *title);       /* the title lives until play() */
	void (*option)(char *word);     /* each word of the first line */
	void (*text)(const char *line); /* each line, up to "---" where there
	                                 * is wanted() */
	void (*wanted)(const char *line);       /* each behind it, not empty */
	bool (*play)(void);             /* whether the case is right; it tells
	                                 * what is wrong */
};

/* Plays all cases of the file that the runner was given; its exit status. */
int cases_play(int arguments, char **argument, const struct case_kind *kind);

/* Ends the runner: the file is no file of cases. */
_Noreturn void malformed(const char *what);

#endif
