/* decode.c: bytes of any charset become well-formed UTF-8, in slices of any
 * size; well-formed UTF-8 stays as it is. */
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input    input   = input_of(bytes, size);
	size_t          slice   = input_byte(&input);
	struct decoder *decoder = decoder_new();
	struct buffer   text    = { 0 };
	size_t          at      = 0;
	bool            cut     = false;
	bool            same;

	slice = slice == 0 ? input.size : slice;
	do {
		size_t left = input.size - at;
		size_t most = left < slice ? left : slice;

		decoder_feed(decoder, input.at + at, most, at + most ==
		    input.size, &text);
		at += most;
	} while (at < input.size);
	CHECK(utf8_valid(text.at, text.count, &cut) == text.count && !cut);
	same = text.count == input.size &&
	    (text.count == 0 || memcmp(text.at, input.at, text.count) == 0);
	if (strcmp(decoder_charset(decoder), "UTF-8") == 0)
		CHECK(same == (decoder_ill_formed(decoder) == 0));
	decoder_free(decoder);
	array_free(&text);
	return 0;
}
