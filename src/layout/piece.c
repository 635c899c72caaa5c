/* piece.c: long paragraphs in pieces. A boundary depends only on the text
 * near a multiple of LAYOUT_PIECE, so it is found from any side at once,
 * however long the paragraph. */
#include <string.h>

#include <unicode/uchar.h>

#include "bytes/utf8.h"
#include "layout/layout.h"
#include "layout/property.h"

#define WINDOW (LAYOUT_PIECE / 4)       /* bytes a boundary is sought in */

/* Between these, a space always lets a line end (LB18), whatever is further
 * off. */
#define BEFORE (SET_OF(U_LB_ALPHABETIC) | SET_OF(U_LB_NUMERIC) |            \
	SET_OF(U_LB_COMBINING_MARK) | SET_OF(U_LB_EXCLAMATION) |              \
	SET_OF(U_LB_INFIX_NUMERIC))
#define AFTER  (SET_OF(U_LB_ALPHABETIC) | SET_OF(U_LB_NUMERIC))

static const struct property *
property_at(const char *text, size_t byte, size_t end)
{
	char32_t letter;

	utf8_read(text + byte, end - byte, &letter);
	return property_of(letter);
}

/* The first byte after a space in [from, end) at which a line may end; `end`
 * when there is none. There is a letter before `from`. */
static size_t
after_space(const char *text, size_t from, size_t end)
{
	for (size_t at = from; at < end; at++) {
		const char *space = memchr(text + at, ' ', end - at);

		if (space == NULL)
			break;
		at = (size_t)(space - text);
		if (at + 1 < end &&
		    SET_HOLDS(BEFORE, property_at(text,
		    utf8_start(text, at - 1), end)->breaking) &&
		    SET_HOLDS(AFTER, property_at(text, at + 1, end)->breaking))
			return at + 1;
	}
	return end;
}

/* The first letter in [from, end) that begins a cell. */
static size_t
at_cell(const char *text, size_t from, size_t end)
{
	for (size_t at = from; at < end;) {
		char32_t letter;
		size_t   took = utf8_read(text + at, end - at, &letter);
		uint8_t  kind = property_of(letter)->kind;

		if (kind != KIND_MARK && kind != KIND_FORMAT)
			return at;
		at += took;
	}
	return from;
}

/* The first letter that starts at `byte` or behind it. */
static size_t
letter_from(const char *text, size_t byte, size_t end)
{
	while (byte < end && utf8_start(text, byte) != byte)
		byte++;
	return byte;
}

/* Where piece number `piece` of the paragraph starts. It is not before its
 * multiple of LAYOUT_PIECE, so that its number can be told from it. */
static size_t
piece_start(const char *text, struct span paragraph, size_t piece)
{
	size_t at  = paragraph.start + piece * LAYOUT_PIECE;
	size_t end = at + WINDOW;
	size_t found;

	if (piece == 0)
		return paragraph.start;
	if (at >= paragraph.end || span_size(paragraph) <= LAYOUT_WHOLE)
		return paragraph.end;
	if (end > paragraph.end)
		end = paragraph.end;
	at = letter_from(text, at, paragraph.end);
	end = letter_from(text, end, paragraph.end);
	found = after_space(text, at, end);
	return found < end || end == paragraph.end
	    ? found : at_cell(text, at, end);
}

size_t
layout_piece_end(const char *text, struct span paragraph, size_t from)
{
	return piece_start(text, paragraph,
	    (from - paragraph.start) / LAYOUT_PIECE + 1);
}

size_t
layout_piece_start(const char *text, struct span paragraph, size_t byte)
{
	size_t piece = (byte - paragraph.start) / LAYOUT_PIECE;
	size_t start = piece_start(text, paragraph, piece);

	return piece > 0 && (start > byte || start == paragraph.end)
	    ? piece_start(text, paragraph, piece - 1) : start;
}
