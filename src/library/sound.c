/* sound.c: what words in Latin letters could stand for in a library.
 *
 * A single word is an Arabic one that sounds like it. Several are first taken
 * for one name: each of its words then only has to be among what one of them
 * could stand for, so that much wider guesses can be made. */
#include "library/sound.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "library/candidate.h"
#include "library/exonym.h"
#include "library/tokenizer.h"

enum {
	WORDS_MOST = 8,         /* of a name */
	SPELT_MOST = 4,         /* letters said one by one */
	NEIGHBOURS = 2,         /* cost above the nearest's, of a word … */
	WIDE       = 7,         /* … of one word of a name … */
	NAMES_WIDE = 4,         /* … and of the name */
	MISHEARD   = 6,         /* cost of a word that is not in it */
	BESIDE     = 1,         /* cost of what sounds like a known place */
	COMBINED   = 4          /* candidates a word of a phrase has */
};

/* A word as typed, with what it could stand for. */
struct heard {
	char             *word;
	struct candidates candidates;
};

struct hearing {
	struct heard at[WORDS_MOST];    /* [count] */
	size_t       count;
};

static void
hearing_free(struct hearing *hearing)
{
	for (size_t i = 0; i < hearing->count; i++) {
		free(hearing->at[i].word);
		candidates_free(&hearing->at[i].candidates);
	}
}

static bool
is_article(const char *word, size_t size)
{
	return size == 2 && (memcmp(word, "al", 2) == 0 ||
	    memcmp(word, "el", 2) == 0);
}

/* The words, an article with what it stands before: al-Abadi, El Said. False
 * when there are too many for a name. */
static bool
split(const char *words, struct hearing *hearing)
{
	struct buffer word = { 0 };

	hearing->count = 0;
	while (*words != '\0') {
		size_t size = strcspn(words, " ");
		bool   last = words[size] == '\0';

		buffer_add(&word, words, size);
		if (last || !is_article(words, size)) {
			if (hearing->count == WORDS_MOST)
				break;
			array_add(&word, '\0');
			hearing->at[hearing->count++] = (struct heard){
			    memory_string(word.at, word.count - 1),
			    { .count = 0 } };
			word.count = 0;
		}
		words += size + !last;
	}
	array_free(&word);
	return *words == '\0';
}

/* The numbers that rulers of one name are told apart by. */
static const char *
ordinal(const char *word)
{
	static const struct { const char *latin, *arabic; } ordinals[] = {
		{ "i", "الاول" }, { "ii", "الثاني" }, { "iii", "الثالث" },
		{ "iv", "الرابع" }, { "v", "الخامس" }, { "vi", "السادس" },
		{ "vii", "السابع" }, { "viii", "الثامن" },
		{ "ix", "التاسع" }, { "x", "العاشر" },
	};

	for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
		if (strcmp(word, ordinals[i].latin) == 0)
			return ordinals[i].arabic;
	return NULL;
}

/* The names of Latin letters: CNN is سي ان ان. */
static bool
spell_out(const char *word, struct buffer *spelt)
{
	static const char *const names[] = {
		"ايه", "بي", "سي", "دي", "اي", "اف", "جي", "اتش", "اي",
		"جيه", "كيه", "ال", "ام", "ان", "او", "بي", "كيو", "ار",
		"اس", "تي", "يو", "في", "دبليو", "اكس", "واي", "زد",
	};

	if (strlen(word) > SPELT_MOST || strpbrk(word, "aeiouy") != NULL)
		return false;
	for (; *word >= 'a' && *word <= 'z'; word++) {
		buffer_add_string(spelt, spelt->count > 0 ? " " : "");
		buffer_add_string(spelt, names[*word - 'a']);
	}
	return *word == '\0';
}

/* What is said letter by letter is likelier than any word like it. */
static void
add_spelt_out(struct heard *heard)
{
	struct buffer spelt = { 0 };

	if (spell_out(heard->word, &spelt))
		candidates_keep(&heard->candidates, spelt.at, spelt.count, 0,
		    -WIDE);
	array_free(&spelt);
}

