/* parts.h: what holds of the parts of any article. */
#ifndef QARI_TESTS_PARTS_H
#define QARI_TESTS_PARTS_H

#include "document/article.h"
#include "document/words.h"
#include "target.h"

/* They lie in order, are not empty, and hold no line end and no white space
 * at their ends. */
static inline void
check_parts(const struct article *article)
{
	const char *text = article->text.at;
	size_t      at   = 0;

	for (size_t i = 0; i < article->parts.count; i++) {
		struct span span = article->parts.at[i].span;

		CHECK(span.start >= at && span.end > span.start);
		CHECK(span.end <= article->text.count);
		CHECK(line_end_find(text, span.start, span.end) == span.end);
		CHECK(span_same(white_trim(text, span), span));
		at = span.end;
	}
}

#endif
