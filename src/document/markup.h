/* markup.h: a page of HTML as a row of texts, the article among them chosen.
 * It is told of tags and text in their order, by whoever reads HTML. */
#ifndef QARI_DOCUMENT_MARKUP_H
#define QARI_DOCUMENT_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "document/article.h"

struct markup;

struct markup *markup_new(void);

/* A tag is opened or closed, by its name in small letters; `hidden` says that
 * the page does not show it. Every close has had its open. */
void markup_open(struct markup *markup, const char *name, bool hidden);
void markup_close(struct markup *markup, const char *name);

/* Text, its entities decoded, UTF-8. */
void markup_text(struct markup *markup, const char *text, size_t size);

/* Appends the article to `article`, its parts and their text: the headline,
 * and what the page says of its own in paragraphs; neither the site's menus,
 * margins, forms and scripts nor what is hidden. */
void markup_write(const struct markup *markup, struct article *article);

void markup_free(struct markup *markup);

#endif
