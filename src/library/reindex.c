/* reindex.c: index, names and dates of all articles computed anew. */
#include "library/decision.h"
#include "library/article_text.h"
#include "library/annotation.h"
#include "library/schema.h"
#include "library/tokenizer.h"

bool
library_is_outdated(struct library *library)
{
	return store_number(library->store, 0,
	    "SELECT value FROM about WHERE name = 'tokenizer'", "") !=
	    TOKENIZER_VERSION;
}

static bool
set_indexed(struct library *library, int64_t version)
{
	return store_do(library->store, "INSERT OR REPLACE INTO about"
	    " (name, value) VALUES ('tokenizer', ?)", "i", version);
}

bool
library_reindex_begin(struct library *library)
{
	bool done = library_settle(library) && library_begin(library) &&
	    set_indexed(library, 0);

	for (size_t i = 0; done && schema_forget[i] != NULL; i++)
		done = store_do(library->store, schema_forget[i], "");
	return library_end_step(library, done);
}

/* Whether the text is the one that was added. One that is not is taken out:
 * where its file is still there, it can be added again. */
static bool
is_whole(struct library *library, int64_t id, const struct article *article)
{
	return article != NULL && store_number(library->store, 0,
	    "SELECT key FROM article WHERE id = ?", "i", id) ==
	    library_key(article->text.at, article->text.count);
}

bool
library_reindex_next(struct library *library, const struct models *models,
    int64_t *at)
{
	int64_t next = store_number(library->store, 0,
	    "SELECT min(id) FROM article WHERE id > ?", "i", *at);
	struct article *article;
	bool            done;

	if (next == 0) {
		if (library_begin(library))
			library_end_step(library, set_indexed(library,
			    TOKENIZER_VERSION));
		return false;
	}
	if (*at == 0 && !(library_begin(library) &&
	    heed_note(library, models->corrections)))
		return library_end_step(library, false);
	*at = next;
	if (store_failure(library->store)->kind != FAILURE_NONE)
		return library_end_step(library, false);
	article = library_article(library, next);
	done = library_begin(library) && (is_whole(library, next, article)
	    ? meaning_put(library, next, article, models)
	    : held_forget(library, next));
	library_article_free(article);
	return library_end_step(library, done);
}
