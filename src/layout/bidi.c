/* bidi.c: levels of letters and their order on a line (UAX #9).
 *
 * Most paragraphs of Arabic news have one level and need no algorithm. Of the
 * others FriBidi finds the levels, but FriBidi 1.0.8 (Debian 12) lets adjacent
 * isolates leak into each other, looks for a bracket's context across level
 * runs, mistakes a mark that stands on no letter, pairs a fullwidth bracket
 * with a plain one, and is quadratic, and recursive, in brackets and
 * isolates (issues 141, 163, 233, 253; 64 KB of brackets took 2 s). ICU 72 is
 * linear but not right either: a mark behind a bracket does not follow it (N0).
 * So paragraphs of these kinds go through uax9.c, which has none of this. */
#include "layout/bidi.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fribidi.h>

#include "bytes/utf8.h"
#include "layout/uax9.h"

enum {
	FRIBIDI_LETTERS  = 2048,        /* the most it is given at once */
	FRIBIDI_BRACKETS = 64,
	STRETCH_COSTS    = 4,           /* letters that a call costs */
	LETTERS_OF_RUN   = 2            /* that FriBidi is worth a run for */
};

#define RIGHT   (SET_OF(BIDI_R) | SET_OF(BIDI_AL))
#define STRONG  (SET_OF(BIDI_L) | RIGHT)
#define NUMBERS (SET_OF(BIDI_EN) | SET_OF(BIDI_AN))
#define STEERED (BIDI_EMBEDDINGS | BIDI_ISOLATES | SET_OF(BIDI_B))

/* By enum bidi_class. */
static const FriBidiCharType types[BIDI_CLASSES] = {
	FRIBIDI_TYPE_LTR, FRIBIDI_TYPE_RTL, FRIBIDI_TYPE_EN, FRIBIDI_TYPE_ES,
	FRIBIDI_TYPE_ET, FRIBIDI_TYPE_AN, FRIBIDI_TYPE_CS, FRIBIDI_TYPE_BS,
	FRIBIDI_TYPE_SS, FRIBIDI_TYPE_WS, FRIBIDI_TYPE_ON, FRIBIDI_TYPE_LRE,
	FRIBIDI_TYPE_LRO, FRIBIDI_TYPE_AL, FRIBIDI_TYPE_RLE, FRIBIDI_TYPE_RLO,
	FRIBIDI_TYPE_PDF, FRIBIDI_TYPE_NSM, FRIBIDI_TYPE_BN, FRIBIDI_TYPE_FSI,
	FRIBIDI_TYPE_LRI, FRIBIDI_TYPE_RLI, FRIBIDI_TYPE_PDI
};

size_t
bidi_types(const struct paragraph *paragraph)
{
	size_t  runs   = 0;
	uint8_t before = BIDI_CLASSES;

	for (size_t i = 0; i < paragraph->letters; i++) {
		uint8_t class = paragraph->property[i].class;

		runs += class != before;
		before = class;
		paragraph->types[i] = types[class];
	}
	return runs;
}

static enum direction
direction_of(const struct paragraph *paragraph, enum direction base)
{
	if (base == DIRECTION_AUTO)
		return (paragraph->classes & RIGHT) != 0
		    ? DIRECTION_RTL : DIRECTION_LTR;
	if (base == DIRECTION_ARABIC)
		return (paragraph->classes & STRONG) != SET_OF(BIDI_L)
		    ? DIRECTION_RTL : DIRECTION_LTR;
	if (base == DIRECTION_FIRST_STRONG)
		return uax9_base(paragraph->property, paragraph->letters) != 0
		    ? DIRECTION_RTL : DIRECTION_LTR;
	return base;
}

/* Whether nothing can have another level than the paragraph: neutrals take
 * the embedding direction (N2), numbers in a Latin paragraph become L (W7). */
static bool
is_one_level(const struct paragraph *paragraph)
{
	uint64_t others = paragraph->direction == DIRECTION_RTL
	    ? SET_OF(BIDI_L) | NUMBERS : RIGHT | SET_OF(BIDI_AN);

	return (paragraph->classes & (others | STEERED)) == 0;
}

/* Counts brackets, and says whether FriBidi gets them right: plain ones, and
 * no mark on anything but a letter. */
static bool
brackets_are_plain(const struct paragraph *paragraph)
{
	size_t  brackets = 0;
	uint8_t before   = BIDI_ON;

	for (size_t i = 0; i < paragraph->letters; i++) {
		const struct property *property = &paragraph->property[i];

		if ((property->flags & PROPERTY_BRACKET) != 0 &&
		    (paragraph->letter[i] >= 0x80 ||
		    ++brackets > FRIBIDI_BRACKETS))
			return false;
		if (property->class == BIDI_NSM &&
		    !SET_HOLDS(STRONG, before))
			return false;
		if (property->class != BIDI_NSM)
			before = property->class;
	}
	return true;
}

