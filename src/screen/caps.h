/* caps.h: what the terminal can do, and how it is taken and given back. */
#ifndef QARI_SCREEN_CAPS_H
#define QARI_SCREEN_CAPS_H

#include <stdbool.h>
#include <stddef.h>

#include "bytes/failure.h"
#include "screen/detect.h"
#include "screen/theme.h"

enum color_choice { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

#define CAPS_SEQUENCE 512               /* bytes: room for all modes */

struct caps {
	int          colors;            /* 0, 8 or 16 */
	uint8_t      attributes;        /* LOOK_… it has */
	bool         scrolls;           /* margins, index, reverse index */
	bool         erases_start;      /* CSI 1 K */
	bool         spares_last;       /* a letter in the last column would
	                                 * wrap or scroll: leave it free */
	bool         copies;            /* has a clipboard (terminfo: Ms) */
	bool         line_feed_is_bare; /* the kernel makes no CR LF of it */
	bool         shift_keys_late;   /* CSI 25 ~ is Shift-F3, as in rxvt */
	struct setting setting;         /* the letters it should be sent */
	size_t       rows;              /* what terminfo says; 0: nothing */
	size_t       columns;
	char         on[CAPS_SEQUENCE]; /* takes it: every mode we set */
	size_t       on_size;
	size_t       on_always;         /* bytes of it; the rest suits ours */
	char         off[CAPS_SEQUENCE]; /* gives it back: the same, undone */
	size_t       off_size;
	size_t       off_always;        /* bytes of its end */
};

/* Reads the capabilities of $TERM from terminfo. Colours are left out when
 * `color` says so, or the environment (NO_COLOR) and `color` leaves it to
 * that. False and `failure`, with TERM in `where`, when it is not known or
 * cannot show a screen. */
bool caps_read(struct caps *caps, enum color_choice color,
    struct failure *failure);

/* Has the terminal suited to `setting`: what it should be sent, and with which
 * switches it is taken and given back. */
void caps_adapt(struct caps *caps, const struct setting *setting);

/* The look that the terminal can show, nearest to `look`. */
struct look caps_look(const struct caps *caps, struct look look);

/* The faces of the roles: what of their looks comes from another font. */
void caps_faces(const struct caps *caps, const struct theme *theme,
    uint8_t face[ROLES]);

/* The version of ncurses that is found at run time; static. */
const char *caps_version(void);

#endif
