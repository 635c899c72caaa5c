/* html.c: any page is read or refused, its tags come out plain, and its parts
 * lie in order in its text. */
#include "document/format.h"
#include "document/html.h"
#include "document/tags.h"
#include "parts.h"

/* Every < begins a tag with no attribute but `hidden`, whose text is no
 * script: made plain once more the page stays as it is. */
static void
check_plain(const struct buffer *page)
{
	struct buffer once  = { 0 };
	struct buffer twice = { 0 };

	tags_plain(&once, page->at, page->count);
	tags_plain(&twice, once.at, once.count);
	CHECK(once.count == twice.count);
	CHECK(once.count == 0 || memcmp(once.at, twice.at, once.count) == 0);
	CHECK(once.count == 0 || memchr(once.at, '\0', once.count) == NULL);
	array_free(&once);
	array_free(&twice);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct article article = { .complete = true };
	struct buffer  page    = { 0 };
	bool           cut;

	input_text(input_of(bytes, size), &page);
	check_plain(&page);
	if (html_read(&article, page.at, page.count)) {
		CHECK(article.text.count == 0 || utf8_valid(article.text.at,
		    article.text.count, &cut) == article.text.count);
		check_parts(&article);
	}
	CHECK(page.count == 0 || html_sniff(page.at, page.count) ||
	    format_of(page.at, page.count) == format_plain());
	array_free(&article.text);
	array_free(&article.parts);
	array_free(&page);
	return 0;
}
