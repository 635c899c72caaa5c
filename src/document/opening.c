/* opening.c: the section, headline and byline that an article opens with.
 *
 * The shapes are what 738 news articles of twenty sites have in common: a
 * headline is a short line, set apart, that ends no sentence; a section a few
 * bare words above a headline; a byline an agency's name or site, a name
 * after بقلم, or a line with a year under the headline. */
#include "document/opening.h"

#include <ctype.h>
#include <string.h>

#include "bytes/utf8.h"
#include "document/words.h"

enum {
	HEADLINE_WORDS = 22,    /* at most */
	HEADLINE_TIMES = 3,     /* the body's first line is so much longer
	                         * where no blank line stands between */
	SECTION_WORDS  = 3,
	BYLINE_WORDS   = 12,
	CREDIT_WORDS   = 8,     /* of a byline without a year */
	PLACE_WORDS    = 2,     /* of a place or "متابعة" below an agency */
	LINE_MOST      = 4096   /* bytes of any of them */
};

/* A part as its shape shows it. */
struct line_shape {
	const char *text;
	struct span span;
	size_t      words;
	bool        apart;      /* a blank line stands behind it */
	size_t      next_words; /* of the part behind it; 0: there is none */
};

/* Words up to so many that no line of an opening has them. A line that is
 * longer than any of those is not counted again whenever it has grown. */
static size_t
words_of(const char *text, struct span span)
{
	enum { MANY = HEADLINE_TIMES * HEADLINE_WORDS };

	return span_size(span) > LINE_MOST ? MANY
	    : words_count(text, span, MANY);
}

static struct line_shape
shape_of(const struct article *article, size_t index)
{
	const char        *text = article->text.at;
	const struct part *part = &article->parts.at[index];
	struct line_shape  line = { text, part->span, 0, false, 0 };

	line.words = words_of(text, part->span);
	if (index + 1 < article->parts.count) {
		line.apart = part[1].spaced;
		line.next_words = words_of(text, part[1].span);
	}
	return line;
}

static bool
begins_with(const struct line_shape *line, const char *word)
{
	size_t size = strlen(word);

	return span_size(line->span) > size &&
	    memcmp(line->text + line->span.start, word, size) == 0;
}

static bool
ends_with(const struct line_shape *line, const char *sign)
{
	size_t size = strlen(sign);

	return span_size(line->span) >= size &&
	    memcmp(line->text + line->span.end - size, sign, size) == 0;
}

static bool
ends_sentence(const struct line_shape *line)
{
	return (ends_with(line, ".") && !ends_with(line, "..")) ||
	    ends_with(line, ":") || ends_with(line, "،") ||
	    ends_with(line, ".\"") || ends_with(line, ".”") ||
	    ends_with(line, ".»");
}

static bool
is_headline(const struct line_shape *line)
{
	return line->next_words > 0 && line->words <= HEADLINE_WORDS &&
	    !ends_sentence(line) &&
	    (line->apart || line->next_words >= HEADLINE_TIMES * line->words);
}

/* Nothing but letters and spaces: "دولي", "المغرب العربي". */
static bool
is_bare(const struct line_shape *line)
{
	for (size_t at = line->span.start; at < line->span.end;) {
		char32_t letter;

		at += utf8_read(line->text + at, line->span.end - at, &letter);
		if ((letter < 0x80 && letter != ' ' && letter != '/' &&
		    !isalpha((int)letter)) || letter == U'؟' ||
		    letter == U'،' || letter == U'؛' || letter == U'…' ||
		    letter == U'«' || letter == U'»' || letter == U'“' ||
		    letter == U'”' || (letter >= U'٠' && letter <= U'٩'))
			return false;
	}
	return true;
}

static bool
is_section(const struct line_shape *line, const struct line_shape *next)
{
	return line->words <= SECTION_WORDS && line->apart && is_bare(line) &&
	    next->words > line->words && is_headline(next);
}

/* A site's name, "EXAMPLE.COM", as the first word. */
static bool
names_site(const struct line_shape *line)
{
	bool dotted = false;

	for (size_t at = line->span.start; at < line->span.end; at++) {
		unsigned char byte = (unsigned char)line->text[at];

		if (byte == '.')
			dotted = at > line->span.start;
		else if (!isalnum(byte))
			return dotted && line->text[at - 1] != '.';
	}
	return dotted && !ends_with(line, ".");
}

/* An agency's initials, letter by letter: "و م ع", "(أ ف ب)". */
static bool
is_initials(const struct line_shape *line)
{
	size_t letters = 0;

	for (size_t at = line->span.start; at < line->span.end;) {
		char32_t letter;

		at += utf8_read(line->text + at, line->span.end - at, &letter);
		letters += letter >= 0x80;
	}
	return line->words >= 2 && letters == line->words;
}

static bool
names_writer(const struct line_shape *line)
{
	static const char *const openers[] = {
		"بقلم ", "بقلم:", "كتب ", "كتب:", "كتبت ", "كتبت:", "كتبه ",
		"إعداد ", "إعداد:", "اعداد:", "ترجمة ", "ترجمة:", "تقرير:",
		"متابعة:", "حوار:", "حاوره ", "حاورته ", "المصدر:"
	};

	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
		if (begins_with(line, openers[i]))
			return true;
	return false;
}

/* A number of four digits, as a year is. */
static bool
has_year(const struct line_shape *line)
{
	size_t digits = 0;

	for (size_t at = line->span.start; at < line->span.end;) {
		char32_t letter;
		bool     digit;

		at += utf8_read(line->text + at, line->span.end - at, &letter);
		digit = (letter >= '0' && letter <= '9') ||
		    (letter >= U'٠' && letter <= U'٩');
		if (!digit && digits == 4)
			return true;
		digits = digit ? digits + 1 : 0;
	}
	return digits == 4;
}

/* `above` is the kind of the part above, PART_PARAGRAPH at the top. */
static bool
is_byline(const struct line_shape *line, enum part_kind above, bool headed)
{
	if (line->next_words == 0 || ends_sentence(line))
		return false;
	if (line->words <= CREDIT_WORDS &&
	    (names_site(line) || is_initials(line)))
		return true;
	if (!headed)
		return above == PART_BYLINE && line->words <= PLACE_WORDS;
	return (line->words <= CREDIT_WORDS && names_writer(line)) ||
	    (line->words <= BYLINE_WORDS && has_year(line));
}

/* The kind of part `index`, those above it being known; `headed`: the
 * headline is among them. */
static enum part_kind
kind_of(const struct article *article, size_t index, bool headed)
{
	struct line_shape line  = shape_of(article, index);
	enum part_kind    above = index > 0
	    ? article->parts.at[index - 1].kind : PART_PARAGRAPH;

	if (is_byline(&line, above, headed))
		return PART_BYLINE;
	if (headed || !is_headline(&line))
		return PART_PARAGRAPH;
	if (index == 0 && article->parts.count > 2) {
		struct line_shape next = shape_of(article, 1);

		if (is_section(&line, &next))
			return PART_SECTION;
	}
	return PART_HEADLINE;
}

void
opening_find(struct article *article)
{
	struct part *part   = article->parts.at;
	size_t       count  = article->parts.count < OPENING_PARTS
	    ? article->parts.count : OPENING_PARTS;
	bool         headed = false;
	size_t       index  = 0;

	for (; index < count; index++) {
		part[index].kind = kind_of(article, index, headed);
		headed = headed || part[index].kind == PART_HEADLINE;
		if (part[index].kind == PART_PARAGRAPH)
			break;
	}
	for (; index < count; index++)
		part[index].kind = PART_PARAGRAPH;
}
