/* input.c: the bytes of a keyboard to keys: UTF-8, and the sequences of
 * ECMA-48 terminals in the dialects of xterm, rxvt, linux, screen, tmux and
 * vt220. Replies of a terminal have the form of sequences too; whatever comes
 * late is taken whole and is never a key. */
#include "screen/input.h"

#include <stdint.h>
#include <string.h>

#include "bytes/utf8.h"

#define ESC '\033'
#define BEL '\007'
#define CAN '\030'
#define SUB '\032'

/* xterm's modifier parameter less one is a set of these. */
enum { SHIFT = 1, ALT = 2, CONTROL = 4 };

struct row {
	unsigned code;
	key_code key;
};

/* The final letter of CSI … and of ESC O … */
static const struct row letters[] = {
	{ 'A', PRESSED_UP },            { 'B', PRESSED_DOWN },
	{ 'C', PRESSED_RIGHT },         { 'D', PRESSED_LEFT },
	{ 'H', PRESSED_HOME },          { 'F', PRESSED_END },
	{ 'Z', PRESSED_BACK_TAB },
	{ 'P', PRESSED_F1 },            { 'Q', PRESSED_F1 + 1 },
	{ 'R', PRESSED_F1 + 2 },        { 'S', PRESSED_F1 + 3 },
};

/* ESC O … only: rxvt's arrows with Ctrl, and the keypad in application mode
 * (another program may have left it on). */
static const struct row keypad[] = {
	{ 'a', PRESSED_UP },            { 'b', PRESSED_DOWN },
	{ 'c', PRESSED_RIGHT },         { 'd', PRESSED_LEFT },
	{ 'M', 13 },                    { 'I', 9 },
	{ 'X', '=' },                   { ' ', ' ' },
	{ 'j', '*' }, { 'k', '+' },     { 'l', ',' }, { 'm', '-' },
	{ 'n', '.' }, { 'o', '/' },     { 'p', '0' }, { 'q', '1' },
	{ 'r', '2' }, { 's', '3' },     { 't', '4' }, { 'u', '5' },
	{ 'v', '6' }, { 'w', '7' },     { 'x', '8' }, { 'y', '9' },
};

/* The number of CSI … ~. Home and End are 1 and 4 in linux, screen and tmux,
 * 7 and 8 in rxvt. F13 is Shift-F1, as terminfo's kf13 has it. */
static const struct row numbers[] = {
	{ 1,  PRESSED_HOME },           { 2,  PRESSED_INSERT },
	{ 3,  PRESSED_DELETE },         { 4,  PRESSED_END },
	{ 5,  PRESSED_PAGE_UP },        { 6,  PRESSED_PAGE_DOWN },
	{ 7,  PRESSED_HOME },           { 8,  PRESSED_END },
	{ 11, PRESSED_F1 },             { 12, PRESSED_F1 + 1 },
	{ 13, PRESSED_F1 + 2 },         { 14, PRESSED_F1 + 3 },
	{ 15, PRESSED_F1 + 4 },         { 17, PRESSED_F1 + 5 },
	{ 18, PRESSED_F1 + 6 },         { 19, PRESSED_F1 + 7 },
	{ 20, PRESSED_F1 + 8 },         { 21, PRESSED_F1 + 9 },
	{ 23, PRESSED_F1 + 10 },        { 24, PRESSED_F1 + 11 },
	{ 25, PRESSED_SHIFT_F1 },       { 26, PRESSED_SHIFT_F1 + 1 },
	{ 28, PRESSED_SHIFT_F1 + 2 },   { 29, PRESSED_SHIFT_F1 + 3 },
	{ 31, PRESSED_SHIFT_F1 + 4 },   { 32, PRESSED_SHIFT_F1 + 5 },
	{ 33, PRESSED_SHIFT_F1 + 6 },   { 34, PRESSED_SHIFT_F1 + 7 },
};

#define ROWS(table) (table), sizeof (table) / sizeof *(table)

static key_code
look_up(const struct row *row, size_t rows, unsigned code)
{
	for (size_t i = 0; i < rows; i++)
		if (row[i].code == code)
			return row[i].key;
	return PRESSED_NOTHING;
}

