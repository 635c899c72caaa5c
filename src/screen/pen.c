/* pen.c: moves, looks and letters as the fewest bytes. */
#include "screen/pen.h"

#include <string.h>

#include "bytes/utf8.h"

enum { SEQUENCE = 24 };         /* bytes: ESC [ two numbers final */

static size_t
put_number(char *at, size_t number)
{
	char   digits[20];
	size_t count = 0;

	do
		digits[count++] = (char)('0' + number % 10);
	while ((number /= 10) > 0);
	for (size_t i = 0; i < count; i++)
		at[i] = digits[count - 1 - i];
	return count;
}

static size_t
write_sequence(char *at, size_t first, size_t second, char final)
{
	size_t length = 2;

	memcpy(at, "\033[", 2);
	if (first > 0)
		length += put_number(at + length, first);
	if (second > 0) {
		at[length++] = ';';
		length += put_number(at + length, second);
	}
	at[length++] = final;
	return length;
}

void
pen_sequence(struct pen *pen, size_t first, size_t second, char final)
{
	char sequence[2 * SEQUENCE];

	buffer_add(pen->out, sequence,
	    write_sequence(sequence, first, second, final));
}

/* CUP; a 1 is the default and left out. */
static size_t
absolute(char *at, size_t row, size_t column)
{
	return write_sequence(at, row > 0 ? row + 1 : 0,
	    column > 0 ? column + 1 : 0, 'H');
}

/* From column `from` of the row to `to`: CUF, CUB or backspaces. */
static size_t
along(char *at, size_t from, size_t to)
{
	size_t back = from > to ? from - to : 0;

	if (to > from)
		return write_sequence(at, to - from > 1 ? to - from : 0, 0,
		    'C');
	if (back > 3)
		return write_sequence(at, back, 0, 'D');
	memset(at, '\b', back);
	return back;
}

/* By CR, LF and a step along the row; 0 when that cannot be. With margins set
 * LF might scroll. Behind the last column some terminals stay in it and some
 * do not: CR is right for both. */
static size_t
relative(const struct pen *pen, char *at, size_t row, size_t column)
{
	bool   behind = pen->column >= pen->columns;
	size_t down   = row - pen->row;
	size_t length = 0;

	if (pen->row == PEN_NOWHERE || row < pen->row || down > 2 ||
	    (down > 0 && pen->margins))
		return 0;
	if (down == 0 && !behind && column > 0)
		return along(at, pen->column, column);
	at[length++] = '\r';
	for (size_t i = 0; i < down; i++)
		at[length++] = '\n';
	return length + along(at + length, 0, column);
}

void
pen_move(struct pen *pen, size_t row, size_t column)
{
	char   far[2 * SEQUENCE];
	char   near[2 * SEQUENCE];
	size_t far_size;
	size_t near_size;

	if (pen->row == row && pen->column == column)
		return;
	far_size = absolute(far, row, column);
	near_size = relative(pen, near, row, column);
	if (near_size > 0 && near_size < far_size)
		buffer_add(pen->out, near, near_size);
	else
		buffer_add(pen->out, far, far_size);
	pen->row = row;
	pen->column = column;
}

void
pen_look(struct pen *pen, struct look look)
{
	char sequence[LOOK_SEQUENCE];

	if (look_same(pen->look, look))
		return;
	buffer_add(pen->out, sequence,
	    look_switch(pen->look, look, sequence));
	pen->look = look;
}

void
pen_erasing_look(struct pen *pen)
{
	if (pen->look.ground != LOOK_DEFAULT ||
	    (pen->look.attributes & (LOOK_REVERSE | LOOK_UNDERLINE)) != 0)
		pen_look(pen, (struct look){ LOOK_DEFAULT, LOOK_DEFAULT, 0 });
}

/* Whether a blank in one look cannot be told from one in the other. */
static bool
blank_same(struct look a, struct look b)
{
	uint8_t seen = LOOK_REVERSE | LOOK_UNDERLINE;

	if (((a.attributes | b.attributes) & seen) != 0)
		return look_same(a, b);
	return a.ground == b.ground;
}

/* Letters whose width all terminals agree on; after the others the cursor may
 * be elsewhere than we think. Measured: they disagree on U+00AD, on the signs
 * U+0600 to 0605 and 06DD, and on emoji. */
static const struct {
	char32_t first;
	char32_t last;
} certain[] = {
	{ 0x0020, 0x00AC }, { 0x00AE, 0x02FF }, { 0x0400, 0x05FF },
	{ 0x0606, 0x06DC }, { 0x06DE, 0x06FF }, { 0x2010, 0x2027 },
	{ 0x3000, 0x9FFF }, { 0xAC00, 0xD7A3 }, { 0xFB50, 0xFBFF },
	{ 0xFE70, 0xFEFC }, { 0xFF01, 0xFF60 },
};

static bool
is_certain(char32_t letter)
{
	/* Nearly all of an Arabic page. */
	if ((letter >= 0xFE70 && letter <= 0xFEFC) || letter == ' ')
		return true;
	for (size_t i = 0; i < sizeof certain / sizeof *certain; i++)
		if (letter <= certain[i].last)
			return letter >= certain[i].first;
	return false;
}

/* The gate in layout lets no control through; this is the last door. */
static char32_t
harmless(char32_t letter)
{
	bool acts = letter < 0x20 || (letter >= 0x7F && letter < 0xA0);

	return acts ? UTF8_REPLACEMENT : letter;
}

static void
put_letters(struct pen *pen, const struct cell *cell)
{
	char  *at;
	size_t size = 0;

	array_reserve(pen->out, (CELL_MARKS + 1) * UTF8_MOST);
	at = pen->out->at + pen->out->count;
	size += utf8_write(harmless(cell->letter), at);
	for (size_t i = 0; i < CELL_MARKS && cell->mark[i] != 0; i++)
		size += utf8_write(harmless(cell->mark[i]), at + size);
	pen->out->count += size;
}

static void
advance(struct pen *pen, size_t columns, bool sure)
{
	pen->column += columns;
	if (!sure || pen->column > pen->columns)
		pen->row = pen->column = PEN_NOWHERE;
}

void
pen_put(struct pen *pen, const struct cell *cell, struct look look)
{
	bool blank = cell->letter == ' ' && cell->mark[0] == 0;

	if (!blank || !blank_same(pen->look, look))
		pen_look(pen, look);
	put_letters(pen, cell);
	advance(pen, cell->columns, is_certain(cell->letter));
}

void
pen_blanks(struct pen *pen, size_t count)
{
	pen_erasing_look(pen);
	for (size_t i = 0; i < count; i++)
		buffer_add(pen->out, " ", 1);
	advance(pen, count, true);
}
