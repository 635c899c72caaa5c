/* reading.h: the reader's own in a library: places, marks and tags, and names
 * as the reader decided. */
#ifndef QARI_LIBRARY_READING_H
#define QARI_LIBRARY_READING_H

#include "language/correction.h"
#include "library/library.h"

/* What is kept of one text. All `set`s are lasting when they return true,
 * and leave things as they were when false. */
struct reading {
	size_t  position;       /* byte */
	bool    read;
	bool    starred;
	int64_t opened;         /* when last, seconds since 1970; 0: never */
};

enum reading_part {
	READING_POSITION = 1,
	READING_READ     = 2,
	READING_STARRED  = 4,
	READING_OPENED   = 8,
	READING_ALL      = 15
};

struct reading library_reading(struct library *library, int64_t key);

/* Sets `parts` of it; the others stay, or are none yet as in `reading`. */
bool library_set_reading(struct library *library, int64_t key,
    const struct reading *reading, unsigned parts);

struct place_mark {
	char   letter[8];       /* UTF-8 */
	size_t position;        /* byte */
};

struct place_marks ARRAY_OF(struct place_mark);

struct place_marks library_marks(struct library *library, int64_t key);
bool library_set_mark(struct library *library, int64_t key,
    const char *letter, size_t position);

/* Tags, sorted; each owned. */
struct paths library_tags(struct library *library, int64_t key);
bool library_set_tag(struct library *library, int64_t key, const char *tag,
    bool set);

/* -- what the reader decided of names ------------------------------------ */

/* The decisions are kept elsewhere, as one text for all articles; the library
 * knows by which of them its names were read. */

/* Whether they were read by these decisions, and nothing is left to do. */
bool library_heeds(struct library *library,
    const struct corrections *corrections);

/* Takes over what was decided, and what was taken back, since names were
 * read: joins and parts names, and notes the articles that are to be read
 * anew. Makes it lasting. */
bool library_heed(struct library *library,
    const struct corrections *corrections);

/* How many articles were noted and not read yet. */
size_t library_stale(struct library *library);

/* Reads the names of one of them anew, `models` having the decisions; false
 * when there is none, or on a failure. Made lasting as additions are. */
bool library_heed_next(struct library *library, const struct models *models);

#endif
