/* levels.c: the order layout finds, where it may have chosen FriBidi, against
 * uax9.c's, on random strings of several alphabets.
 *
 *	levels [STRINGS]                compares them
 *	levels STRINGS dump ALPHABET    prints them for uba_ref.py to judge */
#include "check.h"

#include "layout/bidi.h"
#include "layout/uax9.h"

enum { MOST = 240, SHORT = 40, STRINGS = 100000 };

struct alphabet {
	const char     *name;
	const char32_t *letter;
	bool            steered;        /* never FriBidi's: only judged */
	uint32_t        most;           /* letters of a string */
};

static const struct alphabet alphabets[] = {
	{ "news", U"بالمةى َّ  ab12١٢.,،؛()[]-/%:\"«»…ـ"
	    U"\u200F\u200E\u200C\u200D", false, SHORT },
	{ "marks", U"بa1١ ()[]!\u0301َُ\t%", false, SHORT },
	{ "brackets", U"بa ()[]{}()[]〈〉\u2329\u232A（）", false, SHORT },
	{ "numbers", U"بa 1٢+-,./:%$\u066A\u066B٬\u00A0", false, SHORT },
	/* Numbers and Latin here and there in much Arabic. */
	{ "stretches", U"بتثجحخدذرزسشصضطظعغفقكلمنهوي"
	    U"بتثجحخدذرزسشصضطظعغفقكلمنهوي    ،.َa1٢()[]-", false, MOST },
	{ "embeddings", U"بa1١ ()!َ\u202A\u202B\u202C\u202D\u202E"
	    U"\u200B\u061C\t", true, SHORT },
	{ "isolates", U"بa1١ ()[]!-َ\u2066\u2067\u2068\u2069"
	    U"\u2066\u2067\u2069", true, SHORT },
	{ "everything", U"بא a1١ ()[]!-,%َ\u0301"
	    U"\u202A\u202B\u202C\u202D\u202E"
	    U"\u2066\u2067\u2068\u2069\u2069\u200B\u061C\t", true, SHORT },
};

enum { ALPHABETS = sizeof alphabets / sizeof *alphabets };

static size_t
random_letters(const struct alphabet *alphabet, uint64_t *seed,
    char32_t letter[MOST])
{
	size_t size  = 0;
	size_t count = 1 + random_below(seed, alphabet->most);

	while (alphabet->letter[size] != 0)
		size++;
	for (size_t i = 0; i < count; i++)
		letter[i] = alphabet->letter[random_below(seed,
		    (uint32_t)size)];
	return count;
}

/* The visual order of the letters that X9 leaves; how many they are. */
static size_t
order_of(struct paragraph *paragraph, size_t order[MOST])
{
	uint64_t removed = BIDI_EMBEDDINGS | SET_OF(BIDI_BN);
	size_t   count   = 0;

	line_reorder(paragraph, 0, paragraph->letters, &paragraph->runs);
	for (size_t r = 0; r < paragraph->runs.count; r++) {
		struct run run = paragraph->runs.at[r];

		for (size_t i = 0; i < run.end - run.start; i++) {
			size_t letter = run.level % 2 != 0
			    ? run.end - 1 - i : run.start + i;

			if (!SET_HOLDS(removed,
			    paragraph->property[letter].class))
				order[count++] = letter;
		}
	}
	return count;
}

static void
print_order(const size_t *order, size_t count)
{
	putchar(';');
	for (size_t i = 0; i < count; i++)
		printf("%zu ", order[i]);
}

static void
try(const struct alphabet *alphabet, uint64_t *seed, struct count *count,
    bool dump)
{
	static const enum direction bases[] = {
		DIRECTION_LTR, DIRECTION_RTL, DIRECTION_FIRST_STRONG
	};
	char32_t         letter[MOST];
	size_t           chosen[MOST];
	size_t           own[MOST];
	size_t           letters = random_letters(alphabet, seed, letter);
	uint32_t         base    = random_below(seed, 3);
	size_t           shown;
	struct paragraph paragraph;

	paragraph_of(&paragraph, letter, letters);
	levels_resolve(&paragraph, bases[base]);
	shown = order_of(&paragraph, chosen);
	uax9_levels(paragraph.letter, paragraph.property, letters,
	    paragraph.direction == DIRECTION_RTL, paragraph.level);
	paragraph.level_is_one = false;
	order_of(&paragraph, own);
	if (dump) {
		printf("%u;%s", base, codes_of(letter, letters));
		print_order(chosen, shown);
		print_order(own, shown);
		putchar('\n');
	} else {
		count_case(count,
		    memcmp(chosen, own, shown * sizeof *own) == 0,
		    codes_of(letter, letters));
	}
	letters_free(&paragraph);
}

int
main(int arguments, char **argument)
{
	size_t       strings = arguments > 1
	    ? strtoul(argument[1], NULL, 10) : STRINGS;
	bool         dump    = arguments > 3;
	struct count counts[ALPHABETS];
	size_t       compared = 0;
	uint64_t     seed    = 20240919;

	for (size_t i = 0; i < ALPHABETS; i++) {
		bool wanted = dump
		    ? strcmp(argument[3], alphabets[i].name) == 0
		    : !alphabets[i].steered;

		if (!wanted)
			continue;
		counts[compared] = (struct count){ alphabets[i].name, 0, 0 };
		for (size_t j = 0; j < strings * SHORT / alphabets[i].most;
		    j++)
			try(&alphabets[i], &seed, &counts[compared], dump);
		compared++;
	}
	return dump ? EXIT_SUCCESS : count_report(counts, compared);
}
