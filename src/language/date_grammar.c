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

/* Made once of the rows: where each symbol's rows begin (they stand together),
 * and which terms an expression of it may begin with. */
static struct {
	bool     made;
	uint16_t first_row[SYMBOLS];
	uint64_t starts[SYMBOLS];
	uint64_t row_starts[ROWS_MOST];
} starting;

static bool
row_adds_starts(size_t row)
{
	uint64_t before = starting.row_starts[row];

	for (size_t i = 0; date_rows[row].item[i] != END; i++) {
		uint8_t item = date_rows[row].item[i];

		starting.row_starts[row] |= starting.starts[item & ~OPTIONAL];
		if ((item & OPTIONAL) == 0)
			break;
	}
	starting.starts[date_rows[row].symbol] |= starting.row_starts[row];
	return starting.row_starts[row] != before;
}

static void
make_starting(void)
{
	bool changed = true;
	for (size_t i = 1; i < LEAVES; i++)
		starting.starts[i] = (uint64_t)1 << date_leaves[i].term;
	for (size_t i = date_row_count; i-- > 0;)
		starting.first_row[date_rows[i].symbol] = (uint16_t)i;
	while (changed) {
		changed = false;
		for (size_t i = 0; i < date_row_count; i++)
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

	for (size_t i = starting.first_row[symbol]; i < date_row_count &&
	    date_rows[i].symbol == symbol; i++) {
		struct when part[ITEMS] = { 0 };
		struct when when;
		size_t      end;

		if ((starting.row_starts[i] & term) == 0)
			continue;
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
