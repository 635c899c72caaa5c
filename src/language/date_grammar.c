/* date_grammar.c: how the words of dates make date expressions.
 *
 * A grammar of rows: symbol, what it may consist of, action. It is read from
 * the top down; of a symbol's rows the one that takes the most elements
 * holds, of two equal ones the first. A symbol has one reading at a place,
 * its longest, as in a parsing expression grammar (B. Ford, POPL 2004). An
 * optional item is taken where it can be. Leaves are elements with a range
 * of values. No row begins with its own symbol, directly or through others:
 * tests/unit/date.c would not end. */
#include "language/date_grammar.h"

#include <string.h>

#include "language/date_symbol.h"

struct row {
	uint8_t symbol;
	uint8_t item[ITEMS];            /* symbols, END behind the last */
	action *act;
};

static const struct row rows[] = {
	{ DAY, { DAY_DIGITS }, date_all },
	{ DAY, { DAY_ORDINAL }, date_all },
	{ DAY, { ARTICLE, DAY_DIGITS }, date_all },
	{ DAY, { ARTICLE, OPEN, DAY_DIGITS, CLOSE }, date_all },
	{ SEP, { AND }, date_all }, { SEP, { UNTIL }, date_all },
	{ SEP, { DASH }, date_all }, { SEP, { OR }, date_all },
	{ SEP, { COMMA, MAYBE(AND) }, date_all },
	{ SEP, { AND, UNTIL }, date_all },
	{ DAYS, { DAY, SEP, DAY }, date_rising },
	{ DAYS, { DAY, SEP, DAY, SEP, DAY }, date_rising },
	{ DAYS, { DAY, SEP, DAY, SEP, DAY, SEP, DAY }, date_rising },
	{ OF, { MAYBE(COMMA), FROM }, date_all },
	{ ERA, { AD }, date_all }, { ERA, { BC }, date_all }, { ERA, { AH }, date_all },

	{ MONTH_NAME, { MONTH_LEAF, MAYBE(HADJ) }, date_all },
	{ MONTH_NAME, { MONTH_LEAF, SLASH, MONTH_LEAF }, date_two_names },
	{ MONTH_NAME, { MONTH_LEAF, OPEN, MONTH_LEAF, CLOSE }, date_two_names },
	{ MONTH_NAME, { MONTH_LEAF, DASH, MONTH_LEAF }, date_same_month },
	{ MONTH_NAME, { MONTH_LEAF, MONTH_LEAF }, date_same_month },
	{ MONTH, { MAYBE(MONTH_WORD), MONTH_NAME }, date_all },
	{ MONTHS, { MONTH, DASH, MONTH }, date_rising },
	{ MONTHS, { MONTH, UNTIL, MONTH }, date_rising },
	{ MONTHS, { MONTH, AND, MONTH, DUAL_RELATION }, date_rising },

	{ YEAR_HEAD, { YEAR_WORD }, date_all },
	{ YEAR_HEAD, { THE_YEAR, MAYBE(YEAR_ADJ), MAYBE(YEAR_ADJ) }, date_all },
	{ YEAR, { YEAR_DIGITS, MAYBE(ERA) }, date_all },
	{ YEAR, { OLD_YEAR_DIGITS, ERA }, date_all },
	{ YEAR, { YEAR_HEAD, ANY_YEAR_DIGITS, MAYBE(ERA) }, date_all },
	{ YEAR, { YEAR_HEAD, OLD_YEAR_DIGITS, ERA }, date_all },
	{ YEAR, { YEAR_HEAD, YEAR_WORDS, MAYBE(ERA) }, date_all },
	{ YEARS, { YEAR_DIGITS, DASH, YEAR_DIGITS, MAYBE(ERA) }, date_two_years },
	{ YEARS, { YEAR_DIGITS, SLASH, YEAR_DIGITS, MAYBE(ERA) }, date_two_years },
	{ YEARS, { YEAR_HEAD, YEAR_DIGITS, DASH, YEAR_DIGITS, MAYBE(ERA) },
	    date_two_years },
	{ YEARS, { YEAR_HEAD, YEAR_DIGITS, SLASH, YEAR_DIGITS, MAYBE(ERA) },
	    date_two_years },
	{ YEARS, { YEARS_WORD, YEAR_DIGITS, SEP, YEAR_DIGITS, MAYBE(ERA) },
	    date_two_years },
	{ YEARS, { YEARS_WORD, YEAR_DIGITS, SEP, YEAR_DIGITS, SEP,
	    YEAR_DIGITS }, date_two_years },
	{ YEARS, { OLD_YEAR_DIGITS, DASH, OLD_YEAR_DIGITS, ERA }, date_two_years },

	{ YEAR_REL, { THE_YEAR, MAYBE(YEAR_ADJ), RELATION,
	    MAYBE(YEAR_DIGITS), MAYBE(ERA) }, date_all },
	{ YEAR_REL, { THIS, THE_YEAR, MAYBE(YEAR_ADJ), MAYBE(YEAR_DIGITS) },
	    date_all },
	{ YEAR_REL, { THE_YEAR, SAME }, date_all },
	{ YEAR_REL, { SAME_OF, THE_YEAR }, date_all },
	{ A_YEAR, { YEAR }, date_all }, { A_YEAR, { YEAR_REL }, date_all },
	{ A_YEAR, { THE_YEAR }, date_this_year },
	{ A_YEAR, { OPEN, FROM, THE_YEAR, CLOSE }, date_this_year },
	{ MONTH_REL, { THE_MONTH, RELATION }, date_all },
	{ MONTH_REL, { THIS, THE_MONTH, MAYBE(HADJ) }, date_all },
	{ MONTH_REL, { THE_MONTH, SAME }, date_all },
	{ MONTH_REL, { SAME_OF, THE_MONTH }, date_all },

	{ TAIL, { MAYBE(OF), YEAR }, date_all },
	{ TAIL, { FOR, YEAR }, date_all },
	{ TAIL, { MAYBE(OF), YEAR_REL }, date_all },
	{ TAIL, { FOR, YEAR_REL }, date_all },
	{ TAIL, { OF, EACH, YEAR_WORD, MAYBE(AD) }, date_all },
	{ TAIL, { RELATION, MAYBE(AH) }, date_all },
	{ TAIL, { COMMA, YEAR_DIGITS, MAYBE(ERA) }, date_all },
	{ TAIL, { AH }, date_all },

	{ DATE, { DAY, MAYBE(OF), MONTH, MAYBE(TAIL) }, date_with_hijri_year },
	{ DATE, { DAYS, MAYBE(OF), MONTH, MAYBE(TAIL) }, date_with_hijri_year },
	{ DATE, { DAY, OF, MONTH_REL }, date_all },
	{ DATE, { DAYS, OF, MONTH_REL }, date_all },
	{ DATE, { DAY, OF_IT }, date_all },
	{ DATE, { DAYS, OF_IT }, date_all },
	{ DATE, { MONTH_NAME, DAY_DIGITS, MAYBE(COMMA), YEAR_DIGITS }, date_all },
	{ DATE, { NUMERIC }, date_all },
	{ NUMERIC, { DAY_DIGITS, SLASH, MONTH_DIGITS, SLASH, YEAR_DIGITS,
	    MAYBE(ERA) }, date_numeric },
	{ NUMERIC, { DAY_DIGITS, DASH, MONTH_DIGITS, DASH, YEAR_DIGITS,
	    MAYBE(ERA) }, date_numeric },
	{ NUMERIC, { DAY_DIGITS, DOT, MONTH_DIGITS, DOT, YEAR_DIGITS,
	    MAYBE(ERA) }, date_numeric },
	{ NUMERIC, { YEAR_DIGITS, SLASH, MONTH_DIGITS, SLASH, DAY_DIGITS,
	    MAYBE(ERA) }, date_numeric },
	{ NUMERIC, { YEAR_DIGITS, DASH, MONTH_DIGITS, DASH, DAY_DIGITS },
	    date_numeric },
	{ NUMERIC, { DAYS, SLASH, MONTH_DIGITS, SLASH, YEAR_DIGITS,
	    MAYBE(ERA) }, date_numeric },
	{ TWO_DATES, { DATE, UNTIL, MAYBE(DAY_WORD), DATE }, date_until },
	{ TWO_DATES, { DATE, AND, UNTIL, MAYBE(DAY_WORD), DATE }, date_until },
	{ TWO_DATES, { DATE, DASH, DATE }, date_until },
	{ TWO_DATES, { DATE, MAYBE(COMMA), UNTIL, THE_WEEKDAY, DATE }, date_until },

	{ THE_WEEKDAY, { MAYBE(DAY_WORD), WEEKDAY }, date_all },
	{ WEEKDAYS, { DAYS_WORD, WEEKDAY, AND, WEEKDAY }, date_two_weekdays },
	{ WEEKDAYS, { THE_WEEKDAY, UNTIL, WEEKDAY }, date_two_weekdays },
	{ WEEKDAYS, { NIGHT, WEEKDAY, MAYBE(DASH), WEEKDAY }, date_two_weekdays },
	{ WEEKDAYS, { NIGHT, WEEKDAY, FOR, WEEKDAY }, date_two_weekdays },
	{ WEEKDAYS, { NIGHT, WEEKDAY, SLASH, WEEKDAY }, date_two_weekdays },
	{ A_WEEKDAY, { THE_WEEKDAY, MAYBE(RELATION) }, date_all },
	{ A_WEEKDAY, { THE_WEEKDAY, OF, THE_WEEK, RELATION }, date_all },
	{ A_WEEKDAY, { THE_WEEKDAY, OF, THIS, THE_WEEK }, date_all },
	{ A_WEEKDAY, { WEEKDAYS, MAYBE(RELATION) }, date_all },
	{ A_WEEKDAY, { WEEKDAYS, DUAL_RELATION }, date_all },

	{ EQUALS, { MAYBE(COMMA), EQUALLING, MAYBE(FOR), MAYBE(DAY_WORD) },
	    date_all },
	{ EQUALS, { SLASH }, date_all },
	{ FULL, { DATE }, date_all },
	{ FULL, { TWO_DATES }, date_all },
	{ FULL, { DAY_WORD, TWO_DATES }, date_all },
	{ FULL, { DAY_WORD, DATE }, date_all },
	{ FULL, { DAYS_WORD, DATE }, date_all },
	{ FULL, { A_WEEKDAY, MAYBE(COMMA), DATE }, date_all },
	{ FULL, { A_WEEKDAY, COMMA, DAY_WORD, DATE }, date_all },
	{ FULL, { A_WEEKDAY, DASH, DATE }, date_all },
	{ FULL, { A_WEEKDAY, IN, DATE }, date_all },
	{ FULL, { A_WEEKDAY, OPEN, DATE, CLOSE }, date_all },
	{ FULL, { A_WEEKDAY, EQUALS, DATE }, date_all },
	{ FULL, { THE_WEEKDAY, TWO_DATES }, date_all },
	{ PAIR, { FULL, EQUALS, DATE }, date_gregorian_one },

	{ OFF, { MAYBE(DAY_WORD), OFFSET }, date_all },
	{ RELATIVE, { OFF }, date_all },
	{ RELATIVE, { OFF, MAYBE(COMMA), A_WEEKDAY }, date_all },
	{ RELATIVE, { OFF, MAYBE(DASH), A_WEEKDAY }, date_all },
	{ RELATIVE, { OFF, OPEN, WEEKDAY, CLOSE }, date_all },
	{ RELATIVE, { OFF, MAYBE(COMMA), FULL }, date_all },
	{ RELATIVE, { OFF, COMMA, PAIR }, date_all },
	{ RELATIVE, { OFF, PAIR }, date_all },
	{ RELATIVE, { OFF, OPEN, FULL, CLOSE }, date_all },
	{ RELATIVE, { OFF, WEEKDAY, DAY_DIGITS }, date_all },
	{ RELATIVE, { THIS, TODAY, A_WEEKDAY }, date_all },
	{ RELATIVE, { THIS, TODAY, FULL }, date_all },
	{ A_DAY, { FULL }, date_all }, { A_DAY, { PAIR }, date_all },
	{ A_DAY, { RELATIVE }, date_all }, { A_DAY, { A_WEEKDAY }, date_all },

	{ DAY_WITH_PART, { DAY_PART, MAYBE(COMMA), A_DAY }, date_by_weekday_only },
	{ DAY_WITH_PART, { DAY_PART, OPEN, WEEKDAY, CLOSE }, date_all },
	{ DAY_WITH_PART, { DAY_PART, TODAY, SAME }, date_all },
	{ DAY_WITH_PART, { DAY_PART, TODAY, RELATION }, date_all },
	{ DAY_WITH_PART, { FIRST_HOURS, FROM, DAY_WITH_PART }, date_all },
	{ DAY_WITH_PART, { FIRST_HOURS, FROM, A_DAY }, date_all },
	{ DAY_WITH_PART, { A_WEEKDAY, DAY_ADVERB }, date_all },
	{ DAY_WITH_PART, { OFF, DAY_ADVERB }, date_all },

	{ ZONE, { MAYBE(BY), ZONE_LEAF }, date_all },
	{ ZONE, { MAYBE(BY), LOCAL }, date_all },
	{ ZONE, { MAYBE(BY), LOCAL, OPEN, CLOCK_TIME, ZONE_LEAF, CLOSE },
	    date_all },
	{ ZONE, { OPEN, CLOCK_TIME, ZONE_LEAF, CLOSE }, date_all },
	{ CLOCK_TIME, { HOUR_DIGITS, COLON, MINUTE_DIGITS }, date_all },
	{ CLOCK_TIME, { HOUR_DIGITS, COMMA, MINUTE_DIGITS }, date_all },
	{ CLOCK_TIME, { HOUR_DIGITS, DOT, MINUTE_DIGITS }, date_all },
	{ CLOCK_TIME, { HOUR_ORDINAL }, date_all },
	{ CLOCK_TIME, { HOUR_ORDINAL, AND, HALF }, date_half_past },
	{ CLOCK_TIME, { HOUR_ORDINAL, AND, QUARTER }, date_half_past },
	{ CLOCK, { MAYBE(EXACTLY), HOUR_WORD, CLOCK_TIME, MAYBE(DAY_ADVERB),
	    MAYBE(ZONE) }, date_all },
	{ CLOCK, { MAYBE(EXACTLY), HOUR_WORD, CLOCK_TIME, DAY_PART,
	    MAYBE(ZONE) }, date_all },
	{ CLOCK, { MAYBE(EXACTLY), HOUR_WORD, HOUR_DIGITS,
	    MAYBE(DAY_ADVERB), MAYBE(ZONE) }, date_all },
	{ CLOCK, { HOUR_WORD, CLOCK_TIME, AND, CLOCK_TIME,
	    MAYBE(DAY_ADVERB), MAYBE(ZONE) }, date_all },
	{ CLOCK, { MAYBE(EXACTLY), CLOCK_TIME, DAY_ADVERB, MAYBE(ZONE) },
	    date_all },
	{ CLOCK, { MAYBE(EXACTLY), HOUR_ORDINAL, DAY_PART, MAYBE(ZONE) },
	    date_all },
	{ CLOCK, { EXACTLY, CLOCK_TIME, NIGHT_OF }, date_all },
	{ CLOCK, { HOUR_WORD, CLOCK_TIME, NIGHT_OF }, date_all },
	{ CLOCK, { CLOCK_TIME, ZONE }, date_all },
	{ CLOCK, { CLOCK_POINT }, date_all },
	{ MOMENT, { CLOCK, MAYBE(FROM), DAY_WITH_PART }, date_all },
	{ MOMENT, { CLOCK, MAYBE(FROM), A_DAY }, date_all },
	{ MOMENT, { MAYBE(EXACTLY), CLOCK_TIME, MAYBE(FROM),
	    DAY_WITH_PART }, date_all },
	{ MOMENT, { DAY_WITH_PART, MAYBE(ON), CLOCK }, date_all },
	{ MOMENT, { A_DAY, MAYBE(ON), CLOCK }, date_all },
	{ MOMENT, { A_DAY, COMMA, CLOCK }, date_all },
	{ MOMENT, { A_DAY, ON, HOUR_ORDINAL, DAY_PART }, date_all },
	{ MOMENT, { RELATIVE, HOUR_DIGITS, COLON, MINUTE_DIGITS }, date_all },

	{ CENTURY, { CENTURY_WORD, CENTURY_ORDINAL, MAYBE(YEAR_ADJ),
	    MAYBE(ERA) }, date_all },
	{ CENTURY, { CENTURY_WORD, CENTURY_DIGITS, MAYBE(ERA) }, date_all },
	{ CENTURY, { CENTURY_WORD, ARTICLE, OPEN, CENTURY_DIGITS, CLOSE,
	    MAYBE(YEAR_ADJ) }, date_all },
	{ CENTURY, { CENTURY_WORD, ARTICLE, CENTURY_DIGITS,
	    MAYBE(YEAR_ADJ) }, date_all },
	{ CENTURY, { CENTURY_WORD, MAYBE(YEAR_ADJ), RELATION }, date_all },
	{ CENTURY, { THIS, CENTURY_WORD }, date_all },

	{ PART_OF_YEAR, { QUARTER, PART_ORDINAL }, date_all },
	{ PART_OF_YEAR, { QUARTER, PART_ORDINAL, OF, A_YEAR }, date_all },
	{ PART_OF_YEAR, { QUARTER, PART_ORDINAL, AND, PART_ORDINAL, OF,
	    A_YEAR }, date_two_parts },
	{ PART_OF_YEAR, { QUARTER, LAST, MAYBE(OF), A_YEAR },
	    date_last_of_parts },
	{ PART_OF_YEAR, { QUARTER, PART_ORDINAL, A_YEAR }, date_all },
	{ PART_OF_YEAR, { QUARTER, MAYBE(YEAR_ADJ), NEAR_RELATION }, date_all },
	{ PART_OF_YEAR, { HALF, PART_ORDINAL, OF, A_YEAR }, date_all },
	{ PART_OF_YEAR, { HALF, PART_ORDINAL, A_YEAR }, date_all },
	{ PART_OF_YEAR, { HALF, PART_ORDINAL, OPEN, FROM, THE_YEAR, CLOSE },
	    date_this_year },
	{ PART_OF_YEAR, { HALF, LAST, OF, A_YEAR }, date_last_of_parts },
	{ PART_OF_YEAR, { HALF, PART_ORDINAL, OF, MONTH, MAYBE(TAIL) }, date_all },
	{ PART_OF_YEAR, { THIRD, PART_ORDINAL, OF, A_YEAR }, date_all },
	{ PART_OF_YEAR, { THIRD, LAST, OF, A_YEAR }, date_last_of_parts },
	{ PART_OF_YEAR, { MONTHS_WORD, COUNT_WORDS, MAYBE(FIRST), OF,
	    A_YEAR }, date_all },
	{ PART_OF_YEAR, { COUNT_WORDS, COUNTED, FIRST, OF, MONTH_REL }, date_all },
	{ PART_OF_YEAR, { COUNTED, COUNT_WORDS, FIRST, OF, MONTH_REL }, date_all },
	{ PART_OF_YEAR, { SEASON, YEAR }, date_all },
	{ PART_OF_YEAR, { SEASON, YEAR_REL }, date_all },
	{ PART_OF_YEAR, { THE_SEASON, RELATION }, date_all },
	{ PART_OF_YEAR, { THIS, THE_SEASON }, date_all },
	{ PART_OF_YEAR, { DECADE_LEAF, MAYBE(FROM), CENTURY }, date_all },
	{ PART_OF_YEAR, { THE_DECADE, MAYBE(ERA) }, date_all },
	{ PART_OF_YEAR, { THE_DECADE, MAYBE(OF), CENTURY }, date_all },
	{ PART_OF_YEAR, { DECADE_LEAF, AND, DECADE_LEAF, MAYBE(FROM),
	    CENTURY }, date_two_decades },
	{ PART_OF_YEAR, { YEARS_WORD, THE_DECADE }, date_all },
	{ PART_OF_YEAR, { YEARS_WORD, THE_DECADE, MAYBE(OF), CENTURY }, date_all },

	{ UNIT_REL, { THE_WEEK, RELATION }, date_all },
	{ UNIT_REL, { THIS, THE_WEEK }, date_all },
	{ UNIT_REL, { THE_WEEK, SAME }, date_all },
	{ UNIT_REL, { THE_NIGHT, RELATION }, date_all },
	{ UNIT_REL, { THE_DECADE_NOW, RELATION }, date_all },
	{ UNIT_REL, { TWO, DUAL_RELATION }, date_all },
	{ UNIT_REL, { MONTH_REL }, date_all },
	{ UNIT_REL, { MONTH_REL, MAYBE(OF), YEAR }, date_all },
	{ UNIT_REL, { YEAR_REL }, date_all },
	{ UNIT_REL, { THE_MONTH, RELATION, MAYBE(OF), YEAR_REL }, date_all },

	{ PERIOD, { MONTH, MAYBE(TAIL) }, date_with_hijri_year },
	{ PERIOD, { MONTHS, MAYBE(TAIL) }, date_with_hijri_year },
	{ PERIOD, { MONTH, TAIL, DASH, MONTH, TAIL }, date_until },
	{ PERIOD, { YEAR }, date_all }, { PERIOD, { YEARS }, date_all },
	{ PERIOD, { UNIT_REL }, date_all }, { PERIOD, { CENTURY }, date_all },
	{ PERIOD, { PART_OF_YEAR }, date_all },

	{ EXPRESSION, { MOMENT }, date_all },
	{ EXPRESSION, { DAY_WITH_PART }, date_all },
	{ EXPRESSION, { A_DAY }, date_all },
	{ EXPRESSION, { CLOCK }, date_all },
	{ EXPRESSION, { PERIOD }, date_all },
	{ EXPRESSION, { MODIFIER, PERIOD }, date_all },
	{ EXPRESSION, { MODIFIER, THE_WEEK }, date_this_year },
	{ EXPRESSION, { MODIFIER, THE_MONTH }, date_this_year },
	{ EXPRESSION, { MODIFIER, THE_YEAR }, date_this_year },
	{ EXPRESSION, { REST, THE_YEAR }, date_this_year },
	{ EXPRESSION, { REST, YEAR_REL }, date_all },
	{ EXPRESSION, { MODIFIER, MILLENNIUM }, date_millennium },
	{ EXPRESSION, { THE_WEEK, PART_ORDINAL, OF, MONTH, MAYBE(TAIL) },
	    date_week_of_month },
	{ EXPRESSION, { THE_WEEK, PART_ORDINAL, OF, MONTH_REL },
	    date_week_of_month },
	{ EXPRESSION, { TODAY, PART_ORDINAL, OF, MONTH, MAYBE(TAIL) },
	    date_week_of_month },
	{ EXPRESSION, { YEARS, SLASH, YEARS }, date_gregorian_one },
	{ EXPRESSION, { YEAR, EQUALS, YEAR }, date_gregorian_one },
	{ EXPRESSION, { THE_WEEKDAY, PART_ORDINAL, OF, MONTH, MAYBE(TAIL) },
	    date_week_of_month },
};

