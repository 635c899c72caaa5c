/* encoding.c: what a charset is taken for, whatever slices it comes in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include <unicode/ucnv.h>

#include "bytes/encoding.h"

static const char news[] =
    "وصل الوزير إلى المدينة صباح اليوم في زيارة رسمية تستغرق يومين، "
    "والتقى عددا من المسؤولين وممثلي الجمعيات، ثم افتتح معرضا للكتاب.\n";

/* Decodes `raw` in slices of `slice` bytes; the caller frees what it gets. */
static char *
decode(const char *raw, size_t size, size_t slice, struct decoder *decoder)
{
	struct buffer text = { 0 };
	size_t        at   = 0;

	do {
		size_t take = size - at < slice ? size - at : slice;

		decoder_feed(decoder, raw + at, take, at + take == size, &text);
		at += take;
	} while (at < size);
	array_add(&text, '\0');
	return text.at;
}

static void
assert_decodes(const char *raw, size_t size, size_t slice, const char *text,
    const char *charset, size_t ill_formed)
{
	struct decoder *decoder = decoder_new();
	char           *got     = decode(raw, size, slice, decoder);

	assert_string_equal(got, text);
	assert_string_equal(decoder_charset(decoder), charset);
	assert_int_equal(decoder_ill_formed(decoder), ill_formed);
	assert_false(decoder_is_binary(decoder));
	free(got);
	decoder_free(decoder);
}

static void
leaves_utf8_as_it_is(void **state)
{
	(void)state;
	for (size_t slice = 1; slice < 9; slice++)
		assert_decodes(news, sizeof news - 1, slice, news, "UTF-8", 0);
	assert_decodes("\xEF\xBB\xBFنعم", 9, 9, "\xEF\xBB\xBFنعم", "UTF-8", 0);
}

static void
replaces_what_is_ill_formed(void **state)
{
	static const char raw[] =
	    "قال الناطق باسم الوزارة\xFF إن \xD8\x41 الحال كما هي";
	static const char text[] =
	    "قال الناطق باسم الوزارة\xEF\xBF\xBD إن \xEF\xBF\xBD\x41 الحال كما هي";

	(void)state;
	for (size_t slice = 40; slice < sizeof raw; slice++)
		assert_decodes(raw, sizeof raw - 1, slice, text, "UTF-8", 2);
	assert_decodes("نعم\xD8", 7, 7, "نعم\xEF\xBF\xBD", "UTF-8", 1);
}

static void
converts_other_charsets(void **state)
{
	static const struct {
		const char *charset;
		const char *reported;
		const char *mark;
		size_t      mark_size;
		size_t      least;      /* a slice that shows the charset */
	} rows[] = {
		{ "windows-1256", "windows-1256", "", 0, 100 },
		{ "ISO-8859-6", "ISO-8859-6", "", 0, 100 },
		{ "UTF-16LE", "UTF-16LE", "", 0, 20 },
		{ "UTF-16BE", "UTF-16BE", "", 0, 20 },
		{ "UTF-16LE", "UTF-16", "\xFF\xFE", 2, 2 },
		{ "UTF-16BE", "UTF-16", "\xFE\xFF", 2, 2 },
		{ "UTF-32LE", "UTF-32", "\xFF\xFE\0\0", 4, 4 },
		{ "UTF-32BE", "UTF-32", "\0\0\xFE\xFF", 4, 4 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		UErrorCode error = U_ZERO_ERROR;
		char       raw[2048];
		int32_t    size;

		memcpy(raw, rows[i].mark, rows[i].mark_size);
		size = ucnv_convert(rows[i].charset, "UTF-8",
		    raw + rows[i].mark_size, 2000, news, -1, &error);
		assert_true(U_SUCCESS(error));
		for (size_t slice = rows[i].least; slice < 300; slice += 13)
			assert_decodes(raw, (size_t)size + rows[i].mark_size,
			    slice, news, rows[i].reported, 0);
	}
}

/* A page of windows-1256 of `size` bytes, `head` at its beginning. */
static void
assert_guesses_page(const char *head, const char *body, size_t size)
{
	struct decoder *decoder = decoder_new();
	struct buffer   raw     = { 0 };
	char            line[512];
	UErrorCode      error   = U_ZERO_ERROR;
	int32_t         length  = ucnv_convert("windows-1256", "UTF-8", line,
	    sizeof line, news, -1, &error);
	char           *text;

	assert_true(U_SUCCESS(error));
	buffer_add_string(&raw, head);
	while (raw.count < size) {
		buffer_add_string(&raw, body);
		buffer_add(&raw, line, (size_t)length);
	}
	text = decode(raw.at, raw.count, raw.count, decoder);
	assert_string_equal(decoder_charset(decoder), "windows-1256");
	assert_non_null(strstr(text, news));
	free(text);
	array_free(&raw);
	decoder_free(decoder);
}

/* The 4096th byte of a page that declares nothing may be any: it is no name
 * of a charset; nor is one that nobody knows. */
static void
guesses_what_is_not_declared(void **state)
{
	static const char head[] = "<html><body><p>";
	char              page[32];

	(void)state;
	for (size_t letters = 0; letters < 8; letters++) {
		snprintf(page, sizeof page, "%s%.*s", head, (int)letters,
		    "bcdefghi");
		assert_guesses_page(page, "<p class=abcdefghijklmnop>", 6000);
	}
	assert_guesses_page("<meta charset=x-foo>", "<p>", 6000);
	assert_guesses_page("<meta charset=x-foo>", "<p>", 600);
	assert_guesses_page("<meta charset=", "", 600);
}

/* A page that was saved as UTF-8 but for one byte is that, whatever it says. */
static void
believes_the_bytes_before_the_page(void **state)
{
	static const char raw[] = "<meta charset=windows-1256><p>"
	    "وصل الوزير إلى المدينة\xFF صباح اليوم";
	static const char text[] = "<meta charset=windows-1256><p>"
	    "وصل الوزير إلى المدينة\xEF\xBF\xBD صباح اليوم";

	(void)state;
	assert_decodes(raw, sizeof raw - 1, sizeof raw, text, "UTF-8", 1);
}

static void
knows_what_is_no_text(void **state)
{
	struct decoder *decoder = decoder_new();
	uint32_t        random  = 1;
	char            raw[4096];

	(void)state;
	/* Bytes as in compressed data: every value as often as any other. */
	for (size_t i = 0; i < sizeof raw; i++) {
		random = random * 1664525 + 1013904223;
		raw[i] = (char)(random >> 24);
	}
	free(decode(raw, sizeof raw, sizeof raw, decoder));
	assert_true(decoder_is_binary(decoder));
	decoder_free(decoder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leaves_utf8_as_it_is),
		cmocka_unit_test(replaces_what_is_ill_formed),
		cmocka_unit_test(converts_other_charsets),
		cmocka_unit_test(guesses_what_is_not_declared),
		cmocka_unit_test(believes_the_bytes_before_the_page),
		cmocka_unit_test(knows_what_is_no_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
