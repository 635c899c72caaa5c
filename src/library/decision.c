/* decision.c: what the reader decided of names, heeded in a library.
 *
 * Names are read as the decisions of that time have it, and those are noted.
 * When they become others, the articles that a changed decision may concern
 * are noted as stale, in the same change, and then read anew one by one: one
 * that is broken off goes on from there. */
#include "library/decision.h"

#include <stdlib.h>
#include <string.h>

#include "language/fold.h"
#include "library/figure.h"
#include "library/library.h"
#include "library/match.h"
#include "library/annotation.h"
#include "library/names.h"
#include "library/reading.h"

static const struct corrections *
or_none(const struct corrections *corrections)
{
	static const struct corrections none;

	return corrections != NULL ? corrections : &none;
}

/* The decisions noted; the caller frees them. */
static struct corrections *
noted(struct library *library)
{
	struct corrections *corrections = corrections_new();
	struct rows        *rows = store_ask(library->store,
	    "SELECT value FROM about WHERE name = 'decisions'", "");
	size_t              size, line;

	if (rows_next(rows)) {
		const char *text = rows_text(rows, 0, &size);

		corrections_parse(corrections, text, size, &line);
		rows_end(rows);
	}
	return corrections;
}

bool
heed_note(struct library *library, const struct corrections *corrections)
{
	struct buffer text = { 0 };
	bool          done;

	corrections_write(or_none(corrections), &text);
	array_add(&text, '\0');
	done = store_do(library->store, "INSERT OR REPLACE INTO about"
	    " (name, value) VALUES ('decisions', ?)", "t", text.at);
	array_free(&text);
	return done;
}

/* Decisions, and those of them that say of two that they are one. */
struct decided {
	const struct corrections *all;
	struct { const struct correction **at; size_t count, room; } same;
};

static int
compare_same(const void *a, const void *b)
{
	const struct correction *one = *(const struct correction *const *)a;
	const struct correction *two = *(const struct correction *const *)b;
	int order = strcmp(one->name, two->name);

	return order != 0 ? order : strcmp(one->other, two->other);
}

/* The caller frees `same`. */
static struct decided
decided_of(const struct corrections *all)
{
	struct decided decided = { .all = all };

	for (size_t i = 0; i < all->count; i++)
		if (all->at[i].decision == DECISION_SAME)
			array_add(&decided.same, &all->at[i]);
	if (decided.same.count > 0)
		qsort(decided.same.at, decided.same.count,
		    sizeof *decided.same.at, compare_same);
	return decided;
}

/* Whether the same two are said to be one. */
static bool
joins(const struct decided *decided, const struct correction *one)
{
	return decided->same.count > 0 && bsearch(&one, decided->same.at,
	    decided->same.count, sizeof *decided->same.at,
	    compare_same) != NULL;
}

/* Whether the decision, one of `all`, holds among the others as well. */
static bool
holds_in(const struct decided *others, const struct corrections *all,
    const struct correction *one)
{
	size_t size = strlen(one->name);
	const struct correction *here, *there;

	if (one->decision == DECISION_NONE)
		return true;
	if (one->decision == DECISION_SAME)
		return joins(others, one);
	here = corrections_on(all, one->name, size);
	there = corrections_on(others->all, one->name, size);
	return here == there || (here != NULL && there != NULL &&
	    here->decision == there->decision && here->kind == there->kind);
}

static bool
all_hold_in(const struct corrections *others, const struct corrections *all)
{
	struct decided decided = decided_of(others);
	size_t         i       = 0;

	while (i < all->count && holds_in(&decided, all, &all->at[i]))
		i++;
	array_free(&decided.same);
	return i == all->count;
}

/* The rows of `name` that are spelt so, of all kinds; the caller frees the
 * array. */
static struct row_ids
rows_spelt(struct library *library, const char *name)
{
	struct row_ids ids    = { 0 };
	struct buffer  folded = { 0 };
	struct rows   *rows;
	int64_t        hash;

	fold_text(name, strlen(name), &folded);
	hash = name_hash(folded.at, folded.count);
	array_add(&folded, '\0');
	rows = store_ask(library->store, "SELECT id FROM name"
	    " WHERE hash = ? AND folded = ? ORDER BY id", "it", hash,
	    folded.at);
	while (rows_next(rows))
		array_add(&ids, rows_integer(rows, 0));
	array_free(&folded);
	return ids;
}

