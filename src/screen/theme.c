/* theme.c: the themes, and looks as SGR sequences. */
#include "screen/theme.h"

#include <stdio.h>
#include <string.h>

#define B LOOK_BOLD
#define D LOOK_DIM
#define I LOOK_ITALIC
#define U LOOK_UNDERLINE
#define R LOOK_REVERSE
#define NO LOOK_DEFAULT

/* Colours 8 to 15 are the bright ones. Dim is left out where people read:
 * many terminals make it unreadable. A ground is set by reversing, so that a
 * terminal without colours shows the same block. */
static const struct theme themes[] = {
	{ "dark", {
		[ROLE_TEXT]        = { NO, NO, 0 },
		[ROLE_SECTION]     = { 6,  NO, 0 },
		[ROLE_HEADLINE]    = { NO, NO, B },
		[ROLE_BYLINE]      = { NO, NO, I },
		[ROLE_DIMMED]      = { NO, NO, D },
		[ROLE_CONTROL]     = { 1,  NO, R },
		[ROLE_PERSON]      = { 6,  NO, B },
		[ROLE_AGENCY]      = { 3,  NO, U },
		[ROLE_PLACE]       = { 2,  NO, I },
		[ROLE_EVENT]       = { 5,  NO, B | U },
		[ROLE_DATE]        = { 12, NO, I | U },
		[ROLE_HIT]         = { 3,  NO, R },
		[ROLE_HIT_CURRENT] = { 5,  NO, R | U },
		[ROLE_SAME]        = { 6,  NO, R | I },
		[ROLE_FOCUS]       = { NO, NO, R | B },
		[ROLE_STATUS]      = { NO, NO, R },
		[ROLE_PROMPT]      = { NO, NO, 0 },
		[ROLE_TITLE]       = { NO, NO, B },
		[ROLE_KEY]         = { NO, NO, B },
	} },
	{ "light", {
		[ROLE_TEXT]        = { NO, NO, 0 },
		[ROLE_SECTION]     = { 4,  NO, 0 },
		[ROLE_HEADLINE]    = { NO, NO, B },
		[ROLE_BYLINE]      = { NO, NO, I },
		[ROLE_DIMMED]      = { 8,  NO, D },
		[ROLE_CONTROL]     = { 1,  NO, R },
		[ROLE_PERSON]      = { 4,  NO, B },
		[ROLE_AGENCY]      = { 5,  NO, U },
		[ROLE_PLACE]       = { 2,  NO, I },
		[ROLE_EVENT]       = { 1,  NO, B | U },
		[ROLE_DATE]        = { 6,  NO, I | U },
		[ROLE_HIT]         = { 4,  NO, R },
		[ROLE_HIT_CURRENT] = { 5,  NO, R | U },
		[ROLE_SAME]        = { 4,  NO, R | I },
		[ROLE_FOCUS]       = { NO, NO, R | B },
		[ROLE_STATUS]      = { NO, NO, R },
		[ROLE_PROMPT]      = { NO, NO, 0 },
		[ROLE_TITLE]       = { NO, NO, B },
		[ROLE_KEY]         = { NO, NO, B },
	} },
	{ "mono", {
		[ROLE_TEXT]        = { NO, NO, 0 },
		[ROLE_SECTION]     = { NO, NO, 0 },
		[ROLE_HEADLINE]    = { NO, NO, B },
		[ROLE_BYLINE]      = { NO, NO, I },
		[ROLE_DIMMED]      = { NO, NO, D },
		[ROLE_CONTROL]     = { NO, NO, R },
		[ROLE_PERSON]      = { NO, NO, B },
		[ROLE_AGENCY]      = { NO, NO, U },
		[ROLE_PLACE]       = { NO, NO, I },
		[ROLE_EVENT]       = { NO, NO, B | U },
		[ROLE_DATE]        = { NO, NO, I | U },
		[ROLE_HIT]         = { NO, NO, R },
		[ROLE_HIT_CURRENT] = { NO, NO, R | U },
		[ROLE_SAME]        = { NO, NO, R | I },
		[ROLE_FOCUS]       = { NO, NO, R | B },
		[ROLE_STATUS]      = { NO, NO, R },
		[ROLE_PROMPT]      = { NO, NO, 0 },
		[ROLE_TITLE]       = { NO, NO, B },
		[ROLE_KEY]         = { NO, NO, B },
	} },
};

#define THEMES (sizeof themes / sizeof *themes)

/* SGR parameters (ECMA-48 8.3.117) that switch the attributes on. */
static const struct {
	uint8_t attribute;
	char    parameter;
} attributes[] = {
	{ LOOK_BOLD,      '1' },
	{ LOOK_DIM,       '2' },
	{ LOOK_ITALIC,    '3' },
	{ LOOK_UNDERLINE, '4' },
	{ LOOK_REVERSE,   '7' },
};

static const struct look plain = { LOOK_DEFAULT, LOOK_DEFAULT, 0 };

const struct theme *
theme_named(const char *name)
{
	for (size_t i = 0; i < THEMES; i++)
		if (strcmp(themes[i].name, name) == 0)
			return &themes[i];
	return NULL;
}

const struct theme *
theme_next(const struct theme *theme)
{
	for (size_t i = 0; i < THEMES; i++)
		if (&themes[i] == theme)
			return &themes[(i + 1) % THEMES];
	return &themes[0];
}

static size_t
put_number(char *at, unsigned number)
{
	size_t length = 0;

	if (number >= 100)
		at[length++] = (char)('0' + number / 100);
	if (number >= 10)
		at[length++] = (char)('0' + number / 10 % 10);
	at[length++] = (char)('0' + number % 10);
	at[length++] = ';';
	return length;
}

/* `base` is 30 for the text and 40 for the ground. */
static size_t
put_colour(char *at, int8_t colour, unsigned base)
{
	if (colour < 0)
		return put_number(at, base + 9);
	if (colour < 8)
		return put_number(at, base + (unsigned)colour);
	return put_number(at, base + 60 + (unsigned)colour - 8);
}

size_t
look_switch(struct look from, struct look to, char sequence[LOOK_SEQUENCE])
{
	size_t length = 2;

	if (look_same(from, to))
		return 0;
	memcpy(sequence, "\033[", 2);
	/* No attribute can be switched off for less than all of them. */
	if ((from.attributes & ~to.attributes) != 0 ||
	    (to.text < 0 && to.ground < 0 && to.attributes == 0)) {
		length += put_number(sequence + length, 0);
		from = plain;
	}
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
		if ((to.attributes & ~from.attributes &
		    attributes[i].attribute) == 0)
			continue;
		sequence[length++] = attributes[i].parameter;
		sequence[length++] = ';';
	}
	if (to.text != from.text)
		length += put_colour(sequence + length, to.text, 30);
	if (to.ground != from.ground)
		length += put_colour(sequence + length, to.ground, 40);
	/* The reset alone needs no number. */
	if (length == 4 && sequence[2] == '0')
		length = 3;
	sequence[length - 1] = 'm';
	return length;
}

void
look_sequence(struct look look, char *sequence, size_t size)
{
	char   whole[LOOK_SEQUENCE];
	size_t length = look_switch(plain, look, whole);

	snprintf(sequence, size, "%.*s", (int)length, whole);
}
