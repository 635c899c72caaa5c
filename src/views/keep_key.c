/* keep_key.c: by what an article's text is known again. */
#include "views/keep.h"

#include <stdio.h>

enum {
	WHOLE_MOST = 4 << 20,   /* bytes of a file that is read for its key … */
	KEY_MOST   = 16 << 20,  /* … and of a text there is, hashed as a
	                         * whole; of longer ones size and ends are */
	END        = 1 << 12    /* bytes of either end */
};

static int64_t
key_of_ends(size_t size, const struct buffer *ends)
{
	char          number[24];
	struct buffer all = { 0 };
	int64_t       key;

	snprintf(number, sizeof number, "%zu", size);
	buffer_add_string(&all, number);
	buffer_add(&all, ends->at, ends->count);
	key = library_key(all.at, all.count);
	array_free(&all);
	return key;
}

static int64_t
key_of_long_text(const char *text, size_t size)
{
	struct buffer ends = { 0 };
	int64_t       key;

	buffer_add(&ends, text, END);
	buffer_add(&ends, text + size - END, END);
	key = key_of_ends(size, &ends);
	array_free(&ends);
	return key;
}

static bool
add_block(FILE *file, long from, int whence, struct buffer *ends)
{
	char block[END];

	if (fseek(file, from, whence) != 0 ||
	    fread(block, 1, sizeof block, file) != sizeof block)
		return false;
	buffer_add(ends, block, sizeof block);
	return true;
}

/* The same of a file that need not be read whole. */
static bool
key_of_long_file(const char *path, size_t size, int64_t *key)
{
	FILE         *file  = fopen(path, "rb");
	struct buffer ends  = { 0 };
	bool          known = file != NULL &&
	    add_block(file, 0, SEEK_SET, &ends) &&
	    add_block(file, -END, SEEK_END, &ends);

	if (file != NULL)
		fclose(file);
	if (known)
		*key = key_of_ends(size, &ends);
	array_free(&ends);
	return known;
}

bool
keep_is_long(const struct article *article)
{
	return article_source_size(article) > WHOLE_MOST;
}

bool
keep_key(const struct view *view, int64_t *key)
{
	const struct article *article = ((const struct reader *)view)->article;
	const struct buffer  *text    = &article->text;

	if (keep_is_long(article))
		return key_of_long_file(article->name,
		    article_source_size(article), key);
	if (!article->complete)
		return false;
	*key = text->count > KEY_MOST
	    ? key_of_long_text(text->at, text->count)
	    : library_key(text->at, text->count);
	return true;
}
