/* reader_marks.c: the reader's place, and places that a letter leads back
 * to. */
#include "views/reader_commands.h"

size_t
reader_offset(const struct view *view)
{
	return ((const struct reader *)view)->page.top.byte;
}

void
reader_go(struct view *view, size_t byte)
{
	struct reader      *reader = (struct reader *)view;
	const struct parts *parts  = &reader->article->parts;

	reader->goal = GOAL_NONE;
	if (article_part_at(reader->article, byte) < parts->count)
		reader->page.top = (struct place){ byte, 0 };
	else if (!reader->article->complete)
		reader->goal = byte;
	else if (parts->count > 0)
		reader->page.top = (struct place){
		    parts->at[parts->count - 1].span.end - 1, 0 };
}

struct marks *
reader_own_marks(struct view *view)
{
	return &((struct reader *)view)->marks;
}

void
reader_jump_from_here(struct reader *reader)
{
	reader->jumped = reader->page.top.byte;
}

void
reader_mark_set(struct reader *reader, struct app *app, size_t count)
{
	(void)count;
	reader->asked = COMMAND_MARK_SET;
	app_ask(app, PROMPT_KEY, MESSAGE_MARK_WANTED);
}

void
reader_mark_go(struct reader *reader, struct app *app, size_t count)
{
	(void)count;
	reader->asked = COMMAND_MARK_GO;
	app_ask(app, PROMPT_KEY, MESSAGE_MARK_GO_WANTED);
}

static bool
is_letter(key_code key)
{
	return key > ' ' && key != 127 && key < PRESSED_NOTHING;
}

/* The letter as it was typed, on whichever keyboard. */
static void
say_mark(struct app *app, enum message message)
{
	char name[32];

	key_write(app->prompt.key, name, sizeof name);
	app_say_about(app, message, name);
}

void
reader_letter_answer(struct reader *reader, struct app *app)
{
	key_code letter = key_latin(app->prompt.key);
	size_t   byte   = reader->jumped;

	if (!is_letter(letter))
		app_say(app, MESSAGE_MARK_NO_LETTER);
	else if (reader->asked == COMMAND_MARK_SET) {
		marks_set(&reader->marks, letter, reader->page.top.byte);
		say_mark(app, MESSAGE_MARK_IS_SET);
	} else if (letter == '\'' ||
	    marks_get(&reader->marks, letter, &byte)) {
		reader_jump_from_here(reader);
		reader_go(&reader->view, byte);
	} else
		say_mark(app, MESSAGE_MARK_UNKNOWN);
}
