/* fold.h: spelling variants to one form.
 *
 * Harakat, tatweel, bidi marks and other invisible letters are dropped;
 * أ إ آ ٱ become ا; ى and Persian ی become ي; ة and Persian ھ ہ become ه; ؤ
 * becomes و and ئ ي; ک گ ڭ become ك; the three digit sets become 0-9;
 * presentation forms and other compatibility letters become their letters
 * (NFKD); Latin letters lose case and keep their accents, decomposed. ء
 * stays: إنماء and نما are two words. */
#ifndef QARI_LANGUAGE_FOLD_H
#define QARI_LANGUAGE_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#include "bytes/array.h"

#define FOLD_MOST 18    /* letters one letter may fold to (U+FDFA) */

/* The letters `letter` folds to, in `folded`; their number, 0 when it is
 * dropped. */
size_t fold_letter(char32_t letter, char32_t folded[FOLD_MOST]);

/* Appends the folded form of `text[size]`, UTF-8, to `folded`; returns its
 * letters. */
size_t fold_text(const char *text, size_t size, struct buffer *folded);

/* Whether two texts fold to the same. */
bool fold_same(const char *a, size_t a_size, const char *b, size_t b_size);

/* Letters of Arabic script that words are made of (no digits, no signs). */
bool letter_is_arabic(char32_t letter);

/* Harakat, Quranic signs, tatweel: dropped in folding, part of a word. */
bool letter_is_mark(char32_t letter);

/* Bidi marks, joiners, soft hyphens and the like (Unicode's
 * Default_Ignorable_Code_Point): dropped in folding. */
bool letter_is_invisible(char32_t letter);

/* Punctuation of Arabic news beyond ASCII: a sign of its own, folding to
 * itself. */
bool letter_is_plain_sign(char32_t letter);

#endif
