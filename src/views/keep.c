/* keep.c: where each article was left, its marks, and that it was read. */
#include "views/keep.h"

#include <string.h>
#include <time.h>

#include "bytes/utf8.h"
#include "views/app_library.h"
#include "views/tags.h"

enum {
	SLICE      = 1 << 18,   /* bytes read on at once, for the key */
	SAVE_EVERY = 2,         /* seconds: what kill -9 may lose */
	SAVE_AGAIN = 30         /* seconds, when it failed */
};

static struct article *
article_of(const struct view *view)
{
	return ((const struct reader *)view)->article;
}

static struct kept *
kept_of(struct app *app, const struct view *view)
{
	for (size_t i = 0; i < app->kept.count; i++)
		if (app->kept.at[i].view == view)
			return &app->kept.at[i];
	return NULL;
}

/* Where the reader is, or will be when it is read so far. */
static size_t
place_of(const struct view *view)
{
	size_t goal = ((const struct reader *)view)->goal;

	return goal == GOAL_NONE || goal == GOAL_PERCENT
	    ? reader_offset(view) : goal;
}

static bool
letter_of(const char *text, key_code *letter)
{
	char32_t read;

	if (utf8_read(text, strlen(text), &read) == 0)
		return false;
	*letter = read;
	return true;
}

static void
restore_marks(struct app *app, struct kept *kept)
{
	struct marks      *own   = reader_own_marks(kept->view);
	struct place_marks marks = library_marks(app->library, kept->key);
	key_code           letter;
	size_t             byte;

	for (size_t i = 0; i < marks.count; i++) {
		if (!letter_of(marks.at[i].letter, &letter))
			continue;
		marks_set(&kept->marks, letter, marks.at[i].position);
		if (!marks_get(own, letter, &byte))
			marks_set(own, letter, marks.at[i].position);
	}
	array_free(&marks);
}

/* Asks the library what it has of the article. Whoever has begun to read is
 * not torn away. */
static void
look(struct app *app, struct kept *kept)
{
	struct view   *view = kept->view;
	struct reading reading;

	kept->looked = true;
	if (app_library_of_reader(app) == NULL)
		return;
	reading = library_reading(app->library, kept->key);
	kept->position = reading.position;
	restore_marks(app, kept);
	if (!app_library_is_well(app) || kept->placed ||
	    reading.position == 0 || reader_offset(view) != 0)
		return;
	reader_go(view, reading.position);
	if (app_top(app) == view)
		app_say(app, MESSAGE_RESUMED);
}

/* Does what can be done at once; false when the text is not read yet. */
static bool
know(struct app *app, struct kept *kept)
{
	kept->known = kept->known || keep_key(kept->view, &kept->key);
	if (kept->known && !kept->looked)
		look(app, kept);
	return kept->known;
}

void
keep_begin(struct app *app, struct view *view, bool placed)
{
	if (!app->keeps)
		return;
	array_add(&app->kept, (struct kept){ .view = view,
	    .placed = placed });
	if (app->library != NULL)
		know(app, &app->kept.at[app->kept.count - 1]);
}

static bool
has_new_marks(const struct kept *kept)
{
	const struct marks *own = reader_own_marks(kept->view);
	size_t              byte;

	for (size_t i = 0; i < own->count; i++)
		if (!marks_get(&kept->marks, own->at[i].letter, &byte) ||
		    byte != own->at[i].byte)
			return true;
	return false;
}

static bool
save_marks(struct app *app, struct kept *kept)
{
	const struct marks *own = reader_own_marks(kept->view);
	bool                all = true;

	for (size_t i = 0; i < own->count; i++) {
		const struct mark *mark = &own->at[i];
		char               letter[UTF8_MOST + 1] = "";
		size_t             byte;

		if (marks_get(&kept->marks, mark->letter, &byte) &&
		    byte == mark->byte)
			continue;
		letter[utf8_write(mark->letter, letter)] = '\0';
		if (library_set_mark(app->library, kept->key, letter,
		    mark->byte))
			marks_set(&kept->marks, mark->letter, mark->byte);
		else
			all = false;
	}
	return all;
}

