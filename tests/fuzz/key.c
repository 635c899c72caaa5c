/* key.c: the bytes of a keyboard are the same keys however they come in, and
 * every key has a name that means it; whatever a terminal replies, what is
 * known of it stays printable and leads to a setting that can be stored. */
#include "screen/detect.h"
#include "screen/input.h"
#include "screen/evidence.h"
#include "target.h"
#include "views/keymap.h"
#include "views/prompt.h"

struct keys ARRAY_OF(key_code);

static void
check_name(key_code key)
{
	char     name[64];
	key_code again = PRESSED_NOTHING;

	key_write(key, name, sizeof name);
	CHECK(strlen(name) < sizeof name - 1);
	if (key_parse(name, strlen(name), &again))
		CHECK(again == key);
}

/* The keys of all bytes when they have come. */
static void
read_whole(struct input input, struct keys *keys)
{
	while (input.size > 0) {
		key_code key  = PRESSED_NOTHING;
		size_t   used = key_read(input.at, input.size, false, &key);

		CHECK(used > 0 && used <= input.size);
		if (key != PRESSED_NOTHING)
			array_add(keys, key);
		input.at += used;
		input.size -= used;
	}
}

/* The same, one byte after the other coming; none is in doubt at the end. */
static void
read_bytes(struct input input, struct keys *keys)
{
	size_t from = 0;

	for (size_t end = 1; end <= input.size; end++)
		while (from < end) {
			key_code key  = PRESSED_NOTHING;
			size_t   used = key_read(input.at + from, end - from,
			    end < input.size, &key);

			CHECK(used <= end - from);
			CHECK(used > 0 || end < input.size);
			if (used == 0)
				break;
			if (key != PRESSED_NOTHING)
				array_add(keys, key);
			from += used;
		}
}

static void
feed(const struct keys *keys)
{
	static struct keymap *keymap;
	struct pending        pending = { 0 };
	struct prompt         prompt  = { 0 };
	struct buffer         shown   = { 0 };

	if (keymap == NULL)
		keymap = keymap_new(KEYS_EVERYWHERE);
	prompt_open(&prompt, PROMPT_LINE, "/");
	for (size_t i = 0; i < keys->count; i++) {
		enum command command = 0;
		size_t       count   = 0;

		if (keymap_feed(keymap, &pending, keys->at[i], &command,
		    &count) == KEYMAP_COMMAND)
			CHECK(command < COMMANDS && count <= KEYMAP_COUNT);
		pending_write(&pending, &shown);
		if (prompt.kind == PROMPT_LINE)
			prompt_feed(&prompt, keys->at[i]);
		CHECK(prompt.cursor <= prompt.text.count);
	}
	prompt_free(&prompt);
	array_free(&shown);
}

static void
check_evidence(const struct evidence *evidence)
{
	for (size_t i = 0; i < SOURCES; i++) {
		const char *text = evidence->text[i];
		size_t      size = strnlen(text, EVIDENCE_SIZE);

		CHECK(size < EVIDENCE_SIZE);
		for (size_t j = 0; j < size; j++)
			CHECK(text[j] >= ' ' && text[j] <= '~');
	}
}

static void
check_setting(const struct evidence *evidence)
{
	struct detected detected = detect(evidence);
	struct setting  again    = { 0 };
	struct buffer   words    = { 0 };

	CHECK(detected.name != NULL && detected.why <= SOURCES);
	setting_write(&detected.setting, &words);
	CHECK(setting_parse(words.at, words.count, &again));
	CHECK(setting_same(&again, &detected.setting));
	array_free(&words);
}

/* Every escape sequence of the input, and the input itself, as a reply. */
static void
reply(struct input input)
{
	struct evidence evidence = { 0 };
	struct setting  setting  = { 0 };

	setting_parse(input.at, input.size, &setting);
	reply_read(input.at, input.size, &evidence);
	while (input.size > 0) {
		key_code key  = PRESSED_NOTHING;
		size_t   used = key_read(input.at, input.size, false, &key);

		reply_read(input.at, used, &evidence);
		input.at += used;
		input.size -= used;
	}
	check_evidence(&evidence);
	check_setting(&evidence);
	detect_asks(&evidence);
	detect_asks_widths(&evidence);
	widths_known(&evidence);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input input = input_of(bytes, size);
	struct keys  whole = { 0 };
	struct keys  apart = { 0 };
	key_code     key;

	read_whole(input, &whole);
	read_bytes(input, &apart);
	CHECK(whole.count == apart.count);
	for (size_t i = 0; i < whole.count; i++) {
		CHECK(whole.at[i] == apart.at[i]);
		check_name(whole.at[i]);
	}
	if (key_parse(input.at, input.size, &key))
		check_name(key);
	feed(&whole);
	reply(input);
	array_free(&whole);
	array_free(&apart);
	return 0;
}
