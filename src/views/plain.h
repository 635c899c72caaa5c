/* plain.h: text with nothing in it that acts on a terminal: names of files
 * and words of articles go to a bare one in lists and complaints. */
#ifndef QARI_VIEWS_PLAIN_H
#define QARI_VIEWS_PLAIN_H

#include <stdbool.h>
#include <uchar.h>

#include "bytes/array.h"

/* Whether it is a control, or turns the order of the letters around it, or
 * ends a line. */
bool letter_acts(char32_t letter);

/* Appends `text[size]` with U+FFFD for the letters that act, those among the
 * characters of `but` aside. */
void plain_add_but(struct buffer *out, const char *text, size_t size,
    const char *but);

/* The same on one line: a line end or a tab becomes a space. */
void plain_add(struct buffer *out, const char *text, size_t size);

#endif
