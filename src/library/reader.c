/* reader.c: what the reader put into the library, by the article's text. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "bytes/file.h"
#include "library/handle.h"
#include "library/library.h"
#include "library/reading.h"

struct reading
library_reading(struct library *library, int64_t key)
{
	struct reading reading = { 0 };
	struct rows   *rows    = store_ask(library->store, "SELECT position,"
	    " read, starred, opened FROM reading WHERE key = ?", "i", key);

	if (rows_next(rows)) {
		reading.position = (size_t)rows_integer(rows, 0);
		reading.read = rows_integer(rows, 1) != 0;
		reading.starred = rows_integer(rows, 2) != 0;
		reading.opened = rows_integer(rows, 3);
		rows_end(rows);
	}
	return reading;
}

/* In one statement: what another program sets meanwhile stays. What was
 * begun of other changes ends first, here and below: were it undone later,
 * this would be as well. */
bool
library_set_reading(struct library *library, int64_t key,
    const struct reading *reading, unsigned parts)
{
	library_settle(library);
	return store_do(library->store, "INSERT INTO reading"
	    " (key, position, read, starred, opened)"
	    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (key) DO UPDATE SET"
	    " position = iif(?6 & 1, ?2, position),"
	    " read = iif(?6 & 2, ?3, read),"
	    " starred = iif(?6 & 4, ?4, starred),"
	    " opened = iif(?6 & 8, ?5, opened)", "iiiiii", key,
	    (int64_t)reading->position, (int64_t)reading->read,
	    (int64_t)reading->starred, reading->opened, (int64_t)parts);
}

struct place_marks
library_marks(struct library *library, int64_t key)
{
	struct place_marks marks = { 0 };
	struct rows       *rows  = store_ask(library->store,
	    "SELECT letter, position FROM mark WHERE key = ? ORDER BY letter",
	    "i", key);

	while (rows_next(rows)) {
		struct place_mark mark = {
			.position = (size_t)rows_integer(rows, 1)
		};

		snprintf(mark.letter, sizeof mark.letter, "%s",
		    rows_text(rows, 0, NULL));
		array_add(&marks, mark);
	}
	return marks;
}

bool
library_set_mark(struct library *library, int64_t key, const char *letter,
    size_t position)
{
	library_settle(library);
	return store_do(library->store, "INSERT OR REPLACE INTO mark"
	    " (key, letter, position) VALUES (?, ?, ?)", "iti", key, letter,
	    (int64_t)position);
}

static struct paths
lines_of(struct rows *rows)
{
	struct paths lines = { 0 };

	while (rows_next(rows)) {
		size_t      size;
		const char *line = rows_text(rows, 0, &size);

		array_add(&lines, memory_string(line, size));
	}
	return lines;
}

struct paths
library_tags(struct library *library, int64_t key)
{
	return lines_of(store_ask(library->store,
	    "SELECT tag FROM tag WHERE key = ? ORDER BY tag", "i", key));
}

bool
library_set_tag(struct library *library, int64_t key, const char *tag,
    bool set)
{
	library_settle(library);
	return store_do(library->store, set
	    ? "INSERT OR IGNORE INTO tag (key, tag) VALUES (?, ?)"
	    : "DELETE FROM tag WHERE key = ? AND tag = ?", "it", key, tag);
}
