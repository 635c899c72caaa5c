/* breaks.c: where a line may end (UAX #14). ICU knows, but opening and using
 * it costs more than the rest of the layout, so the rules for the classes of
 * letters that news is made of are spelt out here; tests/conformance shows
 * that they give what ICU gives. */
#include "layout/breaks.h"

#include <string.h>

#include <unicode/utf16.h>

#include "bytes/icu.h"

enum { HYPHEN = 0x2010 };

/* The plain classes, rows and columns of the table below. */
enum plain {
	AL, NU, OP, CP, CL, QU, EX, IS, SY, HY, BA, B2, PO, PR, IN, GL,
	TABLE, SP = TABLE, CM, ZWJ
};

/* Whether a line may end between the class of the row and that of the
 * column: ^ never, % only at spaces between, _ always (LB13 to LB31). */
static const char rules[TABLE][TABLE + 1] = {
	/*       AL
	 *       |NU
	 *       ||OP
	 *       |||CP
	 *       ||||CL
	 *       |||||QU
	 *       ||||||EX
	 *       |||||||IS
	 *       ||||||||SY
	 *       |||||||||HY
	 *       ||||||||||BA
	 *       |||||||||||B2
	 *       ||||||||||||PO
	 *       |||||||||||||PR
	 *       ||||||||||||||IN
	 *       |||||||||||||||GL */
	[AL] = "%%%^^%^^^%%_%%%%",
	[NU] = "%%%^^%^^^%%_%%%%",
	[OP] = "^^^^^^^^^^^^^^^^",
	[CP] = "%%_^^%^^^%%___%%",
	[CL] = "___^^%^^^%%___%%",
	[QU] = "%%^^^%^^^%%%%%%%",
	[EX] = "___^^%^^^%%___%%",
	[IS] = "%%_^^%^^^%%___%%",
	[SY] = "___^^%^^^%%___%%",
	[HY] = "_%_^^%^^^%%___%_",
	[BA] = "___^^%^^^%%___%_",
	[B2] = "___^^%^^^%%^__%%",
	[PO] = "%%_^^%^^^%%___%%",
	[PR] = "%%_^^%^^^%%___%%",
	[IN] = "___^^%^^^%%___%%",
	[GL] = "%%%^^%^^^%%%%%%%",
};

/* By ULineBreak. The others count as letters: ambiguous ones are, and what is
 * not plain comes here only when ICU has no data. */
static const uint8_t plain_of[U_LB_COUNT] = {
	[U_LB_ALPHABETIC]        = AL,
	[U_LB_NUMERIC]           = NU,
	[U_LB_OPEN_PUNCTUATION]  = OP,
	[U_LB_CLOSE_PARENTHESIS] = CP,
	[U_LB_CLOSE_PUNCTUATION] = CL,
	[U_LB_QUOTATION]         = QU,
	[U_LB_EXCLAMATION]       = EX,
	[U_LB_INFIX_NUMERIC]     = IS,
	[U_LB_BREAK_SYMBOLS]     = SY,
	[U_LB_HYPHEN]            = HY,
	[U_LB_BREAK_AFTER]       = BA,
	[U_LB_BREAK_BOTH]        = B2,
	[U_LB_POSTFIX_NUMERIC]   = PO,
	[U_LB_PREFIX_NUMERIC]    = PR,
	[U_LB_INSEPARABLE]       = IN,
	[U_LB_GLUE]              = GL,
	[U_LB_SPACE]             = SP,
	[U_LB_COMBINING_MARK]    = CM,
	[U_LB_ZWJ]               = ZWJ,
};

#define PLAIN (SET_OF(U_LB_ALPHABETIC) | SET_OF(U_LB_AMBIGUOUS) |           \
	SET_OF(U_LB_NUMERIC) |                                                \
	SET_OF(U_LB_OPEN_PUNCTUATION) | SET_OF(U_LB_CLOSE_PARENTHESIS) |      \
	SET_OF(U_LB_CLOSE_PUNCTUATION) | SET_OF(U_LB_QUOTATION) |             \
	SET_OF(U_LB_EXCLAMATION) | SET_OF(U_LB_INFIX_NUMERIC) |               \
	SET_OF(U_LB_BREAK_SYMBOLS) | SET_OF(U_LB_HYPHEN) |                    \
	SET_OF(U_LB_BREAK_AFTER) | SET_OF(U_LB_BREAK_BOTH) |                  \
	SET_OF(U_LB_POSTFIX_NUMERIC) | SET_OF(U_LB_PREFIX_NUMERIC) |          \
	SET_OF(U_LB_INSEPARABLE) | SET_OF(U_LB_GLUE) |                        \
	SET_OF(U_LB_SPACE) | SET_OF(U_LB_COMBINING_MARK) | SET_OF(U_LB_ZWJ))

/* LB25: a number is NU (NU | SY | IS)*, which a closing bracket may end. */
enum number { NO_NUMBER, IN_NUMBER, AFTER_NUMBER };

struct state {
	enum plain  before;     /* the last class that is no mark nor space */
	bool        started;    /* there was one */
	bool        hyphen;     /* it is a hyphen that a line may start with */
	bool        spaces;     /* spaces follow it */
	bool        joiner;     /* a ZWJ was just passed (LB8a) */
	bool        word;       /* a letter, none of these after it */
	enum number number;
};

