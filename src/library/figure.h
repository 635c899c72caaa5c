/* figure.h: which names are names of one figure, across all articles. */
#ifndef QARI_LIBRARY_FIGURE_H
#define QARI_LIBRARY_FIGURE_H

#include "library/handle.h"
#include "library/pack.h"

/* Gives the new name its keys and its leader. */
bool figure_place(struct library *library, int64_t name);

/* Has the two names, of one kind, be names of one figure. */
bool figure_join(struct library *library, int64_t name, int64_t other);

/* Has all names of the figure that the name belongs to be placed anew when
 * the batch ends. */
bool figure_dissolve(struct library *library, int64_t name);

/* Counts the figure that the name belongs to. */
bool figure_count(struct library *library, int64_t name);

/* The column of the one row that the question answers with, or "". The caller
 * frees it. */
char *text_of_answer(struct rows *rows);

/* The sentence of the article that `byte` stands in. */
struct span sentence_around(const struct article *article, size_t byte);

/* The mentions noted of the article; the caller frees the array. */
struct noteds noteds_of(struct library *library, int64_t article);

#endif
