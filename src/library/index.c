/* index.c: whom and what the articles name. */
#include <stdlib.h>
#include <string.h>

#include "library/figure.h"
#include "library/figures.h"
#include "library/handle.h"
#include "library/library.h"
#include "library/match.h"
#include "library/sound.h"

#define FIGURE_COLUMNS                                                        \
	"name.id, name.kind, iif(name.figure = '', name.shown, name.figure)," \
	" name.all_articles, name.all_mentions"

static struct figure
figure_of_row(struct rows *rows)
{
	size_t      size;
	const char *name = rows_text(rows, 2, &size);

	return (struct figure){ rows_integer(rows, 0),
	    (enum kind)rows_integer(rows, 1), memory_string(name, size),
	    (size_t)rows_integer(rows, 3), (size_t)rows_integer(rows, 4), 0 };
}

static struct figures
figures_of(struct rows *rows)
{
	struct figures figures = { 0 };

	while (rows_next(rows))
		array_add(&figures, figure_of_row(rows));
	return figures;
}

void
figures_free(struct figures *figures)
{
	for (size_t i = 0; i < figures->count; i++)
		free(figures->at[i].name);
	array_free(figures);
}

/* Those one of whose names has all the words. */
static struct figures
figures_called(struct library *library, enum kind kind,
    const struct condition *words, size_t first, size_t most)
{
	struct match   match;
	struct figures figures;

	match_of_name(words, &match);
	figures = figures_of(store_ask(library->store,
	    "SELECT " FIGURE_COLUMNS " FROM name WHERE id IN"
	    " (SELECT one.leader FROM name_word JOIN name AS one"
	    " ON one.id = name_word.rowid"
	    " WHERE name_word MATCH ? AND one.kind = ? AND one.articles > 0)"
	    " AND all_articles > 0 ORDER BY all_articles DESC, id"
	    " LIMIT ? OFFSET ?", "tiii", match.text.at, (int64_t)kind,
	    (int64_t)most, (int64_t)first));
	match_free(&match);
	return figures;
}

struct figures
library_figures(struct library *library, enum kind kind, const char *words,
    size_t first, size_t most)
{
	struct figures    figures = { 0 };
	struct query     *query;
	struct condition *condition;

	if (words == NULL)
		return figures_of(store_ask(library->store,
		    "SELECT " FIGURE_COLUMNS " FROM name WHERE leader = id"
		    " AND kind = ? AND all_articles > 0"
		    " ORDER BY all_articles DESC LIMIT ? OFFSET ?", "iii",
		    (int64_t)kind, (int64_t)most, (int64_t)first));
	query = query_new_words(words, strlen(words));
	if (query->count > 0) {
		condition = &query->at[0];
		figures = figures_called(library, kind, condition, first,
		    most);
		if (figures.count == 0 && first == 0 && condition->latin) {
			array_free(&figures);
			sounds_find(library, condition);
			figures = figures_called(library, kind, condition,
			    first, most);
		}
	}
	query_free(query);
	return figures;
}

bool
library_figure(struct library *library, int64_t id, struct figure *figure)
{
	struct rows *rows = store_ask(library->store, "SELECT "
	    FIGURE_COLUMNS " FROM name WHERE id ="
	    " (SELECT leader FROM name WHERE id = ?)", "i", id);

	if (!rows_next(rows))
		return false;
	*figure = figure_of_row(rows);
	rows_end(rows);
	return true;
}

struct figures
library_forms(struct library *library, int64_t figure)
{
	return figures_of(store_ask(library->store,
	    "SELECT id, kind, shown, articles, mentions FROM name"
	    " WHERE leader = ? AND articles > 0"
	    " ORDER BY articles DESC, id", "i", figure));
}

struct month_counts
library_months(struct library *library, int64_t figure)
{
	struct month_counts months = { 0 };
	struct rows *rows = store_ask(library->store,
	    "SELECT published FROM article WHERE published IS NOT NULL"
	    " AND id IN (SELECT article FROM naming WHERE name IN"
	    " (SELECT id FROM name WHERE leader = ?)) ORDER BY published",
	    "i", figure);

	while (rows_next(rows)) {
		struct day day = day_of_number(rows_integer(rows, 0));
		struct month_count *last = months.count == 0 ? NULL
		    : &months.at[months.count - 1];

		if (last != NULL && last->year == day.year &&
		    last->month == day.month)
			last->articles++;
		else
			array_add(&months, (struct month_count){ day.year,
			    day.month, 1 });
	}
	return months;
}

char *
text_of_answer(struct rows *rows)
{
	size_t      size = 0;
	const char *text;
	char       *copy;

	if (!rows_next(rows))
		return memory_string("", 0);
	text = rows_text(rows, 0, &size);
	copy = memory_string(text, size);
	rows_end(rows);
	return copy;
}

struct places_named
library_names_in(struct library *library, int64_t article)
{
	struct noteds       noteds = noteds_of(library, article);
	struct places_named places = { 0 };

	for (size_t i = 0; i < noteds.count; i++) {
		const struct noted *noted = &noteds.at[i];
		struct place_named  place = { noted->span, noted->kind,
		    store_number(library->store, 0,
		    "SELECT leader FROM name WHERE id = ?", "i",
		    noted->name), NULL, NULL };

		place.name = text_of_answer(store_ask(library->store,
		    "SELECT iif(figure = '', shown, figure) FROM name"
		    " WHERE id = ?", "i",
		    place.figure));
		place.iso = text_of_answer(store_ask(library->store,
		    "SELECT iso FROM dated WHERE article = ? AND start = ?",
		    "ii", noted->kind == KIND_DATE ? article : 0,
		    (int64_t)noted->span.start));
		array_add(&places, place);
	}
	array_free(&noteds);
	return places;
}

void
places_named_free(struct places_named *places)
{
	for (size_t i = 0; i < places->count; i++) {
		free(places->at[i].name);
		free(places->at[i].iso);
	}
	array_free(places);
}
