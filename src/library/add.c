/* add.c: articles put into the library and taken out. */
#include <stdlib.h>
#include <string.h>

#include "bytes/clock.h"
#include "library/handle.h"
#include "library/article_text.h"
#include "library/library.h"
#include "library/annotation.h"
#include "library/names.h"
#include "library/source.h"

enum { BATCH = 500 };           /* ms a writer keeps others waiting */

bool
library_begin(struct library *library)
{
	if (library->changing)
		return true;
	if (!store_begin(library->store))
		return false;
	library->changing = true;
	library->since = clock_milliseconds();
	return true;
}

bool
library_end(struct library *library)
{
	if (!library->changing)
		return true;
	library->changing = false;
	if (store_failure(library->store)->kind == FAILURE_NONE &&
	    names_settle(library))
		return store_commit(library->store);
	store_undo(library->store);
	library->fresh.count = library->touched.count = 0;
	return false;
}

bool
library_settle(struct library *library)
{
	return library_end(library);
}

bool
library_is_settled(const struct library *library)
{
	return !library->changing;
}

bool
library_end_in_time(struct library *library)
{
	return clock_milliseconds() - library->since <= BATCH ||
	    library_end(library);
}

bool
library_end_step(struct library *library, bool done)
{
	return done ? library_end_in_time(library)
	    : library_end(library) && done;
}

/* An article that is about to be put in. */
struct arrival {
	struct article *article;
	int64_t         key;
	char           *path;           /* NULL: standard input */
	struct source_state state;
};

static char *
title_text(const struct article *article, struct span span)
{
	return memory_string(span_is_empty(span) ? ""
	    : article->text.at + span.start, span_size(span));
}

/* Days since 1970: published, else when the file was made, else today. It is
 * what lists are sorted by. */
static int64_t
day_of_arrival(const struct arrival *arrival)
{
	if (day_is_known(arrival->article->published))
		return day_number(arrival->article->published);
	return (arrival->path != NULL
	    ? arrival->state.changed / 1000000000 : time(NULL)) / 86400;
}

/* Writes the row of `article`; id 0: a new one. Returns its id, or 0. */
static int64_t
put_row(struct library *library, const struct arrival *arrival, int64_t id)
{
	const struct article *article = arrival->article;
	const struct part    *rubric  = article_part(article, PART_SECTION);
	char *title   = title_text(article, article_title(article));
	char *section = title_text(article, rubric != NULL ? rubric->span
	    : span_of(0, 0));
	bool  done    = id != 0 ? store_do(library->store,
	    "UPDATE article SET key = ?, day = ?, words = ?, title = ?,"
	    " section = ? WHERE id = ?", "iiitti", arrival->key,
	    day_of_arrival(arrival), (int64_t)article_words(article), title,
	    section, id) : store_do(library->store,
	    "INSERT INTO article (key, added, day, words, title, section)"
	    " VALUES (?, ?, ?, ?, ?, ?)", "iiiitt", arrival->key,
	    (int64_t)time(NULL), day_of_arrival(arrival),
	    (int64_t)article_words(article), title, section);

	free(title);
	free(section);
	if (!done)
		return 0;
	return id != 0 ? id : store_last_row(library->store);
}

static bool
put_source(struct library *library, const struct arrival *arrival,
    int64_t article)
{
	return arrival->path == NULL || store_do(library->store,
	    "INSERT OR REPLACE INTO source (path, size, changed, article)"
	    " VALUES (?, ?, ?, ?)", "tiii", arrival->path,
	    arrival->state.size, arrival->state.changed, article);
}

/* The article that has this very text; 0: none. Keys can be equal by
 * chance, so the texts are compared. */
static int64_t
twin_of(struct library *library, const struct arrival *arrival)
{
	struct rows *rows = store_ask(library->store,
	    "SELECT id FROM article WHERE key = ?", "i", arrival->key);
	int64_t      twin = 0;

	while (rows_next(rows)) {
		struct article *other = library_article(library,
		    rows_integer(rows, 0));

		if (other != NULL && other->text.count ==
		    arrival->article->text.count && (other->text.count == 0 ||
		    memcmp(other->text.at, arrival->article->text.at,
		    other->text.count) == 0))
			twin = rows_integer(rows, 0);
		library_article_free(other);
		if (twin != 0) {
			rows_end(rows);
			break;
		}
	}
	return twin;
}

