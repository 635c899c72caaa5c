/* joining.c: every Arabic letter between every kind of neighbour, through
 * layout_paragraph(), against the joining types of ArabicShaping.txt and the
 * presentation forms of UnicodeData.txt; and lam with every alef. */
#include "check.h"

enum { LETTERS = 0x10000, LAM = 0x644 };

enum form { ISOLATED, FINAL, INITIAL, MEDIAL, FORMS };

enum { CONTEXTS, LAM_ALEFS, KINDS };

static struct count counts[] = {
	[CONTEXTS]  = { "letters in context", 0, 0 },
	[LAM_ALEFS] = { "lam and alef",       0, 0 },
};

static char     joining[LETTERS];               /* U R D L C T; 0: not told */
static char     category[LETTERS][2];
static char32_t form_of[LETTERS][FORMS];
static char32_t letter_of[LETTERS];             /* of an isolated form */

/* What stands before a letter and, again, after it. */
static const struct {
	const char32_t *before;
	const char32_t *after;
} neighbours[] = {
	{ U"",       U""       }, { U"ب",      U"ب"      },
	{ U"ا",      U"ا"      }, { U"ـ",      U"ـ"      },
	{ U"\u200D", U"\u200D" }, { U"\u200C", U"\u200C" },
	{ U"ء",      U"ء"      }, { U" ",      U" "      },
	{ U"a",      U"a"      }, { U"١",      U"١"      },
	{ U"ب\u064E", U"\u064Eب" },
};

enum { NEIGHBOURS = sizeof neighbours / sizeof *neighbours };

static void
read_joining(void)
{
	FILE  *file = unicode_file("ArabicShaping.txt");
	char  *line = NULL;
	size_t room = 0;

	while (getline(&line, &room, file) > 0) {
		unsigned letter;
		char     type;

		if (sscanf(line, "%x ; %*[^;]; %c", &letter, &type) == 2 &&
		    letter < LETTERS)
			joining[letter] = type;
	}
	free(line);
	fclose(file);
}

static void
read_form(unsigned form, const char *decomposition)
{
	static const char *const names[FORMS] = {
		"<isolated>", "<final>", "<initial>", "<medial>"
	};
	size_t size = strcspn(decomposition, " ");
	char  *end;

	for (size_t i = 0; i < FORMS; i++) {
		unsigned long letter;

		if (size == 0 || strncmp(decomposition, names[i], size) != 0)
			continue;
		letter = strtoul(decomposition + size, &end, 16);
		if (*end != '\0' || letter == ' ')
			continue;
		form_of[letter][i] = form;
		if (i == ISOLATED)
			letter_of[form] = (char32_t)letter;
	}
}

static void
read_letters(void)
{
	FILE  *file = unicode_file("UnicodeData.txt");
	char  *line = NULL;
	size_t room = 0;

	while (getline(&line, &room, file) > 0) {
		char    *rest   = line;
		char    *field[6];
		unsigned letter = (unsigned)strtoul(line, NULL, 16);

		for (size_t i = 0; i < 6; i++)
			field[i] = strsep(&rest, ";");
		if (letter >= LETTERS)
			continue;
		memcpy(category[letter], field[2], 2);
		read_form(letter, field[5]);
	}
	free(line);
	fclose(file);
}

static bool
is_category(char32_t letter, const char *name)
{
	return memcmp(category[letter], name, 2) == 0;
}

static char
joining_of(char32_t letter)
{
	if (joining[letter] != 0)
		return joining[letter];
	return is_category(letter, "Mn") || is_category(letter, "Me") ||
	    is_category(letter, "Cf") ? 'T' : 'U';
}

/* The joining type of the only letter that marks do not hide. */
static char
joining_of_all(const char32_t *letter)
{
	for (; *letter != 0; letter++)
		if (joining_of(*letter) != 'T')
			return joining_of(*letter);
	return 'U';
}

static bool
is_one_of(char type, const char *types)
{
	return strchr(types, type) != NULL;
}

static void
add(struct buffer *text, const char32_t *letter)
{
	for (; *letter != 0; letter++) {
		char bytes[UTF8_MOST];

		buffer_add(text, bytes, utf8_write(*letter, bytes));
	}
}

static struct lines
lay_out(const struct buffer *text)
{
	static const struct layout_options options = {
		.width = 80, .base = DIRECTION_RTL, .shape = true,
		.harakat = true
	};

	return layout_paragraph(text->at, span_of(0, text->count), NULL,
	    &options);
}

/* The letter shown in the cell that begins at `byte`. */
static char32_t
shown_at(const struct buffer *text, size_t byte)
{
	struct lines lines  = lay_out(text);
	char32_t     letter = 0;

	for (size_t i = 0; i < lines.at[0].cells; i++)
		if (lines.at[0].cell[i].byte == byte)
			letter = lines.at[0].cell[i].letter;
	lines_free(&lines);
	return letter;
}

/* An isolated form and its letter look the same. */
static char32_t
plain(char32_t letter)
{
	return letter_of[letter] != 0 ? letter_of[letter] : letter;
}

