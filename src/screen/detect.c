/* detect.c: from what is known of a terminal to what it should be sent. The
 * rows were found by running the terminals, and by reading the source of
 * those that could not be run. */
#include "screen/detect.h"

#include <fnmatch.h>
#include <string.h>

enum {
	EXPLICIT = SWITCH_EXPLICIT | SWITCH_RESTORED,
	KONSOLE  = SWITCH_KONSOLE | SWITCH_UPRIGHT,
	MLTERM   = SWITCH_MLTERM | SWITCH_UPRIGHT,
	JOINS    = 1 << 7       /* no switch: it joins letters, and was not
	                         * seen to leave forms as they are */
};

/* A terminal that is told by one source; the first row that fits is taken.
 * Replies come before variables, which a terminal inherits from the one it
 * was started in. Harakat are left out where they hide letters (kitty, when
 * it turns a word) or are not shown (st, the Linux console). */
struct row {
	enum source  source;
	const char  *pattern;           /* of fnmatch(3) */
	const char  *name;
	enum display display;
	bool         harakat;
	uint8_t      switches;
	enum display unswitched;        /* where tmux lets no switch pass */
};

/* Those that are not asked: they would print the question (Terminal.app a
 * stray "p" for DECRQM), or have nothing to tell. */
static const struct row unasked[] = {
	{ FROM_TERM,    "linux",          "Linux console",
	  DISPLAY_VISUAL,  false, 0, DISPLAY_VISUAL },
	{ FROM_PROGRAM, "Apple_Terminal", "Terminal.app",
	  DISPLAY_LOGICAL, true,  JOINS, DISPLAY_LOGICAL },
	{ FROM_PROGRAM, "iTerm.app",      "iTerm2",
	  DISPLAY_LOGICAL, true,  JOINS, DISPLAY_LOGICAL },
};

/* mlterm gives a row's override a column of its own, of which what it shows
 * does not know: rows are then written over one another. screen has its name
 * in TERM. */
static const struct row multiplexers[] = {
	{ FROM_TERM, "screen.mlterm*", "mlterm around screen",
	  DISPLAY_LOGICAL, true, SWITCH_UPRIGHT, DISPLAY_LOGICAL },
	{ FROM_VERSION, "tmux *", "tmux",   DISPLAY_GUARD, true, 0,
	  DISPLAY_GUARD },
	{ FROM_TMUX,    "?*",     "tmux",   DISPLAY_GUARD, true, 0,
	  DISPLAY_GUARD },
	{ FROM_KIND,    "83;*",   "screen", DISPLAY_GUARD, true, 0,
	  DISPLAY_GUARD },
	{ FROM_STY,     "?*",     "screen", DISPLAY_GUARD, true, 0,
	  DISPLAY_GUARD },
	{ FROM_KIND,    "1;10;0", "mosh",   DISPLAY_GUARD, true, 0,
	  DISPLAY_GUARD },
};

