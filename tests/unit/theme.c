/* theme.c: looks as SGR sequences; kinds that differ without colours. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen/caps.h"

static const char *const theme_names[] = { "dark", "light", "mono" };

static void
test_named(void **state)
{
	const struct theme *theme = theme_named("dark");

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		assert_ptr_equal(theme, theme_named(theme_names[i]));
		assert_string_equal(theme->name, theme_names[i]);
		theme = theme_next(theme);
	}
	assert_ptr_equal(theme, theme_named("dark"));
	assert_null(theme_named(""));
	assert_null(theme_named("Dark"));
}

static void
test_sequence(void **state)
{
	static const struct {
		struct look look;
		const char *sequence;
	} rows[] = {
		{ { LOOK_DEFAULT, LOOK_DEFAULT, 0 }, "" },
		{ { 6, LOOK_DEFAULT, LOOK_BOLD }, "\033[1;36m" },
		{ { 12, 3, 0 }, "\033[94;43m" },
		{ { 0, 15, LOOK_ITALIC | LOOK_UNDERLINE },
		  "\033[3;4;30;107m" },
		{ { LOOK_DEFAULT, LOOK_DEFAULT, LOOK_DIM | LOOK_REVERSE },
		  "\033[2;7m" },
	};
	char sequence[LOOK_SEQUENCE];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		look_sequence(rows[i].look, sequence, sizeof sequence);
		assert_string_equal(sequence, rows[i].sequence);
	}
	look_sequence(rows[1].look, sequence, 4);
	assert_string_equal(sequence, "\033[1");
}

static void
check_switch(struct look from, struct look to, const char *expected)
{
	char   sequence[LOOK_SEQUENCE];
	size_t size = look_switch(from, to, sequence);

	assert_int_equal(size, strlen(expected));
	assert_memory_equal(sequence, expected, size);
}

static void
test_switch(void **state)
{
	struct look plain  = { LOOK_DEFAULT, LOOK_DEFAULT, 0 };
	struct look person = { 6, LOOK_DEFAULT, LOOK_BOLD };
	struct look event  = { 5, LOOK_DEFAULT, LOOK_BOLD | LOOK_UNDERLINE };
	struct look block  = { LOOK_DEFAULT, 3, 0 };

	(void)state;
	check_switch(person, person, "");
	check_switch(person, plain, "\033[m");
	check_switch(person, event, "\033[4;35m");
	check_switch(event, person, "\033[0;1;36m");
	check_switch(block, (struct look){ 2, LOOK_DEFAULT, 0 },
	    "\033[32;49m");
}

/* Kinds, hits and the focus can be told apart by attributes alone, with
 * italics and without, in every theme; and no colours are left. */
static void
test_cues(void **state)
{
	static const enum role told[] = {
		ROLE_TEXT, ROLE_PERSON, ROLE_AGENCY, ROLE_PLACE, ROLE_EVENT,
		ROLE_DATE, ROLE_HIT, ROLE_HIT_CURRENT, ROLE_FOCUS,
		ROLE_SAME,
	};
	const size_t count = sizeof told / sizeof *told;
	struct caps  caps  = { .attributes = 0xFF };

	(void)state;
	for (size_t round = 0; round < 6; round++) {
		const struct theme *theme = theme_named(theme_names[round / 2]);

		if (round % 2 == 1)
			caps.attributes &= (uint8_t)~LOOK_ITALIC;
		else
			caps.attributes = 0xFF;
		for (size_t i = 0; i < count * count; i++) {
			struct look a = caps_look(&caps,
			    theme->look[told[i / count]]);
			struct look b = caps_look(&caps,
			    theme->look[told[i % count]]);

			assert_int_equal(a.text, LOOK_DEFAULT);
			assert_int_equal(a.ground, LOOK_DEFAULT);
			assert_true(look_same(a, b) == (i % (count + 1) == 0));
		}
	}
}

