/* detect.c: what each terminal is sent, by the replies it was seen to give. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screen/detect.h"

enum {
	EXPLICIT = SWITCH_EXPLICIT | SWITCH_RESTORED,
	TOLD_MOST = 4
};

struct told {
	enum source source;
	const char *text;
};

static const struct {
	struct told  told[TOLD_MOST];   /* NULL text: no more */
	enum display display;
	bool         harakat;
	uint8_t      switches;
} terminals[] = {
	/* Debian 12's, run under Xvfb. */
	{ { { FROM_VERSION, "XTerm(379)" }, { FROM_MODE, "0" },
	    { FROM_KIND, "41;379;0" } }, DISPLAY_VISUAL, true, 0 },
	{ { { FROM_MODE, "1" }, { FROM_UNIT, "7E565445" },
	    { FROM_KIND, "65;7006;1" } }, DISPLAY_VISUAL, true, EXPLICIT },
	{ { { FROM_VERSION, "Konsole 22.12.3" }, { FROM_UNIT, "7E4B4445" } },
	  DISPLAY_VISUAL, true, SWITCH_KONSOLE | SWITCH_UPRIGHT },
	{ { { FROM_KIND, "24;279;0" }, { FROM_MODE, "0" } },
	  DISPLAY_VISUAL, true, SWITCH_MLTERM | SWITCH_UPRIGHT },
	{ { { FROM_VERSION, "kitty(0.26.5)" } }, DISPLAY_WORDS, false,
	    SWITCH_UPRIGHT },
	{ { { FROM_KIND, "0;1700;1" } }, DISPLAY_VISUAL, true, 0 },
	{ { { FROM_KIND, "85;95;0" } }, DISPLAY_VISUAL, true,
	  SWITCH_UPRIGHT },
	{ { { FROM_TERM, "st-256color" }, { FROM_ATTRIBUTES, "6" } },
	  DISPLAY_VISUAL, false, 0 },
	{ { { FROM_KIND, "0;136;0" }, { FROM_ATTRIBUTES, "6" } },
	  DISPLAY_LOGICAL, true, 0 },
	/* WezTerm's default. */
	{ { { FROM_MODE, "2" }, { FROM_VERSION, "WezTerm 2024" } },
	  DISPLAY_VISUAL, true, SWITCH_EXPLICIT },
	/* Not asked. */
	{ { { FROM_TERM, "linux" } }, DISPLAY_VISUAL, false, 0 },
	{ { { FROM_PROGRAM, "Apple_Terminal" } }, DISPLAY_LOGICAL, true, 0 },
	/* A reply beats what was inherited. */
	{ { { FROM_VERSION, "XTerm(379)" }, { FROM_VTE, "7006" },
	    { FROM_KITTY, "1" } }, DISPLAY_VISUAL, true, 0 },
	{ { { FROM_VTE, "7006" } }, DISPLAY_VISUAL, true, EXPLICIT },
	{ { { FROM_VTE, "5202" } }, DISPLAY_VISUAL, true, 0 },
	/* Within others. */
	{ { { FROM_TMUX, "/tmp/x" } }, DISPLAY_GUARD, true, 0 },
	{ { { FROM_KIND, "83;40900;0" } }, DISPLAY_GUARD, true, 0 },
	{ { { FROM_KIND, "1;10;0" } }, DISPLAY_GUARD, true, 0 },
	{ { { FROM_VERSION, "tmux 3.3a" }, { FROM_OUTSIDE, "XTerm(379)" },
	    { FROM_PASSING, "off" } }, DISPLAY_VISUAL, true, 0 },
	{ { { FROM_TMUX, "x" }, { FROM_OUTSIDE, "kitty(0.26.5)" },
	    { FROM_PASSING, "off" } }, DISPLAY_WORDS, false, SWITCH_UPRIGHT },
	{ { { FROM_TMUX, "x" }, { FROM_OUTSIDE, "Konsole 22.12.3" },
	    { FROM_PASSING, "off" } }, DISPLAY_EMBED, true,
	  SWITCH_UPRIGHT },
	{ { { FROM_TMUX, "x" }, { FROM_OUTSIDE, "Konsole 22.12.3" },
	    { FROM_PASSING, "1" } }, DISPLAY_VISUAL, true,
	  SWITCH_KONSOLE | SWITCH_THROUGH | SWITCH_UPRIGHT },
	{ { { FROM_TMUX, "x" }, { FROM_OUTSIDE, "mlterm" },
	    { FROM_PASSING, "0" } }, DISPLAY_LOGICAL, true, SWITCH_UPRIGHT },
	{ { { FROM_TMUX, "x" }, { FROM_OUTSIDE, "mlterm" },
	    { FROM_PASSING, "1" } }, DISPLAY_VISUAL, true,
	  SWITCH_MLTERM | SWITCH_THROUGH | SWITCH_UPRIGHT },
	{ { { FROM_TERM, "screen.mlterm" }, { FROM_STY, "1.pts-0.vm" },
	    { FROM_KIND, "83;40900;0" } }, DISPLAY_LOGICAL, true,
	  SWITCH_UPRIGHT },
	{ { { FROM_TMUX, "x" }, { FROM_OUTSIDE, "xterm-256color" },
	    { FROM_PASSING, "all" }, { FROM_MODE, "1" } }, DISPLAY_VISUAL,
	  true, EXPLICIT | SWITCH_THROUGH },
	{ { { FROM_TMUX, "x" }, { FROM_OUTSIDE, "xterm-256color" },
	    { FROM_PASSING, "all" } }, DISPLAY_GUARD, true, 0 },
	{ { { FROM_TMUX, "x" }, { FROM_PASSING, "0" } },
	  DISPLAY_VISUAL, true, 0 },
	{ { { FROM_TMUX, "x" }, { FROM_OUTSIDE, "xterm-256color" },
	    { FROM_PASSING, "0" } }, DISPLAY_GUARD, true, 0 },
	{ { { FROM_TMUX, "x" }, { FROM_OUTSIDE, "linux" } },
	  DISPLAY_VISUAL, false, 0 },
	/* Unknown ones. */
	{ { { FROM_ATTRIBUTES, "62" }, { FROM_WIDTHS, "1,2,1" } },
	  DISPLAY_GUARD, true, 0 },
	{ { { FROM_ATTRIBUTES, "62" }, { FROM_WIDTHS, "2,2,1" } },
	  DISPLAY_VISUAL, true, 0 },
	{ { { FROM_ATTRIBUTES, "62" }, { FROM_WIDTHS, "2,1,1" } },
	  DISPLAY_VISUAL, true, SWITCH_MLTERM | SWITCH_UPRIGHT },
	{ { { FROM_TERM, "xterm" } }, DISPLAY_VISUAL, true, 0 },
};

