/* library_pack.c: what is packed comes out again, byte for byte; what is
 * damaged is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "bytes/utf8.h"
#include "library/pack.h"

static void
assert_same(const char *text, size_t size)
{
	struct buffer packed = { 0 };
	struct buffer back   = { 0 };

	text_pack(text, size, &packed);
	assert_true(text_unpack(packed.at, packed.count, &back));
	assert_int_equal(back.count, size);
	if (size > 0)
		assert_memory_equal(back.at, text, size);
	array_free(&packed);
	array_free(&back);
}

static void
keeps_every_text(void **state)
{
	static const char with_nul[] = "a\0b\0";

	(void)state;
	assert_same("", 0);
	assert_same(with_nul, sizeof with_nul - 1);
	assert_same("\uFEFFبداية", strlen("\uFEFFبداية"));
	assert_same("مُحَمَّد، Latin ١٢ 😀 日本 \uFFFD\u200F\x1B[1m",
	    strlen("مُحَمَّد، Latin ١٢ 😀 日本 \uFFFD\u200F\x1B[1m"));
	assert_same("قال من في البيت إن الأمر انتهى.\n\nوعاد",
	    strlen("قال من في البيت إن الأمر انتهى.\n\nوعاد"));
}

/* Signs that are hardly ever written share bytes with common strings. */
static void
keeps_every_letter(void **state)
{
	static const struct { char32_t first, last; } blocks[] = {
		{ 1, 0x24F }, { 0x400, 0x6FF }, { 0x750, 0x77F },
		{ 0x900, 0x90F }, { 0x4E00, 0x4E40 }, { 0xFB50, 0xFEFF },
	};
	struct buffer text = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
		for (char32_t c = blocks[i].first; c <= blocks[i].last; c++) {
			char   letter[UTF8_MOST];
			size_t size = utf8_write(c, letter);

			buffer_add(&text, letter, size);
			assert_same(text.at + text.count - size, size);
			if (c % 7 == 0)
				buffer_add_string(&text, " من ال");
		}
	assert_same(text.at, text.count);
	array_free(&text);
}

/* As libraries of version 2 have them. */
static void
reads_what_was_packed_before(void **state)
{
	static const char *const packed[] = {
		"\0\xD8\xA7", "\1\x13\xA7", "\2\x13\xA7"
	};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct buffer back = { 0 };

		assert_true(text_unpack(packed[i], 3, &back));
		assert_int_equal(back.count, 2);
		assert_memory_equal(back.at, "ا", 2);
		array_free(&back);
	}
}

static void
takes_less_than_a_byte_a_letter(void **state)
{
	struct buffer text   = { 0 };
	struct buffer packed = { 0 };

	(void)state;
	for (int i = 0; i < 1000; i++)
		buffer_add_string(&text, "كتاب ");
	text_pack(text.at, text.count, &packed);
	assert_in_range(packed.count, 4000, 4010);
	array_free(&text);
	array_free(&packed);
}

static void
keeps_numbers(void **state)
{
	static const uint64_t numbers[] = {
		0, 1, 127, 128, 16383, 16384, UINT32_MAX, UINT64_MAX
	};
	struct buffer    packed = { 0 };
	struct unpacking from;

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		number_pack(&packed, numbers[i]);
	from = (struct unpacking){ packed.at, packed.at + packed.count, 0 };
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		assert_true(number_unpack(&from) == numbers[i]);
	assert_false(from.damaged);
	assert_int_equal(number_unpack(&from), 0);
	assert_true(from.damaged);
	array_free(&packed);
}

static void
refuses_damaged_parts(void **state)
{
	struct part   all[] = {
		{ { 0, 10 }, PART_HEADLINE, false },
		{ { 12, 40 }, PART_PARAGRAPH, true },
	};
	struct parts  parts  = { all, 2, 2 };
	struct parts  back   = { 0 };
	struct buffer packed = { 0 };

	(void)state;
	parts_pack(&parts, &packed);
	assert_true(parts_unpack(packed.at, packed.count, 40, &back));
	assert_int_equal(back.count, 2);
	assert_int_equal(back.at[1].span.end, 40);
	assert_true(back.at[1].spaced);
	back.count = 0;
	assert_false(parts_unpack(packed.at, packed.count, 39, &back));
	back.count = 0;
	assert_false(parts_unpack(packed.at, packed.count - 1, 40, &back));
	array_free(&back);
	array_free(&packed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_every_text),
		cmocka_unit_test(takes_less_than_a_byte_a_letter),
		cmocka_unit_test(keeps_every_letter),
		cmocka_unit_test(reads_what_was_packed_before),
		cmocka_unit_test(keeps_numbers),
		cmocka_unit_test(refuses_damaged_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
