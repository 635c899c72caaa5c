/* keep.h: where each article was left, its marks, and that it was read: kept
 * in the library by the article's text, and restored. */
#ifndef QARI_VIEWS_KEEP_H
#define QARI_VIEWS_KEEP_H

#include "library/library.h"
#include "library/reading.h"
#include "views/reader.h"

/* What is kept of an article that is open. */
struct kept {
	struct view *view;              /* its reader; lent */
	bool    placed;                 /* opened at a place of its own */
	bool    known;                  /* the key is */
	bool    looked;                 /* the library was asked */
	bool    opened;                 /* and told that it was opened */
	int64_t key;                    /* library_key() of its text */
	size_t  position;               /* as it is in the library, … */
	struct marks marks;             /* … and the marks */
};

/* A reader that was put on the views. The place is restored at once where
 * the library is open, unless the reader is `placed`. */
void keep_begin(struct app *app, struct view *reader, bool placed);

/* Saves what is to be kept of a reader that goes. */
void keep_end(struct app *app, struct view *reader);

/* One slice of restoring and, when the reader rests, of saving; false when
 * nothing is left to do. */
bool keep_work(struct app *app);

/* Has what the library keeps of the text, READING_READ or READING_STARRED, be
 * what it was not, and says so. */
void keep_toggle(struct app *app, int64_t key, enum reading_part part);

/* The same of the article that is read; asks for its tags. Says why when it
 * cannot. */
void keep_toggle_read(struct app *app, struct view *reader,
    enum reading_part part);
void keep_tag_read(struct app *app, struct view *reader);

/* The key of the reader's article, if all of it is read or it is long. */
bool keep_key(const struct view *reader, int64_t *key);

/* Whether it is a file so long that it is known by its size and ends. */
bool keep_is_long(const struct article *article);

#endif
