/* date_grammar.c: how the words of dates make date expressions.
 *
 * The grammar's rows, date_rows.c, are read from the top down; of a symbol's
 * rows the one that takes the most elements holds, of two equal ones the
 * first. A symbol has one reading at a place, its longest, as in a parsing
 * expression grammar (B. Ford, POPL 2004). An optional item is taken where
 * it can be. Leaves are elements with a range of values. */
#include "language/date_grammar.h"

#include <string.h>

#include "language/date_symbol.h"

/* What may stand at the beginning of a row or symbol. */
struct beginning {
	uint64_t first;         /* terms of its first element */
	uint64_t second;        /* terms of the second, when it has two */
	bool     alone;         /* whether it may have one only */
};

/* Made once of the rows: where each symbol's rows begin (they stand together),
 * and how they and the symbols begin. */
static struct {
	bool             made;
	uint16_t         first_row[SYMBOLS];
	struct beginning symbols[SYMBOLS];
	struct beginning rows[ROWS_MOST];
} starting;

static bool
add_beginning(struct beginning *to, const struct beginning *more)
{
	struct beginning before = *to;

	to->first |= more->first;
	to->second |= more->second;
	to->alone |= more->alone;
	return to->first != before.first || to->second != before.second ||
	    to->alone != before.alone;
}

/* From the last item to the first: how the items from there on begin. */
static struct beginning
items_begin(const uint8_t item[ITEMS])
{
	struct beginning begins = { 0 };
	bool             none   = true; /* whether they may be left out */
	size_t           i      = 0;

	while (i < ITEMS && item[i] != END)
		i++;
	while (i-- > 0) {
		struct beginning here = starting.symbols[item[i] & ~OPTIONAL];

		if (here.alone) {
			here.second |= begins.first;
			here.alone = none;
		}
		if ((item[i] & OPTIONAL) != 0)
			add_beginning(&here, &begins);
		else
			none = false;
		begins = here;
	}
	return begins;
}

static bool
row_adds_beginning(size_t i)
{
	starting.rows[i] = items_begin(date_rows[i].item);
	return add_beginning(&starting.symbols[date_rows[i].symbol],
	    &starting.rows[i]);
}

static void
make_starting(void)
{
	bool changed = true;

	for (size_t i = 1; i < LEAVES; i++)
		starting.symbols[i] = (struct beginning){
			(uint64_t)1 << date_leaves[i].term, 0, true
		};
	for (size_t i = date_row_count; i-- > 0;)
		starting.first_row[date_rows[i].symbol] = (uint16_t)i;
	while (changed) {
		changed = false;
		for (size_t i = 0; i < date_row_count; i++)
			changed |= row_adds_beginning(i);
	}
	starting.made = true;
}

struct reading {
	uint32_t    run;                /* of date_parse, that made it */
	uint16_t    taken;              /* elements; 0: none */
	struct when when;
};

struct parser {
	const struct element *at;       /* [count], from the first on */
	size_t          count;
	uint32_t        run;
	struct reading *memo;           /* [MOST][SYMBOLS - LEAVES] */
};

static const struct reading *read_symbol(struct parser *, enum symbol,
    size_t at);

/* Whether what stands at `at` may be how something begins. */
static bool
may_begin_with(const struct parser *parser, const struct beginning *beginning,
    size_t at)
{
	if ((beginning->first & (uint64_t)1 << parser->at[at].term) == 0)
		return false;
	return beginning->alone || (at + 1 < parser->count &&
	    (beginning->second & (uint64_t)1 << parser->at[at + 1].term) != 0);
}

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
	for (size_t i = starting.first_row[symbol]; i < date_row_count &&
	    date_rows[i].symbol == symbol; i++) {
		struct when part[ITEMS];
		struct when when;
		size_t      end;

		if (!may_begin_with(parser, &starting.rows[i], at))
			continue;
		memset(part, 0, sizeof part);
		end = read_items(parser, &date_rows[i], 0, at, part);
		if (end <= at + best->taken || !date_rows[i].act(part, &when))
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

	if (reading->run == parser->run)
		return reading;
	reading->taken = 0;
	reading->run = parser->run;
	if (may_begin_with(parser, &starting.symbols[symbol], at))
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
	static uint32_t       run;
	struct parser parser = { .at = elements->at + first, .memo = memo };
	const struct reading *reading;

	if (!starting.made)
		make_starting();
	if (!may_begin(parser.at) || (starting.symbols[EXPRESSION].first &
	    (uint64_t)1 << parser.at->term) == 0)
		return 0;
	while (parser.count < MOST &&
	    first + parser.count < elements->count &&
	    parser.at[parser.count].term > TERM_BREAK)
		parser.count++;
	if (++run == 0) {
		memset(memo, 0, sizeof memo);
		run = 1;
	}
	parser.run = run;
	reading = read_symbol(&parser, EXPRESSION, 0);
	*when = reading->when;
	return reading->taken;
}
