/* message.c: every sentence of the interface, in English and Arabic. The
 * patterns are ICU's and filled here, because ICU's own formatter costs a
 * start milliseconds; the digits of a locale are asked of ICU. */
#include "views/message.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "bytes/icu.h"
#include "bytes/utf8.h"
#include "views/option.h"
#include "views/plain.h"

#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"

static const char *const patterns[MESSAGES][LANGUAGES] = {
#define MESSAGE(name, english, arabic) { english, arabic },
#include "views/messages.def"
#undef MESSAGE
};

static bool arabic_digits;      /* Arabic messages write ٠-٩ */

const char *
locale_of(const char *category)
{
	const char *const names[] = { "LC_ALL", category, "LANG" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);

		if (value != NULL && *value != '\0')
			return value;
	}
	return "";
}

static bool
is_arabic(const char *locale)
{
	return strncmp(locale, "ar", 2) == 0 &&
	    (locale[2] == '\0' || strchr("_.@", locale[2]) != NULL);
}

enum language
language_of_environment(void)
{
	return is_arabic(locale_of("LC_MESSAGES"))
	    ? LANGUAGE_ARABIC : LANGUAGE_ENGLISH;
}

void
message_digits_of_environment(void)
{
	const char       *locale = locale_of("LC_NUMERIC");
	UErrorCode        error  = U_ZERO_ERROR;
	char              name[16];
	UNumberingSystem *system;

	if (!is_arabic(locale))
		return;
	/* Without ".UTF-8", which ICU would take for a part of the name. */
	snprintf(name, sizeof name, "%.*s", (int)strcspn(locale, ".@"),
	    locale);
	system = icu_i18n()->unumsys_open(name, &error);
	if (U_SUCCESS(error))
		arabic_digits =
		    strcmp(icu_i18n()->unumsys_getName(system), "arab") == 0;
	icu_i18n()->unumsys_close(system);
}

const char *
message_plain(enum language language, enum message message)
{
	return patterns[message][language];
}

/* What a pattern is filled with. */
struct filling {
	enum language          language;
	const struct argument *argument;        /* [count] */
	size_t                 count;
	struct buffer         *out;
};

static void
add_number(const struct filling *filling, size_t number)
{
	char digits[24];

	snprintf(digits, sizeof digits, "%zu", number);
	for (const char *d = digits; *d != '\0'; d++) {
		char bytes[UTF8_MOST] = { *d };
		size_t size = 1;

		if (arabic_digits && filling->language == LANGUAGE_ARABIC)
			size = utf8_write(U'٠' + (char32_t)(*d - '0'), bytes);
		buffer_add(filling->out, bytes, size);
	}
}

/* Whether an English sentence keeps its order around the text: letters below
 * the Hebrew ones, dashes and dots. */
static bool
is_left_to_right(const char *text)
{
	size_t size = strlen(text);

	for (size_t at = 0; at < size;) {
		char32_t letter;

		at += utf8_read(text + at, size - at, &letter);
		if (letter >= 0x590 && (letter < 0x2010 || letter > 0x2027))
			return false;
	}
	return true;
}

static void
add_text(const struct filling *filling, const char *text)
{
	bool plain = filling->language == LANGUAGE_ENGLISH &&
	    is_left_to_right(text);

	if (!plain)
		buffer_add_string(filling->out, FSI);
	buffer_add_string(filling->out, text);
	if (!plain)
		buffer_add_string(filling->out, PDI);
}

/* The plural form of `number`, by CLDR's rules for the two languages; the
 * unit test compares every message with ICU's formatter. ICU itself is not
 * asked: a status line need not wait until its libraries are loaded. */
static const char *
plural_form(enum language language, size_t number)
{
	if (language == LANGUAGE_ENGLISH)
		return number == 1 ? "one" : "other";
	if (number <= 2)
		return number == 0 ? "zero" : number == 1 ? "one" : "two";
	if (number % 100 >= 3 && number % 100 <= 10)
		return "few";
	return number % 100 >= 11 ? "many" : "other";
}

/* The size of the block, braces in, that starts `pattern`. */
static size_t
block_size(const char *pattern)
{
	size_t depth = 0;
	size_t at    = 0;

	do {
		depth += pattern[at] == '{';
		depth -= pattern[at] == '}';
		at++;
	} while (depth > 0);
	return at;
}

/* The block of `form` among "one {…} other {…}", or that of "other", which
 * comes last. */
static const char *
plural_block(const char *forms, const char *form)
{
	for (;;) {
		const char *open = strchr(forms, '{');
		size_t      size = strcspn(forms, " {");

		if ((size == strlen(form) && memcmp(forms, form, size) == 0) ||
		    (size == 5 && memcmp(forms, "other", 5) == 0))
			return open;
		forms = open + block_size(open);
		forms += strspn(forms, " ");
	}
}

static void fill(const struct filling *filling, const char *pattern,
    size_t size, size_t number);

/* Fills in the block "{n}" or "{n, plural, …}". */
static void
fill_block(const struct filling *filling, const char *block)
{
	static const char plural[] = ", plural, ";
	char       *after;
	size_t      index = strtoul(block + 1, &after, 10);
	const struct argument *argument;

	if (index >= filling->count)
		return;
	argument = &filling->argument[index];
	if (strncmp(after, plural, sizeof plural - 1) == 0) {
		block = plural_block(after + sizeof plural - 1,
		    plural_form(filling->language, argument->number));
		fill(filling, block + 1, block_size(block) - 2,
		    argument->number);
	} else if (argument->text != NULL)
		add_text(filling, argument->text);
	else
		add_number(filling, argument->number);
}