bool
breaks_are_plain(const struct paragraph *paragraph)
{
	return (paragraph->breakings & ~PLAIN) == 0;
}

static enum plain
class_of(const struct paragraph *paragraph, size_t i)
{
	return plain_of[paragraph->property[i].breaking];
}

/* The class of the letter after `*i`, marks passed over; AL at the end. */
static enum plain
next_class(const struct paragraph *paragraph, size_t *i)
{
	while (++*i < paragraph->letters) {
		enum plain class = class_of(paragraph, *i);

		if (class != CM && class != ZWJ)
			return class;
	}
	return AL;
}

/* Whether "5", or with `point` also ".5", follows letter `i`. */
static bool
number_follows(const struct paragraph *paragraph, size_t i, bool point)
{
	enum plain class = next_class(paragraph, &i);

	if (class == IS && point)
		class = next_class(paragraph, &i);
	return class == NU;
}

static enum number
number_after(const struct state *state, enum plain class)
{
	if (class == NU)
		return IN_NUMBER;
	if (state->number == IN_NUMBER && !state->spaces) {
		if (class == SY || class == IS)
			return IN_NUMBER;
		if (class == CL || class == CP)
			return AFTER_NUMBER;
	}
	return NO_NUMBER;
}

/* LB25, as far as the table does not have it: within a number, to the sign
 * after it, and from the sign before it to its bracket. */
static bool
is_one_number(const struct paragraph *paragraph, const struct state *state,
    size_t i, enum plain class)
{
	bool sign = class == PO || class == PR;

	return (state->number == IN_NUMBER && (class == NU || sign)) ||
	    (state->number == AFTER_NUMBER && sign) ||
	    (class == OP && (state->before == PO || state->before == PR) &&
	    number_follows(paragraph, i, true));
}

/* Whether a line may end before letter `i`, of `class`. ICU has two rules
 * more than the standard: " .5" stays together, and so does "-word". */
static bool
may_end(const struct paragraph *paragraph, const struct state *state,
    size_t i, enum plain class)
{
	char rule = rules[state->before][class];

	if ((!state->started && !state->spaces) || state->joiner)
		return false;
	if (class == IS && state->spaces && state->before != OP)
		return number_follows(paragraph, i, false);
	if (rule == '^')
		return false;
	if (state->spaces)
		return true;
	return rule == '_' && !(state->hyphen && class == AL) &&
	    !is_one_number(paragraph, state, i, class);
}

static bool
is_hyphen(const struct paragraph *paragraph, size_t i, enum plain class)
{
	return class == HY || paragraph->letter[i] == HYPHEN;
}

void
breaks_plain(struct paragraph *paragraph)
{
	struct state state = { 0 };

	for (size_t i = 0; i < paragraph->letters; i++) {
		enum plain class = class_of(paragraph, i);
		bool       mark  = class == CM || class == ZWJ;
		bool       ends;

		paragraph->breaks[i] = false;
		if (class == AL && state.word)                  /* LB28 */
			continue;
		if (class == SP) {                              /* LB7 */
			state.spaces = true;
			state.joiner = state.word = false;
			continue;
		}
		if (mark && state.started && !state.spaces) {   /* LB9 */
			state.joiner = class == ZWJ;
			state.word = state.word && !state.joiner;
			continue;
		}
		ends = may_end(paragraph, &state, i, mark ? AL : class);
		paragraph->breaks[i] = ends;
		state = (struct state){
			.before  = mark ? AL : class,           /* LB10 */
			.started = true,
			.hyphen  = (ends || i == 0) &&
			    is_hyphen(paragraph, i, class),
			.joiner  = class == ZWJ,
			.word    = class == AL,
			.number  = number_after(&state, class)
		};
	}
}

/* Opened once, at the first paragraph that needs it; NULL when ICU has no
 * data. The root locale: the reader's must not change the lines. */
static UBreakIterator *
iterator(void)
{
	static UBreakIterator *opened;
	UErrorCode             error = U_ZERO_ERROR;

	if (opened == NULL)
		opened = icu_uc()->ubrk_open(UBRK_LINE, "root", NULL, 0,
		    &error);
	return U_FAILURE(error) ? NULL : opened;
}

bool
breaks_by_icu(struct paragraph *paragraph)
{
	UBreakIterator *breaks = iterator();
	UErrorCode      error  = U_ZERO_ERROR;
	UChar          *units;
	int32_t         count  = 0;
	int32_t         end;

	if (breaks == NULL)
		return false;
	units = memory_resize(NULL, 2 * paragraph->letters, sizeof *units);
	for (size_t i = 0; i < paragraph->letters; i++)
		U16_APPEND_UNSAFE(units, count, paragraph->letter[i]);
	icu_uc()->ubrk_setText(breaks, units, count, &error);
	end = U_FAILURE(error) ? UBRK_DONE : icu_uc()->ubrk_first(breaks);
	count = 0;
	for (size_t i = 0; i < paragraph->letters; i++) {
		while (end != UBRK_DONE && end < count)
			end = icu_uc()->ubrk_next(breaks);
		paragraph->breaks[i] = i > 0 && end == count;
		count += U16_LENGTH(paragraph->letter[i]);
	}
	free(units);
	return U_SUCCESS(error);
}

void
breaks_find(struct paragraph *paragraph)
{
	if (breaks_are_plain(paragraph) || !breaks_by_icu(paragraph))
		breaks_plain(paragraph);
}
