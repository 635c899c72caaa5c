/* layout_piece.c: long paragraphs in pieces. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "layout/layout.h"

enum { TEXT = 200000 };

/* `unit` repeated to at least TEXT bytes, after `before`. */
static struct buffer
repeated(const char *before, const char *unit)
{
	struct buffer text = { 0 };

	buffer_add_string(&text, before);
	while (text.count < TEXT)
		buffer_add_string(&text, unit);
	return text;
}

/* Walks the pieces of `text` from `start` to its end: each is of a sensible
 * size, and is found from its first, last and middle byte. */
static void
check_pieces(const struct buffer *text, size_t start)
{
	struct span paragraph = span_of(start, text->count);
	size_t      pieces    = 0;
	size_t      end;

	for (size_t at = start; at < text->count; at = end, pieces++) {
		end = layout_piece_end(text->at, paragraph, at);
		assert_true(end > at && end <= text->count);
		assert_true(end - at <= LAYOUT_PIECE + LAYOUT_PIECE / 2);
		assert_true(end == text->count ||
		    end - at >= LAYOUT_PIECE / 2);
		assert_int_equal(layout_piece_start(text->at, paragraph, at),
		    at);
		assert_int_equal(layout_piece_start(text->at, paragraph,
		    end - 1), at);
		assert_int_equal(layout_piece_start(text->at, paragraph,
		    at + (end - at) / 2), at);
	}
	assert_in_range(pieces, TEXT / LAYOUT_PIECE - 1,
	    TEXT / LAYOUT_PIECE + 2);
}

static void
pieces_end_at_spaces(void **state)
{
	struct buffer text = repeated("", "كلمة وأخرى (ثالثة) 12 ");

	(void)state;
	check_pieces(&text, 0);
	for (size_t at = 0; at < text.count;) {
		at = layout_piece_end(text.at, span_of(0, text.count), at);
		assert_true(at == text.count || text.at[at - 1] == ' ');
	}
	array_free(&text);
}

static void
pieces_of_a_paragraph_that_starts_anywhere(void **state)
{
	struct buffer text = repeated("عنوان\n\n", "كلمة وأخرى ");

	(void)state;
	check_pieces(&text, strlen("عنوان\n\n"));
	array_free(&text);
}

/* Without a space a piece ends between two letters, not inside one. */
static void
pieces_of_one_word(void **state)
{
	static const char *const units[] = { "ب", "ab", "漢", "بَّ", "😀", "x\n" };

	(void)state;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct buffer text = repeated("a", units[i]);

		check_pieces(&text, 0);
		for (size_t at = 0; at < text.count;) {
			at = layout_piece_end(text.at,
			    span_of(0, text.count), at);
			assert_true(at == text.count ||
			    ((unsigned char)text.at[at] & 0xC0) != 0x80);
		}
		array_free(&text);
	}
}

/* A mark stays in the piece of its letter. */
static void
pieces_do_not_start_with_a_mark(void **state)
{
	struct buffer text = repeated("a", "بَّ");

	(void)state;
	for (size_t at = 0; at < text.count;) {
		at = layout_piece_end(text.at, span_of(0, text.count), at);
		assert_true(at == text.count ||
		    memcmp(text.at + at, "ب", 2) == 0);
	}
	array_free(&text);
}

/* After an opening bracket, or before a stop, a space is no line's end. */
static void
pieces_pass_over_spaces_that_keep(void **state)
{
	struct buffer text = repeated("", "( ب");

	(void)state;
	check_pieces(&text, 0);
	for (size_t at = 0; at < text.count;) {
		at = layout_piece_end(text.at, span_of(0, text.count), at);
		assert_true(at == text.count ||
		    memcmp(text.at + at, "ب", 2) != 0);
	}
	array_free(&text);
}

static void
short_paragraphs_are_one_piece(void **state)
{
	static const char text[] = "كلمة";

	(void)state;
	assert_int_equal(layout_piece_end(text, span_of(0, 8), 0), 8);
	assert_int_equal(layout_piece_start(text, span_of(0, 8), 7), 0);
	assert_int_equal(layout_piece_start(text, span_of(0, 8), 8), 0);
	assert_int_equal(layout_piece_end(text, span_of(2, 2), 2), 2);
	assert_int_equal(layout_piece_start(text, span_of(2, 2), 2), 2);
}

static void
the_end_belongs_to_the_last_piece(void **state)
{
	struct buffer text = repeated("", "كلمة ");
	struct span   all  = span_of(0, text.count);

	(void)state;
	assert_int_equal(layout_piece_start(text.at, all, text.count),
	    layout_piece_start(text.at, all, text.count - 1));
	array_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_end_at_spaces),
		cmocka_unit_test(pieces_of_a_paragraph_that_starts_anywhere),
		cmocka_unit_test(pieces_of_one_word),
		cmocka_unit_test(pieces_do_not_start_with_a_mark),
		cmocka_unit_test(pieces_pass_over_spaces_that_keep),
		cmocka_unit_test(short_paragraphs_are_one_piece),
		cmocka_unit_test(the_end_belongs_to_the_last_piece),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
