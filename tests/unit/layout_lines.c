/* layout_lines.c: what holds of the lines of any text at any width: nothing
 * is lost, nothing is too wide, nothing is sent that a terminal obeys. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "bytes/utf8.h"
#include "layout/layout.h"
#include "layout/property.h"

enum { TEXTS = 20000, MOST = 60 };

static const char32_t alphabet[] =
    U"بتلاأمهـ      ab1٢.,،()[]«»-/:%\u064E\u0651\u0654\u0301\u0670\u06D6"
    U"\t\x1B\a\x7F\x9B\u2028漢字😀\u1100\u1161👨👩\u200D\u200D\u200C\u200B"
    U"\u00A0\u00AD\u3000\u200E\u200F\u202A\u202B\u202C\u202E\u2066\u2067\u2068"
    U"\u2069\uFE0F\uE000\U0001F1F8\U0001F1E6";

static uint32_t
random_below(uint64_t *state, uint32_t bound)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (uint32_t)((*state * UINT64_C(2685821657736338717)) >> 33) %
	    bound;
}

static void
random_text(struct buffer *text, uint64_t *seed)
{
	uint32_t letters = random_below(seed, MOST);

	text->count = 0;
	for (uint32_t i = 0; i < letters; i++) {
		char bytes[UTF8_MOST];

		buffer_add(text, bytes, utf8_write(alphabet[random_below(seed,
		    sizeof alphabet / sizeof *alphabet - 1)], bytes));
	}
}

static struct layout_options
random_options(uint64_t *seed)
{
	return (struct layout_options){
		.width   = 1 + random_below(seed, 24),
		.base    = (enum direction)random_below(seed, 4),
		.display = (enum display)random_below(seed, 4),
		.shape   = random_below(seed, 2) != 0,
		.harakat = random_below(seed, 2) != 0
	};
}

/* A cell that may be sent; the guard's override is wanted. */
static void
check_cell(const struct cell *cell)
{
	assert_true(cell->letter >= 0x20);
	assert_false(cell->letter >= 0x7F && cell->letter < 0xA0);
	assert_int_not_equal(property_of(cell->letter)->kind, KIND_CONTROL);
	assert_int_not_equal(property_of(cell->letter)->kind, KIND_FORMAT);
	assert_int_not_equal(property_of(cell->letter)->kind, KIND_MARK);
	assert_in_range(cell->columns, 1, 2);
	for (size_t i = 0; i < CELL_MARKS && cell->mark[i] != 0; i++)
		assert_true(property_of(cell->mark[i])->kind == KIND_MARK ||
		    (cell->byte == CELL_NO_BYTE && cell->mark[i] == 0x202D));
}

static void
check_lines(const struct lines *lines, size_t size, size_t width)
{
	size_t byte = 0;

	assert_true(lines->count > 0);
	for (size_t i = 0; i < lines->count; i++) {
		const struct line *line    = &lines->at[i];
		size_t             columns = 0;
		size_t             letters = 0;

		for (size_t j = 0; j < line->cells; j++) {
			check_cell(&line->cell[j]);
			columns += line->cell[j].columns;
			letters += line->cell[j].byte != CELL_NO_BYTE;
			assert_true(line->cell[j].byte == CELL_NO_BYTE ||
			    span_holds(line->span, line->cell[j].byte));
		}
		assert_int_equal(columns, line->columns);
		assert_true(columns <= width || letters == 1);
		assert_int_equal(line->span.start, byte);
		assert_true(line->span.end > byte || size == 0);
		byte = line->span.end;
	}
	assert_int_equal(byte, size);
}

/* Every letter that has a cell of its own is in exactly one of the lines. */
static void
check_nothing_is_lost(const struct lines *lines, const struct buffer *text)
{
	size_t *seen = calloc(text->count + 1, sizeof *seen);
	size_t  took;

	for (size_t i = 0; i < lines->store.count; i++)
		if (lines->store.at[i].byte != CELL_NO_BYTE)
			seen[lines->store.at[i].byte]++;
	for (size_t at = 0; at < text->count; at += took) {
		char32_t letter;

		took = utf8_read(text->at + at, text->count - at, &letter);
		if (letter == 'a' || letter == 0x6F22 || (0x628 <= letter &&
		    letter < 0x64B))
			assert_int_equal(seen[at], 1);
		if (letter == 0x1B)
			assert_in_range(seen[at], 1, 2);
	}
	free(seen);
}

