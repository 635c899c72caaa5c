/* latin.c: whether an Arabic word sounds like one in Latin letters.
 *
 * A row of the table says which Arabic letters a group of Latin ones is
 * written for, and how far that is from what one would expect. The cost of a
 * word is that of the cheapest way to walk both words to their ends, rows
 * being the steps: with c(i,j) the cost of i Latin and j Arabic letters,
 *
 *	c(i,j) = min over rows r that end there: c(i - |latin r|,
 *	    j - |arabic r|) + cost r
 *
 * A step may also pass over an Arabic letter that Latin does not write. */
#include "library/latin.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <uchar.h>

#include "bytes/memory.h"
#include "bytes/utf8.h"
#include "language/fold.h"

enum {
	FAR       = 10000,
	LEAST     = 2,          /* Latin letters of a word */
	ALLOWED   = 5,          /* cost of any word … */
	PER_THREE = 2,          /* … and more for every three letters */
	WORD_MOST = 24,         /* Arabic letters */
	SPELT     = 3,          /* of one row at most */
	CLEARLY   = 1           /* cost of what a letter is usual for */
};

/* Where in the word a row holds. */
enum where { ANY, FIRST, LAST };

struct sound {
	const char *latin;
	const char *arabic;             /* folded; "" for nothing */
	int         cost;
	enum where  where;
};

static const struct sound sounds[] = {
#define SOUND(latin, arabic, cost, where) { latin, arabic, cost, where },
#include "library/latin.def"
#undef SOUND
};

/* What passing over an Arabic letter costs that Latin does not write. */
struct unwritten {
	char32_t letter;
	int      cost;
};

static const struct unwritten unwritten[] = {
	{ U'ا', 2 }, { U'و', 2 }, { U'ي', 2 }, { U'ه', 3 }, { U'ع', 2 },
	{ U'ء', 1 },
};

enum { STEPS = 512 };

/* A row at a place of the Latin word, its letters spelt out. */
struct step {
	int8_t   from;                  /* Latin letters before it … */
	int8_t   to;                    /* … and with it */
	int8_t   letters;               /* Arabic ones */
	int8_t   cost;
	char32_t letter[SPELT];
	bool     last;                  /* only at the Arabic word's end */
};

struct latin {
	int         size;               /* bytes */
	int         limit;              /* the most a word may cost */
	size_t      count;
	struct step step[STEPS];        /* [count] by `from` */
	uint64_t    letters;            /* a bit for each it can be written
	                                 * with: see letter_bit() */
};

static int
spell(const char *text, char32_t *letters, int most)
{
	size_t size  = strlen(text);
	int    count = 0;

	for (size_t at = 0; at < size && count < most; count++)
		at += utf8_read(text + at, size - at, &letters[count]);
	return count;
}

/* The letters of Arabic from ء on have a bit each; any other has none. */
static uint64_t
letter_bit(char32_t letter)
{
	return letter >= U'ء' && letter < U'ء' + 64
	    ? UINT64_C(1) << (letter - U'ء') : 0;
}

static void
add_step(struct latin *latin, const struct sound *sound, size_t from,
    size_t to)
{
	struct step *step = &latin->step[latin->count];

	if (latin->count == STEPS)
		return;
	latin->count++;
	*step = (struct step){ .from = (int8_t)from,
	    .to = (int8_t)to,
	    .cost = (int8_t)sound->cost, .last = sound->where == LAST };
	step->letters = (int8_t)spell(sound->arabic,
	    step->letter, SPELT);
	for (int i = 0; i < step->letters; i++)
		latin->letters |= letter_bit(step->letter[i]);
}

/* Adds the row wherever its letters stand in the word, which is folded: é is
 * an e with a mark. */
static void
add_steps(struct latin *latin, const struct sound *sound, const char *word,
    struct buffer *folded)
{
	folded->count = 0;
	fold_text(sound->latin, strlen(sound->latin), folded);
	for (size_t at = 0; at + folded->count <= (size_t)latin->size; at++) {
		size_t end = at + folded->count;

		if (memcmp(word + at, folded->at, folded->count) == 0 &&
		    !(sound->where == FIRST && at > 0) &&
		    !(sound->where == LAST && end < (size_t)latin->size))
			add_step(latin, sound, at, end);
	}
}

