/* option.c: any command line is read, or refused with a sentence. Its words
 * stand one a line. */
#include "target.h"
#include "views/option.h"

enum { WORDS = 12 };

static size_t
read_words(struct input *input, char **argv)
{
	size_t words = 1;

	while (words <= WORDS && input->size > 0) {
		struct input word = input_until(input, '\n');
		size_t       size = strnlen(word.at, word.size);

		argv[words++] = memory_string(word.at, size);
	}
	return words;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input   input   = input_of(bytes, size);
	struct failure failure = { 0 };
	struct buffer  text    = { 0 };
	struct options options;
	char          *argv[WORDS + 2] = { memory_string("qari", 4) };
	char          *given[WORDS + 2];
	size_t         words = read_words(&input, argv);

	memcpy(given, argv, sizeof given);
	if (options_read((int)words, argv, &options, &failure)) {
		CHECK(options.operands < words);
		CHECK(options.rows > 0 && options.columns > 0);
	} else {
		CHECK(failure.kind != FAILURE_NONE);
		failure_write(options.language, &failure, &text);
		CHECK(text.count > 0);
	}
	for (size_t i = 0; i < words; i++)
		free(given[i]);
	array_free(&text);
	return 0;
}
