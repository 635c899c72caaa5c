/* bidi.c: Unicode's BidiTest.txt and BidiCharacterTest.txt through the
 * functions that layout uses: the levels and the order of a line, by the
 * engine layout chooses and by uax9.c alone; and, where every letter has a
 * cell or none, the order of the cells that layout_paragraph() gives. */
#include "check.h"

#include "layout/bidi.h"
#include "layout/uax9.h"

enum { MOST = 512, FREE = -1 };

struct expected {
	int    level[MOST];             /* FREE: any */
	int    order[MOST];
	size_t levels;
	size_t orders;
	int    base;                    /* FREE: any */
};

struct test {
	char32_t        letter[MOST];
	size_t          letters;
	enum direction  base;
	struct expected expected;
};

enum way { CHOSEN, OWN, CELLS, WAYS };

static struct count counts[] = {
	[CHOSEN] = { "levels and order as layout finds them", 0, 0 },
	[OWN]    = { "levels and order by uax9.c",            0, 0 },
	[CELLS]  = { "order of cells",                        0, 0 },
};

/* A letter of each class, named as BidiTest.txt names it. */
static const struct {
	const char *name;
	char32_t    letter;
} classes[] = {
	{ "L",   'a'    }, { "R",   0x05D0 }, { "AL",  0x0628 },
	{ "EN",  '1'    }, { "AN",  0x0661 }, { "ES",  '-'    },
	{ "ET",  '%'    }, { "CS",  ','    }, { "NSM", 0x0300 },
	{ "BN",  0x00AD }, { "B",   0x2029 }, { "S",   '\t'   },
	{ "WS",  ' '    }, { "ON",  '!'    }, { "LRE", 0x202A },
	{ "RLE", 0x202B }, { "LRO", 0x202D }, { "RLO", 0x202E },
	{ "PDF", 0x202C }, { "LRI", 0x2066 }, { "RLI", 0x2067 },
	{ "FSI", 0x2068 }, { "PDI", 0x2069 },
};

static char32_t
letter_of_class(const char *name)
{
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (strcmp(classes[i].name, name) == 0)
			return classes[i].letter;
	printf("FAIL: unknown class %s\n", name);
	exit(EXIT_FAILURE);
}

static size_t
read_numbers(const char *text, int *number)
{
	size_t count = 0;

	while (count < MOST) {
		char *end;

		text += strspn(text, " \t");
		if (*text == 'x') {
			number[count++] = FREE;
			text++;
			continue;
		}
		number[count] = (int)strtol(text, &end, 10);
		if (end == text)
			break;
		text = end;
		count++;
	}
	return count;
}

/* Levels after L1 and the visual order of the one line of a paragraph. */
static void
flatten(struct paragraph *paragraph, int *level, size_t *order)
{
	size_t at = 0;

	line_reorder(paragraph, 0, paragraph->letters, &paragraph->runs);
	for (size_t r = 0; r < paragraph->runs.count; r++) {
		struct run run  = paragraph->runs.at[r];
		size_t     size = run.end - run.start;

		for (size_t i = 0; i < size; i++) {
			level[run.start + i] = run.level;
			order[at++] = run.level % 2 != 0
			    ? run.end - 1 - i : run.start + i;
		}
	}
}

static bool
is_expected(struct paragraph *paragraph, const struct expected *expected)
{
	int    level[MOST];
	size_t order[MOST];
	size_t shown = 0;

	flatten(paragraph, level, order);
	if (expected->levels != paragraph->letters)
		return false;
	if (expected->base != FREE && expected->base !=
	    (paragraph->direction == DIRECTION_RTL))
		return false;
	for (size_t i = 0; i < paragraph->letters; i++)
		if (expected->level[i] != FREE &&
		    expected->level[i] != level[i])
			return false;
	for (size_t i = 0; i < paragraph->letters; i++) {
		if (expected->level[order[i]] == FREE)
			continue;
		if (shown == expected->orders ||
		    expected->order[shown++] != (int)order[i])
			return false;
	}
	return shown == expected->orders;
}

static void
check_levels(const struct test *test, const char *about)
{
	struct paragraph paragraph;

	paragraph_of(&paragraph, test->letter, test->letters);
	levels_resolve(&paragraph, test->base);
	count_case(&counts[CHOSEN],
	    is_expected(&paragraph, &test->expected), about);
	uax9_levels(paragraph.letter, paragraph.property, paragraph.letters,
	    paragraph.direction == DIRECTION_RTL, paragraph.level);
	paragraph.level_is_one = false;
	count_case(&counts[OWN], is_expected(&paragraph, &test->expected),
	    about);
	letters_free(&paragraph);
}

/* Whether each letter has a cell of its own or none at all. */
static bool
has_plain_cells(const struct test *test)
{
	for (size_t i = 0; i < test->letters; i++) {
		uint8_t kind = property_of(test->letter[i])->kind;

		if (kind == KIND_MARK || kind == KIND_CONTROL)
			return false;
	}
	return true;
}