/* A highlighted run costs at most 14 bytes for its two switches. */
static void
test_price(void **state)
{
	struct look plain = { LOOK_DEFAULT, LOOK_DEFAULT, 0 };
	char        sequence[LOOK_SEQUENCE];

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		const struct theme *theme = theme_named(theme_names[i]);

		for (size_t role = 0; role < ROLES; role++)
			assert_in_range(
			    look_switch(plain, theme->look[role], sequence) +
			    look_switch(theme->look[role], plain, sequence),
			    0, 14);
	}
}

static void
test_fewer_colours(void **state)
{
	struct caps caps  = { .colors = 8, .attributes = LOOK_BOLD };
	struct look found = caps_look(&caps,
	    (struct look){ 12, 9, LOOK_BOLD | LOOK_UNDERLINE });

	(void)state;
	assert_int_equal(found.text, 4);
	assert_int_equal(found.ground, 1);
	assert_int_equal(found.attributes, LOOK_BOLD);
}

static void
check_colors(const char *term, enum color_choice color, int expected)
{
	struct caps caps;

	setenv("TERM", term, 1);
	assert_true(caps_read(&caps, color, NULL));
	assert_int_equal(caps.colors, expected);
}

static void
test_choice_of_colours(void **state)
{
	(void)state;
	unsetenv("NO_COLOR");
	check_colors("xterm-256color", COLOR_AUTO, 16);
	check_colors("xterm-256color", COLOR_NEVER, 0);
	check_colors("linux", COLOR_AUTO, 8);
	check_colors("vt220", COLOR_AUTO, 0);
	check_colors("vt220", COLOR_ALWAYS, 8);
	setenv("NO_COLOR", "1", 1);
	check_colors("xterm-256color", COLOR_AUTO, 0);
	check_colors("xterm-256color", COLOR_ALWAYS, 16);
	setenv("NO_COLOR", "", 1);
	check_colors("xterm-256color", COLOR_AUTO, 16);
}

static void
check_refused(const char *term, const char *where)
{
	struct failure failure = { 0 };
	struct caps    caps;

	if (term != NULL)
		setenv("TERM", term, 1);
	else
		unsetenv("TERM");
	assert_false(caps_read(&caps, COLOR_AUTO, &failure));
	assert_int_equal(failure.kind, FAILURE_TERMINAL);
	assert_string_equal(failure.where, where);
}

static void
test_refused(void **state)
{
	char long_name[5001];

	(void)state;
	memset(long_name, 'x', sizeof long_name - 1);
	long_name[sizeof long_name - 1] = '\0';
	check_refused(NULL, "");
	check_refused("", "");
	check_refused("dumb", "dumb");
	check_refused("no-such-terminal", "no-such-terminal");
	check_refused("../x/xterm", "../x/xterm");
	long_name[511] = '\0';
	check_refused(long_name, long_name);
	long_name[511] = 'x';
	setenv("TERM", long_name, 1);
	assert_false(caps_read(&(struct caps){ 0 }, COLOR_AUTO, NULL));
}

static bool
holds(const char *bytes, size_t size, const char *wanted)
{
	size_t length = strlen(wanted);

	for (size_t at = 0; at + length <= size; at++)
		if (memcmp(bytes + at, wanted, length) == 0)
			return true;
	return false;
}

static void
test_modes_in_pairs(void **state)
{
	struct caps caps;

	(void)state;
	setenv("TERM", "xterm-256color", 1);
	assert_true(caps_read(&caps, COLOR_AUTO, NULL));
	assert_true(caps.on_size > 8 && caps.on_size < CAPS_SEQUENCE);
	assert_memory_equal(caps.on, "\033[?1049h", 8);
	assert_true(caps.off_size > 8 && caps.off_size < CAPS_SEQUENCE);
	assert_true(holds(caps.off, caps.off_size, "\033[?1049l"));
	assert_true(holds(caps.off, caps.off_size, "\033[?25h"));
	assert_memory_equal(caps.off, "\033[m\033[r", 6);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_named),
		cmocka_unit_test(test_sequence),
		cmocka_unit_test(test_switch),
		cmocka_unit_test(test_cues),
		cmocka_unit_test(test_price),
		cmocka_unit_test(test_fewer_colours),
		cmocka_unit_test(test_choice_of_colours),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_modes_in_pairs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
