/* merge.c: the index of words merged into one segment.
 *
 * A word is looked for in every segment of an FTS5 index: of 39,000 articles
 * added at once there were six, and to place a thousand more in stories took
 * half as long again as with one. To merge them takes 15 us an article. */
#include "library/handle.h"

enum {
	PART  = 10,             /* of the articles that is to be new */
	PAGES = 1000            /* merged before others may write */
};

static int64_t
changes(struct library *library)
{
	return store_number(library->store, 0, "SELECT total_changes()", "");
}

/* FTS5 begins a merge of all segments where the number is negative, and goes
 * on with it where it is not; fewer than two changes: there was nothing to
 * do. Step by step the old segments' pages are used for the new one, and the
 * file does not grow. */
static bool
merge_part(struct library *library, int64_t pages)
{
	int64_t before = changes(library);

	return store_do(library->store,
	    "INSERT INTO word (word, rank) VALUES ('merge', ?)", "i",
	    pages) && changes(library) - before >= 2;
}

/* Has a merge join any two segments of about one size. */
static bool
join_pairs(struct library *library)
{
	return store_number(library->store, 0,
	    "SELECT v FROM word_config WHERE k = 'usermerge'", "") == 2 ||
	    store_do(library->store,
	    "INSERT INTO word (word, rank) VALUES ('usermerge', 2)", "");
}

void
library_merge(struct library *library)
{
	size_t fresh = (size_t)store_number(library->store, 0,
	    "SELECT count(*) FROM article WHERE id NOT IN"
	    " (SELECT article FROM story)", "");
	bool   whole = fresh * PART >= library_count(library);

	if (!library_settle(library) || !join_pairs(library))
		return;
	for (bool more = merge_part(library, whole ? -PAGES : PAGES); more;)
		more = merge_part(library, PAGES);
	if (whole)
		store_do(library->store, "INSERT INTO name_word (name_word)"
		    " VALUES ('optimize')", "");
}
