/* find.c: search that ignores how Arabic happens to be spelt.
 *
 * Of the query's letters the one that Arabic text has least often is the
 * anchor. The text is scanned, a block of bytes at a time, for the few bytes
 * that a spelling of the anchor can hold; at each the letters before and
 * behind it are folded and compared. So most of the text is only looked at
 * as bytes, and none is copied. */
#include "language/find.h"

#include <stdint.h>
#include <string.h>

#include "bytes/memory.h"
#include "bytes/utf8.h"
#include "language/fold.h"

enum {
	BLOCK     = 16,         /* bytes compared at once */
	BYTES     = 16,         /* an anchor with more bytes is looked up */
	ANCHOR_IN = 32,         /* first letters of which one is the anchor */
	GAP_MOST  = 4096        /* letters in a row that fold to nothing, or
	                         * white ones, inside a hit: a text of nothing
	                         * else is not read to its end at each call */
};

typedef unsigned char block __attribute__((vector_size(BLOCK)));

struct needle {
	char32_t     *letter;           /* [letters] folded; runs of white
	                                 * space are one U+0020 */
	size_t        letters;
	size_t        anchor;           /* index of the anchor */
	bool          may_hold[256];    /* bytes of the anchor's spellings */
	unsigned char byte[BYTES];      /* [bytes] the same, as a list */
	size_t        bytes;            /* BYTES + 1: too many for a list */
	struct span  *place;            /* [places] or the hits themselves, */
	size_t        places;           /* when they were found before */
};

static bool
is_space(char32_t letter)
{
	return letter == ' ' || (letter >= '\t' && letter <= '\r') ||
	    letter == 0x85 || letter == 0x2028 || letter == 0x2029;
}

/* How common a folded letter is in Arabic text: a higher one is rarer. The
 * order was counted in news; other scripts are rarer than all. */
static size_t
rarity(char32_t letter)
{
	static const char32_t common[] = U" اليمنوترهبعدسفحكقجشصطخضءزذغظث";

	for (size_t i = 0; common[i] != 0; i++)
		if (common[i] == letter)
			return i;
	return sizeof common / sizeof *common;
}

static void
hold_byte(struct needle *needle, unsigned char byte)
{
	if (needle->may_hold[byte])
		return;
	needle->may_hold[byte] = true;
	if (needle->bytes < BYTES)
		needle->byte[needle->bytes] = byte;
	if (needle->bytes <= BYTES)
		needle->bytes++;
}

static void
hold_leads(struct needle *needle, int first, int last)
{
	for (int lead = first; lead <= last; lead++)
		hold_byte(needle, (unsigned char)lead);
}

/* The bytes to look for: the last byte of every ASCII or Arabic spelling of
 * the anchor, and the first byte of whatever else might fold to it:
 * the Arabic supplement (DD), presentation forms (EF) and mathematical
 * letters (F0) to what the Arabic block holds, any lead byte to others. */
static void
hold_spellings(struct needle *needle, char32_t anchor)
{
	for (char32_t letter = 0; letter < 0x700; letter++) {
		char32_t folded[FOLD_MOST];
		char     bytes[UTF8_MOST];

		if (letter == 0x80)
			letter = 0x600;
		if (fold_letter(letter, folded) == 1 &&
		    (*folded == anchor || (is_space(*folded) && anchor == ' ')))
			hold_byte(needle, (unsigned char)
			    bytes[utf8_write(letter, bytes) - 1]);
	}
	if (anchor >= 0x600 && anchor < 0x700) {
		hold_leads(needle, 0xDD, 0xDD);
		hold_leads(needle, 0xEF, 0xF0);
		return;
	}
	hold_leads(needle, 0xC2, anchor < 0x80 ? 0xCF : 0xDF);
	hold_leads(needle, 0xE0, 0xF4);
}

static void
add_letters(struct needle *needle, const char *query, size_t size)
{
	for (size_t at = 0; at < size;) {
		char32_t letter;
		char32_t folded[FOLD_MOST];
		size_t   count;

		at += utf8_read(query + at, size - at, &letter);
		count = fold_letter(letter, folded);
		needle->letter = memory_resize(needle->letter,
		    needle->letters + count + 1, sizeof *needle->letter);
		for (size_t i = 0; i < count; i++) {
			char32_t add = is_space(folded[i]) ? ' ' : folded[i];

			if (add != ' ' || needle->letters == 0 ||
			    needle->letter[needle->letters - 1] != ' ')
				needle->letter[needle->letters++] = add;
		}
	}
}

struct needle *
needle_new(const char *query, size_t size)
{
	struct needle *needle = memory_new(1, sizeof *needle);

	add_letters(needle, query, size);
	if (needle->letters == 0) {
		needle_free(needle);
		return NULL;
	}
	for (size_t i = 1; i < needle->letters && i < ANCHOR_IN; i++)
		if (rarity(needle->letter[i]) >
		    rarity(needle->letter[needle->anchor]))
			needle->anchor = i;
	hold_spellings(needle, needle->letter[needle->anchor]);
	return needle;
}

/* A letter of the text and the letters it folds to. */
struct spot {
	size_t   start;                 /* bytes */
	size_t   end;
	char32_t folded[FOLD_MOST];
	size_t   count;
};

static struct spot
spot_at(const char *text, size_t size, size_t start)
{
	struct spot spot = { .start = start };
	char32_t    letter;

	spot.end = start + utf8_read(text + start, size - start, &letter);
	spot.count = fold_letter(letter, spot.folded);
	return spot;
}

static bool
spot_is_space(const struct spot *spot)
{
	return spot->count == 1 && is_space(*spot->folded);
}

/* Matches needle letters [next, letters) from folded letter `i` of `spot`
 * on; `*end` gets the first byte behind. */
