/* sheet.h: lines for a reader on standard output or error: set on a terminal
 * as qari --print sets an article, and plain text where it is none. */
#ifndef QARI_VIEWS_SHEET_H
#define QARI_VIEWS_SHEET_H

#include <stdio.h>

#include "views/option.h"

/* How wide the terminal is that `out` is; COLUMN_USUAL where it is none. */
size_t sheet_columns(FILE *out);

/* Writes the lines of `text[size]`. On a terminal they are set as wide as it
 * is, or as --width says, in the order and forms that the options ask for;
 * fields between tabs, or two spaces and more, keep their places, and what
 * does not fit goes on below the longest. */
void sheet_print(const struct options *options, const char *text,
    size_t size, FILE *out);

#endif
