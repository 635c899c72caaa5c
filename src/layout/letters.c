/* letters.c: the gate: bytes in, letters out. Nothing reaches a cell by
 * another way, so what leaves here can be sent to a terminal: no control, no
 * letter that is not assigned. */
#include "layout/letters.h"

#include "bytes/utf8.h"

enum {
	MARKS_MOST    = 30,     /* of one letter, as Stream-Safe Text (UAX
	                         * #15, 13); a cell shows CELL_MARKS of them */
	STAND_IN_MOST = 16,     /* letters of "<U+10FFFF>" and to spare */
	FLAG_FIRST    = 0x1F1E6, /* regional indicators A … */
	FLAG_LAST     = 0x1F1FF  /* … to Z */
};

/* One block holds all the arrays, those of the widest element first. */
static void
carve(struct paragraph *paragraph, size_t room)
{
	size_t each  = 3 * sizeof(uint32_t) + sizeof(struct property) + 5;
	char  *block = memory_resize(NULL, room + 1, each);

	paragraph->room = room;
	paragraph->letter = (char32_t *)(void *)block;
	paragraph->byte = paragraph->letter + room;
	paragraph->types = paragraph->byte + room + 1;
	paragraph->property = (struct property *)(paragraph->types + room);
	paragraph->level = (int8_t *)(paragraph->property + room);
	paragraph->columns = (uint8_t *)paragraph->level + room;
	paragraph->role = paragraph->columns + room;
	paragraph->joining = paragraph->role + room;
	paragraph->breaks = (bool *)(paragraph->joining + room);
}

void
letters_new(struct paragraph *paragraph, size_t room, size_t start)
{
	*paragraph = (struct paragraph){ .start = start };
	carve(paragraph, room);
	paragraph->byte[0] = 0;
}

void
letters_free(struct paragraph *paragraph)
{
	free(paragraph->letter);
	array_free(&paragraph->runs);
	*paragraph = (struct paragraph){ 0 };
}

static void
grow(struct paragraph *paragraph)
{
	struct paragraph old   = *paragraph;
	size_t           count = old.letters;

	carve(paragraph, 2 * old.room + STAND_IN_MOST);
	memcpy(paragraph->letter, old.letter, count * sizeof *old.letter);
	memcpy(paragraph->byte, old.byte, count * sizeof *old.byte);
	memcpy(paragraph->property, old.property,
	    count * sizeof *old.property);
	free(old.letter);
}

void
letters_add(struct paragraph *paragraph, char32_t letter,
    struct property property, size_t byte)
{
	if (paragraph->letters == paragraph->room)
		grow(paragraph);
	paragraph->letter[paragraph->letters] = letter;
	paragraph->byte[paragraph->letters] = (uint32_t)byte;
	paragraph->property[paragraph->letters] = property;
	paragraph->letters++;
	paragraph->classes |= SET_OF(property.class);
	paragraph->breakings |= SET_OF(property.breaking);
	paragraph->flags |= property.flags;
	paragraph->stand_ins |= property.kind == KIND_CONTROL;
}

/* A flag is two regional indicators: one column on some terminals, two or
 * four on others. Its country's letters are the same on all of them. */
static void
add_flag_half(struct paragraph *paragraph, char32_t letter, size_t byte)
{
	letter = 'A' + letter - FLAG_FIRST;
	letters_add(paragraph, letter, *property_of(letter), byte);
}

/* "^[" for ESC, "<U+009B>" for what lies beyond ASCII. */
static void
spell(char32_t letter, char shown[STAND_IN_MOST])
{
	static const char digits[] = "0123456789ABCDEF";
	int               shift    = letter > 0xFFFFF ? 20
	    : letter > 0xFFFF ? 16 : 12;

	if (letter < 0x80) {
		*shown++ = '^';
		*shown++ = (char)(letter ^ 0x40);
	} else {
		*shown++ = '<';
		*shown++ = 'U';
		*shown++ = '+';
		for (; shift >= 0; shift -= 4)
			*shown++ = digits[letter >> shift & 0xF];
		*shown++ = '>';
	}
	*shown = '\0';
}