static const struct row rows[] = {
	{ FROM_MODE,    "1",          "a terminal that can be told (BDSM)",
	  DISPLAY_VISUAL,  true,  EXPLICIT,        DISPLAY_GUARD },
	{ FROM_MODE,    "2",          "a terminal that can be told (BDSM)",
	  DISPLAY_VISUAL,  true,  SWITCH_EXPLICIT, DISPLAY_VISUAL },
	{ FROM_MODE,    "4",          "a terminal that never reorders (BDSM)",
	  DISPLAY_VISUAL,  true,  0,               DISPLAY_VISUAL },
	{ FROM_VERSION, "XTerm*",     "xterm",
	  DISPLAY_VISUAL,  true,  0,               DISPLAY_VISUAL },
	{ FROM_VERSION, "Konsole*",   "Konsole",
	  DISPLAY_VISUAL,  true,  KONSOLE,         DISPLAY_EMBED },
	{ FROM_VERSION, "kitty*",     "kitty",
	  DISPLAY_WORDS,   false, SWITCH_UPRIGHT,  DISPLAY_WORDS },
	{ FROM_VERSION, "mlterm*",    "mlterm",
	  DISPLAY_VISUAL,  true,  MLTERM,          DISPLAY_LOGICAL },
	{ FROM_VERSION, "iTerm2*",    "iTerm2",
	  DISPLAY_LOGICAL, true,  JOINS,           DISPLAY_LOGICAL },
	{ FROM_VERSION, "VTE*",       "VTE",
	  DISPLAY_VISUAL,  true,  EXPLICIT,        DISPLAY_GUARD },
	{ FROM_VERSION, "mintty*",    "mintty",
	  DISPLAY_VISUAL,  true,  EXPLICIT,        DISPLAY_GUARD },
	{ FROM_VERSION, "WezTerm*",   "WezTerm",
	  DISPLAY_VISUAL,  true,  0,               DISPLAY_VISUAL },
	{ FROM_VERSION, "ghostty*",   "Ghostty",
	  DISPLAY_VISUAL,  true,  0,               DISPLAY_VISUAL },
	{ FROM_VERSION, "xterm.js*",  "xterm.js",
	  DISPLAY_VISUAL,  true,  0,               DISPLAY_VISUAL },
	{ FROM_UNIT,    "7E4B4445",   "Konsole",
	  DISPLAY_VISUAL,  true,  KONSOLE,         DISPLAY_EMBED },
	{ FROM_UNIT,    "7E565445",   "VTE before 0.58",
	  DISPLAY_VISUAL,  true,  0,               DISPLAY_VISUAL },
	{ FROM_KIND,    "24;279;0",   "mlterm",
	  DISPLAY_VISUAL,  true,  MLTERM,          DISPLAY_LOGICAL },
	{ FROM_KIND,    "1;4000;*",   "kitty",
	  DISPLAY_WORDS,   false, SWITCH_UPRIGHT,  DISPLAY_WORDS },
	{ FROM_KIND,    "0;136;0",    "PuTTY",
	  DISPLAY_LOGICAL, true,  0,               DISPLAY_LOGICAL },
	{ FROM_KIND,    "85;*",       "rxvt-unicode",
	  DISPLAY_VISUAL,  true,  SWITCH_UPRIGHT,  DISPLAY_VISUAL },
	{ FROM_KIND,    "0;*;1",      "Alacritty or Windows Terminal",
	  DISPLAY_VISUAL,  true,  0,               DISPLAY_VISUAL },
	{ FROM_KIND,    "41;*;0",     "xterm",
	  DISPLAY_VISUAL,  true,  0,               DISPLAY_VISUAL },
	{ FROM_KIND,    "0;95;0",     "an xterm of old",
	  DISPLAY_VISUAL,  true,  0,               DISPLAY_VISUAL },
	{ FROM_TERM,    "st-*",       "st",
	  DISPLAY_VISUAL,  false, 0,               DISPLAY_VISUAL },
	{ FROM_TERM,    "st",         "st",
	  DISPLAY_VISUAL,  false, 0,               DISPLAY_VISUAL },
	{ FROM_TERM,    "rxvt*",      "rxvt",
	  DISPLAY_VISUAL,  true,  SWITCH_UPRIGHT,  DISPLAY_VISUAL },
	{ FROM_TERM,    "alacritty*", "Alacritty",
	  DISPLAY_VISUAL,  true,  0,               DISPLAY_VISUAL },
	{ FROM_TERM,    "xterm-kitty", "kitty",
	  DISPLAY_WORDS,   false, SWITCH_UPRIGHT,  DISPLAY_WORDS },
	{ FROM_TERM,    "xterm-ghostty", "Ghostty",
	  DISPLAY_VISUAL,  true,  0,               DISPLAY_VISUAL },
	{ FROM_TERM,    "mlterm*",    "mlterm",
	  DISPLAY_VISUAL,  true,  MLTERM,          DISPLAY_LOGICAL },
	{ FROM_TERM,    "konsole*",   "Konsole",
	  DISPLAY_VISUAL,  true,  KONSOLE,         DISPLAY_EMBED },
	{ FROM_TERM,    "putty*",     "PuTTY",
	  DISPLAY_LOGICAL, true,  0,               DISPLAY_LOGICAL },
	{ FROM_PROGRAM, "vscode",     "VS Code",
	  DISPLAY_VISUAL,  true,  0,               DISPLAY_VISUAL },
	{ FROM_PROGRAM, "WezTerm",    "WezTerm",
	  DISPLAY_VISUAL,  true,  0,               DISPLAY_VISUAL },
	{ FROM_WINDOWS, "?*",         "Windows Terminal",
	  DISPLAY_VISUAL,  true,  0,               DISPLAY_VISUAL },
	{ FROM_KITTY,   "?*",         "kitty",
	  DISPLAY_WORDS,   false, SWITCH_UPRIGHT,  DISPLAY_WORDS },
	{ FROM_KONSOLE, "?*",         "Konsole",
	  DISPLAY_VISUAL,  true,  KONSOLE,         DISPLAY_EMBED },
	{ FROM_MLTERM,  "?*",         "mlterm",
	  DISPLAY_VISUAL,  true,  MLTERM,          DISPLAY_LOGICAL },
	{ FROM_VTE,     "5[89]??",    "VTE",
	  DISPLAY_VISUAL,  true,  EXPLICIT,        DISPLAY_GUARD },
	{ FROM_VTE,     "[6-9]???",   "VTE",
	  DISPLAY_VISUAL,  true,  EXPLICIT,        DISPLAY_GUARD },
	/* Columns of a blank with an override, lam and alef, the ligature. */
	{ FROM_WIDTHS,  "*,1,1",      "a terminal that joins lam and alef",
	  DISPLAY_VISUAL,  true,  MLTERM,          DISPLAY_GUARD },
	{ FROM_WIDTHS,  "1,2,1",      "an unknown terminal",
	  DISPLAY_GUARD,   true,  0,               DISPLAY_GUARD },
};

