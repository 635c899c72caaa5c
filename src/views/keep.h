/* keep.h: where each article was left, its marks, and that it was read: kept
 * in the library by the article's text, and restored. */
#ifndef QARI_VIEWS_KEEP_H
#define QARI_VIEWS_KEEP_H

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

/* Reads the article's star, or sets it to what it was not; false when it
 * cannot. */
bool keep_star(struct app *app, struct view *reader, bool *starred);

/* The key of the reader's article, if all of it is read. */
bool keep_key(const struct view *reader, int64_t *key);

#endif
