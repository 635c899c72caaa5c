/* key.c: the names of keys, read and written. */
#include "screen/key.h"

#include <stdio.h>
#include <string.h>

#include "bytes/utf8.h"

enum { FUNCTION_KEYS = 12 };

/* The first name of a key is the one that is written. */
static const struct {
	const char *name;
	key_code    key;
} named[] = {
	{ "Ctrl-Space", 0 },            /* NUL is what terminals send for it */
	{ "Tab",        9 },
	{ "Enter",      13 },
	{ "Esc",        27 },
	{ "Space",      ' ' },
	{ "Backspace",  127 },
	{ "Up",         PRESSED_UP },
	{ "Down",       PRESSED_DOWN },
	{ "Left",       PRESSED_LEFT },
	{ "Right",      PRESSED_RIGHT },
	{ "Home",       PRESSED_HOME },
	{ "End",        PRESSED_END },
	{ "PgUp",       PRESSED_PAGE_UP },
	{ "PgDn",       PRESSED_PAGE_DOWN },
	{ "Ins",        PRESSED_INSERT },
	{ "Del",        PRESSED_DELETE },
	{ "Shift-Tab",  PRESSED_BACK_TAB },
	{ "Ctrl-@",     0 },
	{ "PageUp",     PRESSED_PAGE_UP },
	{ "PageDown",   PRESSED_PAGE_DOWN },
	{ "Insert",     PRESSED_INSERT },
	{ "Delete",     PRESSED_DELETE },
};

#define NAMED (sizeof named / sizeof *named)

/* The rest of `name[*size]` after `prefix`, or NULL. */
static const char *
without(const char *prefix, const char *name, size_t *size)
{
	size_t length = strlen(prefix);

	if (*size <= length || memcmp(name, prefix, length) != 0)
		return NULL;
	*size -= length;
	return name + length;
}

static bool
parse_named(const char *name, size_t size, key_code *key)
{
	for (size_t i = 0; i < NAMED; i++) {
		if (strlen(named[i].name) != size ||
		    memcmp(named[i].name, name, size) != 0)
			continue;
		*key = named[i].key;
		return true;
	}
	return false;
}

/* "F1" to "F12"; F13 is no name, as keyboards have no such key. */
static bool
parse_function(const char *name, size_t size, key_code first, key_code *key)
{
	unsigned number = 0;

	if (size < 2 || size > 3 || name[0] != 'F' || name[1] == '0')
		return false;
	for (size_t i = 1; i < size; i++) {
		if (name[i] < '0' || name[i] > '9')
			return false;
		number = number * 10 + (unsigned)(name[i] - '0');
	}
	*key = first + number - 1;
	return number <= FUNCTION_KEYS;
}

/* Ctrl takes the low five bits of what stands in columns 4 and 5 of ASCII. */
static bool
parse_control(const char *name, size_t size, key_code *key)
{
	char letter = name[0];

	if (size != 1)
		return false;
	if (letter >= 'a' && letter <= 'z')
		letter = (char)(letter - 'a' + 'A');
	if (letter < 'A' || letter > '_')
		return false;
	*key = (key_code)letter & 0x1F;
	return true;
}

static bool
parse_letter(const char *name, size_t size, key_code *key)
{
	char32_t letter;
	bool     cut;

	if (size == 0 || utf8_valid(name, size, &cut) != size ||
	    utf8_read(name, size, &letter) != size)
		return false;
	*key = letter;
	return letter > ' ' && (letter < 0x7F || letter >= 0xA0);
}

bool
key_parse(const char *name, size_t size, key_code *key)
{
	const char *rest;
	size_t      left = size;

	if ((rest = without("Alt-", name, &left)) != NULL) {
		if (!key_parse(rest, left, key) || (*key & PRESSED_ALT) != 0)
			return false;
		*key |= PRESSED_ALT;
		return true;
	}
	if (parse_named(name, size, key) ||
	    parse_function(name, size, PRESSED_F1, key))
		return true;
	if ((rest = without("Shift-", name, &left)) != NULL)
		return parse_function(rest, left, PRESSED_SHIFT_F1, key);
	if ((rest = without("Ctrl-", name, &left)) != NULL)
		return parse_control(rest, left, key);
	return parse_letter(name, size, key);
}

static const char *
name_of(key_code key)
{
	for (size_t i = 0; i < NAMED; i++)
		if (named[i].key == key)
			return named[i].name;
	return NULL;
}

static void
write_letter(key_code key, const char *alt, char *name, size_t size)
{
	char   bytes[UTF8_MOST];
	size_t length = utf8_write(key, bytes);

	snprintf(name, size, "%s%.*s", alt, (int)length, bytes);
}

void
key_write(key_code key, char *name, size_t size)
{
	const char *alt = (key & PRESSED_ALT) != 0 ? "Alt-" : "";
	const char *known;

	key &= ~(key_code)PRESSED_ALT;
	known = name_of(key);
	if (known != NULL)
		snprintf(name, size, "%s%s", alt, known);
	else if (key >= PRESSED_F1 && key <= PRESSED_F12)
		snprintf(name, size, "%sF%u", alt, key - PRESSED_F1 + 1);
	else if (key >= PRESSED_SHIFT_F1 && key <= PRESSED_SHIFT_F12)
		snprintf(name, size, "%sShift-F%u", alt,
		    key - PRESSED_SHIFT_F1 + 1);
	else if (key < ' ')
		snprintf(name, size, "%sCtrl-%c", alt, (int)key + '@');
	else if (key < PRESSED_NOTHING)
		write_letter(key, alt, name, size);
	else
		snprintf(name, size, "%s", "");
}