/* Finds what each of them could stand for. */
static void
hear(struct library *library, struct hearing *hearing, int most)
{
	for (size_t i = 0; i < hearing->count; i++) {
		struct heard *heard = &hearing->at[i];
		const char   *rank  = i > 0 ? ordinal(heard->word) : NULL;

		candidates_free(&heard->candidates);
		if (rank != NULL)
			candidates_keep(&heard->candidates, rank,
			    strlen(rank), 0, 0);
		else
			heard->candidates = candidates_of(library,
			    heard->word, strlen(heard->word), most);
		add_spelt_out(heard);
	}
}

/* Names with a candidate of every word from `first` on, as the index of names
 * is asked; it keeps no places, so of two words one is sought. */
static void
match_of_hearing(const struct hearing *hearing, size_t first,
    struct buffer *match)
{
	for (size_t i = first; i < hearing->count; i++) {
		const struct candidates *all = &hearing->at[i].candidates;

		buffer_add_string(match, i > first ? " AND (" : "(");
		for (size_t j = 0; j < all->count; j++) {
			buffer_add_string(match, j > 0 ? " OR \"" : "\"");
			array_add(match, MARK_LOOSE);
			buffer_add(match, all->at[j].word,
			    strcspn(all->at[j].word, " "));
			buffer_add_string(match, "\"");
		}
		buffer_add_string(match, ")");
	}
	array_add(match, '\0');
}

/* The byte of the name, from `at` on, where the word stands, the article
 * before it or not; NULL: nowhere. */
static const char *
stands_in(const char *name, const char *at, const char *word)
{
	static const char article[] = "ال";
	const size_t      cut  = sizeof article - 1;
	size_t            size = strlen(word);

	for (; (at = strstr(at, word)) != NULL; at++) {
		const char *start = at;

		if (at[size] != ' ' && at[size] != '\0')
			continue;
		if ((size_t)(at - name) >= cut &&
		    memcmp(at - cut, article, cut) == 0)
			start = at - cut;
		if (start == name || start[-1] == ' ' ||
		    at == name || at[-1] == ' ')
			return start;
	}
	return NULL;
}

/* Takes the name, if its words stand in it one after the other, but for
 * `misheard` of them. */
static void
consider_name(const struct hearing *hearing, const char *name,
    int64_t articles, size_t misheard, struct candidates *names)
{
	const char *from = NULL;
	const char *at   = name;
	int         cost = 0;

	for (size_t i = 0; i < hearing->count; i++) {
		const struct candidates *all   = &hearing->at[i].candidates;
		const struct candidate  *best  = NULL;
		const char              *place = NULL;

		for (size_t j = 0; j < all->count; j++) {
			const char *found = stands_in(name, at,
			    all->at[j].word);

			if (found == NULL || (best != NULL &&
			    best->cost <= all->at[j].cost))
				continue;
			best = &all->at[j];
			place = found;
		}
		if (best == NULL && misheard > 0) {
			misheard--;
			cost += MISHEARD;
			continue;
		}
		if (best == NULL)
			return;
		from = from == NULL ? place : from;
		at = strstr(place, best->word) + strlen(best->word);
		cost += best->cost;
	}
	candidates_keep(names, from, (size_t)(at - from), cost,
	    2 * cost - log2((double)articles + 1));
}

/* The names that the words together could stand for: all of them, or the last
 * and all but one of the others. */