/* Nothing is known: most terminals show cells where they are written. */
static const struct row unknown = {
	SOURCES, "", "an unknown terminal", DISPLAY_VISUAL, true, 0,
	DISPLAY_VISUAL
};

static const struct row detached = {
	FROM_OUTSIDE, "", "tmux, shown nowhere", DISPLAY_VISUAL, true, 0,
	DISPLAY_VISUAL
};

#define ROWS(table) (table), sizeof (table) / sizeof *(table)

static const struct row *
find(const struct evidence *evidence, const struct row *row, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *text = evidence->text[row[i].source];

		if (text[0] != '\0' && fnmatch(row[i].pattern, text, 0) == 0)
			return &row[i];
	}
	return NULL;
}

static struct detected
detected_of(const struct row *row, bool switches)
{
	enum display display = switches ? row->display : row->unswitched;
	uint8_t      all     = row->switches & (uint8_t)~JOINS;

	return (struct detected){
		.name = row->name,
		.why = row->source,
		.setting = {
			.display  = display,
			.shape    = (row->switches & JOINS) == 0,
			.harakat  = row->harakat,
			.switches = switches ? all : all & SWITCH_UPRIGHT,
		}
	};
}

/* The terminal outside tmux, by the version or else the TERM that tmux
 * knows, and by what it answered itself when that passes. */
static const struct row *
find_outside(const struct evidence *inside)
{
	struct evidence   outside = { 0 };
	const char       *text    = inside->text[FROM_OUTSIDE];
	const struct row *row;

	evidence_note(&outside, FROM_VERSION, text, strlen(text));
	evidence_note(&outside, FROM_TERM, text, strlen(text));
	text = inside->text[FROM_MODE];
	evidence_note(&outside, FROM_MODE, text, strlen(text));
	row = find(&outside, ROWS(unasked));
	return row != NULL ? row : find(&outside, ROWS(rows));
}

bool
detect_passes(const struct evidence *evidence)
{
	const char *text = evidence->text[FROM_PASSING];

	/* tmux 3.3 says 1. */
	return strcmp(text, "1") == 0 || strcmp(text, "on") == 0 ||
	    strcmp(text, "all") == 0;
}

