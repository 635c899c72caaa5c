/* names.c: names as the articles give them. */
#include "library/names.h"

#include <stdlib.h>
#include <string.h>

#include "language/fold.h"
#include "library/figure.h"
#include "library/pack.h"
#include "library/period.h"

/* One name of the article and how often it stands there. */
struct naming {
	uint32_t entity;
	int64_t  name;          /* row */
	int64_t  mentions;
};

struct namings ARRAY_OF(struct naming);

int64_t
name_hash(const char *folded, size_t size)
{
	/* Four bytes of the database; names that share it are compared. */
	return library_key(folded, size) & INT32_MAX;
}

/* The row of the name, made when missing; 0 on a failure. */
static int64_t
name_row(struct library *library, enum kind kind, const char *shown)
{
	struct buffer folded = { 0 };
	int64_t       hash, row;

	fold_text(shown, strlen(shown), &folded);
	hash = name_hash(folded.at, folded.count);
	array_add(&folded, '\0');
	row = store_number(library->store, 0, "SELECT id FROM name"
	    " WHERE hash = ? AND folded = ? AND kind = ?", "iti", hash,
	    folded.at, (int64_t)kind);
	if (row == 0 && store_do(library->store,
	    "INSERT INTO name (kind, hash, folded, shown, leader, articles,"
	    " mentions, all_articles, all_mentions, figure)"
	    " VALUES (?, ?, ?, ?, 0, 0, 0, 0, 0, '')", "iitt",
	    (int64_t)kind, hash, folded.at, shown)) {
		row = store_last_row(library->store);
		if (!store_do(library->store, "INSERT INTO name_word"
		    " (rowid, shown) VALUES (?, ?)", "it", row, shown))
			row = 0;
		else
			array_add(&library->fresh, row);
	}
	array_free(&folded);
	return row;
}

static struct naming *
naming_of(struct namings *namings, uint32_t entity)
{
	for (size_t i = 0; i < namings->count; i++)
		if (namings->at[i].entity == entity)
			return &namings->at[i];
	array_add(namings, (struct naming){ entity, 0, 0 });
	return &namings->at[namings->count - 1];
}

/* Counts the names and notes each mention. */
static bool
note_mentions(struct library *library, const struct analysis *analysis,
    struct namings *namings, struct noteds *noteds)
{
	for (size_t i = 0; i < analysis->mentions.count; i++) {
		const struct mention *mention = &analysis->mentions.at[i];
		struct noted   noted  = { mention->span, mention->kind, 0 };
		struct naming *naming;

		if (mention->kind != KIND_DATE && mention->entity != NONE) {
			const struct entity *entity =
			    &analysis->entities->at[mention->entity];

			naming = naming_of(namings, mention->entity);
			if (naming->name == 0)
				naming->name = name_row(library,
				    mention->kind, entity->name);
			if (naming->name == 0)
				return false;
			naming->mentions++;
			noted.name = naming->name;
		}
		array_add(noteds, noted);
	}
	return true;
}

/* Adds `sign` times the naming to the name's counts. */
static bool
count_naming(struct library *library, int64_t name, int64_t articles,
    int64_t mentions)
{
	array_add(&library->touched, name);
	return store_do(library->store, "UPDATE name SET"
	    " articles = articles + ?, mentions = mentions + ? WHERE id = ?",
	    "iii", articles, mentions, name);
}

/* Two entities of the article may fold to one name. */
static bool
put_naming(struct library *library, int64_t article,
    const struct naming *naming)
{
	int64_t before = store_number(library->store, 0,
	    "SELECT mentions FROM naming WHERE name = ? AND article = ?",
	    "ii", naming->name, article);

	return store_do(library->store, "INSERT OR REPLACE INTO naming"
	    " (name, article, mentions) VALUES (?, ?, ?)", "iii",
	    naming->name, article, before + naming->mentions) &&
	    count_naming(library, naming->name, before == 0,
	    naming->mentions);
}

static bool
put_dates(struct library *library, int64_t article,
    const struct analysis *analysis)
{
	for (size_t i = 0; i < analysis->dates.count; i++) {
		const struct date *date = &analysis->dates.at[i];
		int64_t first, last;

		if (!period_of(date->iso, strlen(date->iso), &first, &last))
			continue;
		if (!store_do(library->store, "INSERT OR REPLACE INTO dated"
		    " (first, last, article, start, iso)"
		    " VALUES (?, ?, ?, ?, ?)", "iiiit", first, last, article,
		    (int64_t)date->span.start, date->iso))
			return false;
	}
	return true;
}

bool
names_put(struct library *library, int64_t article,
    const struct analysis *analysis)
{
	struct namings namings = { 0 };
	struct noteds  noteds  = { 0 };
	struct buffer  packed  = { 0 };
	bool           done;

	done = note_mentions(library, analysis, &namings, &noteds);
	for (size_t i = 0; done && i < namings.count; i++)
		done = put_naming(library, article, &namings.at[i]);
	noteds_pack(&noteds, &packed);
	done = done && store_do(library->store,
	    "INSERT OR REPLACE INTO mention (article, packed) VALUES (?, ?)",
	    "ib", article, (const void *)packed.at, packed.count) &&
	    put_dates(library, article, analysis);
	array_free(&namings);
	array_free(&noteds);
	array_free(&packed);
	return done;
}

/* The mentions noted of the article. */
struct noteds
noteds_of(struct library *library, int64_t article)
{
	struct noteds noteds = { 0 };
	struct rows  *rows   = store_ask(library->store,
	    "SELECT packed FROM mention WHERE article = ?", "i", article);

	if (rows_next(rows)) {
		size_t      size;
		const char *packed = rows_blob(rows, 0, &size);

		noteds_unpack(packed, size, &noteds);
		rows_end(rows);
	}
	return noteds;
}

static int
compare_names(const void *a, const void *b)
{
	int64_t x = ((const struct noted *)a)->name;
	int64_t y = ((const struct noted *)b)->name;

	return (x > y) - (x < y);
}

bool
names_take(struct library *library, int64_t article)
{
	struct noteds noteds = noteds_of(library, article);
	bool          done   = true;

	if (noteds.count > 0)
		qsort(noteds.at, noteds.count, sizeof *noteds.at,
		    compare_names);
	for (size_t i = 0, next; done && i < noteds.count; i = next) {
		int64_t name = noteds.at[i].name;

		for (next = i; next < noteds.count &&
		    noteds.at[next].name == name; next++)
			;
		if (name == 0)
			continue;
		done = count_naming(library, name, -1,
		    -(int64_t)(next - i)) && store_do(library->store,
		    "DELETE FROM naming WHERE name = ? AND article = ?", "ii",
		    name, article);
	}
	array_free(&noteds);
	return done && store_do(library->store,
	    "DELETE FROM mention WHERE article = ?", "i", article) &&
	    store_do(library->store, "DELETE FROM dated WHERE article = ?",
	    "i", article);
}