static key_code
with_modifiers(key_code key, unsigned modifiers)
{
	if (key == PRESSED_NOTHING)
		return key;
	if ((modifiers & SHIFT) != 0 && key >= PRESSED_F1 &&
	    key <= PRESSED_F12)
		key += PRESSED_SHIFT_F1 - PRESSED_F1;
	return (modifiers & ALT) != 0 ? key | PRESSED_ALT : key;
}

/* One code point. Ill-formed bytes and C1 controls are dropped. */
static size_t
read_letter(const char *bytes, size_t size, bool more_may_come, key_code *key)
{
	char32_t letter;
	size_t   used = utf8_read(bytes, size, &letter);
	bool     cut  = false;
	bool     well = utf8_valid(bytes, used, &cut) == used;

	if (!well && cut && used == size && more_may_come)
		return 0;
	if (well && (letter < 0x80 || letter >= 0xA0))
		*key = letter;
	return used;
}

struct csi {
	char     private;               /* '<', '=', '>', '?', or 0 */
	size_t   intermediates;
	size_t   parameters;
	unsigned parameter[2];          /* more are counted, not kept */
	char     final;                 /* 0: not come yet */
	size_t   used;                  /* bytes, up to the final one */
};

static void
take_digit(struct csi *csi, char digit)
{
	unsigned *value;

	if (csi->parameters == 0)
		csi->parameters = 1;
	if (csi->parameters > 2)
		return;
	value = &csi->parameter[csi->parameters - 1];
	if (*value < 10000)
		*value = *value * 10 + (unsigned)(digit - '0');
}

/* rxvt marks Shift by '$' in the place of '~': CSI 7 $. A reply about a mode
 * has it before its final letter, behind two numbers: CSI 8 ; 1 $ y. */
static bool
is_rxvt_shift(const struct csi *csi, char byte)
{
	return byte == '$' && csi->private == 0 && csi->parameters == 1 &&
	    csi->intermediates == 0;
}

/* ECMA-48 5.4: parameters 3/0-3/15, intermediates 2/0-2/15, final 4/0-7/14.
 * A byte that cannot stand there ends the sequence before itself. */
static struct csi
parse_csi(const char *bytes, size_t size)
{
	struct csi csi = { .used = 2 };

	for (; csi.used < size; csi.used++) {
		unsigned char byte = (unsigned char)bytes[csi.used];

		if (byte >= '0' && byte <= '9')
			take_digit(&csi, (char)byte);
		else if (byte == ';' || byte == ':')
			csi.parameters += csi.parameters == 0 ? 2 : 1;
		else if (byte >= '<' && byte <= '?')
			csi.private = (char)byte;
		else if (byte >= 0x20 && byte < 0x30 &&
		    !is_rxvt_shift(&csi, (char)byte))
			csi.intermediates++;
		else {
			bool ends = byte >= 0x20 && byte < 0x7F;

			csi.final = ends ? (char)byte : CAN;
			csi.used += ends ? 1 : 0;
			break;
		}
	}
	return csi;
}

static key_code
key_of_csi(const struct csi *csi)
{
	unsigned first     = csi->parameter[0];
	unsigned modifiers = csi->parameter[1] > 0 ? csi->parameter[1] - 1 : 0;

	if (csi->private != 0 || csi->intermediates != 0 ||
	    csi->parameters > 2)
		return PRESSED_NOTHING;
	switch (csi->final) {
	case '$':
		return with_modifiers(look_up(ROWS(numbers), first), SHIFT);
	case '~':
	case '^':
	case '@':
		return with_modifiers(look_up(ROWS(numbers), first),
		    modifiers);
	default:
		/* CSI 5 ; 9 R reports a cursor; keys have 1 there. */
		if (first > 1 || (csi->parameters == 2 && modifiers > 15))
			return PRESSED_NOTHING;
		return with_modifiers(
		    look_up(ROWS(letters), (unsigned char)csi->final),
		    modifiers);
	}
}

