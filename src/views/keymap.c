/* keymap.c: keys to commands, the same on every keyboard layout. */
#include "views/keymap.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { KEY_ESCAPE = 27 };

struct binding {
	key_code     key[KEYMAP_SEQUENCE];
	size_t       keys;
	enum command command;
};

struct keymap ARRAY_OF(struct binding);

struct latin {
	key_code letter;
	char     key;
};

/* Letters and signs of the layouts Arabic (101 and 102, X11's ara, Mac),
 * Morocco and Algeria (AZERTY) and Persian, each with the Latin key that has
 * it on one of them and is a command. The layouts are those of xkb-data 2.35
 * and CLDR. They agree but for ز, which is a Mac's B and an AZERTY colon. */
static const struct latin latins[] = {
	{ U'ت', 'j' }, { U'ن', 'k' }, { U'ا', 'h' }, { U'م', 'l' },
	{ U'ي', 'd' }, { U'ی', 'd' }, { U'ع', 'u' }, { U'ب', 'f' },
	{ 0xFEFB, 'b' },        /* lam-alef as one character: X11 */
	{ U'ز', 'b' },          /* Mac */
	{ U'ذ', 'b' },          /* Persian */
	{ U'ل', 'g' },
	{ 0xFEF7, 'G' },        /* lam-alef with hamza above: X11 */
	{ U'أ', 'H' },          /* Windows: the second half of لأ; Persian */
	{ U'ظ', '/' },
	{ U'ى', 'n' },
	{ U'ر', 'n' },          /* Mac */
	{ U'د', 'n' },          /* Persian */
	{ U'آ', 'N' },
	{ U'إ', 'N' },          /* Mac */
	{ 0x0654, 'N' },        /* hamza above: Persian */
	{ U'؟', '?' }, { U'خ', 'o' }, { U'ث', 'e' }, { U'ف', 't' },
	{ U'ه', 'i' }, { U'ق', 'r' }, { U'س', 's' }, { U'ح', 'p' },
	{ U'ة', 'm' },
	{ U'و', 'm' },          /* Mac */
	{ U'ك', 'm' },          /* AZERTY */
	{ U'پ', 'm' },          /* Persian */
	{ U'ؤ', 'c' },
	{ U'ط', '\'' },
	{ U'؛', '\'' },         /* Mac */
	{ U'گ', '\'' },         /* Persian */
	{ U'غ', 'y' },
	{ U'،', '&' },          /* Persian */
	{ U'ض', 'q' },
	{ U'ش', 'q' },          /* AZERTY; elsewhere A, which is free */
	{ U'٪', '%' },
};

key_code
key_latin(key_code key)
{
	for (size_t i = 0; i < sizeof latins / sizeof *latins; i++)
		if (latins[i].letter == key)
			return (key_code)latins[i].key;
	return key;
}

int
key_digit(key_code key)
{
	static const key_code zeros[] = { '0', U'٠', U'۰' };

	for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
		if (key >= zeros[i] && key <= zeros[i] + 9)
			return (int)(key - zeros[i]);
	return -1;
}

/* Adds the binding of one alternative, "g g". */
static void
bind(struct keymap *keymap, const char *names, size_t size,
    enum command command)
{
	struct binding binding = { .command = command };

	for (size_t at = 0; at < size;) {
		size_t   length = strcspn(names + at, " ,");
		key_code key    = PRESSED_NOTHING;
		bool     known  = key_parse(names + at, length, &key);

		assert(known && binding.keys < KEYMAP_SEQUENCE);
		(void)known;
		binding.key[binding.keys++] = key;
		at += length + strspn(names + at + length, " ");
	}
	array_add(keymap, binding);
}

static void
bind_all(struct keymap *keymap, enum command command)
{
	const char *names = command_row(command)->keys;

	while (*names != '\0') {
		size_t size = strcspn(names, ",");

		bind(keymap, names, size, command);
		names += size + strspn(names + size, ", ");
	}
}

struct keymap *
keymap_new(enum key_set keys)
{
	struct keymap *keymap = memory_new(1, sizeof *keymap);

	for (enum command c = 0; c < COMMANDS; c++)
		if (command_keys(c) == keys)
			bind_all(keymap, c);
	return keymap;
}

void
keymap_free(struct keymap *keymap)
{
	if (keymap == NULL)
		return;
	array_free(keymap);
	free(keymap);
}

static bool
begins_with(const struct binding *binding, const struct pending *pending)
{
	if (binding->keys < pending->keys)
		return false;
	for (size_t i = 0; i < pending->keys; i++)
		if (binding->key[i] != pending->key[i])
			return false;
	return true;
}

/* The key of the table: a digit of any set is that of ASCII. */
static key_code
plain_key(key_code key)
{
	int digit = key_digit(key);

	return digit >= 0 ? (key_code)('0' + digit) : key_latin(key);
}

static bool
is_bound(const struct keymap *keymap, key_code key)
{
	for (size_t i = 0; i < keymap->count; i++)
		if (keymap->at[i].key[0] == key)
			return true;
	return false;
}

/* Whether `key` is a digit of a count, and then counts it. */
static bool
counts(const struct keymap *keymap, struct pending *pending, key_code key)
{
	int digit = pending->keys == 0 ? key_digit(key) : -1;

	if (digit < 0 || (digit == 0 && pending->count == 0) ||
	    is_bound(keymap, plain_key(key)))
		return false;
	pending->count = pending->count * 10 + (size_t)digit;
	if (pending->count > KEYMAP_COUNT)
		pending->count = KEYMAP_COUNT;
	return true;
}

enum keymap_answer
keymap_feed(const struct keymap *keymap, struct pending *pending,
    key_code key, enum command *command, size_t *count)
{
	enum keymap_answer answer = KEYMAP_NOTHING;
	bool               begun  = pending->count > 0 || pending->keys > 0;

	if (counts(keymap, pending, key))
		return KEYMAP_PARTIAL;
	if (!begun || key != KEY_ESCAPE) {
		pending->key[pending->keys++] = plain_key(key);
		for (size_t i = 0; i < keymap->count; i++) {
			const struct binding *binding = &keymap->at[i];

			if (!begins_with(binding, pending))
				continue;
			if (binding->keys > pending->keys)
				return KEYMAP_PARTIAL;
			*command = binding->command;
			*count = pending->count;
			answer = KEYMAP_COMMAND;
		}
	}
	*pending = (struct pending){ 0 };
	return answer;
}

void
pending_write(const struct pending *pending, struct buffer *out)
{
	char name[32];

	if (pending->count > 0) {
		snprintf(name, sizeof name, "%zu", pending->count);
		buffer_add_string(out, name);
	}
	for (size_t i = 0; i < pending->keys; i++) {
		key_write(pending->key[i], name, sizeof name);
		buffer_add_string(out, name);
	}
}