static struct detected
detect_within(const struct evidence *evidence, const struct row *row)
{
	const struct row *outside = find_outside(evidence);
	struct detected   detected;

	/* No client: nobody looks on, but what captures the pane. */
	if (outside == NULL && evidence->text[FROM_PASSING][0] != '\0' &&
	    evidence->text[FROM_OUTSIDE][0] == '\0')
		outside = &detached;
	if (outside == NULL)
		return detected_of(row, true);
	detected = detected_of(outside, detect_passes(evidence));
	if (detected.why != FROM_MODE)
		detected.why = FROM_OUTSIDE;
	if ((detected.setting.switches & ~SWITCH_UPRIGHT) != 0)
		detected.setting.switches |= SWITCH_THROUGH;
	return detected;
}

struct detected
detect(const struct evidence *evidence)
{
	const struct row *row = find(evidence, ROWS(multiplexers));

	if (row != NULL)
		return detect_within(evidence, row);
	row = find(evidence, ROWS(unasked));
	if (row == NULL)
		row = find(evidence, ROWS(rows));
	return detected_of(row != NULL ? row : &unknown, true);
}

bool
detect_asks(const struct evidence *evidence)
{
	return find(evidence, ROWS(multiplexers)) != NULL ||
	    find(evidence, ROWS(unasked)) == NULL;
}

bool
detect_asks_widths(const struct evidence *evidence)
{
	return evidence->text[FROM_ATTRIBUTES][0] != '\0' &&
	    detect(evidence).why == SOURCES;
}

bool
setting_same(const struct setting *a, const struct setting *b)
{
	return a->display == b->display && a->shape == b->shape &&
	    a->harakat == b->harakat && a->switches == b->switches;
}

/* The words of a setting: of each group of words one, then any switches. */
static const char *const displays[] = {
	"visual", "guard", "words", "logical", "embed"
};
static const char *const shapes[]   = { "base", "forms" };
static const char *const harakats[] = { "hide", "keep" };
static const char *const switches[] = {
	"explicit", "restored", "konsole", "mlterm", "through", "upright"
};

#define COUNT(words) (sizeof (words) / sizeof *(words))

void
setting_write(const struct setting *setting, struct buffer *out)
{
	buffer_add_string(out, displays[setting->display]);
	buffer_add_string(out, " ");
	buffer_add_string(out, shapes[setting->shape]);
	buffer_add_string(out, " ");
	buffer_add_string(out, harakats[setting->harakat]);
	for (size_t i = 0; i < COUNT(switches); i++) {
		if ((setting->switches & 1 << i) == 0)
			continue;
		buffer_add_string(out, " ");
		buffer_add_string(out, switches[i]);
	}
}

/* The place among `words` of the next word of `*text`, which is taken off;
 * `count` when it is none of them. */
static size_t
next_word(const char **text, const char *end, const char *const *words,
    size_t count)
{
	const char *word  = *text;
	size_t      place = 0;
	size_t      size;

	while (*text < end && **text != ' ')
		(*text)++;
	size = (size_t)(*text - word);
	if (*text < end)
		(*text)++;
	while (place < count && (strlen(words[place]) != size ||
	    memcmp(words[place], word, size) != 0))
		place++;
	return place;
}

bool
setting_parse(const char *text, size_t size, struct setting *setting)
{
	const char *end     = text + size;
	size_t      display = next_word(&text, end, displays, COUNT(displays));
	size_t      shape   = next_word(&text, end, shapes, COUNT(shapes));
	size_t      harakat = next_word(&text, end, harakats, COUNT(harakats));

	if (display == COUNT(displays) || shape == COUNT(shapes) ||
	    harakat == COUNT(harakats))
		return false;
	*setting = (struct setting){
		.display = (enum display)display,
		.shape   = shape == 1,
		.harakat = harakat == 1
	};
	while (text < end) {
		size_t one = next_word(&text, end, switches, COUNT(switches));

		if (one == COUNT(switches))
			return false;
		setting->switches |= (uint8_t)(1 << one);
	}
	return true;
}
