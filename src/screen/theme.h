/* theme.h: roles to colours and attributes. A theme is a table of rows. */
#ifndef QARI_SCREEN_THEME_H
#define QARI_SCREEN_THEME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/style.h"

enum {
	LOOK_BOLD      = 1 << 0,
	LOOK_DIM       = 1 << 1,
	LOOK_ITALIC    = 1 << 2,
	LOOK_UNDERLINE = 1 << 3,
	LOOK_REVERSE   = 1 << 4
};

#define LOOK_DEFAULT  (-1)              /* the terminal's own colour */
#define LOOK_SEQUENCE 40                /* bytes: the longest SGR, its NUL */

struct look {
	int8_t  text;                   /* 0-15, or LOOK_DEFAULT */
	int8_t  ground;
	uint8_t attributes;             /* LOOK_… together */
};

static inline bool
look_same(struct look a, struct look b)
{
	return a.text == b.text && a.ground == b.ground &&
	    a.attributes == b.attributes;
}

/* The kinds of entity differ by their attributes alone as well, for readers
 * and terminals without colours; so do hits, the current hit and the focus. */
struct theme {
	const char *name;
	struct look look[ROLES];
};

/* The theme of that name, or NULL. The first, "dark", is the default. */
const struct theme *theme_named(const char *name);

/* The one after `theme`, the first after the last. */
const struct theme *theme_next(const struct theme *theme);

/* The SGR sequence that switches from the default look to `look`, for text
 * that is printed and not drawn (--print --color=always): "\033[…m", into
 * `sequence[size]`; empty when there is nothing to switch. */
void look_sequence(struct look look, char *sequence, size_t size);

/* The shortest SGR sequence from one look to another; returns its bytes. */
size_t look_switch(struct look from, struct look to,
    char sequence[LOOK_SEQUENCE]);

#endif
