/* encoding.c: bytes in any charset to UTF-8, in slices. ICU guesses the
 * charset (ucsdet) and converts what is not UTF-8 (ucnv). */
#include "bytes/encoding.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "bytes/icu.h"
#include "bytes/utf8.h"

enum {
	GUESS_SIZE     = 8192,  /* bytes ICU is shown */
	DECLARED_WITHIN = 4096, /* bytes; HTML asks for it in the first 1024 */
	GUESS_LEAST    = 10,    /* its confidence below this is no guess */
	GOOD_TO_BAD    = 4,     /* UTF-8 has so many sound sequences, which are
	                         * rare in any other charset, to a bad one */
	CONTROLS_1IN   = 20     /* text has fewer controls than one in so many;
	                         * compressed data has one in eleven */
};

struct decoder {
	char          charset[64];
	UConverter   *converter;        /* NULL for UTF-8 */
	struct buffer kept;             /* a sequence the last slice cut */
	size_t        ill_formed;
	bool          decided;
	bool          binary;
};

struct mark {
	const char *bytes;
	size_t      size;
	const char *charset;
};

/* Longest first: UTF-32's little-endian mark begins as UTF-16's. */
static const struct mark marks[] = {
	{ "\xEF\xBB\xBF",     3, "UTF-8" },
	{ "\xFF\xFE\x00\x00", 4, "UTF-32" },
	{ "\x00\x00\xFE\xFF", 4, "UTF-32" },
	{ "\xFF\xFE",         2, "UTF-16" },
	{ "\xFE\xFF",         2, "UTF-16" },
};

struct decoder *
decoder_new(void)
{
	struct decoder *decoder = memory_new(1, sizeof *decoder);

	strcpy(decoder->charset, "UTF-8");
	return decoder;
}

static const char *
charset_by_mark(const char *raw, size_t size)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (size >= marks[i].size &&
		    memcmp(raw, marks[i].bytes, marks[i].size) == 0)
			return marks[i].charset;
	return NULL;
}

/* UTF-16 without a mark: every second byte is the same few high bytes. */
static const char *
charset_by_zeros(const char *raw, size_t size)
{
	size_t pairs = size / 2;
	size_t even  = 0;
	size_t odd   = 0;

	for (size_t i = 0; i + 1 < size; i += 2) {
		even += (unsigned char)raw[i] <= 0x06;
		odd += (unsigned char)raw[i + 1] <= 0x06;
	}
	if (pairs < 4)
		return NULL;
	if (odd * 10 > pairs * 9 && even * 10 < pairs * 5)
		return "UTF-16LE";
	if (even * 10 > pairs * 9 && odd * 10 < pairs * 5)
		return "UTF-16BE";
	return NULL;
}

static bool
is_nearly_utf8(const char *raw, size_t size)
{
	size_t good = 0;
	size_t bad  = 0;

	for (size_t at = 0; at < size;) {
		char32_t letter;
		size_t   took = utf8_read(raw + at, size - at, &letter);

		bad += letter == UTF8_REPLACEMENT && at + took < size;
		good += letter != UTF8_REPLACEMENT && took > 1;
		at += took;
	}
	return bad * GOOD_TO_BAD <= good;
}

static bool
is_ascii(const char *raw, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if ((unsigned char)raw[i] >= 0x80)
			return false;
	return true;
}

static bool
is_among(const char *set, char byte)
{
	return byte != '\0' && strchr(set, byte) != NULL;
}

/* The first byte behind `word` in raw[at, most); `most` where it is not. */
static size_t
find_past(const char *raw, size_t at, size_t most, const char *word)
{
	size_t length = strlen(word);

	for (; at + length < most; at++)
		if (strncasecmp(raw + at, word, length) == 0)
			return at + length;
	return most;
}

/* The byte behind the word before the charset's name: in the XML declaration,
 * which begins at `at` or nowhere (XML 1.0, 4.3.3), else in a tag. */
