/* token.c: an article's words. ICU classes the letters that neither ASCII
 * nor Arabic script holds. */
#include "language/token.h"

#include <string.h>

#include "bytes/icu.h"
#include "bytes/utf8.h"
#include "language/fold.h"

enum {
	LONGEST = 1024,         /* letters; a longer run is several tokens */
	SHORT   = 3             /* letters of a part of an abbreviation */
};

enum class {
	CLASS_SPACE,
	CLASS_INVISIBLE,
	CLASS_MARK,             /* belongs to the Arabic word it stands in */
	CLASS_WORD,
	CLASS_LATIN,
	CLASS_DIGIT,            /* 0-9 */
	CLASS_ARABIC_DIGIT,     /* ٠-٩ */
	CLASS_OTHER_DIGIT,      /* Persian and all others */
	CLASS_SIGN
};

static enum class
class_of_ascii(char32_t letter)
{
	if ((letter | 0x20) >= 'a' && (letter | 0x20) <= 'z')
		return CLASS_LATIN;
	if (letter >= '0' && letter <= '9')
		return CLASS_DIGIT;
	if (letter == ' ' || (letter >= '\t' && letter <= '\r'))
		return CLASS_SPACE;
	return CLASS_SIGN;
}

static enum class
class_of(char32_t letter)
{
	UChar32 point = (UChar32)letter;

	if (letter < 0x80)
		return class_of_ascii(letter);
	if (letter_is_arabic(letter))
		return CLASS_WORD;
	if (letter_is_mark(letter))
		return CLASS_MARK;
	if (letter >= 0x0660 && letter <= 0x0669)
		return CLASS_ARABIC_DIGIT;
	if (letter == 0xA0)
		return CLASS_SPACE;
	if (letter_is_plain_sign(letter))
		return CLASS_SIGN;
	if (letter_is_invisible(letter))
		return CLASS_INVISIBLE;
	if (icu_uc()->u_isUWhiteSpace(point))
		return CLASS_SPACE;
	if (icu_uc()->u_isdigit(point))
		return CLASS_OTHER_DIGIT;
	if (icu_uc()->u_isUAlphabetic(point) ||
	    (U_MASK(icu_uc()->u_charType(point)) & U_GC_M_MASK) != 0)
		return CLASS_LATIN;
	return CLASS_SIGN;
}

static enum token_kind
kind_of(enum class class)
{
	switch (class) {
	case CLASS_MARK:
	case CLASS_WORD:
		return TOKEN_WORD;
	case CLASS_LATIN:
		return TOKEN_LATIN;
	case CLASS_DIGIT:
	case CLASS_ARABIC_DIGIT:
	case CLASS_OTHER_DIGIT:
		return TOKEN_NUMBER;
	default:
		return TOKEN_SIGN;
	}
}

/* Whether a letter of class `next` lengthens a run that began as `run`. */
static bool
run_takes(enum class run, enum class next)
{
	if (run == CLASS_WORD)
		return next == CLASS_WORD || next == CLASS_MARK;
	return run == next && run != CLASS_SIGN;
}

/* The end of the run that starts at `at`. Invisible letters inside a word
 * (a non-joiner, a bidi mark) do not part it; behind it they are not its. */
static size_t
run_end(const char *text, size_t at, size_t end, enum class run)
{
	size_t   last = at;
	size_t   letters = 0;
	char32_t letter;

	while (at < end && letters < LONGEST) {
		enum class next;
		size_t     took = utf8_read(text + at, end - at, &letter);

		next = class_of(letter);
		if (letters > 0 && next != CLASS_INVISIBLE &&
		    !run_takes(run, next))
			break;
		at += took;
		letters++;
		if (next != CLASS_INVISIBLE)
			last = at;
		if (run == CLASS_SIGN)
			break;
	}
	return last;
}

/* What the splitting remembers between two tokens. */
struct splitter {
	struct tokens *tokens;
	uint32_t       part;
	bool           spaced;
	bool           starts;          /* the next token starts a sentence */
};

static bool
token_is(const struct tokens *tokens, size_t i, const char *sign)
{
	return strcmp(token_folded(tokens, i), sign) == 0;
}

static bool
token_among(const struct tokens *tokens, size_t i, const char *const *signs)
{
	if (tokens->at[i].kind != TOKEN_SIGN)
		return false;
	for (; *signs != NULL; signs++)
		if (token_is(tokens, i, *signs))
			return true;
	return false;
}

/* A full stop that a number or an abbreviation holds: 3.5, ا.ف.ب, U.S., and
 * a title of one letter (د. ) before a name. */
