/* command.c: the table of commands, made from commands.def. */
#include "views/command.h"

#include <string.h>

static const struct command_row rows[COMMANDS] = {
#define COMMAND(name, text, keys, english, arabic) \
	{ text, keys, { english, arabic } },
#define COMMAND_GROUP(name, english, arabic)
#include "views/commands.def"
#undef COMMAND
#undef COMMAND_GROUP
};

static const struct command_line lines[] = {
#define COMMAND(name, text, keys, english, arabic) \
	{ { NULL, NULL }, COMMAND_##name },
#define COMMAND_GROUP(name, english, arabic) \
	{ { english, arabic }, COMMAND_NONE },
#include "views/commands.def"
#undef COMMAND
#undef COMMAND_GROUP
};

const struct command_row *
command_row(enum command command)
{
	return &rows[command];
}

enum command
command_named(const char *name, size_t size)
{
	for (enum command c = 0; c < COMMANDS; c++)
		if (strlen(rows[c].name) == size &&
		    memcmp(rows[c].name, name, size) == 0)
			return c;
	return COMMAND_NONE;
}

const struct command_line *
command_lines(size_t *count)
{
	*count = sizeof lines / sizeof *lines;
	return lines;
}