static bool
fribidi_is_right(const struct paragraph *paragraph)
{
	return paragraph->letters <= FRIBIDI_LETTERS &&
	    (paragraph->classes & STEERED) == 0 &&
	    ((paragraph->flags & PROPERTY_BRACKET) == 0 ||
	    brackets_are_plain(paragraph));
}

/* FriBidi 1.0.8 crashes where it has no memory for a run of letters or a pair
 * of brackets; so there is some for all of them before it is asked. */
enum { ROOM_OF_RUN = 96, RUNS_MORE = 64 + 2 * FRIBIDI_BRACKETS };

/* False when it had no memory. */
static bool
stretch_by_fribidi(struct paragraph *paragraph, struct range stretch,
    FriBidiBracketType *brackets)
{
	FriBidiParType base = paragraph->direction == DIRECTION_RTL
	    ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;

	return fribidi_get_par_embedding_levels_ex(
	    paragraph->types + stretch.start,
	    brackets == NULL ? NULL : brackets + stretch.start,
	    (FriBidiStrIndex)(stretch.end - stretch.start), &base,
	    paragraph->level + stretch.start) != 0;
}

/* The next letters from `from` on that need not have the level of an Arabic
 * paragraph: Latin and numbers, from the Arabic letter before them to the one
 * behind them. What stands beyond these has no say in what they become (W1
 * to W7, N1, N2 look no further than to a strong letter), unless by brackets.
 * False when there are none. */
static bool
next_stretch(const struct paragraph *paragraph, size_t from,
    struct range *stretch)
{
	const struct property *property = paragraph->property;
	size_t                 i        = from;

	stretch->start = from;
	for (; i < paragraph->letters && !SET_HOLDS(SET_OF(BIDI_L) | NUMBERS,
	    property[i].class); i++)
		if (SET_HOLDS(RIGHT, property[i].class))
			stretch->start = i;
	if (i == paragraph->letters)
		return false;
	while (i < paragraph->letters && !SET_HOLDS(RIGHT, property[i].class))
		i++;
	stretch->end = i < paragraph->letters ? i + 1 : i;
	stretch->next = i;
	return true;
}

/* Whether every bracket in the stretch has its partner there, none being
 * inside another. */
static bool
brackets_close(const struct paragraph *paragraph, struct range stretch)
{
	char32_t closing = 0;

	for (size_t i = stretch.start; i < stretch.end; i++) {
		char32_t letter = paragraph->letter[i];

		if ((paragraph->property[i].flags & PROPERTY_BRACKET) == 0)
			continue;
		if (closing != 0 && letter != closing)
			return false;
		closing = closing != 0 ? 0 : letter == '(' ? ')'
		    : letter == '[' ? ']' : letter == '{' ? '}' : letter;
		if (closing == letter)
			return false;
	}
	return closing == 0;
}

/* Whether the paragraph can be read by stretches, and that is less. */
static bool
has_short_stretches(const struct paragraph *paragraph)
{
	struct range stretch = { 0, 0, 0 };
	size_t       letters = 0;

	if (paragraph->direction != DIRECTION_RTL)
		return false;
	while (next_stretch(paragraph, stretch.next, &stretch)) {
		letters += stretch.end - stretch.start + STRETCH_COSTS;
		if (letters > paragraph->letters ||
		    ((paragraph->flags & PROPERTY_BRACKET) != 0 &&
		    !brackets_close(paragraph, stretch)))
			return false;
	}
	return true;
}

/* False when it had no memory. */
static bool
read_stretches(struct paragraph *paragraph, FriBidiBracketType *brackets)
{
	struct range stretch = { 0, 0, 0 };

	memset(paragraph->level, 1, paragraph->letters);
	while (next_stretch(paragraph, stretch.next, &stretch))
		if (!stretch_by_fribidi(paragraph, stretch, brackets))
			return false;
	return true;
}

/* Of all letters, no bracket being 0; the caller frees them. */
static FriBidiBracketType *
bracket_types(const struct paragraph *paragraph)
{
	FriBidiBracketType *brackets = memory_new(paragraph->letters,
	    sizeof *brackets);

	for (size_t i = 0; i < paragraph->letters; i++)
		if ((paragraph->property[i].flags & PROPERTY_BRACKET) != 0)
			fribidi_get_bracket_types(paragraph->letter + i, 1,
			    paragraph->types + i, brackets + i);
	return brackets;
}

/* False when it had no memory, or has so many runs that FriBidi, which takes
 * memory for each, is the slower one: by half again for times, by a quarter
 * for Arabic and Latin words in turn. */