static bool
stop_is_inside(const struct tokens *tokens, size_t next)
{
	const struct token *before = &tokens->at[next - 2];
	const struct token *behind = &tokens->at[next];

	if (before->kind == TOKEN_SIGN)
		return false;
	if (before->kind == TOKEN_WORD && before->letters == 1)
		return true;
	if (behind->spaced || behind->kind == TOKEN_SIGN)
		return false;
	return before->kind == TOKEN_NUMBER || before->kind == TOKEN_LATIN ||
	    before->letters <= SHORT || behind->letters <= SHORT;
}

/* Whether the last token starts a sentence; `starts` says that one ended
 * before it and none has begun. */
static bool
decide_start(const struct tokens *tokens, bool starts)
{
	static const char *const closing[] = {
		"\"", "»", "”", "’", "'", ")", "]", ".", "!", "?", "؟", "…",
		NULL
	};
	size_t last = tokens->count - 1;

	if (!starts)
		return false;
	if (!tokens->at[last].spaced && token_among(tokens, last, closing) &&
	    last > 0 && tokens->at[last - 1].part == tokens->at[last].part)
		return false;
	return last < 2 || !token_is(tokens, last - 1, ".") ||
	    tokens->at[last - 1].spaced ||
	    tokens->at[last - 1].part != tokens->at[last].part ||
	    !stop_is_inside(tokens, last);
}

static void
add_token(struct splitter *splitter, struct span span, enum class class)
{
	static const char *const stops[] = {
		".", "!", "?", "؟", "…", "۔", NULL
	};
	struct tokens *tokens = splitter->tokens;
	const char    *text   = tokens->text + span.start;
	struct token   token  = { .span = span, .kind = kind_of(class) };
	size_t         letters;

	token.folded = (uint32_t)tokens->folded.count;
	letters = fold_text(text, span_size(span), &tokens->folded);
	/* A tatweel that no letter stands before is a dash. */
	if (letters == 0 && splitter->spaced &&
	    memcmp(text, "ـ", sizeof "ـ" - 1) == 0) {
		token.kind = TOKEN_SIGN;
		letters = 1;
		buffer_add(&tokens->folded, text, sizeof "ـ" - 1);
	}
	if (letters == 0)
		return;
	token.folded_size = (uint16_t)(tokens->folded.count - token.folded);
	token.letters = (uint8_t)(letters < 255 ? letters : 255);
	token.spaced = splitter->spaced;
	token.part = splitter->part;
	buffer_add(&tokens->folded, "", 1);
	array_add(tokens, token);

	token.starts = decide_start(tokens, splitter->starts);
	tokens->at[tokens->count - 1].starts = token.starts;
	splitter->starts = token_among(tokens, tokens->count - 1, stops) ||
	    (splitter->starts && !token.starts && kind_of(class) == TOKEN_SIGN);
	splitter->spaced = false;
}

static void
split_part(struct tokens *tokens, struct span span, uint32_t part)
{
	struct splitter splitter = { tokens, part, true, true };

	for (size_t at = span.start; at < span.end;) {
		char32_t   letter;
		size_t     took = utf8_read(tokens->text + at, span.end - at,
		    &letter);
		enum class class = class_of(letter);
		size_t     end;

		if (class == CLASS_SPACE || class == CLASS_INVISIBLE) {
			splitter.spaced |= class == CLASS_SPACE;
			at += took;
			continue;
		}
		/* Offsets into the folded text are 32 bits wide. */
		if (tokens->folded.count > UINT32_MAX / 2)
			return;
		if (class == CLASS_MARK)
			class = CLASS_WORD;
		end = run_end(tokens->text, at, span.end, class);
		add_token(&splitter, span_of(at, end), class);
		at = end;
	}
}

struct tokens
tokens_split(const struct article *article, size_t first, size_t last)
{
	struct tokens tokens = { .text = article->text.at };

	for (size_t i = first; i < last && i < article->parts.count; i++)
		if (article->parts.at[i].kind != PART_BOILERPLATE)
			split_part(&tokens, article->parts.at[i].span,
			    (uint32_t)i);
	return tokens;
}

struct tokens
tokens_of_text(const char *text, size_t size)
{
	struct tokens tokens = { .text = text };

	split_part(&tokens, span_of(0, size), 0);
	return tokens;
}

const char *
token_folded(const struct tokens *tokens, size_t i)
{
	return tokens->folded.at + tokens->at[i].folded;
}

struct span
tokens_span(const struct tokens *tokens, size_t first, size_t last)
{
	return span_of(tokens->at[first].span.start, tokens->at[last].span.end);
}

void
tokens_free(struct tokens *tokens)
{
	array_free(tokens);
	array_free(&tokens->folded);
	tokens->text = NULL;
}
