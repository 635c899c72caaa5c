/* breaks.c: Unicode's LineBreakTest.txt through the function layout uses;
 * and the rules spelt out in breaks.c against ICU on random strings of their
 * own letters. */
#include "check.h"

#include <unicode/uchar.h>

#include "layout/breaks.h"

enum { MOST = 64, STRINGS = 300000 };

enum { FILE_CASES, TAILORED, PLAIN_CASES, KINDS };

static struct count counts[] = {
	[FILE_CASES]  = { "LineBreakTest.txt as the standard has it", 0, 0 },
	[TAILORED]    = { "but for ICU's tailoring", 0, 0 },
	[PLAIN_CASES] = { "plain letters as ICU has them", 0, 0 },
};

/* Every kind of letter that breaks_are_plain() lets through. */
static const char32_t plain[] = U"بامaZ1٢٣     َّـ"
    U".,:;/-‐–—…!؟،؛()[]{}»«“”\"'%٪$€+#°§×·"
    U"\u00A0\u200C\u200D\u00AD٫٬؉\u061C\u200F";

/* "× 0023 ÷ 0308 ÷": true before each letter a line may end before. */
static size_t
read_case(char *line, char32_t *letter, bool *breaks)
{
	size_t count = 0;

	breaks[0] = false;
	line[strcspn(line, "#")] = '\0';
	for (char *word = strtok(line, " \t\r\n"); word != NULL;
	    word = strtok(NULL, " \t\r\n")) {
		if (strcmp(word, "÷") == 0)
			breaks[count] = true;
		else if (strcmp(word, "×") == 0)
			breaks[count] = false;
		else
			letter[count++] = (char32_t)strtoul(word, NULL, 16);
	}
	breaks[0] = false;
	return count;
}

/* The class of the last letter before `i` that is no mark. */
static uint8_t
class_before(const struct paragraph *paragraph, size_t i)
{
	while (i > 1 && paragraph->property[i - 1].breaking ==
	    U_LB_COMBINING_MARK)
		i--;
	return paragraph->property[i - 1].breaking;
}

/* Where ICU 72 differs from UAX #14, deliberately: it keeps a hyphen that
 * begins a word with the letters after it, a point with the digits after it,
 * and lets a line end before such a point. */
static bool
is_tailored_at(const struct paragraph *paragraph, size_t i, bool standard)
{
	uint8_t before = class_before(paragraph, i);
	uint8_t after  = paragraph->property[i].breaking;

	if (standard)
		return before == U_LB_HYPHEN || (after == U_LB_NUMERIC &&
		    before == U_LB_INFIX_NUMERIC);
	return before == U_LB_SPACE && after == U_LB_INFIX_NUMERIC;
}

static bool
is_tailored(const struct paragraph *paragraph, const bool *breaks)
{
	for (size_t i = 1; i < paragraph->letters; i++)
		if (breaks[i] != paragraph->breaks[i] &&
		    !is_tailored_at(paragraph, i, breaks[i]))
			return false;
	return true;
}

static void
check_file(FILE *file)
{
	char  *line = NULL;
	size_t room = 0;

	while (getline(&line, &room, file) > 0) {
		struct paragraph paragraph;
		char32_t         letter[MOST];
		bool             breaks[MOST + 1];
		size_t           count;

		if (line[0] == '#' || line[0] == '\n')
			continue;
		count = read_case(line, letter, breaks);
		paragraph_of(&paragraph, letter, count);
		breaks_find(&paragraph);
		if (memcmp(paragraph.breaks, breaks,
		    count * sizeof *breaks) == 0)
			counts[FILE_CASES].passed++;
		else
			count_case(&counts[TAILORED],
			    is_tailored(&paragraph, breaks),
			    codes_of(letter, count));
		letters_free(&paragraph);
	}
	free(line);
}

static void
check_plain(uint64_t *seed)
{
	uint32_t         size  = sizeof plain / sizeof *plain - 1;
	size_t           count = 1 + random_below(seed, 12);
	char32_t         letter[MOST];
	bool             own[MOST];
	struct paragraph paragraph;

	for (size_t i = 0; i < count; i++)
		letter[i] = plain[random_below(seed, size)];
	paragraph_of(&paragraph, letter, count);
	breaks_plain(&paragraph);
	memcpy(own, paragraph.breaks, count * sizeof *own);
	count_case(&counts[PLAIN_CASES], breaks_are_plain(&paragraph) &&
	    breaks_by_icu(&paragraph) &&
	    memcmp(own, paragraph.breaks, count * sizeof *own) == 0,
	    codes_of(letter, count));
	letters_free(&paragraph);
}

int
main(void)
{
	FILE    *file = unicode_file("auxiliary/LineBreakTest.txt");
	uint64_t seed = 20240921;

	check_file(file);
	fclose(file);
	for (size_t i = 0; i < STRINGS; i++)
		check_plain(&seed);
	return count_report(counts, KINDS);
}
