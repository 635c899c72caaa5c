/* prompt.h: one line that is typed at, or one key that is asked for. */
#ifndef QARI_VIEWS_PROMPT_H
#define QARI_VIEWS_PROMPT_H

#include "layout/grid.h"
#include "layout/layout.h"
#include "screen/key.h"
#include "views/label.h"

enum prompt_kind {
	PROMPT_NONE,            /* closed */
	PROMPT_LINE,            /* a line, ended by Enter */
	PROMPT_KEY              /* the next key, whichever it is */
};

enum prompt_answer {
	PROMPT_UNCHANGED,       /* the key did nothing but move the cursor */
	PROMPT_CHANGED,         /* the text is another */
	PROMPT_ACCEPTED,        /* closed by Enter, or the key was pressed */
	PROMPT_CANCELLED        /* closed by Esc */
};

struct prompt {
	enum prompt_kind kind;
	const char      *label;         /* static: what is asked */
	struct buffer    text;          /* UTF-8, as typed */
	struct buffer    given;         /* what was there before */
	size_t           cursor;        /* byte of the text */
	key_code         key;           /* the one asked for */
};

/* Opens it, empty. */
void prompt_open(struct prompt *prompt, enum prompt_kind kind,
    const char *label);

/* Puts a text there, to be typed on or erased. */
void prompt_fill(struct prompt *prompt, const char *text);

/* Takes a key. Letters are taken as they are; left and right are where they
 * point to in what was typed. */
enum prompt_answer prompt_feed(struct prompt *prompt, key_code key);

/* Draws it into the strip and puts the grid's cursor where the next letter
 * goes. `options->base` is the interface's direction. */
void prompt_draw(const struct prompt *prompt, struct grid *grid,
    struct strip strip, const struct layout_options *options);

void prompt_free(struct prompt *prompt);

#endif