/* Neutral to its neighbours' levels; bidi.c makes it read from left to
 * right. */
static void
add_stand_in(struct paragraph *paragraph, char32_t letter, size_t byte)
{
	char shown[STAND_IN_MOST];

	spell(letter, shown);
	for (const char *at = shown; *at != '\0'; at++) {
		struct property property = *property_of((char32_t)*at);

		property.kind = KIND_CONTROL;
		property.class = BIDI_ON;
		property.flags = 0;
		letters_add(paragraph, (char32_t)*at, property, byte);
	}
}

/* Appends letters as they are until one needs care or the room ends; returns
 * the byte after them. Most of a text goes this way. `*marks` counts those of
 * one base; more than `most` need care. */
static size_t
add_plain(struct paragraph *paragraph, const char *text, size_t at,
    size_t size, size_t most, size_t *marks)
{
	char32_t        *letter   = paragraph->letter;
	uint32_t        *byte     = paragraph->byte;
	struct property *property = paragraph->property;
	size_t           count    = paragraph->letters;
	size_t           room     = paragraph->room;
	size_t           of_base  = *marks;
	uint16_t         flags    = 0;
	uint64_t         classes  = 0;
	uint64_t         breaks   = 0;

	while (at < size && count < room) {
		char32_t one;
		size_t   took = utf8_read(text + at, size - at, &one);
		const struct property *its = property_of(one);
		size_t   now  = its->kind == KIND_MARK ? of_base + 1 : 0;

		if (its->kind > KIND_MARK || now > most)
			break;
		of_base = now;
		letter[count] = one;
		byte[count] = (uint32_t)at;
		property[count++] = *its;
		classes |= SET_OF(its->class);
		breaks |= SET_OF(its->breaking);
		flags |= its->flags;
		at += took;
	}
	*marks = of_base;
	paragraph->letters = count;
	paragraph->classes |= classes;
	paragraph->breakings |= breaks;
	paragraph->flags |= flags;
	return at;
}

/* Whether the letter is one of those that turn a text round unseen. */
static bool
steers(const struct property *property)
{
	return SET_HOLDS(BIDI_EMBEDDINGS | BIDI_ISOLATES, property->class);
}

/* Appends the letter at `at` if it is to be shown; returns the byte after
 * it. */
static size_t
add_with_care(struct paragraph *paragraph, const char *text, size_t at,
    size_t size, bool harakat, bool reveal, size_t *marks)
{
	char32_t        letter;
	size_t          took     = utf8_read(text + at, size - at, &letter);
	struct property property = *property_of(letter);
	bool            left_out = !harakat &&
	    (property.flags & PROPERTY_HARAKA) != 0;

	if (property.kind == KIND_MARK)
		left_out = ++*marks > MARKS_MOST || left_out;
	else if (property.kind != KIND_FORMAT)
		*marks = 0;
	if (FLAG_FIRST <= letter && letter <= FLAG_LAST)
		add_flag_half(paragraph, letter, at);
	else if (property.kind == KIND_CONTROL ||
	    (reveal && steers(&property)))
		add_stand_in(paragraph, letter, at);
	else if (!left_out)
		letters_add(paragraph, letter, property, at);
	return at + took;
}

void
letters_decode(struct paragraph *paragraph, const char *text,
    struct span piece, bool harakat, bool reveal)
{
	size_t      size  = span_size(piece);
	const char *bytes = size > 0 ? text + piece.start : "";
	size_t      most  = harakat ? MARKS_MOST : 0;
	size_t      marks = 0;

	letters_new(paragraph, size, piece.start);
	for (size_t at = 0; at < size;) {
		at = add_plain(paragraph, bytes, at, size, most, &marks);
		if (at < size)
			at = add_with_care(paragraph, bytes, at, size,
			    harakat, reveal, &marks);
	}
	paragraph->byte[paragraph->letters] = (uint32_t)size;
	if ((paragraph->flags & PROPERTY_COMPOSES) != 0)
		letters_compose(paragraph);
}
