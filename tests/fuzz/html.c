/* html.c: any page is read, and its parts lie in order in its text. */
#include "document/article.h"
#include "document/html.h"
#include "document/words.h"
#include "bytes/utf8.h"
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input   input   = input_of(bytes, size);
	struct article article = { .complete = true };
	struct buffer  page    = { 0 };
	size_t         at      = 0;
	bool           cut;

	for (size_t i = 0; i < input.size;) {
		char     letters[UTF8_MOST];
		char32_t letter;

		i += utf8_read(input.at + i, input.size - i, &letter);
		buffer_add(&page, letters, utf8_write(letter, letters));
	}
	html_read(&article, page.at, page.count);
	CHECK(article.text.count == 0 || utf8_valid(article.text.at,
	    article.text.count, &cut) == article.text.count);
	for (size_t i = 0; i < article.parts.count; i++) {
		struct span span = article.parts.at[i].span;

		CHECK(span.start >= at && span.end > span.start);
		CHECK(span.end <= article.text.count);
		CHECK(line_end_find(article.text.at, span.start, span.end) ==
		    span.end);
		at = span.end;
	}
	array_free(&article.text);
	array_free(&article.parts);
	array_free(&page);
	return 0;
}
