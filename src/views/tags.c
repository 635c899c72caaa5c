/* tags.c: the words that the reader files articles under. Between them are
 * spaces or commas; a # before one is what a row shows, and no part of it. */
#include "views/tags.h"

#include <stdlib.h>
#include <string.h>

#include "library/reading.h"
#include "views/app_library.h"

#define ISOLATE "\u2068"        /* … that one's direction turns no other */
#define ISOLATE_END "\u2069"
#define COMMA_ARABIC "،"

static bool
is_between(const char *text, size_t *size)
{
	*size = strncmp(text, COMMA_ARABIC, strlen(COMMA_ARABIC)) == 0
	    ? strlen(COMMA_ARABIC) : 1;
	return *size > 1 || strchr(" ,#", *text) != NULL;
}

/* The next tag of `*text`, which is led behind it; false at the end. */
static bool
next_tag(const char **text, const char **tag, size_t *length)
{
	size_t size;

	while (**text != '\0' && is_between(*text, &size))
		*text += size;
	*tag = *text;
	while (**text != '\0' && !is_between(*text, &size))
		(*text)++;
	*length = (size_t)(*text - *tag);
	return *length > 0;
}

static bool
holds(const char *tags, const char *wanted, size_t wanted_size)
{
	const char *tag;
	size_t      size;

	while (next_tag(&tags, &tag, &size))
		if (size == wanted_size && memcmp(tag, wanted, size) == 0)
			return true;
	return false;
}

void
tags_write(const char *tags, struct buffer *out)
{
	const char *tag;
	size_t      size;

	while (next_tag(&tags, &tag, &size)) {
		if (out->count > 0)
			buffer_add_string(out, " ");
		buffer_add_string(out, ISOLATE "#");
		buffer_add(out, tag, size);
		buffer_add_string(out, ISOLATE_END);
	}
}

/* Those that the library has, each with a space behind it; the caller frees
 * the text. */
static char *
tags_kept(struct app *app, int64_t key)
{
	struct paths  tags = library_tags(app->library, key);
	struct buffer text = { 0 };
	char         *kept;

	for (size_t i = 0; i < tags.count; i++) {
		buffer_add_string(&text, tags.at[i]);
		buffer_add_string(&text, " ");
	}
	kept = memory_string(text.at, text.count);
	array_free(&text);
	paths_free(&tags);
	return kept;
}

void
tags_ask(struct app *app, int64_t key)
{
	char *kept;

	if (!app_library_keeps(app, false))
		return;
	kept = tags_kept(app, key);
	if (app_library_is_well(app)) {
		app->tagged = key;
		app_ask(app, PROMPT_LINE, MESSAGE_TAGS_PROMPT);
		prompt_fill(&app->prompt, kept);
	}
	free(kept);
}

/* Sets or takes off those of `tags` that are not among `others`. */
static bool
change(struct app *app, const char *tags, const char *others, bool set)
{
	bool        done = true;
	const char *tag;
	size_t      size;

	while (next_tag(&tags, &tag, &size)) {
		char *one = memory_string(tag, size);

		if (!holds(others, tag, size))
			done = library_set_tag(app->library, app->tagged, one,
			    set) && done;
		free(one);
	}
	return done;
}

static void
say(struct app *app)
{
	char           *kept  = tags_kept(app, app->tagged);
	struct buffer   shown = { 0 };
	struct argument value;

	tags_write(kept, &shown);
	array_add(&shown, '\0');
	value = (struct argument){ shown.at, 0 };
	app_say_with(app, shown.count > 1 ? MESSAGE_TAGS_ARE
	    : MESSAGE_TAGS_NONE, &value, 1);
	array_free(&shown);
	free(kept);
}

/* What another qari set while one typed stays. */
void
tags_answer(struct app *app)
{
	const struct prompt *prompt = &app->prompt;
	char *given = memory_string(prompt->given.at, prompt->given.count);
	char *typed = memory_string(prompt->text.at, prompt->text.count);

	if (app->library == NULL)
		app_library_keeps(app, false);
	else if (change(app, given, typed, false) &&
	    change(app, typed, given, true)) {
		app->library_changes++;
		say(app);
	} else
		app_library_is_well(app);
	free(given);
	free(typed);
}
