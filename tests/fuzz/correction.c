/* correction.c: any file of corrections is read, and comes back as it was;
 * what it says holds in any text without breaking the mentions' order. The
 * file and the text are parted by a NUL. */
#include "language/correction.h"
#include "target.h"

/* Written, it reads as before; and nothing of it is another but the ends of
 * lines. */
static void
check_text(const struct corrections *corrections, struct input file)
{
	struct corrections *again = corrections_new();
	struct buffer       once  = { 0 };
	struct buffer       twice = { 0 };
	size_t              line;

	corrections_write(corrections, &once);
	corrections_parse(again, once.at, once.count, &line);
	corrections_write(again, &twice);
	CHECK(again->count == corrections->count);
	CHECK(again->rulings == corrections->rulings);
	CHECK(once.count == twice.count && (once.count == 0 ||
	    memcmp(once.at, twice.at, once.count) == 0));
	if (file.size > 0 && memchr(file.at, '\r', file.size) == NULL)
		CHECK(once.count >= file.size &&
		    once.count <= file.size + 1 &&
		    memcmp(once.at, file.at, file.size) == 0);
	array_free(&once);
	array_free(&twice);
	corrections_free(again);
}

static void
check_mentions(const struct mentions *mentions, size_t size)
{
	size_t reached = 0;

	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->at[i];

		CHECK(mention->span.start >= reached);
		CHECK(mention->span.start < mention->span.end);
		CHECK(mention->first <= mention->last);
		reached = mention->span.end;
	}
	CHECK(reached <= size);
}

/* Every second token was guessed to be a name. */
static struct mentions
guesses(const struct tokens *tokens)
{
	struct mentions mentions = { 0 };

	for (uint32_t i = 0; i < tokens->count; i += 2)
		array_add(&mentions, (struct mention){
		    .span = tokens->at[i].span, .kind = KIND_PLACE,
		    .finder = FOUND_BY_MODEL, .entity = NONE, .date = NONE,
		    .first = i, .last = i });
	return mentions;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input        input       = input_of(bytes, size);
	struct input        file        = input_until(&input, '\0');
	struct corrections *corrections = corrections_new();
	struct buffer       text        = { 0 };
	struct correction   taken;
	struct tokens       tokens;
	struct mentions     mentions;
	size_t              line;

	CHECK(corrections_parse(corrections, file.at, file.size, &line) ==
	    (line == 0));
	check_text(corrections, file);
	input_text(input, &text);
	tokens = tokens_of_text(text.at, text.count);
	mentions = guesses(&tokens);
	corrections_apply(corrections, &tokens, &mentions);
	check_mentions(&mentions, text.count);
	while (corrections_take_back(corrections, &taken)) {
		free(taken.name);
		free(taken.other);
	}
	CHECK(corrections->rulings == 0);
	array_free(&mentions);
	tokens_free(&tokens);
	array_free(&text);
	corrections_free(corrections);
	return 0;
}
