/* detect.h: from what is known of a terminal to what it should be sent. */
#ifndef QARI_SCREEN_DETECT_H
#define QARI_SCREEN_DETECT_H

#include <stdint.h>

#include "bytes/array.h"
#include "layout/layout.h"
#include "screen/evidence.h"

/* Modes to be switched while the terminal is ours: rows of caps.c's table;
 * and what else is particular to it. */
enum {
	SWITCH_EXPLICIT = 1 << 0,       /* BDSM: cells stay where written */
	SWITCH_RESTORED = 1 << 1,       /* … and were not so before us */
	SWITCH_KONSOLE  = 1 << 2,       /* bidi rendering off */
	SWITCH_MLTERM   = 1 << 3,       /* "use_ctl" off */
	SWITCH_THROUGH  = 1 << 4,       /* all of these, through tmux */
	SWITCH_UPRIGHT  = 1 << 5        /* no italics: where the slanted font
	                                 * lacks Arabic, as DejaVu's, boxes
	                                 * are shown */
};

struct setting {
	enum display display;
	bool         shape;             /* presentation forms */
	bool         harakat;           /* vowel signs shown */
	uint8_t      switches;          /* SWITCH_… together */
};

struct detected {
	const char    *name;            /* of the terminal; static */
	enum source    why;             /* what told it; SOURCES: nothing */
	struct setting setting;
};

/* What fits a terminal of which that is known. Does not look elsewhere. */
struct detected detect(const struct evidence *evidence);

/* Whether the terminal may be asked: not one that would show the question,
 * and not one that is known well enough. */
bool detect_asks(const struct evidence *evidence);

/* Whether the widths of letters should be asked, nothing else having told. */
bool detect_asks_widths(const struct evidence *evidence);

/* Whether tmux lets sequences pass to the terminal outside. */
bool detect_passes(const struct evidence *evidence);

bool setting_same(const struct setting *a, const struct setting *b);

/* Appends the setting as words, "visual forms keep explicit restored"; and
 * reads them. False when `text[size]` is not such words. */
void setting_write(const struct setting *setting, struct buffer *out);
bool setting_parse(const char *text, size_t size, struct setting *setting);

#endif
