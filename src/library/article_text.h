/* article_text.h: the text of an article, put into the library and taken out. */
#ifndef QARI_LIBRARY_ARTICLE_TEXT_H
#define QARI_LIBRARY_ARTICLE_TEXT_H

#include "library/handle.h"

/* The article's columns in the full-text index. */
struct indexed {
	char *title;
	char *body;             /* all but the headline and boilerplate */
};

struct indexed indexed_of(const struct article *article);
void indexed_free(struct indexed *indexed);

/* Writes text and parts of article `id`, over what was there. */
bool held_put(struct library *library, int64_t id,
    const struct article *article);

/* Takes the article's rows out, with the files it came from, but nothing that
 * was computed of it. */
bool held_forget(struct library *library, int64_t id);

/* Adds the article's words to the full-text index, or takes them out: what
 * is taken out must be what was put in. */
bool held_index(struct library *library, int64_t id,
    const struct article *article);
bool held_unindex(struct library *library, int64_t id,
    const struct article *article);

#endif