static struct evidence
evidence_of(const struct told told[TOLD_MOST])
{
	struct evidence evidence = { 0 };

	for (size_t i = 0; i < TOLD_MOST && told[i].text != NULL; i++)
		evidence_note(&evidence, told[i].source, told[i].text,
		    strlen(told[i].text));
	return evidence;
}

static void
knows_each_terminal(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof terminals / sizeof *terminals; i++) {
		struct evidence evidence = evidence_of(terminals[i].told);
		struct setting  setting  = detect(&evidence).setting;

		if (setting.display != terminals[i].display ||
		    setting.harakat != terminals[i].harakat ||
		    setting.switches != terminals[i].switches)
			fail_msg("row %zu: %d %d %d", i, setting.display,
			    setting.harakat, setting.switches);
		assert_true(setting.shape == (strcmp("Apple_Terminal",
		    terminals[i].told[0].text) != 0));
	}
}

static void
asks_whom_it_may(void **state)
{
	static const struct {
		struct told told[TOLD_MOST];
		bool        asks;
		bool        widths;
	} rows[] = {
		{ { { FROM_TERM, "xterm" } }, true, false },
		{ { { FROM_PROGRAM, "Apple_Terminal" } }, false, false },
		{ { { FROM_PROGRAM, "iTerm.app" } }, false, false },
		{ { { FROM_TERM, "linux" } }, false, false },
		{ { { FROM_TMUX, "x" }, { FROM_PROGRAM, "Apple_Terminal" } },
		  true, false },
		{ { { FROM_TERM, "xterm" }, { FROM_ATTRIBUTES, "62" } },
		  true, true },
		{ { { FROM_VERSION, "XTerm(379)" },
		    { FROM_ATTRIBUTES, "62" } }, true, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct evidence evidence = evidence_of(rows[i].told);

		assert_int_equal(detect_asks(&evidence), rows[i].asks);
		assert_int_equal(detect_asks_widths(&evidence),
		    rows[i].widths);
	}
}

static void
writes_what_it_reads(void **state)
{
	(void)state;
	for (unsigned i = 0; i < 4 * 2 * 2 * 64; i++) {
		struct setting setting = {
			.display  = (enum display)(i % 4),
			.shape    = i / 4 % 2 != 0,
			.harakat  = i / 8 % 2 != 0,
			.switches = (uint8_t)(i / 16)
		};
		struct setting read;
		struct buffer  text = { 0 };

		setting_write(&setting, &text);
		assert_true(setting_parse(text.at, text.count, &read));
		assert_true(setting_same(&setting, &read));
		array_free(&text);
	}
}

static void
refuses_other_words(void **state)
{
	static const char *const texts[] = {
		"", "visual", "visual forms", "visual forms often",
		"forms visual keep", "visual forms keep always",
		"visual  forms keep", "Visual forms keep",
	};
	struct setting setting;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_false(setting_parse(texts[i], strlen(texts[i]),
		    &setting));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_each_terminal),
		cmocka_unit_test(asks_whom_it_may),
		cmocka_unit_test(writes_what_it_reads),
		cmocka_unit_test(refuses_other_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
