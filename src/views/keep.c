/* keep.c: where each article was left, its marks, and that it was read. */
#include "views/keep.h"

#include <string.h>
#include <time.h>

#include "bytes/utf8.h"
#include "views/app_library.h"

enum {
	SLICE      = 1 << 18,   /* bytes read on at once … */
	WHOLE_MOST = 4 << 20,   /* … of an article of so many at most: only of
	                         * a whole text the key is known, … */
	KEY_MOST   = 16 << 20,  /* … and a longer one's takes too long */
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

bool
keep_key(const struct view *view, int64_t *key)
{
	const struct article *article = article_of(view);

	if (!article->complete || article->text.count > KEY_MOST)
		return false;
	*key = library_key(article->text.at, article->text.count);
	return true;
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
	struct place_marks marks = reader_marks(app->library, kept->key);
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
	reading = reader_get(app->library, kept->key);
	kept->position = reading.position;
	restore_marks(app, kept);
	if (!app_library_is_well(app) || kept->placed ||
	    reading.position == 0 || reader_offset(view) != 0)
		return;
	reader_go(view, reading.position);
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
		if (reader_set_mark(app->library, kept->key, letter,
		    mark->byte))
			marks_set(&kept->marks, mark->letter, mark->byte);
		else
			all = false;
	}
	return all;
}

/* What another qari wrote meanwhile of star and tags stays. */
static bool
save_reading(struct app *app, struct kept *kept)
{
	struct reading reading = reader_get(app->library, kept->key);

	reading.position = reader_offset(kept->view);
	if (!kept->opened) {
		reading.read = true;
		reading.opened = (int64_t)time(NULL);
	}
	if (!reader_set(app->library, kept->key, &reading))
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
	return kept->known && kept->looked && !app->library_refused &&
	    !app->told_not_kept && (reader_offset(kept->view) != kept->position ||
	    has_new_marks(kept) || (app->library != NULL && !kept->opened));
}

static void
save(struct app *app, struct kept *kept)
{
	app->saved = time(NULL);
	if (!app_library_keeps(app, true))
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
	    article_source_size(article) > WHOLE_MOST ||
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
		struct kept *kept = &app->kept.at[i];

		if (!know(app, kept) && read_on(app, kept))
			return true;
		if (is_changed(app, kept) && is_due(app))
			save(app, kept);
	}
	return false;
}

bool
keep_star(struct app *app, struct view *view, bool *starred)
{
	struct reading reading;
	int64_t        key;

	if (!keep_key(view, &key) || !app_library_keeps(app, false))
		return false;
	reading = reader_get(app->library, key);
	reading.starred = !reading.starred;
	*starred = reading.starred;
	if (!reader_set(app->library, key, &reading))
		return app_library_is_well(app);
	app->library_changes++;
	return true;
}
