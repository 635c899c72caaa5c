/* selection.h: a stretch of text that the reader chooses, word by word or
 * letter by letter, in the order it is read in. */
#ifndef QARI_VIEWS_SELECTION_H
#define QARI_VIEWS_SELECTION_H

#include <stdbool.h>

#include "bytes/array.h"
#include "bytes/span.h"

struct selection {
	struct span span;               /* what is selected; or empty */
	bool        held;               /* one end stays where it is … */
	bool        front;              /* … the last one; the first moves */
};

/* The first word that ends after `byte`; empty when there is none. A word is
 * a run of letters, marks and digits. */
struct span word_from(const struct buffer *text, size_t byte);

/* The last word that begins before `byte`; empty when there is none. */
struct span word_before(const struct buffer *text, size_t byte);

typedef bool selection_mover(struct selection *selection,
    const struct buffer *text, bool on);

/* Moves on or back by a word. What is held grows or shrinks, to no less than
 * a word: from there it grows the other way. False at the text's ends. */
selection_mover selection_move;

/* Moves an end by a letter with its marks, and holds the other; at least a
 * letter stays. */
selection_mover selection_move_letter;

/* Moves to the word, or has what is held reach as far as it. */
void selection_reach(struct selection *selection, const struct buffer *text,
    struct span word);

/* Holds what is selected, or lets it go: the word at the moving end stays. */
void selection_hold(struct selection *selection, const struct buffer *text);

/* The word or what is left of it at the end that moves. */
struct span selection_moving(const struct selection *selection,
    const struct buffer *text);

#endif
