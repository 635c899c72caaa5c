/* long.c: paragraphs too long for one part. No article has any: what is in
 * one part costs memory and time for all of it at once. */
#include "document/long.h"

#include "bytes/icu.h"
#include "bytes/utf8.h"
#include "document/words.h"

enum { WINDOW = 4 << 10 };      /* bytes a cut is sought in, behind the most */

static bool
ends_sentence(char32_t letter)
{
	return letter == '.' || letter == '!' || letter == '?' ||
	    letter == U'؟' || letter == U'…';
}

/* Whether a text may be cut before it: no mark, joiner or the like, which
 * belong to the letter before. ICU is not asked about plain Arabic. */
static bool
begins(char32_t letter)
{
	if (letter < 0x80 || (letter >= 0x0621 && letter <= 0x064A))
		return true;
	return (U_MASK(icu_uc()->u_charType((UChar32)letter)) &
	    (U_GC_M_MASK | U_GC_CF_MASK)) == 0;
}

/* The best place in [at, end) to cut, at a letter's first byte; `end` when
 * there is none. */
static size_t
place_of_cut(const char *text, size_t at, size_t end)
{
	char32_t before = 0;
	size_t   space  = end;
	size_t   letter = end;

	while (at < end) {
		char32_t next;
		size_t   took  = utf8_read(text + at, end - at, &next);
		bool     white = white_size(text, at, end) > 0;

		if (white && ends_sentence(before))
			return at;
		if (white && space == end)
			space = at;
		if (space == end && letter == end && begins(next))
			letter = at;
		before = next;
		at += took;
	}
	return space < end ? space : letter;
}

void
long_part_cut(struct article *article)
{
	struct parts *parts = &article->parts;
	const char   *text  = article->text.at;

	while (parts->count > 0) {
		struct part *last = &parts->at[parts->count - 1];
		struct part  rest = { .kind = PART_PARAGRAPH };
		size_t       from = last->span.start + PART_MOST;
		size_t       cut;

		if (span_size(last->span) <= PART_MOST + WINDOW)
			return;
		cut = place_of_cut(text, utf8_start(text, from),
		    utf8_start(text, from + WINDOW));
		rest.span = white_trim(text, span_of(cut, last->span.end));
		last->span = white_trim(text,
		    span_of(last->span.start, cut));
		array_add(parts, rest);
	}
}
