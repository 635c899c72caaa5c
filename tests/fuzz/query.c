/* query.c: what is typed at the library's search is a query, whatever it is,
 * and the places it stands at are places of the article. */
#include "document/format.h"
#include "library/query.h"
#include "target.h"

static void
check_spans(const struct query *query, const struct article *article)
{
	struct spans spans = query_spans(query, article);
	size_t       at    = 0;

	for (size_t i = 0; i < spans.count; i++) {
		CHECK(spans.at[i].start >= at);
		CHECK(!span_is_empty(spans.at[i]));
		CHECK(spans.at[i].end <= article->text.count);
		at = spans.at[i].end;
	}
	array_free(&spans);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input   input   = input_of(bytes, size);
	struct input   typed   = input_until(&input, '\n');
	struct article article = { .name = "fuzz", .complete = true };
	struct buffer  line    = { 0 };
	struct buffer  written = { 0 };
	struct query  *query;

	input_text(typed, &line);
	input_text(input, &article.text);
	format_plain()->parse(&article, 0);
	query = query_new(line.at, line.count);
	query_write(query, &written);
	check_spans(query, &article);
	query_free(query);
	query = query_new_words(line.at, line.count);
	check_spans(query, &article);
	query_free(query);
	array_free(&written);
	array_free(&line);
	array_free(&article.parts);
	array_free(&article.text);
	return 0;
}