static void
any_text_at_any_width(void **state)
{
	struct buffer text = { 0 };
	uint64_t      seed = 20240919;

	(void)state;
	for (size_t i = 0; i < TEXTS; i++) {
		struct layout_options options = random_options(&seed);
		struct lines          lines;

		random_text(&text, &seed);
		lines = layout_paragraph(text.at, span_of(0, text.count),
		    NULL, &options);
		check_lines(&lines, text.count, options.width);
		check_nothing_is_lost(&lines, &text);
		lines_free(&lines);
	}
	array_free(&text);
}

static void
any_label_at_any_width(void **state)
{
	struct buffer text = { 0 };
	uint64_t      seed = 20240921;

	(void)state;
	for (size_t i = 0; i < TEXTS; i++) {
		struct layout_options options = random_options(&seed);
		struct lines          lines;

		random_text(&text, &seed);
		lines = layout_label(text.at, text.count, ROLE_STATUS,
		    &options);
		assert_int_equal(lines.count, 1);
		assert_true(lines.at[0].columns <= options.width);
		for (size_t j = 0; j < lines.at[0].cells; j++) {
			check_cell(&lines.at[0].cell[j]);
			assert_true(lines.at[0].cell[j].role == ROLE_STATUS ||
			    lines.at[0].cell[j].byte == CELL_NO_BYTE);
		}
		lines_free(&lines);
	}
	array_free(&text);
}

/* A piece is laid out where it stands, by styles of the whole text. */
static void
bytes_and_styles_are_the_texts(void **state)
{
	static const char text[] = "0123456789abcdef";
	struct layout_options options = {
		.width = 80, .base = DIRECTION_LTR, .harakat = true
	};
	struct styles styles = { 0 };
	struct lines  lines;

	(void)state;
	array_add(&styles, (struct style){ span_of(1, 3), ROLE_DATE });
	array_add(&styles, (struct style){ span_of(5, 11), ROLE_PERSON });
	array_add(&styles, (struct style){ span_of(12, 13), ROLE_PLACE });
	array_add(&styles, (struct style){ span_of(15, 16), ROLE_EVENT });
	lines = layout_paragraph(text, span_of(9, 14), &styles, &options);
	assert_int_equal(lines.count, 1);
	assert_int_equal(lines.at[0].cells, 5);
	assert_int_equal(lines.at[0].cell[0].byte, 9);
	assert_int_equal(lines.at[0].cell[0].role, ROLE_PERSON);
	assert_int_equal(lines.at[0].cell[1].role, ROLE_PERSON);
	assert_int_equal(lines.at[0].cell[2].role, ROLE_TEXT);
	assert_int_equal(lines.at[0].cell[3].role, ROLE_PLACE);
	assert_int_equal(lines.at[0].cell[4].role, ROLE_TEXT);
	assert_int_equal(lines.at[0].span.start, 9);
	assert_int_equal(lines.at[0].span.end, 14);
	lines_free(&lines);
	array_free(&styles);
}

/* What lies between the members of a cell is anything. */
static void
assert_same_cell(const struct cell *one, const struct cell *other)
{
	assert_int_equal(one->letter, other->letter);
	assert_memory_equal(one->mark, other->mark, sizeof one->mark);
	assert_int_equal(one->columns, other->columns);
	assert_int_equal(one->role, other->role);
	assert_int_equal(one->byte, other->byte);
}

static void
assert_same_lines(const struct lines *one, const struct lines *other)
{
	assert_int_equal(one->count, other->count);
	assert_int_equal(one->store.count, other->store.count);
	for (size_t i = 0; i < one->count; i++) {
		assert_int_equal(one->at[i].span.start,
		    other->at[i].span.start);
		assert_int_equal(one->at[i].columns, other->at[i].columns);
	}
	for (size_t i = 0; i < one->store.count; i++)
		assert_same_cell(&one->store.at[i], &other->store.at[i]);
}

/* Laying out again gives the same: nothing is remembered. */
static void
the_same_text_gives_the_same_lines(void **state)
{
	static const char text[] = "(قال) 12-34 abc لَا \x1B";
	struct layout_options options = {
		.width = 7, .base = DIRECTION_RTL, .shape = true,
		.harakat = true
	};
	struct span  all = span_of(0, sizeof text - 1);
	struct lines first, second;

	(void)state;
	first = layout_paragraph(text, all, NULL, &options);
	options.width = 30;
	second = layout_paragraph(text, all, NULL, &options);
	lines_free(&second);
	options.width = 7;
	second = layout_paragraph(text, all, NULL, &options);
	assert_same_lines(&first, &second);
	lines_free(&first);
	lines_free(&second);
}