static char32_t
wanted_form(char32_t letter, const char32_t *before, const char32_t *after)
{
	char      type = joining_of(letter);
	bool      back = is_one_of(type, "DRC") &&
	    is_one_of(joining_of_all(before), "DLC");
	bool      on   = is_one_of(type, "DLC") &&
	    is_one_of(joining_of_all(after), "DRC");
	enum form form = back ? on ? MEDIAL : FINAL : on ? INITIAL : ISOLATED;

	return form_of[letter][form] != 0 ? form_of[letter][form] : letter;
}

static void
check_context(char32_t letter, const char32_t *before, const char32_t *after)
{
	struct buffer text  = { 0 };
	char32_t      shown;
	size_t        byte;

	add(&text, before);
	byte = text.count;
	add(&text, (char32_t[]){ letter, 0 });
	add(&text, after);
	shown = shown_at(&text, byte);
	count_case(&counts[CONTEXTS],
	    plain(shown) == plain(wanted_form(letter, before, after)),
	    codes_of((char32_t[]){ before[0], letter, after[0], shown }, 4));
	array_free(&text);
}

static bool
is_arabic_letter(char32_t letter)
{
	bool block = (0x600 <= letter && letter < 0x700) ||
	    (0x750 <= letter && letter < 0x780) ||
	    (0x870 <= letter && letter < 0x900);

	return block && (is_category(letter, "Lo") ||
	    is_category(letter, "Lm"));
}

static void
check_contexts(void)
{
	for (char32_t letter = 0x600; letter < 0x900; letter++) {
		if (!is_arabic_letter(letter))
			continue;
		for (size_t i = 0; i < NEIGHBOURS; i++)
			for (size_t j = 0; j < NEIGHBOURS; j++)
				if (letter != LAM ||
				    neighbours[j].after[0] != U'ا')
					check_context(letter,
					    neighbours[i].before,
					    neighbours[j].after);
	}
}

/* What may stand between lam and alef. */
static const struct {
	const char32_t *letter;
	bool            marks;          /* nothing but marks: they ligate */
} between[] = {
	{ U"",             true  }, { U"\u064E",       true  },
	{ U"\u0651",       true  }, { U"\u0651\u064E", true  },
	{ U"\u200D",       false }, { U"\u200C",       false },
	{ U"ـ",            false },
};

static const struct {
	char32_t alef;
	char32_t ligature;              /* isolated; 0: there is none */
} alefs[] = {
	{ 0x622, 0xFEF5 }, { 0x623, 0xFEF7 }, { 0x625, 0xFEF9 },
	{ 0x627, 0xFEFB }, { 0x671, 0 },
};

static size_t
marks_of(const struct cell *cell)
{
	size_t count = 0;

	while (count < CELL_MARKS && cell->mark[count] != 0)
		count++;
	return count;
}

/* The cells wanted, in the order of the text, for a lam with `before` it. */
static size_t
wanted_cells(size_t alef, size_t middle, const char32_t *before,
    char32_t wanted[4])
{
	const char32_t *letter  = between[middle].letter;
	bool            ligates = between[middle].marks &&
	    alefs[alef].ligature != 0;
	const char32_t  alef_alone[] = { alefs[alef].alef, 0 };
	size_t          count   = 0;

	if (before[0] != 0)
		wanted[count++] = form_of[before[0]][INITIAL];
	if (ligates) {
		wanted[count++] = alefs[alef].ligature + (before[0] != 0);
		return count;
	}
	wanted[count++] = wanted_form(LAM, before,
	    between[middle].marks ? alef_alone : letter);
	if (letter[0] == U'ـ')
		wanted[count++] = letter[0];
	wanted[count++] = wanted_form(alef_alone[0],
	    between[middle].marks ? U"ل" : letter, U"");
	return count;
}

static void
check_lam_alef(size_t alef, size_t middle, const char32_t *before)
{
	struct buffer text = { 0 };
	char32_t      wanted[4];
	size_t        count;
	size_t        place = before[0] != 0;
	struct lines  lines;
	bool          right;

	add(&text, before);
	add(&text, U"ل");
	add(&text, between[middle].letter);
	add(&text, (char32_t[]){ alefs[alef].alef, 0 });
	lines = lay_out(&text);
	count = wanted_cells(alef, middle, before, wanted);
	right = lines.at[0].cells == count;
	for (size_t i = 0; right && i < count; i++) {
		const struct cell *cell = &lines.at[0].cell[count - 1 - i];
		size_t             marks = 0;

		if (i == place && between[middle].marks)
			while (between[middle].letter[marks] != 0)
				marks++;
		right = plain(cell->letter) == plain(wanted[i]) &&
		    marks_of(cell) == marks;
	}
	count_case(&counts[LAM_ALEFS], right,
	    codes_of((char32_t[]){ before[0], LAM, between[middle].letter[0],
	    alefs[alef].alef }, 4));
	lines_free(&lines);
	array_free(&text);
}

int
main(void)
{
	read_joining();
	read_letters();
	check_contexts();
	for (size_t i = 0; i < sizeof alefs / sizeof *alefs; i++)
		for (size_t j = 0; j < sizeof between / sizeof *between; j++) {
			check_lam_alef(i, j, U"");
			check_lam_alef(i, j, U"ب");
		}
	return count_report(counts, KINDS);
}
