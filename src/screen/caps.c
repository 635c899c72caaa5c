/* caps.c: what the terminal can do, from ncurses' terminfo and from the
 * environment.
 *
 * We ask terminfo what a terminal has and send ECMA-48 for it; a terminal
 * that moves its cursor otherwise cannot show Arabic, and is refused. */
#include "screen/caps.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

/* Macros of term.h that are names of ours. */
#undef columns
#undef lines

#define TERMINFO_ROOM ((size_t)128 << 10)       /* bytes: setupterm() ends the
                                         * program, or crashes, without */
#define TERM_LONGEST 64                 /* bytes: real names have up to 40 */

/* Every mode of the terminal that is changed, in the order they are switched
 * on; they are switched off in the reverse order. A row holds terminfo names,
 * or sequences, which begin with Esc. Nothing else in the program sets a
 * mode: this table is what quitting, suspending and crashing undo.
 *
 * Who reorders letters is switched by the recommendation "BiDi in Terminal
 * Emulators" (BDSM, ECMA-48's mode 8, and SCP), or as Konsole and mlterm have
 * it. Of those two the state before cannot be asked; theirs is on by default.
 */
static const struct mode {
	const char *on;
	const char *off;
	uint8_t     needed;             /* SWITCH_…; 0: always */
} modes[] = {
	{ "smcup", "rmcup", 0 },        /* the alternate screen */
	{ "cnorm", "cnorm", 0 },        /* the cursor shown */
	{ "rmam", "smam", 0 },          /* no wrapping, no scrolling thereby */
	{ "\033[r", "\033[r", 0 },      /* margins, set while scrolling */
	{ "\033[m", "\033[m", 0 },
	{ "\033[8l", "", SWITCH_EXPLICIT },
	{ "", "\033[8h", SWITCH_RESTORED },
	{ "\033[1 k", "\033[0 k", SWITCH_EXPLICIT },
	{ "\033]50;BidiRenderingEnabled=false\a",
	  "\033]50;BidiRenderingEnabled=true\a", SWITCH_KONSOLE },
	{ "\033]5379;use_ctl=false\a",
	  "\033]5379;use_ctl=true\a", SWITCH_MLTERM },
};

#define MODES (sizeof modes / sizeof *modes)

/* The capability without its padding, `$<5>`: no terminal still needs it. */
static void
append(char sequence[CAPS_SEQUENCE], size_t *size, const char *capability)
{
	while (*capability != '\0' && *size < CAPS_SEQUENCE) {
		const char *end = strncmp(capability, "$<", 2) == 0
		    ? strchr(capability, '>') : NULL;

		if (end != NULL)
			capability = end + 1;
		else
			sequence[(*size)++] = *capability++;
	}
}

static const char *
string_of(const char *name)
{
	const char *string = tigetstr(name);

	return string == (const char *)-1 ? NULL : string;
}

static bool
has(const char *capability)
{
	return capability != NULL && capability[0] != '\0';
}

static void
append_mode(char sequence[CAPS_SEQUENCE], size_t *size, const char *mode)
{
	const char *string = mode[0] == '\033' ? mode : string_of(mode);

	if (has(string))
		append(sequence, size, string);
}

/* A sequence for the terminal outside tmux, every Esc in it doubled. */
static void
append_through(char sequence[CAPS_SEQUENCE], size_t *size, const char *mode)
{
	append(sequence, size, "\033Ptmux;");
	for (; *mode != '\0'; mode++) {
		char letter[] = { *mode, '\0' };

		if (*mode == '\033')
			append(sequence, size, letter);
		append(sequence, size, letter);
	}
	append(sequence, size, "\033\\");
}

static void
read_modes(struct caps *caps)
{
	for (size_t i = 0; i < MODES; i++)
		if (modes[i].needed == 0)
			append_mode(caps->on, &caps->on_size, modes[i].on);
	for (size_t i = MODES; i-- > 0;)
		if (modes[i].needed == 0)
			append_mode(caps->off, &caps->off_size, modes[i].off);
	/* Without another screen the text stays, and the shell goes on
	 * below it. */
	if (!has(exit_ca_mode))
		append(caps->off, &caps->off_size, "\033[999;1H\033[K");
	caps->on_always = caps->on_size;
	caps->off_always = caps->off_size;
}

static void
append_switch(char sequence[CAPS_SEQUENCE], size_t *size, const char *mode,
    bool through)
{
	if (mode[0] == '\0')
		return;
	if (through)
		append_through(sequence, size, mode);
	else
		append(sequence, size, mode);
}