/* CLDR's percent sign of a number in Arabic, with marks that keep it at the
 * number's end whatever stands before. */
static const char *
percent_of(const struct filling *filling)
{
	if (filling->language != LANGUAGE_ARABIC)
		return "%";
	return arabic_digits ? "\u066A\u061C" : "\u200E%\u200E";
}

/* Fills in `pattern[size]`; `#` in it is `number`. */
static void
fill(const struct filling *filling, const char *pattern, size_t size,
    size_t number)
{
	for (size_t at = 0; at < size;) {
		if (pattern[at] == '{') {
			fill_block(filling, pattern + at);
			at += block_size(pattern + at);
			if (at < size && pattern[at] == '%') {
				buffer_add_string(filling->out,
				    percent_of(filling));
				at++;
			}
		} else if (pattern[at] == '#') {
			add_number(filling, number);
			at++;
		} else
			buffer_add(filling->out, pattern + at++, 1);
	}
}

void
message_write(enum language language, enum message message,
    const struct argument *arguments, size_t count, struct buffer *out)
{
	const char    *pattern = patterns[message][language];
	struct filling filling = { language, arguments, count, out };

	fill(&filling, pattern, strlen(pattern), 0);
}

struct cause {
	int          error;
	enum message message;
};

static const struct cause causes[] = {
	{ ENOENT,       MESSAGE_FAILURE_ENOENT },
	{ EACCES,       MESSAGE_FAILURE_EACCES },
	{ EPERM,        MESSAGE_FAILURE_EACCES },
	{ EISDIR,       MESSAGE_FAILURE_EISDIR },
	{ ENOTDIR,      MESSAGE_FAILURE_ENOTDIR },
	{ ENAMETOOLONG, MESSAGE_FAILURE_ENAMETOOLONG },
	{ ELOOP,        MESSAGE_FAILURE_ELOOP },
	{ EMFILE,       MESSAGE_FAILURE_EMFILE },
	{ ENFILE,       MESSAGE_FAILURE_EMFILE },
	{ EIO,          MESSAGE_FAILURE_EIO },
	{ ENOSPC,       MESSAGE_FAILURE_ENOSPC },
	{ ENOMEM,       MESSAGE_FAILURE_ENOMEM },
	{ EROFS,        MESSAGE_FAILURE_EROFS },
	{ EPIPE,        MESSAGE_FAILURE_EPIPE },
};

static const char *
cause_of_errno(enum language language, int error)
{
	for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
		if (causes[i].error == error)
			return message_plain(language, causes[i].message);
	return strerror(error);
}

static void
add_cause(enum language language, const struct failure *failure,
    struct buffer *out)
{
	static const enum message kinds[] = {
		[FAILURE_NONE]        = MESSAGE_FAILURE_UNKNOWN,
		[FAILURE_NOT_A_FILE]  = MESSAGE_FAILURE_NOT_A_FILE,
		[FAILURE_BINARY]      = MESSAGE_FAILURE_BINARY,
		[FAILURE_TOO_LARGE]   = MESSAGE_FAILURE_TOO_LARGE,
		[FAILURE_NO_ARTICLES] = MESSAGE_FAILURE_NO_ARTICLES,
		[FAILURE_DAMAGED]     = MESSAGE_FAILURE_DAMAGED,
		[FAILURE_NOT_A_LIBRARY] = MESSAGE_FAILURE_NOT_A_LIBRARY,
		[FAILURE_DATABASE]    = MESSAGE_FAILURE_DATABASE,
		[FAILURE_TERMINAL]    = MESSAGE_FAILURE_TERMINAL,
	};
	struct argument limit = { .number = failure->limit >> 20 };

	if (failure->kind == FAILURE_SYSTEM)
		buffer_add_string(out, cause_of_errno(language,
		    failure->error));
	else
		message_write(language, kinds[failure->kind], &limit, 1, out);
}

/* The file or option with nothing in it that acts: a name from an archive
 * may hold escape sequences, and the sentence may go to a bare terminal. */
static char *
harmless(const char *where)
{
	struct buffer out = { 0 };

	plain_add_but(&out, where, strlen(where), "");
	array_add(&out, '\0');
	return out.at;
}

void
failure_write(enum language language, const struct failure *failure,
    struct buffer *out)
{
	bool          is_input = strcmp(failure->where, "-") == 0;
	char         *where    = harmless(is_input
	    ? message_plain(language, MESSAGE_FAILURE_INPUT) : failure->where);
	struct buffer cause    = { 0 };

	if (failure->kind != FAILURE_USAGE)
		add_cause(language, failure, &cause);
	array_add(&cause, '\0');
	if (failure->kind == FAILURE_USAGE)
		usage_write(language, failure, where, out);
	else if (*where == '\0')
		buffer_add_string(out, cause.at);
	else if (failure->line > 0) {
		struct argument arguments[] = {
			{ where, 0 }, { NULL, failure->line }, { cause.at, 0 }
		};

		message_write(language, MESSAGE_FAILURE_AT_LINE, arguments, 3,
		    out);
	} else {
		struct argument arguments[] = { { where, 0 }, { cause.at, 0 } };

		message_write(language, MESSAGE_FAILURE_SYSTEM, arguments, 2,
		    out);
	}
	array_free(&cause);
	free(where);
}