static bool
save_reading(struct app *app, struct kept *kept)
{
	struct reading reading = { .position = place_of(kept->view),
	    .read = true, .opened = (int64_t)time(NULL) };

	if (!library_set_reading(app->library, kept->key, &reading, kept->opened
	    ? READING_POSITION
	    : READING_POSITION | READING_READ | READING_OPENED))
		return false;
	kept->opened = true;
	kept->position = reading.position;
	return true;
}

/* Whether there is something to save. That an article was opened is told to
 * a library that is there; a place or a mark makes one. */
static bool
is_changed(const struct app *app, const struct kept *kept)
{
	if (!kept->known || !kept->looked || app->told_not_kept)
		return false;
	return has_new_marks(kept) || (!app->library_refused &&
	    (place_of(kept->view) != kept->position ||
	    (app->library != NULL && !kept->opened)));
}

/* Whoever marks a place wants it kept. */
static void
save(struct app *app, struct kept *kept)
{
	app->saved = time(NULL);
	if (!app_library_keeps(app, !has_new_marks(kept)))
		return;
	if (save_marks(app, kept) && save_reading(app, kept))
		app->library_changes++;
	else if (!app_library_is_well(app))
		app->saved += SAVE_AGAIN;
}

void
keep_end(struct app *app, struct view *view)
{
	struct kept *kept = kept_of(app, view);

	if (kept == NULL)
		return;
	if (know(app, kept) && is_changed(app, kept))
		save(app, kept);
	array_free(&kept->marks);
	*kept = app->kept.at[--app->kept.count];
}

/* Reads on what is short enough, for its key's sake. */
static bool
read_on(struct app *app, const struct kept *kept)
{
	struct article *article = article_of(kept->view);

	if (article->complete || article_source_size(article) == 0 ||
	    keep_is_long(article) ||
	    (app_library_of_reader(app) == NULL &&
	    reader_offset(kept->view) == 0))
		return false;
	if (!app->rested) {
		app->rest_wanted = true;
		return false;
	}
	article_read(article, SLICE, NULL);
	app->changed = true;
	return true;
}

static bool
is_due(struct app *app)
{
	time_t now = time(NULL);

	if (app->rested && now >= app->saved + SAVE_EVERY)
		return true;
	app->rest_wanted = app->rest_wanted || app->saved <= now;
	return false;
}

bool
keep_work(struct app *app)
{
	for (size_t i = 0; i < app->kept.count; i++) {
		struct kept *kept   = &app->kept.at[i];
		bool         looked = kept->looked;

		if (!know(app, kept) && read_on(app, kept))
			return true;
		/* The reader may have to read on, to where it was left. */
		if (kept->looked && !looked)
			return true;
		if (is_changed(app, kept) && is_due(app))
			save(app, kept);
	}
	return false;
}

void
keep_toggle(struct app *app, int64_t key, enum reading_part part)
{
	struct reading reading;

	if (!app_library_keeps(app, false))
		return;
	reading = library_reading(app->library, key);
	if (part == READING_STARRED)
		reading.starred = !reading.starred;
	else
		reading.read = !reading.read;
	if (!library_set_reading(app->library, key, &reading, part)) {
		app_library_is_well(app);
		return;
	}
	app->library_changes++;
	if (part == READING_STARRED)
		app_say(app, reading.starred ? MESSAGE_STARRED_NOW
		    : MESSAGE_UNSTARRED_NOW);
	else
		app_say(app, reading.read ? MESSAGE_READ_NOW
		    : MESSAGE_UNREAD_NOW);
}

/* The key, for which a file that is not long is read now. */
static bool
need_key(struct app *app, struct view *view, int64_t *key)
{
	struct article *article = article_of(view);

	if (article_source_size(article) > 0 && !keep_is_long(article))
		article_read_all(article, NULL);
	if (keep_key(view, key))
		return true;
	app_say(app, MESSAGE_KEPT_LATER);
	return false;
}

void
keep_toggle_read(struct app *app, struct view *view, enum reading_part part)
{
	struct kept *kept = kept_of(app, view);
	int64_t      key;

	if (!need_key(app, view, &key))
		return;
	/* That it is being read is not told to the library yet. */
	if (part == READING_READ && kept != NULL && !kept->opened &&
	    know(app, kept))
		save(app, kept);
	keep_toggle(app, key, part);
}

void
keep_tag_read(struct app *app, struct view *view)
{
	int64_t key;

	if (need_key(app, view, &key))
		tags_ask(app, key);
}