static bool
levels_by_fribidi(struct paragraph *paragraph)
{
	struct range        all      = { 0, paragraph->letters, 0 };
	size_t              runs     = bidi_types(paragraph);
	FriBidiBracketType *brackets = NULL;
	bool                done;

	if (runs * LETTERS_OF_RUN > paragraph->letters)
		return false;
	memory_see_to((runs + RUNS_MORE) * ROOM_OF_RUN);
	if ((paragraph->flags & PROPERTY_BRACKET) != 0)
		brackets = bracket_types(paragraph);
	done = has_short_stretches(paragraph)
	    ? read_stretches(paragraph, brackets)
	    : stretch_by_fribidi(paragraph, all, brackets);
	free(brackets);
	return done;
}

/* A stand-in reads from left to right wherever it is: it gets the next even
 * level, as a number would. */
static void
raise_stand_ins(struct paragraph *paragraph)
{
	for (size_t i = 0; i < paragraph->letters; i++)
		if (paragraph->property[i].kind == KIND_CONTROL) {
			paragraph->level[i] = (int8_t)
			    ((paragraph->level[i] + 1) & ~1);
			paragraph->level_is_one = false;
		}
}

void
levels_resolve(struct paragraph *paragraph, enum direction base)
{
	int8_t level;

	paragraph->direction = direction_of(paragraph, base);
	level = paragraph->direction == DIRECTION_RTL;
	paragraph->level_is_one = is_one_level(paragraph);
	if (paragraph->level_is_one)
		memset(paragraph->level, level, paragraph->letters);
	else if (!fribidi_is_right(paragraph) ||
	    !levels_by_fribidi(paragraph))
		uax9_levels(paragraph->letter, paragraph->property,
		    paragraph->letters, level, paragraph->level);
	if (paragraph->stand_ins)
		raise_stand_ins(paragraph);
}

/* Where the white space begins that L1 (part 4) resets at the line's end. */
static size_t
tail_of(const struct paragraph *paragraph, size_t start, size_t end)
{
	uint64_t spaces = BIDI_EMBEDDINGS | BIDI_ISOLATES |
	    SET_OF(BIDI_WS) | SET_OF(BIDI_BN) | SET_OF(BIDI_S) |
	    SET_OF(BIDI_B);

	while (end > start &&
	    SET_HOLDS(spaces, paragraph->property[end - 1].class))
		end--;
	return end;
}

static void
reverse(struct run *run, size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		struct run other = run[i];

		run[i] = run[count - 1 - i];
		run[count - 1 - i] = other;
	}
}

/* L2, by runs: a run's own letters are reversed when they become cells. */
static void
reorder(struct runs *runs)
{
	int8_t highest = 0;

	for (size_t i = 0; i < runs->count; i++)
		if (runs->at[i].level > highest)
			highest = runs->at[i].level;
	for (int8_t level = highest; level > 0; level--) {
		for (size_t i = 0, end; i < runs->count; i = end + 1) {
			end = i;
			while (end < runs->count &&
			    runs->at[end].level >= level)
				end++;
			reverse(runs->at + i, end - i);
		}
	}
}

static void
add_run(struct runs *runs, size_t start, size_t end, int8_t level)
{
	if (start == end)
		return;
	if (runs->count > 0 && runs->at[runs->count - 1].level == level)
		runs->at[runs->count - 1].end = end;
	else
		array_add(runs, (struct run){ start, end, level });
}

void
line_reorder(const struct paragraph *paragraph, size_t start, size_t end,
    struct runs *runs)
{
	const int8_t *level = paragraph->level;
	int8_t        base  = paragraph->direction == DIRECTION_RTL;
	size_t        tail  = tail_of(paragraph, start, end);

	runs->count = 0;
	if (paragraph->level_is_one) {
		add_run(runs, start, end, base);
		return;
	}
	for (size_t i = start, next; i < tail; i = next) {
		for (next = i + 1; next < tail; next++)
			if (level[next] != level[i])
				break;
		add_run(runs, i, next, level[i]);
	}
	add_run(runs, tail, end, base);
	reorder(runs);
}

enum direction
layout_direction(const char *text, struct span paragraph)
{
	for (size_t at = paragraph.start; at < paragraph.end;) {
		char32_t letter;

		at += utf8_read(text + at, paragraph.end - at, &letter);
		if (letter >= 0x80 &&
		    SET_HOLDS(RIGHT, property_of(letter)->class))
			return DIRECTION_RTL;
	}
	return DIRECTION_LTR;
}

/* fribidi_version_info is prose of several lines: "(GNU FriBidi) 1.0.8\n…". */
const char *
layout_version(void)
{
	static char version[32];
	const char *number = strchr(fribidi_version_info, ')');

	number = number == NULL ? fribidi_version_info : number + 1;
	number += strspn(number, " ");
	snprintf(version, sizeof version, "%.*s", (int)strcspn(number, "\n"),
	    number);
	return version;
}