static size_t
find_declaration(const char *raw, size_t at, size_t most)
{
	static const char xml[] = "<?xml";
	const char       *end   = memchr(raw + at, '>', most - at);

	if (end != NULL && strncasecmp(raw + at, xml, sizeof xml - 1) == 0) {
		size_t behind = (size_t)(end - raw);
		size_t found  = find_past(raw, at, behind, "encoding");

		if (found < behind)
			return found;
	}
	return find_past(raw, at, most, "charset");
}

/* What a page says of itself, "charset=windows-1256" near its beginning,
 * copied to `charset`. False when there is none. */
static bool
read_declaration(const char *raw, size_t size, char *charset, size_t room)
{
	size_t most    = size < DECLARED_WITHIN ? size : DECLARED_WITHIN;
	size_t at      = 0;
	size_t letters = 0;

	while (at < most && is_among(" \t\r\n", raw[at]))
		at++;
	if (at == most || raw[at] != '<')
		return false;
	at = find_declaration(raw, at, most);
	while (at < most && is_among(" \t\r\n=\"'", raw[at]))
		at++;
	while (at + letters < most && letters + 1 < room &&
	    (isalnum((unsigned char)raw[at + letters]) ||
	    is_among("-_.:", raw[at + letters])))
		letters++;
	memcpy(charset, raw + at, letters);
	charset[letters] = '\0';
	return letters > 0;
}

/* Whether what the page says of itself is to be believed: not when it is
 * UTF-8 in truth, as pages are that were saved by a browser. */
static bool
is_declared(const char *raw, size_t size, char *charset, size_t room)
{
	return read_declaration(raw, size, charset, room) &&
	    strcasecmp(charset, "utf-8") != 0 &&
	    (is_ascii(raw, size) || !is_nearly_utf8(raw, size));
}

static bool
is_control(unsigned char byte)
{
	return byte < 0x20 && strchr("\t\n\v\f\r\b\x1B\x0E\x0F", byte) == NULL;
}

static bool
looks_binary(const char *raw, size_t size)
{
	size_t controls = 0;

	for (size_t i = 0; i < size; i++)
		controls += is_control((unsigned char)raw[i]) || raw[i] == '\0';
	return size >= 32 && controls * CONTROLS_1IN > size;
}

/* ICU's guess copied to `charset`; windows-1256 where it has none. */
static void
guess_charset(const char *raw, size_t size, char *charset, size_t room)
{
	const struct icu_i18n *i18n     = icu_i18n();
	UErrorCode             error    = U_ZERO_ERROR;
	UCharsetDetector      *detector = i18n->ucsdet_open(&error);
	const UCharsetMatch   *match    = NULL;
	const char            *name     = NULL;

	i18n->ucsdet_setText(detector, raw,
	    (int32_t)(size < GUESS_SIZE ? size : GUESS_SIZE), &error);
	match = i18n->ucsdet_detect(detector, &error);
	if (match != NULL &&
	    i18n->ucsdet_getConfidence(match, &error) >= GUESS_LEAST)
		name = i18n->ucsdet_getName(match, &error);
	if (U_FAILURE(error) || name == NULL || strcmp(name, "UTF-8") == 0)
		name = "windows-1256";
	strncpy(charset, name, room - 1);
	i18n->ucsdet_close(detector);
}

/* Undefined bytes of an 8-bit charset come out of ICU as C1 controls; they
 * stay, and the gate shows them. False when ICU does not know the charset. */
static bool
open_converter(struct decoder *decoder, const char *charset)
{
	UErrorCode  error     = U_ZERO_ERROR;
	UConverter *converter = NULL;

	if (strcmp(charset, "UTF-8") != 0)
		converter = icu_uc()->ucnv_open(charset, &error);
	if (U_FAILURE(error))
		return false;
	decoder->converter = converter;
	strcpy(decoder->charset, charset);
	return true;
}