static bool
match_forward(const struct needle *needle, const char *text, size_t size,
    struct spot spot, size_t i, size_t next, size_t *end)
{
	bool ran = false;               /* the last one matched was white */

	for (;; i = 0, spot = spot_at(text, size, spot.end)) {
		bool white = spot_is_space(&spot);

		for (; i < spot.count && next < needle->letters &&
		    !(white && ran); i++, next++)
			if (needle->letter[next] !=
			    (white ? ' ' : spot.folded[i]))
				return false;
		ran = white || (ran && spot.count == 0);
		*end = spot.end;
		if (next == needle->letters || spot.end == size)
			return next == needle->letters;
	}
}

/* Matches needle letters [0, left) before folded letter `i` of `spot`, not
 * before byte `least`; `*start` gets the first byte. */
static bool
match_backward(const struct needle *needle, const char *text, size_t size,
    struct spot spot, size_t i, size_t left, size_t least, size_t *start)
{
	bool ran = spot_is_space(&spot);

	for (;;) {
		bool white = spot_is_space(&spot);

		for (; i > 0 && left > 0 && !(white && ran); i--, left--)
			if (needle->letter[left - 1] !=
			    (white ? ' ' : spot.folded[i - 1]))
				return false;
		ran = white || (ran && spot.count == 0);
		if (spot.count > 0)
			*start = spot.start;
		if (left == 0 || spot.start <= least)
			return left == 0;
		spot = spot_at(text, size, utf8_start(text, spot.start - 1));
		i = spot.count;
	}
}

/* Takes in the marks behind the last letter, or the rest of white space. */
static size_t
whole_end(const char *text, size_t size, size_t end, bool white)
{
	while (end < size) {
		char32_t letter;
		size_t   took = utf8_read(text + end, size - end, &letter);

		if (!letter_is_mark(letter) && !(white && is_space(letter)))
			break;
		end += took;
	}
	return end;
}

/* A hit whose anchor is in the letter at `at`. */
static bool
match_at(const struct needle *needle, const char *text, size_t size,
    size_t at, struct span within, struct span *hit)
{
	struct spot spot   = spot_at(text, size, at);
	size_t      anchor = needle->anchor;

	for (size_t i = 0; i < spot.count; i++) {
		char32_t letter = is_space(spot.folded[i])
		    ? ' ' : spot.folded[i];
		size_t   start = at;
		size_t   end;

		if (letter == needle->letter[anchor] &&
		    match_backward(needle, text, size, spot, i, anchor,
		    within.start, &start) && span_holds(within, start) &&
		    match_forward(needle, text, size, spot, i, anchor, &end)) {
			*hit = span_of(start, whole_end(text, size, end,
			    needle->letter[needle->letters - 1] == ' '));
			return true;
		}
	}
	return false;
}

/* Where the anchor of a hit that starts before `end` must stand before: one
 * letter or run of white space for each of the needle's before it. */
static size_t
anchor_limit(const struct needle *needle, const char *text, size_t size,
    size_t end)
{
	size_t passed = 0;
	size_t gap = 0;
	bool   ran = false;

	while (end < size && passed <= needle->anchor && gap < GAP_MOST) {
		struct spot spot  = spot_at(text, size, end);
		bool        white = spot_is_space(&spot);
		size_t      adds  = white ? !ran : spot.count;

		passed += adds;
		gap = adds > 0 ? 0 : gap + 1;
		ran = white || (ran && spot.count == 0);
		end = spot.end;
	}
	return end;
}

/* The first byte in [at, end) that a spelling of the anchor may hold. */
static size_t
next_candidate(const struct needle *needle, const char *text, size_t at,
    size_t end)
{
	const unsigned char *bytes = (const unsigned char *)text;

	while (needle->bytes <= BYTES && at + BLOCK <= end) {
		block    here;
		block    found = { 0 };
		uint64_t half[2];

		memcpy(&here, bytes + at, BLOCK);
		for (size_t i = 0; i < needle->bytes; i++)
			found |= (block)(here == needle->byte[i]);
		memcpy(half, &found, BLOCK);
		if ((half[0] | half[1]) != 0)
			break;
		at += BLOCK;
	}
	while (at < end && !needle->may_hold[bytes[at]])
		at++;
	return at;
}

struct needle *
needle_of_places(const struct span *place, size_t places)
{
	struct needle *needle;

	if (places == 0)
		return NULL;
	needle = memory_new(1, sizeof *needle);
	needle->place = memory_new(places, sizeof *place);
	memcpy(needle->place, place, places * sizeof *place);
	needle->places = places;
	return needle;
}

static bool
next_place(const struct needle *needle, struct span within, struct span *hit)
{
	size_t low  = 0;
	size_t high = needle->places;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (needle->place[middle].start < within.start)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == needle->places || needle->place[low].start >= within.end)
		return false;
	*hit = needle->place[low];
	return true;
}

bool
needle_find(const struct needle *needle, const char *text, size_t size,
    struct span within, struct span *hit)
{
	size_t limit;

	if (within.end > size)
		within.end = size;
	if (span_is_empty(within))
		return false;
	if (needle->places > 0)
		return next_place(needle, within, hit);
	limit = anchor_limit(needle, text, size, within.end);
	for (size_t at = within.start;; at++) {
		size_t letter;

		at = next_candidate(needle, text, at, limit);
		if (at >= limit)
			return false;
		letter = utf8_start(text, at);
		if (match_at(needle, text, size, letter, within, hit))
			return true;
	}
}

void
needle_free(struct needle *needle)
{
	if (needle == NULL)
		return;
	free(needle->letter);
	free(needle->place);
	free(needle);
}
