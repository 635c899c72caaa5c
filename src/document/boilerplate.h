/* boilerplate.h: what the site, not the writer, put behind an article. */
#ifndef QARI_DOCUMENT_BOILERPLATE_H
#define QARI_DOCUMENT_BOILERPLATE_H

#include "document/article.h"

/* Marks the last parts of a complete article that are the site's: lines that
 * open as boilerplate does, with the short lines behind them (the related
 * headlines, the buttons). At least one paragraph stays the article's. */
void boilerplate_find(struct article *article);

#endif