static struct candidates
names_heard(struct library *library, const struct hearing *hearing,
    bool misheard)
{
	size_t            first = misheard ? hearing->count - 1 : 0;
	struct candidates names = { .count = 0 };
	struct buffer     match = { 0 };
	struct rows      *rows;

	for (size_t i = first; i < hearing->count; i++)
		if (hearing->at[i].candidates.count == 0)
			return names;
	match_of_hearing(hearing, first, &match);
	rows = store_ask(library->store, "SELECT name.folded, name.articles"
	    " FROM name_word JOIN name ON name.id = name_word.rowid"
	    " WHERE name_word MATCH ? AND name.articles > 0", "t", match.at);
	while (rows_next(rows))
		consider_name(hearing, rows_text(rows, 0, NULL),
		    rows_integer(rows, 1), misheard, &names);
	array_free(&match);
	candidates_drop_far(&names, NAMES_WIDE);
	return names;
}

/* Joins every beginning with each candidate of the next word, the likeliest
 * first. */
static void
combine(struct candidates *phrases, const struct candidates *next)
{
	struct candidates joined = { .count = 0 };
	struct buffer     words  = { 0 };

	for (size_t i = 0; i < phrases->count && i < COMBINED; i++)
		for (size_t j = 0; j < next->count && j < COMBINED; j++) {
			words.count = 0;
			buffer_add_string(&words, phrases->at[i].word);
			buffer_add_string(&words, " ");
			buffer_add_string(&words, next->at[j].word);
			candidates_keep(&joined, words.at, words.count,
			    phrases->at[i].cost + next->at[j].cost,
			    phrases->at[i].distance + next->at[j].distance);
		}
	array_free(&words);
	candidates_free(phrases);
	*phrases = joined;
}

/* All that the words side by side could be, known as a name or not. */
static struct candidates
phrases_heard(const struct hearing *hearing)
{
	struct candidates phrases = { .count = 0 };

	for (size_t i = 0; i < hearing->count; i++) {
		const struct candidates *all = &hearing->at[i].candidates;

		for (size_t j = 0; i == 0 && j < all->count; j++)
			candidates_keep(&phrases, all->at[j].word,
			    strlen(all->at[j].word), all->at[j].cost,
			    all->at[j].distance);
		if (i > 0)
			combine(&phrases, all);
	}
	return phrases;
}

static void
add_sounds(struct condition *condition, const struct candidates *candidates,
    int most)
{
	for (size_t i = 0; i < candidates->count &&
	    condition->sounds.count < SOUNDS_MOST; i++) {
		const struct candidate *one = &candidates->at[i];
		bool                    has = one->cost > most;

		for (size_t j = 0; !has && j < condition->sounds.count; j++)
			has = strcmp(condition->sounds.at[j], one->word) == 0;
		if (!has)
			array_add(&condition->sounds, memory_string(one->word,
			    strlen(one->word)));
	}
}

bool
sounds_find_name(struct library *library, struct condition *condition,
    bool misheard)
{
	struct hearing    hearing = { .count = 0 };
	struct candidates names;

	exonyms_find(condition->words, strlen(condition->words),
	    &condition->sounds);
	if (condition->sounds.count == 0 &&
	    split(condition->words, &hearing)) {
		hear(library, &hearing, WIDE);
		names = names_heard(library, &hearing, misheard &&
		    hearing.count > 1);
		add_sounds(condition, &names, INT_MAX);
		candidates_free(&names);
	}
	hearing_free(&hearing);
	return condition->sounds.count > 0;
}

void
sounds_find(struct library *library, struct condition *condition)
{
	struct hearing    hearing = { .count = 0 };
	struct candidates phrases;
	bool              known;

	if (strchr(condition->words, ' ') != NULL) {
		if (sounds_find_name(library, condition, false) ||
		    sounds_find_name(library, condition, true))
			return;
	} else
		exonyms_find(condition->words, strlen(condition->words),
		    &condition->sounds);
	known = condition->sounds.count > 0;
	if (split(condition->words, &hearing)) {
		hear(library, &hearing, NEIGHBOURS);
		phrases = phrases_heard(&hearing);
		add_sounds(condition, &phrases, known ? BESIDE : INT_MAX);
		candidates_free(&phrases);
	}
	hearing_free(&hearing);
}
