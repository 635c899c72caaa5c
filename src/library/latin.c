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

/* From the usual ways of writing Arabic in English and French, those of
 * foreign names in Arabic, and those of chats (3 7 9). */
static const struct sound sounds[] = {
	{ "b", "ب", 0, ANY }, { "bb", "ب", 0, ANY },
	{ "p", "ب", 0, ANY }, { "pp", "ب", 0, ANY }, { "p", "ف", 4, ANY },
	{ "t", "ت", 0, ANY }, { "t", "ط", 1, ANY }, { "tt", "ت", 0, ANY },
	{ "tt", "ط", 1, ANY }, { "t", "ه", 3, LAST }, { "t", "ث", 4, ANY },
	{ "th", "ث", 0, ANY }, { "th", "ذ", 2, ANY }, { "th", "ت", 2, ANY },
	{ "th", "ظ", 3, ANY }, { "th", "ط", 3, ANY }, { "th", "د", 4, ANY },
	{ "j", "ج", 0, ANY }, { "j", "ي", 3, ANY }, { "j", "خ", 3, ANY },
	{ "dj", "ج", 0, ANY }, { "j", "غ", 4, ANY }, { "dg", "دج", 1, ANY },
	{ "g", "ج", 1, ANY }, { "g", "غ", 0, ANY }, { "g", "ق", 2, ANY },
	{ "g", "ك", 1, ANY }, { "gg", "غ", 1, ANY }, { "gg", "ج", 1, ANY },
	{ "gh", "غ", 0, ANY }, { "gh", "ج", 3, ANY }, { "gu", "غ", 1, ANY },
	{ "gu", "ك", 2, ANY }, { "gu", "ق", 2, ANY }, { "gh", "", 4, ANY },
	{ "h", "ح", 0, ANY }, { "h", "ه", 0, ANY }, { "h", "", 2, LAST },
	{ "hh", "ح", 1, ANY }, { "h", "خ", 4, ANY }, { "h", "", 4, ANY },
	{ "kh", "خ", 0, ANY }, { "kh", "ك", 3, ANY }, { "kh", "ق", 4, ANY },
	{ "ch", "ش", 0, ANY }, { "ch", "تش", 0, ANY }, { "ch", "خ", 3, ANY },
	{ "ch", "ك", 3, ANY }, { "tch", "تش", 0, ANY }, { "ch", "ت", 4, ANY },
	{ "sh", "ش", 0, ANY }, { "sch", "ش", 0, ANY }, { "sh", "سه", 2, ANY },
	{ "sch", "سك", 2, ANY }, { "tsch", "تش", 0, ANY },
	{ "d", "د", 0, ANY }, { "d", "ض", 1, ANY }, { "dd", "د", 0, ANY },
	{ "d", "ذ", 3, ANY }, { "d", "ط", 4, ANY }, { "dd", "ض", 1, ANY },
	{ "dh", "ذ", 0, ANY }, { "dh", "ظ", 0, ANY }, { "dh", "ض", 0, ANY },
	{ "dh", "د", 3, ANY }, { "d", "ظ", 3, ANY },
	{ "z", "ز", 0, ANY }, { "z", "ظ", 1, ANY }, { "z", "ذ", 2, ANY },
	{ "zz", "ز", 0, ANY }, { "z", "س", 3, ANY }, { "z", "تس", 2, ANY },
	{ "zz", "تز", 1, ANY }, { "zz", "تس", 2, ANY }, { "zh", "ج", 1, ANY },
	{ "tz", "تس", 0, ANY }, { "tz", "تز", 0, ANY },
	{ "s", "س", 0, ANY }, { "s", "ص", 0, ANY }, { "s", "ث", 3, ANY },
	{ "s", "ز", 2, ANY }, { "s", "ش", 2, ANY }, { "ss", "س", 0, ANY },
	{ "ss", "ص", 0, ANY }, { "s", "", 3, LAST }, { "ps", "بس", 0, ANY },
	{ "sz", "ش", 1, ANY }, { "z", "ش", 4, ANY },
	{ "r", "ر", 0, ANY }, { "rr", "ر", 0, ANY }, { "r", "غ", 4, ANY },
	{ "l", "ل", 0, ANY }, { "ll", "ل", 0, ANY }, { "ll", "ي", 3, ANY },
	{ "m", "م", 0, ANY }, { "mm", "م", 0, ANY },
	{ "n", "ن", 0, ANY }, { "nn", "ن", 0, ANY }, { "gn", "ني", 1, ANY },
	{ "n", "م", 4, ANY }, { "m", "ن", 4, ANY }, { "ñ", "ني", 0, ANY },
	{ "f", "ف", 0, ANY }, { "ff", "ف", 0, ANY }, { "ph", "ف", 0, ANY },
	{ "v", "ف", 0, ANY }, { "v", "ب", 2, ANY }, { "v", "و", 2, ANY },
	{ "w", "و", 0, ANY }, { "w", "ف", 2, ANY }, { "wh", "و", 1, ANY },
	{ "y", "ي", 0, ANY }, { "y", "", 2, ANY }, { "yy", "ي", 0, ANY },
	{ "k", "ك", 0, ANY }, { "k", "ق", 1, ANY }, { "kk", "ك", 0, ANY },
	{ "k", "خ", 3, ANY }, { "kk", "ق", 1, ANY }, { "ck", "ك", 0, ANY },
	{ "q", "ق", 0, ANY }, { "q", "ك", 1, ANY }, { "qu", "ك", 1, ANY },
	{ "qq", "ق", 0, ANY }, { "q", "غ", 4, ANY }, { "qu", "ق", 1, ANY },
	{ "c", "ك", 0, ANY }, { "c", "س", 1, ANY }, { "c", "ق", 2, ANY },
	{ "c", "ش", 3, ANY }, { "c", "تش", 2, ANY }, { "cc", "ك", 0, ANY },
	{ "c", "ت", 4, ANY }, { "ć", "تش", 0, ANY }, { "č", "تش", 0, ANY },
	{ "c", "ج", 4, ANY }, { "ç", "س", 0, ANY }, { "sc", "س", 1, ANY },
	{ "x", "كس", 0, ANY }, { "x", "ز", 3, ANY }, { "x", "خ", 3, ANY },
	{ "x", "", 2, LAST }, { "x", "ش", 2, ANY }, { "x", "س", 3, ANY },
	{ "2", "ء", 0, ANY }, { "2", "ا", 0, ANY }, { "2", "ق", 1, ANY },
	{ "3", "ع", 0, ANY }, { "3'", "غ", 0, ANY }, { "5", "خ", 0, ANY },
	{ "6", "ط", 0, ANY }, { "7", "ح", 0, ANY }, { "7'", "خ", 0, ANY },
	{ "8", "ق", 1, ANY }, { "8", "غ", 1, ANY }, { "9", "ق", 0, ANY },
	{ "9", "ص", 0, ANY }, { "4", "ش", 1, ANY },
	{ "'", "ع", 0, ANY }, { "'", "ء", 0, ANY }, { "'", "", 0, ANY },
	{ "’", "ع", 0, ANY }, { "’", "", 0, ANY }, { "-", "", 0, ANY },
	{ "a", "", 1, ANY }, { "a", "ا", 0, ANY }, { "a", "ه", 0, LAST },
	{ "a", "ع", 1, ANY }, { "a", "ي", 1, LAST }, { "aa", "ا", 0, ANY },
	{ "aa", "ع", 0, ANY }, { "aa", "عا", 0, ANY }, { "a", "عا", 1, ANY },
	{ "a", "اع", 2, ANY }, { "a", "اء", 2, LAST }, { "a", "ي", 3, ANY },
	{ "aa", "اع", 0, ANY }, { "aa", "ي", 2, LAST }, { "ah", "ه", 0, LAST },
	{ "a", "و", 4, ANY }, { "ae", "اي", 0, ANY }, { "ae", "ا", 1, ANY },
	{ "ai", "ي", 0, ANY }, { "ai", "اي", 0, ANY }, { "ai", "ا", 2, ANY },
	{ "ai", "ائ", 0, ANY }, { "ay", "ي", 0, ANY }, { "ay", "اي", 0, ANY },
	{ "ai", "عي", 0, ANY }, { "ai", "", 2, ANY }, { "aï", "اي", 0, ANY },
	{ "aï", "عي", 0, ANY }, { "aa", "اا", 0, ANY },
	{ "au", "و", 0, ANY }, { "au", "او", 0, ANY }, { "aw", "و", 0, ANY },
	{ "aou", "او", 0, ANY }, { "aou", "عو", 0, ANY },
	{ "e", "", 0, ANY }, { "e", "ي", 1, ANY }, { "e", "ا", 2, ANY },
	{ "e", "ه", 1, LAST }, { "e", "ع", 2, ANY }, { "ee", "ي", 0, ANY },
	{ "é", "ي", 0, ANY }, { "é", "", 1, ANY }, { "è", "ي", 0, ANY },
	{ "e", "ا", 0, FIRST }, { "e", "اي", 0, FIRST }, { "ee", "", 2, ANY },
	{ "ei", "ي", 0, ANY }, { "ei", "اي", 0, ANY }, { "ey", "ي", 0, ANY },
	{ "eu", "و", 0, ANY }, { "eu", "يو", 0, ANY }, { "eu", "ي", 2, ANY },
	{ "eau", "و", 0, ANY }, { "ea", "يا", 0, ANY }, { "ea", "ي", 1, ANY },
	{ "eo", "يو", 0, ANY }, { "ey", "اي", 1, ANY }, { "e", "و", 4, ANY },
	{ "i", "ي", 0, ANY }, { "i", "", 1, ANY }, { "i", "ا", 3, ANY },
	{ "i", "ا", 0, FIRST }, { "i", "اي", 0, FIRST }, { "i", "ع", 2, ANY },
	{ "i", "عي", 1, ANY }, { "ii", "ي", 0, ANY }, { "ie", "ي", 0, ANY },
	{ "ia", "يا", 0, ANY }, { "ia", "يه", 0, LAST }, { "ï", "ي", 0, ANY },
	{ "ia", "ي", 3, LAST }, { "iy", "ي", 0, ANY }, { "iyya", "يه", 0, LAST },
	{ "ie", "يا", 2, LAST }, { "î", "ي", 0, ANY }, { "ı", "ي", 0, ANY },
	{ "i", "يي", 1, ANY }, { "y", "يي", 1, ANY },
	{ "o", "و", 0, ANY }, { "o", "", 1, ANY }, { "o", "ا", 2, ANY },
	{ "o", "ا", 0, FIRST }, { "o", "او", 0, FIRST }, { "o", "ع", 1, ANY },
	{ "oo", "و", 0, ANY }, { "ou", "و", 0, ANY }, { "ou", "", 2, ANY },
	{ "ou", "ع", 2, ANY }, { "ou", "او", 0, FIRST }, { "ow", "و", 0, ANY },
	{ "oy", "وي", 0, ANY }, { "oi", "وا", 0, ANY }, { "oa", "وا", 1, ANY },
	{ "ô", "و", 0, ANY }, { "ö", "و", 0, ANY }, { "ö", "ي", 2, ANY },
	{ "oua", "وا", 0, ANY }, { "oua", "و", 0, ANY }, { "oue", "و", 0, ANY },
	{ "oui", "وي", 0, ANY }, { "ou", "عو", 1, ANY }, { "o", "عو", 1, ANY },
	{ "u", "و", 0, ANY }, { "u", "", 0, ANY }, { "u", "ا", 2, ANY },
	{ "u", "ا", 0, FIRST }, { "u", "او", 0, FIRST }, { "u", "ع", 1, ANY },
	{ "u", "يو", 2, ANY }, { "u", "عو", 1, ANY }, { "ü", "و", 0, ANY },
	{ "ü", "ي", 1, ANY }, { "û", "و", 0, ANY }, { "uu", "و", 0, ANY },
	{ "u", "ي", 4, ANY }, { "ua", "وا", 0, ANY }, { "ue", "وي", 1, ANY },
	{ "ğ", "غ", 0, ANY }, { "ş", "ش", 0, ANY }, { "š", "ش", 0, ANY },
	{ "ž", "ج", 0, ANY }, { "á", "ا", 0, ANY }, { "í", "ي", 0, ANY },
	{ "ó", "و", 0, ANY }, { "ā", "ا", 0, ANY }, { "ī", "ي", 0, ANY },
	{ "ū", "و", 0, ANY }, { "â", "ا", 0, ANY }, { "ł", "و", 1, ANY },
	{ "el", "ال", 0, FIRST }, { "al", "ال", 0, FIRST },
	{ "ill", "ي", 1, ANY }, { "ill", "يي", 1, ANY }, { "nh", "ني", 1, ANY },
	{ "eh", "ه", 0, LAST }, { "ei", "يي", 0, ANY }, { "ai", "يي", 0, ANY },
	{ "ia", "يي", 1, LAST }, { "aa", "عاء", 0, LAST },
	{ "ya", "يي", 1, LAST }, { "ah", "اه", 0, LAST },
	{ "oh", "وه", 0, LAST }, { "lh", "لي", 1, ANY },
	/* What French writes and does not say. */
	{ "ps", "", 2, LAST }, { "t", "", 3, LAST }, { "d", "", 3, LAST },
	{ "er", "يه", 0, LAST }, { "er", "ييه", 0, LAST },
	{ "et", "يه", 0, LAST }, { "ez", "يز", 0, LAST },
	{ "am", "ان", 1, ANY }, { "em", "ان", 2, ANY }, { "en", "ان", 1, ANY },
	{ "in", "ان", 1, ANY }, { "im", "ام", 2, ANY }, { "ain", "ان", 1, ANY },
	{ "ein", "ان", 1, ANY }, { "ot", "و", 1, LAST }, { "eaux", "و", 0, LAST },
	{ "ault", "و", 0, LAST }, { "aud", "و", 1, LAST },
	{ "é", "يه", 0, LAST }, { "ée", "يه", 0, LAST }, { "e", "ي", 1, LAST },
	{ "ê", "ي", 0, ANY }, { "ille", "ي", 1, LAST }, { "ouille", "وي", 1, LAST },
	{ "ʿ", "ع", 0, ANY }, { "ʾ", "ء", 0, ANY },
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
