/* layout.h: text to lines of cells, a pure function. */
#ifndef QARI_LAYOUT_LAYOUT_H
#define QARI_LAYOUT_LAYOUT_H

#include "layout/line.h"
#include "layout/style.h"

/* What order the terminal is sent: some show cells where they are written,
 * some turn letters round by themselves, and of these some can be told not to,
 * some are held by an override, and some turn each word alone. */
enum display {
	DISPLAY_VISUAL,         /* visual order */
	DISPLAY_GUARD,          /* the same under a left-to-right override */
	DISPLAY_WORDS,          /* visual order of words, logical inside them */
	DISPLAY_LOGICAL,        /* our lines, each in logical order */
	DISPLAY_EMBED           /* the same, each that begins at the right
	                         * under a right-to-left embedding */
};

/* Whether the terminal is left to turn letters. */
static inline bool
display_is_logical(enum display display)
{
	return display == DISPLAY_LOGICAL || display == DISPLAY_EMBED;
}

struct layout_options {
	size_t         width;           /* columns a line may take; 1 or more */
	enum direction base;
	enum display   display;
	bool           shape;           /* letters to presentation forms */
	bool           harakat;         /* show vowel signs */
	bool           reveal;          /* show embeddings, overrides and
	                                 * isolates instead of obeying them */
};

/* Paragraphs longer than LAYOUT_WHOLE bytes are laid out in pieces of about
 * LAYOUT_PIECE, each of which starts a new line and is ordered as a paragraph
 * of its own: its direction is what its own letters give, and embeddings,
 * overrides and isolates end where it does. So a paragraph of any length
 * costs what its visible pieces do: two fill a screen of 80 columns, so that
 * little is laid out that is not seen. 16 KB is some 1,500 words: hardly an
 * article's paragraph is ever cut (1 of 6,223). */
#define LAYOUT_WHOLE ((size_t)16 << 10)
#define LAYOUT_PIECE ((size_t)3 << 9)

/* The end of the piece of `paragraph` (a span of `text`) that starts at byte
 * `from`: a line break opportunity near from + LAYOUT_PIECE, or the
 * paragraph's end. Pieces are the same whoever asks, from whatever side. */
size_t layout_piece_end(const char *text, struct span paragraph, size_t from);

/* The start of the piece that holds `byte`. */
size_t layout_piece_start(const char *text, struct span paragraph,
    size_t byte);

/* The direction DIRECTION_AUTO gives `paragraph`. */
enum direction layout_direction(const char *text, struct span paragraph);

/* Lays out `piece` of `text` (no line end inside; at most a few times
 * LAYOUT_PIECE): UAX #9, joining, UAX #14, cells. `styles` may be NULL; those
 * outside the piece are passed over. An empty piece gives one empty line. No
 * line is wider than options->width, unless a wide letter alone is. The
 * caller frees the lines. */
struct lines layout_paragraph(const char *text, struct span piece,
    const struct styles *styles, const struct layout_options *options);

/* The same in two steps, for who sets one text at several widths: nothing but
 * the lines depends on options->width. layout_end() frees the paragraph, not
 * its lines; the text is not looked at again. */
struct paragraph;
struct paragraph *layout_begin(const char *text, struct span piece,
    const struct styles *styles, const struct layout_options *options);
struct lines layout_lines(struct paragraph *paragraph,
    const struct layout_options *options);
void layout_end(struct paragraph *paragraph);

/* One line of at most options->width columns, cut at its logical end with an
 * ellipsis when longer: for titles, prompts, status, list columns. All cells
 * get `role`. Line ends inside show as controls. */
struct lines layout_label(const char *text, size_t size, enum role role,
    const struct layout_options *options);

/* What was laid out for DISPLAY_WORDS: turns by themselves the parts of a word
 * that were given looks of different faces, `face[role]`: bold and slanted
 * letters come from other fonts, and the terminal turns each font's apart.
 * Words of two scripts are left as they are. */
void words_split(struct cell *cell, size_t count, const uint8_t face[ROLES]);

/* The version of FriBidi that is found at run time; static. */
const char *layout_version(void);

#endif