enum { ROWS = sizeof rows / sizeof *rows };

/* Made once of the rows: where each symbol's rows begin (they stand together),
 * and which terms an expression of it may begin with. */
static struct {
	bool     made;
	uint16_t first_row[SYMBOLS];
	uint64_t starts[SYMBOLS];
	uint64_t row_starts[ROWS];
} starting;

static bool
row_adds_starts(size_t row)
{
	uint64_t before = starting.row_starts[row];

	for (size_t i = 0; rows[row].item[i] != END; i++) {
		uint8_t item = rows[row].item[i];

		starting.row_starts[row] |= starting.starts[item & ~OPTIONAL];
		if ((item & OPTIONAL) == 0)
			break;
	}
	starting.starts[rows[row].symbol] |= starting.row_starts[row];
	return starting.row_starts[row] != before;
}

static void
make_starting(void)
{
	bool changed = true;

	for (size_t i = 1; i < LEAVES; i++)
		starting.starts[i] = (uint64_t)1 << date_leaves[i].term;
	for (size_t i = ROWS; i-- > 0;)
		starting.first_row[rows[i].symbol] = (uint16_t)i;
	while (changed) {
		changed = false;
		for (size_t i = 0; i < ROWS; i++)
			changed |= row_adds_starts(i);
	}
	starting.made = true;
}

