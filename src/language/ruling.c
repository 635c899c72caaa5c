/* ruling.c: what holds of a name after all decisions on it. */
#include "language/ruling.h"

#include <string.h>

#include "bytes/memory.h"
#include "bytes/utf8.h"
#include "language/fold.h"

static void
add_unmarked(const char *text, size_t size, struct buffer *out)
{
	for (size_t at = 0; at < size;) {
		char32_t letter;
		size_t   used = utf8_read(text + at, size - at, &letter);

		if (!letter_is_mark(letter) && !letter_is_invisible(letter))
			buffer_add(out, text + at, used);
		at += used;
	}
}

bool
ruling_read(struct ruling *ruling, const char *name, size_t size)
{
	struct tokens tokens = tokens_of_text(name, size);
	struct buffer folded = { 0 };
	struct buffer spelt  = { 0 };

	for (size_t i = 0; i < tokens.count; i++) {
		if (i > 0)
			buffer_add_string(&folded, " ");
		buffer_add(&folded, token_folded(&tokens, i),
		    tokens.at[i].folded_size);
	}
	if (tokens.count == 1)
		add_unmarked(name + tokens.at[0].span.start,
		    span_size(tokens.at[0].span), &spelt);
	*ruling = (struct ruling){ .words = tokens.count };
	tokens_free(&tokens);
	if (folded.count == 0) {
		array_free(&spelt);
		return false;
	}
	buffer_add(&folded, "", 1);
	buffer_add(&spelt, "", 1);
	ruling->folded = folded.at;
	ruling->spelt = spelt.at;
	return true;
}

void
ruling_free(struct ruling *ruling)
{
	free(ruling->folded);
	free(ruling->spelt);
}

/* The rows of one name beside one another, the last decision first. */
static int
compare(const void *a, const void *b)
{
	const struct ruling *one = a;
	const struct ruling *two = b;
	int order = strcmp(one->folded, two->folded);

	if (order == 0)
		order = strcmp(one->spelt, two->spelt);
	if (order != 0)
		return order;
	return one->decision > two->decision ? -1 :
	    one->decision < two->decision;
}

static void
clear(struct corrections *corrections)
{
	for (size_t i = 0; i < corrections->rulings; i++)
		ruling_free(&corrections->ruling[i]);
	free(corrections->ruling);
	corrections->ruling = NULL;
	corrections->rulings = 0;
}

/* Keeps of each name the first row. */
static void
keep_last(struct corrections *corrections)
{
	struct ruling *rulings = corrections->ruling;
	size_t         kept    = 0;

	for (size_t i = 0; i < corrections->rulings; i++) {
		bool again = kept > 0 && strcmp(rulings[kept - 1].folded,
		    rulings[i].folded) == 0 && strcmp(rulings[kept - 1].spelt,
		    rulings[i].spelt) == 0;

		if (again)
			ruling_free(&rulings[i]);
		else
			rulings[kept++] = rulings[i];
	}
	corrections->rulings = kept;
}

void
rulings_make(struct corrections *corrections)
{
	clear(corrections);
	if (corrections->count == 0)
		return;
	corrections->ruling = memory_new(corrections->count,
	    sizeof *corrections->ruling);
	for (size_t i = 0; i < corrections->count; i++) {
		const struct correction *correction = &corrections->at[i];
		struct ruling           *ruling =
		    &corrections->ruling[corrections->rulings];

		if (correction->decision > DECISION_NOT)
			continue;
		if (!ruling_read(ruling, correction->name,
		    strlen(correction->name)))
			continue;
		ruling->decision = i;
		corrections->rulings++;
	}
	qsort(corrections->ruling, corrections->rulings,
	    sizeof *corrections->ruling, compare);
	keep_last(corrections);
}

/* How the row's first word compares with `word[size]`. */
static int
compare_word(const struct ruling *ruling, const char *word, size_t size)
{
	int order = strncmp(ruling->folded, word, size);

	if (order == 0 && ruling->folded[size] != '\0' &&
	    ruling->folded[size] != ' ')
		order = 1;
	return order;
}

static size_t
first_not_below(const struct corrections *corrections, const char *word,
    size_t size, int least)
{
	size_t low = 0, high = corrections->rulings;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare_word(&corrections->ruling[middle], word, size) <
		    least)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
rulings_of_word(const struct corrections *corrections, const char *word,
    size_t size, size_t *first, size_t *end)
{
	*first = first_not_below(corrections, word, size, 0);
	*end = first_not_below(corrections, word, size, 1);
}

bool
spelt_same(const char *a, size_t a_size, const char *b, size_t b_size)
{
	struct buffer one = { 0 };
	struct buffer two = { 0 };
	bool          same;

	add_unmarked(a, a_size, &one);
	add_unmarked(b, b_size, &two);
	same = one.count == two.count && (one.count == 0 ||
	    memcmp(one.at, two.at, one.count) == 0);
	array_free(&one);
	array_free(&two);
	return same;
}

const struct correction *
corrections_on(const struct corrections *corrections, const char *name,
    size_t size)
{
	const struct correction *found = NULL;
	struct ruling            ruling;
	size_t                   first, end;

	if (!ruling_read(&ruling, name, size))
		return NULL;
	rulings_of_word(corrections, ruling.folded,
	    strcspn(ruling.folded, " "), &first, &end);
	for (size_t i = first; i < end && found == NULL; i++)
		if (strcmp(corrections->ruling[i].folded, ruling.folded) ==
		    0 && strcmp(corrections->ruling[i].spelt, ruling.spelt)
		    == 0)
			found = &corrections->at[
			    corrections->ruling[i].decision];
	ruling_free(&ruling);
	return found;
}