void
caps_adapt(struct caps *caps, const struct setting *setting)
{
	bool   through = (setting->switches & SWITCH_THROUGH) != 0;
	char   always[CAPS_SEQUENCE];
	size_t size = caps->off_always;

	memcpy(always, caps->off + caps->off_size - size, size);
	caps->setting = *setting;
	caps->on_size = caps->on_always;
	caps->off_size = 0;
	for (size_t i = 0; i < MODES; i++)
		if ((modes[i].needed & setting->switches) != 0)
			append_switch(caps->on, &caps->on_size, modes[i].on,
			    through);
	for (size_t i = MODES; i-- > 0;)
		if ((modes[i].needed & setting->switches) != 0)
			append_switch(caps->off, &caps->off_size,
			    modes[i].off, through);
	if (size > CAPS_SEQUENCE - caps->off_size)
		size = CAPS_SEQUENCE - caps->off_size;
	memcpy(caps->off + caps->off_size, always, size);
	caps->off_size += size;
}

static void
read_attributes(struct caps *caps)
{
	const struct {
		const char *capability;
		uint8_t     attribute;
	} rows[] = {
		{ enter_bold_mode,      LOOK_BOLD },
		{ enter_dim_mode,       LOOK_DIM },
		{ enter_italics_mode,   LOOK_ITALIC },
		{ enter_underline_mode, LOOK_UNDERLINE },
		{ enter_reverse_mode,   LOOK_REVERSE },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (has(rows[i].capability))
			caps->attributes |= rows[i].attribute;
}

static bool
is_set(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && value[0] != '\0';
}

/* https://no-color.org: any value but an empty one, and only where the user
 * has not asked for colours in so many words. */
static int
colors_of(enum color_choice color)
{
	int known = max_colors;

	if (color == COLOR_NEVER || (color == COLOR_AUTO && is_set("NO_COLOR")))
		return 0;
	if (known >= 16)
		return 16;
	return known >= 8 || color == COLOR_ALWAYS ? 8 : 0;
}

static bool
is_ecma(void)
{
	static const char address[] = "\033[%i%p1%d;%p2%dH";

	return has(cursor_address) &&
	    strncmp(cursor_address, address, strlen(address)) == 0;
}

static bool
has_escape(const char *capability)
{
	return has(capability) && capability[0] == '\033';
}

static size_t
number_of(const char *name)
{
	int number = tigetnum(name);

	return number > 0 ? (size_t)number : 0;
}

static void
read_all(struct caps *caps, enum color_choice color, const char *term)
{
	caps->colors = colors_of(color);
	caps->copies = has(string_of("Ms"));
	caps->scrolls = has_escape(change_scroll_region) &&
	    has_escape(scroll_reverse);
	caps->erases_start = has(clr_bol);
	caps->spares_last = auto_right_margin && !eat_newline_glitch &&
	    !has(exit_am_mode);
	caps->shift_keys_late = strncmp(term, "rxvt", 4) == 0;
	caps->setting = (struct setting){ DISPLAY_VISUAL, true, true, 0 };
	caps->rows = number_of("lines");
	caps->columns = number_of("cols");
	read_attributes(caps);
	read_modes(caps);
}

bool
caps_read(struct caps *caps, enum color_choice color, struct failure *failure)
{
	const char *term  = getenv("TERM");
	int         error = 0;
	bool        able;

	*caps = (struct caps){ 0 };
	memory_see_to(TERMINFO_ROOM);
	if (term == NULL || term[0] == '\0')
		return failure_set(failure, FAILURE_TERMINAL, "");
	if (strlen(term) > TERM_LONGEST || strchr(term, '/') != NULL ||
	    setupterm(term, STDOUT_FILENO, &error) != OK)
		return failure_set(failure, FAILURE_TERMINAL, term);
	able = is_ecma();
	if (able)
		read_all(caps, color, term);
	del_curterm(cur_term);
	return able || failure_set(failure, FAILURE_TERMINAL, term);
}

struct look
caps_look(const struct caps *caps, struct look look)
{
	uint8_t able = caps->attributes;

	if ((caps->setting.switches & SWITCH_UPRIGHT) != 0)
		able &= (uint8_t)~LOOK_ITALIC;
	/* Places are slanted; where nothing can be, they are dimmed. */
	if ((look.attributes & LOOK_ITALIC & ~able) != 0)
		look.attributes |= LOOK_DIM;
	look.attributes &= able;
	if (caps->colors == 0)
		look.text = look.ground = LOOK_DEFAULT;
	if (caps->colors == 8 && look.text >= 8)
		look.text = (int8_t)(look.text - 8);
	if (caps->colors == 8 && look.ground >= 8)
		look.ground = (int8_t)(look.ground - 8);
	return look;
}

void
caps_faces(const struct caps *caps, const struct theme *theme,
    uint8_t face[ROLES])
{
	for (size_t role = 0; role < ROLES; role++)
		face[role] = caps_look(caps, theme->look[role]).attributes &
		    (LOOK_BOLD | LOOK_ITALIC);
}

const char *
caps_version(void)
{
	const char *name = curses_version();    /* "ncurses 6.4.20221231" */
	const char *gap  = strchr(name, ' ');

	return gap == NULL ? name : gap + 1;
}