static size_t
read_csi(const char *bytes, size_t size, bool more_may_come, key_code *key)
{
	struct csi csi = parse_csi(bytes, size);
	size_t     behind = 0;

	if (csi.final == 0) {
		if (more_may_come)
			return 0;
		if (size == 2)
			*key = '[' | PRESSED_ALT;
		return size;
	}
	/* The linux console: CSI [ A to E are F1 to F5. X10's mouse: CSI M
	 * and three bytes. */
	if (csi.used == 3)
		behind = csi.final == '[' ? 1 : csi.final == 'M' ? 3 : 0;
	if (size < csi.used + behind)
		return more_may_come ? 0 : size;
	if (csi.final == '[' && behind == 1) {
		if (bytes[3] >= 'A' && bytes[3] <= 'E')
			*key = PRESSED_F1 + (key_code)(bytes[3] - 'A');
	} else if (behind == 0)
		*key = key_of_csi(&csi);
	return csi.used + behind;
}

/* ESC O and a letter; before it xterm once put the modifier. */
static size_t
read_ss3(const char *bytes, size_t size, bool more_may_come, key_code *key)
{
	unsigned modifiers = 0;
	size_t   at = 2;

	if (at < size && bytes[at] >= '1' && bytes[at] <= '9')
		modifiers = (unsigned)(bytes[at++] - '1');
	if (at >= size) {
		if (more_may_come)
			return 0;
		if (size == 2)
			*key = 'O' | PRESSED_ALT;
		return size;
	}
	*key = look_up(ROWS(letters), (unsigned char)bytes[at]);
	if (*key == PRESSED_NOTHING)
		*key = look_up(ROWS(keypad), (unsigned char)bytes[at]);
	*key = with_modifiers(*key, modifiers);
	/* A control is no part of it: an Esc that follows is a key. */
	return (unsigned char)bytes[at] < 0x20 ? at : at + 1;
}

/* A control string (DCS, OSC, SOS, PM, APC): a reply, up to ST or BEL. */
static size_t
read_string(const char *bytes, size_t size, bool more_may_come, key_code *key)
{
	for (size_t i = 2; i < size; i++) {
		if (bytes[i] == BEL || bytes[i] == CAN || bytes[i] == SUB)
			return i + 1;
		if (bytes[i] == ESC && i + 1 < size)
			return bytes[i + 1] == '\\' ? i + 2 : i;
	}
	if (more_may_come)
		return 0;
	if (size == 2)
		*key = (key_code)bytes[1] | PRESSED_ALT;
	return size;
}

/* ESC and a key is that key with Alt; twice ESC is two keys, unless a
 * sequence follows the second (rxvt's Alt with an arrow) that is no reply. */
static size_t
read_alt(const char *bytes, size_t size, bool more_may_come, key_code *key)
{
	size_t used;

	if (bytes[1] != ESC)
		used = read_letter(bytes + 1, size - 1, more_may_come, key);
	else if (size == 2 && more_may_come)
		return 0;
	else if (size > 2 && (bytes[2] == '[' || bytes[2] == 'O'))
		used = key_read(bytes + 1, size - 1, more_may_come, key);
	else {
		*key = ESC;
		return 1;
	}
	if (used == 0)
		return 0;
	if (*key == PRESSED_NOTHING && bytes[1] == ESC) {
		*key = ESC;
		return 1;
	}
	if (*key != PRESSED_NOTHING)
		*key |= PRESSED_ALT;
	return used + 1;
}

static size_t
read_escape(const char *bytes, size_t size, bool more_may_come, key_code *key)
{
	if (size == 1) {
		if (more_may_come)
			return 0;
		*key = ESC;
		return 1;
	}
	switch (bytes[1]) {
	case '[':
		return read_csi(bytes, size, more_may_come, key);
	case 'O':
		return read_ss3(bytes, size, more_may_come, key);
	case 'P':
	case 'X':
	case ']':
	case '^':
	case '_':
		return read_string(bytes, size, more_may_come, key);
	default:
		return read_alt(bytes, size, more_may_come, key);
	}
}

size_t
key_read(const char *bytes, size_t size, bool more_may_come, key_code *key)
{
	*key = PRESSED_NOTHING;
	if (size == 0)
		return 0;
	if (bytes[0] == ESC)
		return read_escape(bytes, size, more_may_come, key);
	return read_letter(bytes, size, more_may_come, key);
}