struct reading {
	uint16_t    taken;              /* elements; 0: none */
	bool        known;
	struct when when;
};

struct parser {
	const struct element *at;       /* [count], from the first on */
	size_t          count;
	struct reading *memo;           /* [MOST][SYMBOLS - LEAVES] */
};

static const struct reading *read_symbol(struct parser *, enum symbol,
    size_t at);

static bool
leaf_holds(const struct leaf *leaf, const struct element *element)
{
	return element->term == leaf->term && element->value >= leaf->low &&
	    element->value <= leaf->high &&
	    element->digits >= leaf->digits_low &&
	    element->digits <= leaf->digits_high;
}

/* Reads item `symbol` at `at`: the elements it takes, 0 when it does not
 * stand there. */
static size_t
read_item(struct parser *parser, enum symbol symbol, size_t at,
    struct when *when)
{
	const struct reading *reading;

	if (at >= parser->count)
		return 0;
	if ((int)symbol < LEAVES) {
		const struct leaf *leaf = &date_leaves[symbol];

		if (!leaf_holds(leaf, &parser->at[at]))
			return 0;
		memset(when, 0, sizeof *when);
		if (leaf->set != NULL)
			leaf->set(when, parser->at[at].value);
		return 1;
	}
	reading = read_symbol(parser, symbol, at);
	*when = reading->when;
	return reading->taken;
}

