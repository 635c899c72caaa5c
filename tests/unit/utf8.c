/* utf8.c: code points and bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "bytes/utf8.h"

/* Table 3-8 of Unicode 15: how many U+FFFD stand for an ill-formed row. */
static void
reads_maximal_subparts(void **state)
{
	static const struct {
		const char *bytes;
		const char *read;       /* a letter, or ? for U+FFFD */
	} rows[] = {
		{ "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "????????A" },
		{ "\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "????????A" },
		{ "\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "?????A??B" },
		{ "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "????A" },
		{ "a\xD8", "a?" }, { "\xE2\x80", "?" }, { "\xF0\x9F\x98", "?" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t size = strlen(rows[i].bytes);
		size_t at   = 0;

		for (const char *r = rows[i].read; *r != '\0'; r++) {
			char32_t letter;

			assert_true(at < size);
			at += utf8_read(rows[i].bytes + at, size - at, &letter);
			assert_int_equal(letter, *r == '?'
			    ? UTF8_REPLACEMENT : (char32_t)*r);
		}
		assert_int_equal(at, size);
	}
}

static void
reads_what_it_wrote(void **state)
{
	(void)state;
	for (char32_t letter = 0; letter <= 0x10FFFF; letter++) {
		bool     scalar = letter < 0xD800 || letter > 0xDFFF;
		char     text[UTF8_MOST];
		char32_t back;
		bool     cut;
		size_t   size = utf8_write(letter, text);

		assert_int_equal(utf8_read(text, size, &back), size);
		assert_int_equal(back, scalar ? letter : UTF8_REPLACEMENT);
		assert_int_equal(utf8_valid(text, size, &cut), size);
		assert_int_equal(utf8_count(text, size), 1);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(utf8_start(text, i), 0);
	}
}

static void
finds_the_end_of_what_is_sound(void **state)
{
	bool cut;

	(void)state;
	assert_int_equal(utf8_valid("نعم", 6, &cut), 6);
	assert_false(cut);
	assert_int_equal(utf8_valid("نعم", 5, &cut), 4);
	assert_true(cut);
	assert_int_equal(utf8_valid("ن\xFFم", 5, &cut), 2);
	assert_false(cut);
	assert_int_equal(utf8_valid("ن\xE2\x41", 4, &cut), 2);
	assert_false(cut);
	/* U+FFFD spelt out is as good as any other letter. */
	assert_int_equal(utf8_valid("a\xEF\xBF\xBDz", 5, &cut), 5);
}

/* Every byte at every place of a longer text: what a byte-wise reading of the
 * same text says. */
static void
finds_it_in_a_long_text(void **state)
{
	static const char sound[] = "نعم a لاbلا نعم c";
	char text[sizeof sound];

	(void)state;
	for (size_t place = 0; place + 1 < sizeof sound; place++) {
		for (int byte = 0; byte < 256; byte++) {
			size_t   at = 0;
			size_t   took;
			char32_t letter;
			bool     cut;

			memcpy(text, sound, sizeof sound);
			text[place] = (char)byte;
			for (; at + 1 < sizeof sound; at += took) {
				took = utf8_read(text + at,
				    sizeof sound - 1 - at, &letter);
				if (letter == UTF8_REPLACEMENT)
					break;
			}
			assert_int_equal(utf8_valid(text,
			    sizeof sound - 1, &cut), at);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_maximal_subparts),
		cmocka_unit_test(reads_what_it_wrote),
		cmocka_unit_test(finds_the_end_of_what_is_sound),
		cmocka_unit_test(finds_it_in_a_long_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