static bool
has_other_source(struct library *library, int64_t article, const char *path)
{
	return store_number(library->store, 0, "SELECT 1 FROM source"
	    " WHERE article = ? AND path != ? LIMIT 1", "it", article,
	    path) != 0;
}

/* What the reader put to the old text goes with the new one, unless there is
 * something already. */
static bool
hand_over(struct library *library, int64_t id, int64_t key)
{
	static const char *const moves[] = {
		"UPDATE OR IGNORE reading SET key = ? WHERE key = ?",
		"UPDATE OR IGNORE mark SET key = ? WHERE key = ?",
		"UPDATE OR IGNORE tag SET key = ? WHERE key = ?",
	};
	int64_t old = store_number(library->store, 0,
	    "SELECT key FROM article WHERE id = ?", "i", id);

	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		if (!store_do(library->store, moves[i], "ii", key, old))
			return false;
	return true;
}

/* Puts a text that is not in the library under `id`, or under a new one. */
static bool
put_text(struct library *library, const struct arrival *arrival, int64_t id,
    const struct models *models)
{
	if (id != 0 && !(meaning_take(library, id) &&
	    hand_over(library, id, arrival->key)))
		return false;
	id = put_row(library, arrival, id);
	return id != 0 && held_put(library, id, arrival->article) &&
	    meaning_put(library, id, arrival->article, models) &&
	    put_source(library, arrival, id);
}

static enum added
put_arrival(struct library *library, const struct arrival *arrival,
    const struct models *models)
{
	int64_t before = arrival->path == NULL ? 0 : store_number(
	    library->store, 0, "SELECT article FROM source WHERE path = ?",
	    "t", arrival->path);
	int64_t twin   = twin_of(library, arrival);
	bool    shared = before != 0 &&
	    has_other_source(library, before, arrival->path);
	bool    done;

	if (twin != 0)
		done = put_source(library, arrival, twin);
	else
		done = put_text(library, arrival, shared ? 0 : before,
		    models);
	if (done && twin != 0 && before != 0 && before != twin && !shared)
		done = library_remove(library, before);
	if (!library_end_step(library, done))
		return ADDED_FAILED;
	if (before != 0)
		return before == twin ? ADDED_ALREADY : ADDED_CHANGED;
	return twin != 0 ? ADDED_TWIN : ADDED_NEW;
}

/* Whether the file is as it was when it was added. */
static bool
is_unchanged(struct library *library, const struct arrival *arrival)
{
	return store_number(library->store, 0, "SELECT 1 FROM source"
	    " WHERE path = ? AND size = ? AND changed = ?", "tii",
	    arrival->path, arrival->state.size, arrival->state.changed) != 0;
}

enum added
library_add(struct library *library, const char *path,
    const struct models *models, struct day published,
    struct failure *failure)
{
	bool           is_input = strcmp(path, "-") == 0;
	struct arrival arrival  = { .path = is_input ? NULL
	    : source_path(path) };
	enum added     added    = ADDED_ALREADY;
	bool           there    = is_input ||
	    source_state(path, &arrival.state);

	if (there && !is_input && is_unchanged(library, &arrival)) {
		free(arrival.path);
		return ADDED_ALREADY;
	}
	arrival.article = article_open(path, failure);
	if (arrival.article == NULL || !article_read_all(arrival.article,
	    failure)) {
		article_free(arrival.article);
		free(arrival.path);
		return ADDED_FAILED;
	}
	arrival.article->published = published;
	arrival.key = library_key(arrival.article->text.at,
	    arrival.article->text.count);
	added = library_begin(library)
	    ? put_arrival(library, &arrival, models) : ADDED_FAILED;
	if (added == ADDED_FAILED && failure != NULL)
		*failure = *store_failure(library->store);
	article_free(arrival.article);
	free(arrival.path);
	return added;
}

bool
library_remove(struct library *library, int64_t article)
{
	return library_end_step(library, library_begin(library) &&
	    meaning_take(library, article) && held_forget(library, article));
}

bool
library_remove_path(struct library *library, const char *path)
{
	char   *real    = source_path(path);
	int64_t article = store_number(library->store, 0,
	    "SELECT article FROM source WHERE path = ?", "t", real);
	bool    done    = article != 0 && library_begin(library);

	if (done && has_other_source(library, article, real))
		done = library_end_step(library, store_do(library->store,
		    "DELETE FROM source WHERE path = ?", "t", real));
	else if (done)
		done = library_remove(library, article);
	free(real);
	return done;
}