/* A mark that no row minds is passed over. */
static void
add_marks(struct latin *latin, const char *word)
{
	static const struct sound mark = { "", "", 1, ANY };
	size_t size = (size_t)latin->size;

	for (size_t at = 0, next; at < size; at = next) {
		char32_t letter;

		next = at + utf8_read(word + at, size - at, &letter);
		if (letter_is_mark(letter))
			add_step(latin, &mark, at, next);
	}
}

static int
compare_steps(const void *a, const void *b)
{
	return ((const struct step *)a)->from - ((const struct step *)b)->from;
}

struct latin *
latin_new(const char *word, size_t size)
{
	struct latin *latin;
	struct buffer folded = { 0 };

	if (size < LEAST || size > LATIN_MOST)
		return NULL;
	latin = memory_new(1, sizeof *latin);
	latin->size = (int)size;
	latin->limit = ALLOWED + PER_THREE * (int)size / 3;
	latin->letters = letter_bit(U'ل');      /* of the article */
	for (size_t i = 0; i < sizeof unwritten / sizeof *unwritten; i++)
		latin->letters |= letter_bit(unwritten[i].letter);
	for (size_t i = 0; i < sizeof sounds / sizeof *sounds; i++)
		add_steps(latin, &sounds[i], word, &folded);
	add_marks(latin, word);
	array_free(&folded);
	if (latin->count > 0)
		qsort(latin->step, latin->count, sizeof *latin->step,
		    compare_steps);
	return latin;
}

static int
cost_unwritten(char32_t letter)
{
	for (size_t i = 0; i < sizeof unwritten / sizeof *unwritten; i++)
		if (unwritten[i].letter == letter)
			return unwritten[i].cost;
	return FAR;
}

static bool
fits(const struct step *step, const char32_t *word, int at, int letters)
{
	if (at + step->letters > letters ||
	    (step->last && at + step->letters < letters))
		return false;
	for (int i = 0; i < step->letters; i++)
		if (step->letter[i] != word[at + i])
			return false;
	return true;
}

/* The cheapest walk over `word[letters]`. */
static int
walk(const struct latin *latin, const char32_t *word, int letters)
{
	int cost[LATIN_MOST + 1][WORD_MOST + 1];
	size_t s = 0;

	for (int i = 0; i <= latin->size; i++)
		for (int j = 0; j <= letters; j++)
			cost[i][j] = FAR;
	cost[0][0] = 0;
	for (int i = 0; i <= latin->size; i++) {
		size_t first = s;

		for (int j = 0; j < letters; j++) {
			int pass = cost[i][j] + cost_unwritten(word[j]);

			if (pass < cost[i][j + 1])
				cost[i][j + 1] = pass;
		}
		for (s = first; s < latin->count &&
		    latin->step[s].from == i; s++)
			for (int j = 0; j <= letters; j++) {
				const struct step *step = &latin->step[s];
				int *to, sum = cost[i][j] + step->cost;

				if (sum > latin->limit ||
				    !fits(step, word, j, letters))
					continue;
				to = &cost[step->to][j + step->letters];
				if (sum < *to)
					*to = sum;
			}
	}
	return cost[latin->size][letters];
}

int
latin_cost(const struct latin *latin, const char *word, size_t size)
{
	char32_t letter[WORD_MOST] = { 0 };
	int      letters = 0;
	int      cost;

	for (size_t at = 0; at < size;) {
		if (letters == WORD_MOST)
			return -1;
		at += utf8_read(word + at, size - at, &letter[letters]);
		if (letter[letters] == ' ')
			continue;
		if ((letter_bit(letter[letters]) & latin->letters) == 0)
			return -1;
		letters++;
	}
	cost = walk(latin, letter, letters);
	/* The article, which Latin names often leave out. */
	if (letters > 3 && letter[0] == U'ا' && letter[1] == U'ل') {
		int bare = 1 + walk(latin, letter + 2, letters - 2);

		cost = bare < cost ? bare : cost;
	}
	return cost <= latin->limit ? cost : -1;
}

size_t
latin_first_letters(const struct latin *latin, char32_t first[LATIN_FIRST])
{
	size_t count = 0;

	for (size_t i = 0; i < latin->count && count < LATIN_FIRST; i++) {
		const struct step *step = &latin->step[i];
		bool               known = false;

		if (step->from > 0 || step->letters == 0 ||
		    step->cost > CLEARLY)
			continue;
		for (size_t j = 0; j < count; j++)
			known |= first[j] == step->letter[0];
		if (!known)
			first[count++] = step->letter[0];
	}
	return count;
}

void
latin_free(struct latin *latin)
{
	free(latin);
}
