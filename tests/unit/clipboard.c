/* clipboard.c: what is copied is base64 and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "screen/clipboard.h"

static void
assert_writes(const char *text, size_t size, const char *expected)
{
	struct buffer out = { 0 };

	clipboard_write(text, size, &out);
	assert_int_equal(out.count, strlen(expected));
	assert_memory_equal(out.at, expected, out.count);
	array_free(&out);
}

/* The examples of RFC 4648, 10, Arabic, and what would end the sequence. */
static void
writes_base64(void **state)
{
	(void)state;
	assert_writes("", 0, "\033]52;c;\a");
	assert_writes("f", 1, "\033]52;c;Zg==\a");
	assert_writes("fo", 2, "\033]52;c;Zm8=\a");
	assert_writes("foo", 3, "\033]52;c;Zm9v\a");
	assert_writes("foobar", 6, "\033]52;c;Zm9vYmFy\a");
	assert_writes("قط", 4, "\033]52;c;2YLYtw==\a");
	assert_writes("\a\033\\", 3, "\033]52;c;Bxtc\a");
	assert_writes("\xFF\xFE\xFD\xFC", 4, "\033]52;c;//79/A==\a");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_base64),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
