/* annotation.c: what is computed of an article. */
#include "library/annotation.h"

#include "language/analysis.h"
#include "library/article_text.h"
#include "library/names.h"

/* Writes the names, and the day the article was published, if it tells. */
static bool
put_names(struct library *library, int64_t id, const struct article *article,
    const struct models *models)
{
	struct entities *entities = entities_new();
	struct analysis *analysis = analysis_of(article, models, entities);
	struct day       day      = analysis->published;
	bool             done     = names_put(library, id, analysis) &&
	    (!day_is_known(day) || store_do(library->store,
	    "UPDATE article SET published = ?1, day = ?1 WHERE id = ?2", "ii",
	    day_number(day), id));

	analysis_free(analysis);
	entities_free(entities);
	return done;
}

bool
meaning_put(struct library *library, int64_t id,
    const struct article *article, const struct models *models)
{
	return put_names(library, id, article, models) &&
	    held_index(library, id, article);
}

bool
meaning_name(struct library *library, int64_t id,
    const struct article *article, const struct models *models)
{
	return names_take(library, id) &&
	    put_names(library, id, article, models);
}

bool
meaning_take(struct library *library, int64_t id)
{
	struct article *article = library_article(library, id);
	bool            done    = article == NULL ||
	    held_unindex(library, id, article);

	library_article_free(article);
	return done && names_take(library, id) && store_do(library->store,
	    "DELETE FROM story WHERE article = ?", "i", id);
}