static void
decide(struct decoder *decoder, const char *raw, size_t size)
{
	size_t      sample = size < GUESS_SIZE ? size : GUESS_SIZE;
	const char *name   = charset_by_mark(raw, size);
	char        charset[sizeof decoder->charset] = { 0 };

	decoder->decided = true;
	if (name == NULL)
		name = charset_by_zeros(raw, sample);
	if (name != NULL)
		open_converter(decoder, name);
	else if (looks_binary(raw, sample))
		decoder->binary = true;
	else if (is_declared(raw, size, charset, sizeof charset) &&
	    open_converter(decoder, charset))
		return;
	else if (!is_nearly_utf8(raw, sample)) {
		guess_charset(raw, sample, charset, sizeof charset);
		open_converter(decoder, charset);
	}
}

static void
add_letter(struct buffer *text, char32_t letter)
{
	char bytes[UTF8_MOST];

	buffer_add(text, bytes, utf8_write(letter, bytes));
}

/* Appends `raw[size]`, UTF-8 but for what is ill-formed. */
static void
feed_utf8(struct decoder *decoder, const char *raw, size_t size, bool last,
    struct buffer *text)
{
	size_t at = 0;

	while (at < size) {
		bool     cut;
		size_t   good = utf8_valid(raw + at, size - at, &cut);
		char32_t letter;

		buffer_add(text, raw + at, good);
		at += good;
		if (at == size)
			break;
		if (cut && !last) {
			buffer_add(&decoder->kept, raw + at, size - at);
			break;
		}
		at += utf8_read(raw + at, size - at, &letter);
		add_letter(text, UTF8_REPLACEMENT);
		decoder->ill_formed++;
	}
}

static void
add_utf16(struct decoder *decoder, const UChar *units, size_t count,
    struct buffer *text)
{
	for (size_t i = 0; i < count; i++) {
		char32_t letter = units[i];

		if (U16_IS_LEAD(units[i]) && i + 1 < count)
			letter = (char32_t)U16_GET_SUPPLEMENTARY(units[i],
			    units[i + 1]), i++;
		decoder->ill_formed += letter == UTF8_REPLACEMENT;
		add_letter(text, letter);
	}
}

static void
feed_converter(struct decoder *decoder, const char *raw, size_t size,
    bool last, struct buffer *text)
{
	const char *source = raw;
	UErrorCode  error;
	UChar       units[1024];

	do {
		/* One unit is spared: a pair is never cut in two. */
		UChar *target = units;

		error = U_ZERO_ERROR;
		icu_uc()->ucnv_toUnicode(decoder->converter, &target,
		    units + 1023, &source, raw + size, NULL, last, &error);
		if (target > units && U16_IS_LEAD(target[-1]) &&
		    error == U_BUFFER_OVERFLOW_ERROR) {
			UErrorCode one = U_ZERO_ERROR;

			icu_uc()->ucnv_toUnicode(decoder->converter, &target,
			    units + 1024, &source, raw + size, NULL, last,
			    &one);
		}
		add_utf16(decoder, units, (size_t)(target - units), text);
	} while (error == U_BUFFER_OVERFLOW_ERROR);
}

void
decoder_feed(struct decoder *decoder, const char *raw, size_t size, bool last,
    struct buffer *text)
{
	struct buffer joined = { 0 };

	if (!decoder->decided && size > 0)
		decide(decoder, raw, size);
	if (decoder->converter != NULL) {
		feed_converter(decoder, raw, size, last, text);
		return;
	}
	if (decoder->kept.count > 0) {
		joined = decoder->kept;
		decoder->kept = (struct buffer){ 0 };
		buffer_add(&joined, raw, size);
		raw = joined.at;
		size = joined.count;
	}
	feed_utf8(decoder, raw, size, last, text);
	array_free(&joined);
}

const char *
decoder_charset(const struct decoder *decoder)
{
	return decoder->charset;
}

bool
decoder_is_binary(const struct decoder *decoder)
{
	return decoder->binary;
}

size_t
decoder_ill_formed(const struct decoder *decoder)
{
	return decoder->ill_formed;
}

void
decoder_free(struct decoder *decoder)
{
	if (decoder == NULL)
		return;
	if (decoder->converter != NULL)
		icu_uc()->ucnv_close(decoder->converter);
	array_free(&decoder->kept);
	free(decoder);
}