static bool
cells_are_expected(const struct test *test, const struct line *line,
    const size_t *byte)
{
	size_t shown = 0;
	size_t last  = CELL_NO_BYTE;

	for (size_t i = 0; i < test->expected.orders; i++) {
		size_t letter = (size_t)test->expected.order[i];

		if (property_of(test->letter[letter])->kind == KIND_FORMAT)
			continue;
		/* A tab has several cells. */
		while (shown < line->cells && line->cell[shown].byte == last)
			shown++;
		if (shown == line->cells ||
		    line->cell[shown].byte != byte[letter])
			return false;
		last = byte[letter];
	}
	while (shown < line->cells && line->cell[shown].byte == last)
		shown++;
	return shown == line->cells;
}

static void
check_cells(const struct test *test, const char *about)
{
	struct layout_options options = {
		.width = 16 * MOST, .base = test->base, .harakat = true
	};
	struct buffer text = { 0 };
	size_t        byte[MOST];
	struct lines  lines;

	for (size_t i = 0; i < test->letters; i++) {
		char bytes[UTF8_MOST];

		byte[i] = text.count;
		buffer_add(&text, bytes, utf8_write(test->letter[i], bytes));
	}
	lines = layout_paragraph(text.at, span_of(0, text.count), NULL,
	    &options);
	count_case(&counts[CELLS], lines.count == 1 &&
	    cells_are_expected(test, &lines.at[0], byte), about);
	lines_free(&lines);
	array_free(&text);
}

static void
check(const struct test *test, const char *about)
{
	check_levels(test, about);
	if (has_plain_cells(test))
		check_cells(test, about);
}

/* "L RLE AL; 7": classes, and a set of directions to try them in. */
static void
read_classes(char *line, struct test *test)
{
	static const enum direction bases[] = {
		DIRECTION_FIRST_STRONG, DIRECTION_LTR, DIRECTION_RTL
	};
	char *semicolon = strchr(line, ';');
	long  set       = strtol(semicolon + 1, NULL, 16);
	char *about     = memory_string(line, strlen(line));

	*semicolon = '\0';
	test->letters = 0;
	for (char *word = strtok(line, " \t"); word != NULL;
	    word = strtok(NULL, " \t"))
		test->letter[test->letters++] = letter_of_class(word);
	for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
		test->base = bases[i];
		if ((set >> i & 1) != 0)
			check(test, about);
	}
	free(about);
}

static void
run_classes(FILE *file)
{
	struct test test = { .expected.base = FREE };
	char       *line = NULL;
	size_t      room = 0;

	while (getline(&line, &room, file) > 0) {
		line[strcspn(line, "\r\n")] = '\0';
		if (strncmp(line, "@Levels:", 8) == 0)
			test.expected.levels = read_numbers(line + 8,
			    test.expected.level);
		else if (strncmp(line, "@Reorder:", 9) == 0)
			test.expected.orders = read_numbers(line + 9,
			    test.expected.order);
		else if (line[0] != '#' && line[0] != '@' && line[0] != '\0')
			read_classes(line, &test);
	}
	free(line);
}

/* "0061 05D0;1;1;2 1;1 0": letters, direction, base, levels, order. */
static void
read_characters(char *line, struct test *test)
{
	static const enum direction bases[] = {
		DIRECTION_LTR, DIRECTION_RTL, DIRECTION_FIRST_STRONG
	};
	char *about = memory_string(line, strlen(line));
	char *field[5];
	char *end;

	for (size_t i = 0; i < 5; i++)
		field[i] = strsep(&line, ";");
	test->letters = 0;
	for (char *at = field[0]; *at != '\0'; at = end)
		test->letter[test->letters++] =
		    (char32_t)strtoul(at, &end, 16);
	test->base = bases[strtol(field[1], NULL, 10)];
	test->expected.base = (int)strtol(field[2], NULL, 10);
	test->expected.levels = read_numbers(field[3], test->expected.level);
	test->expected.orders = read_numbers(field[4], test->expected.order);
	check(test, about);
	free(about);
}

static void
run_characters(FILE *file)
{
	struct test test;
	char       *line = NULL;
	size_t      room = 0;

	while (getline(&line, &room, file) > 0) {
		line[strcspn(line, "\r\n")] = '\0';
		if (line[0] != '#' && line[0] != '\0')
			read_characters(line, &test);
	}
	free(line);
}

int
main(void)
{
	static const struct {
		const char *name;
		void      (*run)(FILE *file);
	} files[] = {
		{ "BidiTest.txt",          run_classes },
		{ "BidiCharacterTest.txt", run_characters },
	};
	int status = EXIT_SUCCESS;

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		FILE *file = unicode_file(files[i].name);

		for (size_t way = 0; way < WAYS; way++)
			counts[way].passed = counts[way].failed = 0;
		files[i].run(file);
		fclose(file);
		printf("%s\n", files[i].name);
		if (count_report(counts, WAYS) != EXIT_SUCCESS)
			status = EXIT_FAILURE;
	}
	return status;
}
