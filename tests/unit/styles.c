/* styles.c: styles laid over one another, and over cells. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "views/styles.h"

/* Writes styles as a row of letters, one a byte: 'a' for role 1 and so on. */
static void
assert_styles(struct styles *styles, const char *expected)
{
	char   row[32] = { 0 };
	size_t size    = strlen(expected);
	size_t reached = 0;

	memset(row, '.', size);
	for (size_t i = 0; i < styles->count; i++) {
		struct span span = styles->at[i].span;

		assert_true(span.start >= reached && span.start < span.end);
		assert_true(span.end <= size);
		memset(row + span.start, '`' + (int)styles->at[i].role,
		    span_size(span));
		reached = span.end;
	}
	assert_string_equal(row, expected);
	array_free(styles);
}

static struct styles
styles_from(const char *row)
{
	struct styles styles = { 0 };

	for (size_t i = 0; row[i] != '\0';) {
		size_t end = i + 1;

		while (row[end] == row[i])
			end++;
		if (row[i] != '.')
			array_add(&styles, (struct style){ span_of(i, end),
			    (enum role)(row[i] - '`') });
		i = end;
	}
	return styles;
}

static void
assert_over(const char *below, const char *above, const char *expected)
{
	struct styles low    = styles_from(below);
	struct styles high   = styles_from(above);
	struct styles merged = styles_over(&low, &high);

	assert_styles(&merged, expected);
	array_free(&low);
	array_free(&high);
}

static void
lays_one_over_another(void **state)
{
	(void)state;
	assert_over("", "", "");
	assert_over("aa..bb", "......", "aa..bb");
	assert_over("......", "cc..dd", "cc..dd");
	assert_over("aaaaaa", "..cc..", "aaccaa");
	assert_over("aa.bbb", ".cccc.", "accccb");
	assert_over("aabbcc", ".d.e.f", "adbecf");
	assert_over("a.b.c.", "dddddd", "dddddd");
	assert_over("aaaaaa", "c.d.ee", "cadaee");
	assert_over("..aa..", "cc..dd", "ccaadd");
	assert_over(".aaaa.", "cc..dd", "ccaadd");
}

static void
paints_cells_by_their_bytes(void **state)
{
	struct styles styles   = styles_from("..aa.b");
	size_t        bytes[6] = { 5, 4, CELL_NO_BYTE, 3, 2, 0 };
	uint8_t       roles[6] = { 2, 9, 9, 1, 1, 9 };
	struct cell   cells[6] = { 0 };

	(void)state;
	for (size_t i = 0; i < 6; i++) {
		cells[i].byte = bytes[i];
		cells[i].role = 9;
	}
	styles_paint(&styles, cells, 6);
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(cells[i].role, roles[i]);
	array_free(&styles);
}

static void
keeps_controls_apart(void **state)
{
	struct styles styles = styles_from("aaa");
	struct cell   cell   = { .byte = 1, .role = ROLE_CONTROL };

	(void)state;
	styles_paint(&styles, &cell, 1);
	assert_int_equal(cell.role, ROLE_CONTROL);
	array_free(&styles);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lays_one_over_another),
		cmocka_unit_test(paints_cells_by_their_bytes),
		cmocka_unit_test(keeps_controls_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
