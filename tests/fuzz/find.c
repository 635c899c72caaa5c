/* find.c: a query finds what folds as it does, and nothing that does not. The
 * query stands before the first line end, the text behind it. */
#include "language/find.h"
#include "language/fold.h"
#include "target.h"

static bool
is_space(char32_t letter)
{
	return letter == ' ' || (letter >= '\t' && letter <= '\r') ||
	    letter == 0x85 || letter == 0x2028 || letter == 0x2029;
}

/* Spaces in a row match one of any kind, so none is looked at. */
static void
squeeze(struct buffer *folded)
{
	size_t count = 0;
	size_t used;

	for (size_t at = 0; at < folded->count; at += used) {
		char32_t letter;

		used = utf8_read(folded->at + at, folded->count - at, &letter);
		if (is_space(letter))
			continue;
		memmove(folded->at + count, folded->at + at, used);
		count += used;
	}
	folded->count = count;
}

static void
check_hit(struct input query, const struct buffer *text, struct span hit)
{
	struct buffer wanted = { 0 };
	struct buffer found  = { 0 };

	fold_text(query.at, query.size, &wanted);
	fold_text(text->at + hit.start, span_size(hit), &found);
	squeeze(&wanted);
	squeeze(&found);
	/* A ligature may be hit in its midst, and then is hit whole. */
	CHECK(found.count >= wanted.count);
	CHECK(wanted.count == 0 || memmem(found.at, found.count, wanted.at,
	    wanted.count) != NULL);
	array_free(&wanted);
	array_free(&found);
}

static void
find_all(const struct needle *needle, struct input query,
    const struct buffer *text)
{
	struct span within = span_of(0, text->count);
	struct span hit;

	while (needle_find(needle, text->at, text->count, within, &hit)) {
		CHECK(hit.start >= within.start && hit.start < within.end);
		CHECK(hit.end > hit.start && hit.end <= text->count);
		CHECK(utf8_start(text->at, hit.start) == hit.start);
		check_hit(query, text, hit);
		within.start = hit.end;
		if (within.start >= within.end)
			break;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input   input = input_of(bytes, size);
	struct input   typed = input_until(&input, '\n');
	struct buffer  query = { 0 };
	struct buffer  text  = { 0 };
	struct needle *needle;

	input_text(typed, &query);
	input_text(input, &text);
	needle = needle_new(query.at, query.count);
	if (needle != NULL)
		find_all(needle, (struct input){ query.at, query.count },
		    &text);
	needle_free(needle);
	array_free(&query);
	array_free(&text);
	return 0;
}