/* Lines of another width owe nothing to those that were set before. */
static void
one_paragraph_at_every_width(void **state)
{
	static const char text[] = "(قال) 12-34 abc لَا\tب\tc \x1B[1m "
	    "\xE2\x80\xAE" "abc\xE2\x80\xAC" " d\xCC\x81" " 新聞 الاثنين 2024/1/2";
	struct layout_options options = {
		.width = 200, .shape = true, .harakat = true
	};
	struct span       all       = span_of(0, sizeof text - 1);
	struct paragraph *paragraph = layout_begin(text, all, NULL,
	    &options);

	(void)state;
	for (options.width = 60; options.width > 0; options.width--) {
		struct lines lines = layout_lines(paragraph, &options);
		struct lines fresh = layout_paragraph(text, all, NULL,
		    &options);

		assert_same_lines(&fresh, &lines);
		lines_free(&lines);
		lines_free(&fresh);
	}
	layout_end(paragraph);
}

static void
direction_of_a_paragraph(void **state)
{
	static const char text[] = "abc\nabc ب\n123 (!)";

	(void)state;
	assert_int_equal(layout_direction(text, span_of(0, 3)),
	    DIRECTION_LTR);
	assert_int_equal(layout_direction(text, span_of(4, 10)),
	    DIRECTION_RTL);
	assert_int_equal(layout_direction(text, span_of(11, 18)),
	    DIRECTION_LTR);
	assert_int_equal(layout_direction(text, span_of(3, 3)),
	    DIRECTION_LTR);
}

/* A label that is longer than a piece costs no more than a piece. */
static void
a_label_of_a_megabyte(void **state)
{
	struct layout_options options = {
		.width = 20, .base = DIRECTION_LTR, .harakat = true
	};
	struct buffer text = { 0 };
	struct lines  lines;

	(void)state;
	while (text.count < 1 << 20)
		buffer_add_string(&text, "\u200Bا");
	lines = layout_label(text.at, text.count, ROLE_TITLE, &options);
	assert_int_equal(lines.at[0].columns, 20);
	assert_int_equal(lines.at[0].span.end, text.count);
	assert_int_equal(lines.at[0].cell[19].letter, 0x2026);
	lines_free(&lines);
	array_free(&text);
}

/* What is turned keeps the looks where they are seen; what comes from another
 * font is turned by itself. */
static void
words_of_two_faces(void **state)
{
	static const char text[] = "سا،";
	struct style  style = { { 0, 4 }, ROLE_PLACE };
	struct styles styles = { .at = &style, .count = 1 };
	struct layout_options options = {
		.width = 9, .base = DIRECTION_RTL, .display = DISPLAY_WORDS
	};

	(void)state;
	for (int faces = 0; faces < 2; faces++) {
		const char32_t *wanted = faces == 0 ? U"سا،" : U"،سا";
		uint8_t         face[ROLES] = { [ROLE_PLACE] = faces != 0 };
		struct lines    lines;

		lines = layout_paragraph(text, span_of(0, 6), &styles,
		    &options);
		assert_int_equal(lines.at[0].cells, 3);
		words_split(lines.store.at, 3, face);
		for (size_t i = 0; i < 3; i++) {
			const struct cell *cell = &lines.at[0].cell[i];

			assert_int_equal(cell->letter, wanted[i]);
			assert_int_equal(cell->role, i == 0 ? ROLE_TEXT
			    : ROLE_PLACE);
			assert_int_equal(cell->byte, 4 - 2 * i);
		}
		lines_free(&lines);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_text_at_any_width),
		cmocka_unit_test(any_label_at_any_width),
		cmocka_unit_test(bytes_and_styles_are_the_texts),
		cmocka_unit_test(the_same_text_gives_the_same_lines),
		cmocka_unit_test(one_paragraph_at_every_width),
		cmocka_unit_test(direction_of_a_paragraph),
		cmocka_unit_test(a_label_of_a_megabyte),
		cmocka_unit_test(words_of_two_faces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