/* Reads the row's items from `item` on; the elements up to where they end,
 * 0 when they do not stand there. */
static size_t
read_items(struct parser *parser, const struct row *row, size_t item,
    size_t at, struct when part[ITEMS])
{
	uint8_t next = item < ITEMS ? row->item[item] : END;
	size_t  taken, end;

	if (next == END)
		return at;
	taken = read_item(parser, next & ~OPTIONAL, at, &part[item]);
	if (taken > 0) {
		end = read_items(parser, row, item + 1, at + taken, part);
		if (end > 0)
			return end;
	}
	if ((next & OPTIONAL) == 0)
		return 0;
	memset(&part[item], 0, sizeof part[item]);
	return read_items(parser, row, item + 1, at, part);
}

static void
read_rows(struct parser *parser, enum symbol symbol, size_t at,
    struct reading *best)
{
	uint64_t term = (uint64_t)1 << parser->at[at].term;

	for (size_t i = starting.first_row[symbol]; i < ROWS &&
	    rows[i].symbol == symbol; i++) {
		struct when part[ITEMS] = { 0 };
		struct when when;
		size_t      end;

		if ((starting.row_starts[i] & term) == 0)
			continue;
		end = read_items(parser, &rows[i], 0, at, part);
		if (end <= at + best->taken || !rows[i].act(part, &when))
			continue;
		best->taken = (uint16_t)(end - at);
		best->when = when;
	}
}

