/* tags.h: the words that the reader files articles under. */
#ifndef QARI_VIEWS_TAGS_H
#define QARI_VIEWS_TAGS_H

#include "views/app.h"

/* Asks for the tags of the text of that key, those it has being there to be
 * added to or erased. The top view's answer() hears of it. */
void tags_ask(struct app *app, int64_t key);

/* Keeps what was typed of them, and says which there are. */
void tags_answer(struct app *app);

/* Appends the tags as a row shows them: each alone, behind a #. */
void tags_write(const char *tags, struct buffer *out);

#endif
