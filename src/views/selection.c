/* selection.c: a stretch of text that the reader chooses. */
#include "views/selection.h"

#include "bytes/utf8.h"
#include "language/fold.h"

/* Letters, marks and digits; beyond ASCII all but spaces and punctuation. */
static bool
is_of_word(char32_t letter)
{
	if (letter < 0x80)
		return (letter | 0x20) - 'a' < 26 || letter - '0' < 10;
	if (letter_is_plain_sign(letter))
		return false;
	return letter > 0xBF && !(letter >= 0x2000 && letter <= 0x206F) &&
	    !(letter >= 0x3000 && letter <= 0x3003);
}

static char32_t
letter_at(const struct buffer *text, size_t byte, size_t *took)
{
	char32_t letter;

	*took = utf8_read(text->at + byte, text->count - byte, &letter);
	return letter;
}

/* The end of the run from `byte` on of letters that are of a word, or that
 * are not. */
static size_t
run_end(const struct buffer *text, size_t byte, bool of_word)
{
	size_t took;

	while (byte < text->count &&
	    is_of_word(letter_at(text, byte, &took)) == of_word)
		byte += took;
	return byte;
}

/* The same back. */
static size_t
run_start(const struct buffer *text, size_t byte, bool of_word)
{
	size_t took;

	while (byte > 0) {
		size_t before = utf8_start(text->at, byte - 1);

		if (is_of_word(letter_at(text, before, &took)) != of_word)
			break;
		byte = before;
	}
	return byte;
}

struct span
word_from(const struct buffer *text, size_t byte)
{
	size_t at    = byte < text->count ? utf8_start(text->at, byte)
	    : text->count;
	size_t start = run_end(text, at, false);

	if (start == text->count)
		return span_of(start, start);
	return span_of(run_start(text, start, true),
	    run_end(text, start, true));
}

struct span
word_before(const struct buffer *text, size_t byte)
{
	size_t end = run_start(text, byte, false);

	if (end == 0)
		return span_of(0, 0);
	return span_of(run_start(text, end, true), run_end(text, end, true));
}

/* The words at the ends of what is selected, or what of them is. */
static struct span
first_word(const struct selection *selection, const struct buffer *text)
{
	return span_common(word_from(text, selection->span.start),
	    selection->span);
}

static struct span
last_word(const struct selection *selection, const struct buffer *text)
{
	return span_common(word_before(text, selection->span.end),
	    selection->span);
}

struct span
selection_moving(const struct selection *selection,
    const struct buffer *text)
{
	if (span_is_empty(selection->span))
		return selection->span;
	return selection->front ? first_word(selection, text)
	    : last_word(selection, text);
}

/* The word an end comes to when it grows by one: the first when `front`. */
static struct span
word_beyond(const struct selection *selection, const struct buffer *text,
    bool front)
{
	return front ? word_before(text, selection->span.start)
	    : word_from(text, selection->span.end);
}

/* Grows at the end that `front` names. */
static bool
grow(struct selection *selection, const struct buffer *text, bool front)
{
	struct span word = word_beyond(selection, text, front);

	if (span_is_empty(word))
		return false;
	selection->front = front;
	if (front)
		selection->span.start = word.start;
	else
		selection->span.end = word.end;
	return true;
}

/* Takes the word at the moving end off; false when it is the only one. */
static bool
shrink(struct selection *selection, const struct buffer *text)
{
	struct span *span  = &selection->span;
	struct span  first = first_word(selection, text);
	struct span  last  = last_word(selection, text);

	if (first.start == last.start)
		return false;
	if (selection->front)
		span->start = word_from(text, first.end).start;
	else
		span->end = word_before(text, last.start).end;
	return true;
}

bool
selection_move(struct selection *selection, const struct buffer *text,
    bool on)
{
	struct span word;

	if (selection->held) {
		if (selection->front == on && shrink(selection, text))
			return true;
		return grow(selection, text, !on);
	}
	word = word_beyond(selection, text, !on);
	if (span_is_empty(word))
		return false;
	selection->span = word;
	return true;
}

/* The start of the letter after the one at `byte`, its marks passed over. */
static size_t
letter_after(const struct buffer *text, size_t byte)
{
	size_t   took;
	char32_t letter = letter_at(text, byte, &took);

	do {
		byte += took;
		if (byte >= text->count)
			return text->count;
		letter = letter_at(text, byte, &took);
	} while (letter_is_mark(letter) || letter_is_invisible(letter));
	return byte;
}

static size_t
letter_before(const struct buffer *text, size_t byte)
{
	size_t   took;
	char32_t letter;

	do {
		byte = utf8_start(text->at, byte - 1);
		letter = letter_at(text, byte, &took);
	} while (byte > 0 &&
	    (letter_is_mark(letter) || letter_is_invisible(letter)));
	return byte;
}

bool
selection_move_letter(struct selection *selection,
    const struct buffer *text, bool on)
{
	struct span  moved = selection->span;
	size_t      *edge  = selection->front ? &moved.start : &moved.end;

	if (on ? *edge >= text->count : *edge == 0)
		return false;
	*edge = on ? letter_after(text, *edge) : letter_before(text, *edge);
	if (moved.start >= moved.end)
		return false;
	selection->span = moved;
	selection->held = true;
	return true;
}

void
selection_reach(struct selection *selection, const struct buffer *text,
    struct span word)
{
	struct span still = selection->front ? last_word(selection, text)
	    : first_word(selection, text);

	if (!selection->held) {
		selection->span = word;
		return;
	}
	selection->front = word.start < still.start;
	selection->span = selection->front ? span_of(word.start, still.end)
	    : span_of(still.start, word.end);
}

void
selection_hold(struct selection *selection, const struct buffer *text)
{
	if (selection->held)
		selection->span = selection_moving(selection, text);
	selection->held = !selection->held;
	selection->front = false;
}