static const struct reading *
read_symbol(struct parser *parser, enum symbol symbol, size_t at)
{
	struct reading *reading = &parser->memo[at * (SYMBOLS - LEAVES) +
	    (symbol - LEAVES)];

	if (reading->known)
		return reading;
	reading->taken = 0;
	reading->known = true;
	if ((starting.starts[symbol] & (uint64_t)1 << parser->at[at].term) != 0)
		read_rows(parser, symbol, at, reading);
	return reading;
}

/* No expression begins with what is only a sign or a preposition. */
static bool
may_begin(const struct element *element)
{
	return element->term >= TERM_NUMBER && element->term != TERM_EACH &&
	    (element->term < TERM_EQUALLING || element->term == TERM_ARTICLE);
}

size_t
date_parse(const struct elements *elements, size_t first, struct when *when)
{
	static struct reading memo[MOST * (SYMBOLS - LEAVES)];
	struct parser parser = { .at = elements->at + first, .memo = memo };
	const struct reading *reading;

	if (!starting.made)
		make_starting();
	if (!may_begin(parser.at) || (starting.starts[EXPRESSION] &
	    (uint64_t)1 << parser.at->term) == 0)
		return 0;
	while (parser.count < MOST &&
	    first + parser.count < elements->count &&
	    parser.at[parser.count].term > TERM_BREAK)
		parser.count++;
	for (size_t i = 0; i < parser.count * (SYMBOLS - LEAVES); i++)
		memo[i].known = false;
	reading = read_symbol(&parser, EXPRESSION, 0);
	*when = reading->when;
	return reading->taken;
}
