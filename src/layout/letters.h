/* letters.h: the gate: bytes in, letters out. Internal to layout. */
#ifndef QARI_LAYOUT_LETTERS_H
#define QARI_LAYOUT_LETTERS_H

#include "layout/paragraph.h"

/* Fills `paragraph` with the letters of `piece` of `text`: composed as NFC
 * has it, controls and what is not assigned turned into visible stand-ins,
 * the marks of one letter capped; without `harakat`, vowel signs left out;
 * with `reveal`, embeddings, overrides and isolates are controls too.
 * letters_free() frees it. */
void letters_decode(struct paragraph *paragraph, const char *text,
    struct span piece, bool harakat, bool reveal);

/* Composes what NFC composes (compose.c). */
void letters_compose(struct paragraph *paragraph);

/* An empty paragraph with room for `room` letters. */
void letters_new(struct paragraph *paragraph, size_t room, size_t start);

/* Appends one letter whose first byte is `byte`, counted from the start. */
void letters_add(struct paragraph *paragraph, char32_t letter,
    struct property property, size_t byte);

void letters_free(struct paragraph *paragraph);

#endif