/* Notes the articles that have the name, or in which it was found: not all
 * that a decision finds has the words as the index cuts them. */
static bool
note_stale(struct library *library, const char *name)
{
	struct query  *query = query_new_words(name, strlen(name));
	struct row_ids ids   = rows_spelt(library, name);
	bool           done  = true;

	if (query->count > 0) {
		struct match match;

		match_of_condition(&query->at[0], &match);
		done = store_do(library->store, "INSERT OR IGNORE INTO stale"
		    " (article) SELECT rowid FROM word WHERE word MATCH ?",
		    "t", match.text.at);
		match_free(&match);
	}
	for (size_t i = 0; done && i < ids.count; i++)
		done = store_do(library->store, "INSERT OR IGNORE INTO stale"
		    " (article) SELECT article FROM naming WHERE name = ?",
		    "i", ids.at[i]);
	array_free(&ids);
	query_free(query);
	return done;
}

/* Has all names of the figures that the name is of be placed anew. */
static bool
part(struct library *library, const char *name)
{
	struct row_ids ids  = rows_spelt(library, name);
	bool           done = true;

	for (size_t i = 0; done && i < ids.count; i++)
		done = figure_dissolve(library, ids.at[i]);
	array_free(&ids);
	return done;
}

/* Notes what a decision concerns that came or went. */
static bool
note_change(struct library *library, const struct correction *one, bool went)
{
	if (one->decision != DECISION_SAME)
		return note_stale(library, one->name);
	return note_stale(library, one->name) &&
	    note_stale(library, one->other) &&
	    (!went || (part(library, one->name) &&
	    part(library, one->other)));
}

/* Notes what those decisions concern that are not among the others. */
static bool
note_changes(struct library *library, const struct corrections *all,
    const struct corrections *others, bool went)
{
	struct decided decided = decided_of(others);
	bool           done    = true;

	for (size_t i = 0; done && i < all->count; i++)
		if (!holds_in(&decided, all, &all->at[i]))
			done = note_change(library, &all->at[i], went);
	array_free(&decided.same);
	return done;
}

bool
heed_join(struct library *library)
{
	struct corrections *corrections = noted(library);
	bool                done        = true;

	for (size_t i = 0; done && i < corrections->count; i++) {
		const struct correction *one = &corrections->at[i];
		struct row_ids           ids[2];

		if (one->decision != DECISION_SAME)
			continue;
		ids[0] = rows_spelt(library, one->name);
		ids[1] = rows_spelt(library, one->other);
		for (size_t j = 0; done && j < ids[0].count; j++)
			for (size_t k = 0; done && k < ids[1].count; k++)
				done = figure_join(library, ids[0].at[j],
				    ids[1].at[k]);
		array_free(&ids[0]);
		array_free(&ids[1]);
	}
	corrections_free(corrections);
	return done;
}

bool
library_heeds(struct library *library, const struct corrections *corrections)
{
	struct corrections *before = noted(library);
	bool                heeds;

	corrections = or_none(corrections);
	heeds = all_hold_in(corrections, before) &&
	    all_hold_in(before, corrections) && library_stale(library) == 0;
	corrections_free(before);
	return heeds;
}

bool
library_heed(struct library *library, const struct corrections *corrections)
{
	const struct corrections *after = or_none(corrections);
	struct corrections       *before;
	bool                      done  = library_settle(library) &&
	    library_begin(library);

	before = noted(library);
	done = done && note_changes(library, before, after, true) &&
	    note_changes(library, after, before, false) &&
	    heed_note(library, corrections);
	corrections_free(before);
	return library_end(library) && done;
}

size_t
library_stale(struct library *library)
{
	return (size_t)store_number(library->store, 0,
	    "SELECT count(*) FROM stale", "");
}

bool
library_heed_next(struct library *library, const struct models *models)
{
	int64_t         next = store_number(library->store, 0,
	    "SELECT article FROM stale LIMIT 1", "");
	struct article *article;
	bool            done;

	if (next == 0)
		return false;
	article = library_article(library, next);
	done = library_begin(library) && (article == NULL ||
	    meaning_name(library, next, article, models)) &&
	    store_do(library->store, "DELETE FROM stale WHERE article = ?",
	    "i", next);
	library_article_free(article);
	return library_end_step(library, done);
}
