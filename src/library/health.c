/* health.c: whether a library is as it should be. */
#include <string.h>
#include <unistd.h>

#include "library/handle.h"
#include "library/library.h"
#include "library/source.h"

static void
check_sources(struct library *library, struct health *health)
{
	struct rows *rows = store_ask(library->store,
	    "SELECT path, size, changed FROM source", "");

	while (rows_next(rows)) {
		struct source_state state;

		if (!source_state(rows_text(rows, 0, NULL), &state))
			health->missing++;
		else if (state.size != rows_integer(rows, 1) ||
		    state.changed != rows_integer(rows, 2))
			health->changed++;
	}
}

static void
check_texts(struct library *library, struct health *health)
{
	struct rows *rows = store_ask(library->store,
	    "SELECT id, key FROM article", "");

	while (rows_next(rows)) {
		struct article *article = library_article(library,
		    rows_integer(rows, 0));

		health->unreadable += article == NULL || library_key(
		    article->text.at, article->text.count) !=
		    rows_integer(rows, 1);
		library_article_free(article);
	}
}

/* FTS5's own check; with no content beside it, it looks at the structure of
 * the index. */
static bool
index_is_sound(struct library *library)
{
	return store_is_read_only(library->store) ||
	    (store_do(library->store,
	    "INSERT INTO word (word) VALUES ('integrity-check')", "") &&
	    store_do(library->store, "INSERT INTO name_word (name_word)"
	    " VALUES ('integrity-check')", ""));
}

bool
library_check(struct library *library, struct health *health)
{
	*health = (struct health){ .articles = library_count(library) };
	health->bytes = store_size(library->store);
	health->outdated = library_is_outdated(library);
	if (!store_is_sound(library->store, &health->complaint) ||
	    !index_is_sound(library))
		return false;
	check_sources(library, health);
	check_texts(library, health);
	return store_failure(library->store)->kind == FAILURE_NONE;
}
