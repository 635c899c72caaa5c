/* message.h: every sentence of the interface, in English and Arabic. A
 * message is a row of messages.def. */
#ifndef QARI_VIEWS_MESSAGE_H
#define QARI_VIEWS_MESSAGE_H

#include "bytes/array.h"
#include "bytes/failure.h"

enum language {
	LANGUAGE_ENGLISH,
	LANGUAGE_ARABIC,
	LANGUAGES
};

enum message {
#define MESSAGE(name, english, arabic) MESSAGE_##name,
#include "views/messages.def"
#undef MESSAGE
	MESSAGES
};

/* One inserted value: {0}, {1} … of the pattern, in order. */
struct argument {
	const char *text;               /* a string … */
	size_t      number;             /* … or, when text is NULL, a number */
};

/* What the environment names for `category`, as "LC_CTYPE": the first of
 * LC_ALL, it and LANG that is set, else ""; lent. */
const char *locale_of(const char *category);

/* The language of LC_ALL, LC_MESSAGES, LANG, whichever is set first. */
enum language language_of_environment(void);

/* Has numbers in Arabic messages written ٠-٩ when the locale (LC_ALL,
 * LC_NUMERIC, LANG) is of a country that writes them so; 0-9 before that and
 * elsewhere. */
void message_digits_of_environment(void);

/* The message as it stands, for one without values; static. */
const char *message_plain(enum language language, enum message message);

/* Appends the message to `out` with its values put in. A text that could
 * disturb the order of the letters around it is wrapped in FSI … PDI. */
void message_write(enum language language, enum message message,
    const struct argument *arguments, size_t count, struct buffer *out);

/* Appends the sentence that tells a failure, naming file and cause, without
 * a full stop or line end. */
void failure_write(enum language language, const struct failure *failure,
    struct buffer *out);

#endif
