/* read.h: the task of reading: on a screen, from a script, or printed. */
#ifndef QARI_VIEWS_READ_H
#define QARI_VIEWS_READ_H

#include "bytes/file.h"
#include "document/article.h"
#include "views/option.h"

/* Reads what the options name and returns the program's status: 0, 2 on an
 * error, which was said on standard error, or 128 plus a signal. */
int read_run(const struct options *options);

/* Shows the library on a screen; where there is none, lists its articles. */
int read_library(const struct options *options);

/* The paths of all articles that the options name, those in folders too;
 * standard input when nothing is named. `*folders`: whether one is a folder.
 * False and `failure` when a folder holds none, or there is nothing to read.
 * The caller frees the paths. */
bool articles_named(const struct options *options, struct paths *paths,
    bool *folders, struct failure *failure);

/* Opens one of them, its day of publication as the options give it. NULL and
 * `failure` when it cannot be read. */
struct article *article_named(const struct options *options,
    const char *path, struct failure *failure);

/* Whether all that was printed on standard output reached it; says what
 * hindered otherwise. */
bool printed(const struct options *options);

/* Says the sentence on standard error, after the program's name. */
void say(const struct options *options, const struct buffer *sentence);

/* Says the failure on standard error; returns 2. */
int complain(const struct options *options, const struct failure *failure);

#endif
